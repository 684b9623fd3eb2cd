// What is being typed in a conversation, kept for this member in this browser until it is sent.
import { chat } from "../../lib/chat/chat.svelte.ts";
import { kept } from "../../lib/kept.ts";

const KEEP_MS = 400;

export class Drafts {
  text = $state("");
  mode = $state<"reply" | "note">("reply");
  readonly #name: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(conversation: string) {
    this.#name = `ringonce.chat.draft.${chat.me}.${conversation}`;
    const stored = kept.get(this.#name);
    if (!stored) return;
    this.mode = stored.startsWith("n") ? "note" : "reply";
    this.text = stored.slice(1);
  }

  /** Soon, not at every key. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), KEEP_MS);
  }

  keep(): void {
    clearTimeout(this.#timer);
    if (this.text.trim()) kept.put(this.#name, (this.mode === "note" ? "n" : "r") + this.text);
    else kept.drop(this.#name);
  }

  sent(): void {
    this.text = "";
    this.mode = "reply";
    this.keep();
  }
}
