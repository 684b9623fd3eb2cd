// What is there before anybody has written: a greeting, who answers, and how soon.
import type { Chat } from "../chat.ts";
import { h } from "../dom.ts";
import { firstName, nearDay, timeOf, words } from "../words.ts";

/** `hours`: say when it opens; the card for the time away says it better where it stands below. */
export function welcome(chat: Chat, hours: boolean): Node {
  const { inbox } = chat;
  const closed = hours && !inbox.is_open && inbox.opens_at;
  const names = inbox.faces.slice(0, 3).map((face) => firstName(face.name));
  const who = names.length ? words("widget.welcome.who", { names: new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(names) }) : "";
  return h(
    "div",
    "welcome",
    h("h2", { dir: "auto" }, inbox.greeting || words("widget.welcome.greeting")),
    h("p", { dir: "auto" }, inbox.tagline || who),
    closed && h("p", {}, words("widget.welcome.closed", { day: nearDay(inbox.opens_at ?? 0), time: timeOf(inbox.opens_at ?? 0) })),
  );
}
