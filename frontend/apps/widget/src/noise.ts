// A sound for a new message: off until it is switched on, and never before the visitor has touched the page.
import type { Chat } from "./chat.ts";
import type { Message } from "./config.ts";
import { browser } from "./keep.ts";

const NAME = "ringonce:sound";

export const soundOn = (): boolean => browser.get(NAME) === "on";

export function setSound(on: boolean): void {
  if (on) browser.put(NAME, "on");
  else browser.drop(NAME);
}

export function noise(chat: Chat): void {
  document.addEventListener("ringonce:fresh", (event) => {
    if ((event as CustomEvent<Message[]>).detail.every((each) => each.kind === "event")) return;
    if (!soundOn() || !navigator.userActivation?.hasBeenActive) return;
    if (chat.open && document.hasFocus()) return;
    ring();
  });
}

/** Two short notes of a desk bell. */
export function ring(): void {
  const sound = new AudioContext();
  [880, 1318].forEach((pitch, n) => {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    const from = sound.currentTime + n * 0.09;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.12, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.5);
    tone.connect(volume).connect(sound.destination);
    tone.start(from);
    tone.stop(from + 0.5);
  });
  setTimeout(() => void sound.close(), 1_000);
}
