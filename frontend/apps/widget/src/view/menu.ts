// What is seldom wanted: sound, a transcript, a window of its own, ending it and beginning anew.
import "../lazy.css";
import { verdictOf } from "@ringonce/sync/verdict.ts";
import { problemOf } from "@ringonce/sync/verdict.ts";
import type { Chat } from "../chat.ts";
import type { Conversation } from "../config.ts";
import { attr, h, setText } from "../dom.ts";
import { ring, setSound, soundOn } from "../noise.ts";
import { whyOf, words } from "../words.ts";

let open: (() => void) | null = null;

export function openMenu(chat: Chat, from: HTMLButtonElement, head: HTMLElement): void {
  if (open) {
    open();
    return;
  }
  const line = h("p", { class: "stline", role: "status" });
  const node = h("div", { class: "menu", onkeydown: (event: KeyboardEvent) => keys(event) });
  const close = (): void => {
    node.remove();
    open = null;
    attr(from, "aria-expanded", "false");
    document.removeEventListener("pointerdown", outside);
    from.focus();
  };
  const outside = (event: Event): void => {
    if (!node.contains(event.target as Node) && !from.contains(event.target as Node)) close();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  };
  const item = (label: string, press: () => void): HTMLButtonElement => h("button", { type: "button", class: "item", onclick: press }, label);
  const conversation = chat.conversation;
  const post = async (path: string, body: unknown): Promise<boolean> => {
    if (!conversation) return false;
    setText(line, words("widget.state.sending"));
    const reply = await chat.api.post(`/chat/conversations/${conversation.id}/${path}`, body).catch(() => null);
    const done = reply !== null && verdictOf(reply) === "done";
    setText(line, done ? "" : words("widget.state.failed", { why: reply ? whyOf(problemOf(reply.body)) : words("widget.why.unanswered") }));
    const found = (reply?.body as { conversation?: Conversation } | null)?.conversation;
    if (done && found) chat.feed.take(found, []);
    return done;
  };

  const sound = item("", () => {
    setSound(!soundOn());
    if (soundOn()) ring();
    drawSound();
  });
  const drawSound = (): void => {
    setText(sound, words(soundOn() ? "widget.menu.sound.off" : "widget.menu.sound.on"));
    attr(sound, "aria-pressed", String(soundOn()));
  };
  drawSound();

  const mail = h("input", { type: "email", class: "input", autocomplete: "email", "aria-label": words("widget.field.email"), placeholder: words("widget.field.email") });
  const transcript = h(
    "form",
    { class: "inline", hidden: true, novalidate: true, onsubmit: (event: Event) => void send(event) },
    mail,
    h("button", { type: "submit", class: "btn" }, words("widget.send")),
  );
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!/^\S+@\S+\.\S+$/.test(mail.value.trim())) {
      setText(line, words("widget.fault.email"));
      mail.focus();
    } else if (await post("transcript", { email: mail.value.trim() })) {
      transcript.hidden = true;
      setText(line, words("widget.menu.transcript.done"));
    }
  };

  const end = item(words("widget.menu.end"), () => void post("end", {}).then((done) => done && close()));
  const anew = item(words("widget.menu.anew"), () => {
    const begin = (): void => {
      chat.anew = true;
      chat.changed();
      close();
    };
    if (conversation?.state === "resolved") begin();
    else void post("end", {}).then((done) => done && begin());
  });
  const items: (HTMLElement | false)[] = [
    chat.inbox.sounds && sound,
    chat.inbox.transcript && conversation !== null && item(words("widget.menu.transcript"), () => {
      transcript.hidden = false;
      mail.focus();
    }),
    transcript,
    chat.host.framed && item(words("widget.menu.window"), () => void popOut(chat).then(close)),
    conversation?.state === "open" && end,
    conversation !== null && anew,
    line,
  ];
  node.append(...items.filter((each): each is HTMLElement => each !== false));
  head.append(node);
  open = close;
  attr(from, "aria-expanded", "true");
  document.addEventListener("pointerdown", outside);
  node.querySelector<HTMLElement>("button")?.focus();
}

/** The same chat in a window of its own: the token goes along by the opener, never by the address. */
async function popOut(chat: Chat): Promise<void> {
  const token = await chat.visitor.mint();
  const popup = window.open(location.pathname + location.search, `ringonce-${chat.inbox.slug}`, "popup,width=420,height=720");
  if (!popup) return;
  const answer = (event: MessageEvent): void => {
    if (event.source !== popup || event.origin !== location.origin || event.data?.ringonce !== 1 || event.data.type !== "opened") return;
    popup.postMessage({ ringonce: 1, type: "token", token }, location.origin);
  };
  addEventListener("message", answer);
}
