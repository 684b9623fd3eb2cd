// A sound and a notification for what a person is waited for, and only after this person said yes.
import { kept } from "../kept.ts";
import { router } from "../router.svelte.ts";
import { chat } from "./chat.svelte.ts";
import type { Conversation } from "./types.ts";
import { tell } from "./words.ts";

const SOUND = "ringonce.chat.sound";
const SHOWN = "ringonce.chat.notify";

class Alerts {
  sound = $state(kept.get(SOUND) === "on");
  shown = $state(kept.get(SHOWN) === "on" && permission() === "granted");
  readonly possible = "Notification" in window;
  #audio: AudioContext | null = null;
  #unread = new Map<string, number>();
  #ready = false;

  watch(): () => void {
    return chat.onNews((changed, reset) => {
      for (const each of changed) this.#weigh(each, reset || !this.#ready);
      this.#ready = true;
    });
  }

  switchSound(on: boolean): void {
    this.sound = on;
    kept.put(SOUND, on ? "on" : "off");
    if (on) this.ring();
  }

  /** Asks the browser, which asks the person; a browser that was told no stays silent. */
  async switchShown(on: boolean): Promise<void> {
    this.shown = on && this.possible && (await Notification.requestPermission()) === "granted";
    kept.put(SHOWN, this.shown ? "on" : "off");
  }

  get refused(): boolean {
    return permission() === "denied";
  }

  /** Two soft tones, made here: no file, no request. */
  ring(): void {
    try {
      const audio = (this.#audio ??= new AudioContext());
      [880, 1174.7].forEach((pitch, n) => {
        const tone = audio.createOscillator();
        const loud = audio.createGain();
        const from = audio.currentTime + n * 0.12;
        tone.frequency.value = pitch;
        loud.gain.setValueAtTime(0.0001, from);
        loud.gain.exponentialRampToValueAtTime(0.12, from + 0.02);
        loud.gain.exponentialRampToValueAtTime(0.0001, from + 0.5);
        tone.connect(loud).connect(audio.destination);
        tone.start(from);
        tone.stop(from + 0.55);
      });
    } catch {
      // No sound here: the notification and the number on the rail remain.
    }
  }

  #weigh(conversation: Conversation, quiet: boolean): void {
    const before = this.#unread.get(conversation.id) ?? 0;
    this.#unread.set(conversation.id, conversation.unread);
    const concerns = conversation.assignee_id === chat.me || conversation.assignee_id === null;
    if (quiet || !concerns || conversation.state !== "open" || conversation.unread <= before) return;
    const looking = document.visibilityState === "visible" && document.hasFocus();
    if (looking && router.place.id === conversation.id) return;
    if (this.sound) this.ring();
    if (this.shown && !looking) this.#show(conversation);
  }

  #show(conversation: Conversation): void {
    try {
      const shown = new Notification(conversation.contact.name || tell("guest", { n: conversation.number }), {
        body: conversation.preview?.text ?? "", tag: conversation.id, icon: "/favicon.ico",
      });
      shown.onclick = () => {
        window.focus();
        router.go(`/desk/inbox/${conversation.id}`);
        shown.close();
      };
    } catch {
      // Some phones show notifications through a service worker only.
    }
  }
}

function permission(): NotificationPermission | "none" {
  return "Notification" in window ? Notification.permission : "none";
}

export const alerts = new Alerts();
