// Which page of the site the visitor is on, whispered to the desk; nobody stores it.
import type { Chat } from "./chat.ts";

/** The desk forgets after five minutes. */
const AGAIN_MS = 240_000;

export function visits(chat: Chat): void {
  if (!chat.host.framed) return;
  let told = "";
  const tell = (): void => {
    const { url, title } = chat.host.page;
    const conversation = chat.thread.conversation?.id;
    if (chat.feed.connection !== "live") told = "";
    else if (conversation && /^https?:/.test(url) && url.length <= 2_000) {
      const frame = { type: "page", conversation, url, title: String(title ?? "").slice(0, 300) };
      const word = JSON.stringify(frame);
      if (word !== told) chat.feed.live.say(frame);
      told = word;
    }
  };
  chat.onChange(tell);
  setInterval(() => {
    if (document.visibilityState !== "visible") return;
    told = "";
    tell();
  }, AGAIN_MS);
}
