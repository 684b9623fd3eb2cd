// What is seldom wanted: sound, a transcript, a window of its own, ending it and beginning anew.
import "../lazy.css";
import { leave } from "../anew.ts";
import type { Chat } from "../chat.ts";
import type { Conversation } from "../config.ts";
import { attr, h, setText } from "../dom.ts";
import { ring, setSound, soundOn } from "../noise.ts";
import { words } from "../words.ts";
import { Act } from "./act.ts";

let menu: Menu | null = null;

export function openMenu(chat: Chat, from: HTMLButtonElement, head: HTMLElement): void {
  (menu ??= new Menu(chat, from, head)).toggle();
}

/** One for the life of the page: what was begun in it goes on while it is closed. */
class Menu {
  private readonly chat: Chat;
  private readonly from: HTMLButtonElement;
  private readonly head: HTMLElement;
  private readonly line = h("p", { class: "stline", role: "status" });
  private readonly mail = h("input", { type: "email", class: "input", autocomplete: "email", "aria-label": words("widget.field.email"), placeholder: words("widget.field.email") });
  private readonly send = h("button", { type: "submit", class: "btn" });
  private readonly form = h("form", { class: "inline", hidden: true, novalidate: true, onsubmit: (event: Event) => this.post(event) }, this.mail, this.send);
  private readonly letter = item(words("widget.menu.transcript"), () => this.ask());
  private mailing: Act;
  private ending: Act;
  private beginsAnew = false;
  private node: HTMLElement | null = null;

  constructor(chat: Chat, from: HTMLButtonElement, head: HTMLElement) {
    this.chat = chat;
    this.from = from;
    this.head = head;
    this.mailing = this.newMailing();
    this.ending = this.newEnding();
    document.addEventListener("pointerdown", ({ target }) => {
      if (this.node && !this.node.contains(target as Node) && !from.contains(target as Node)) this.close();
    });
    // A page that was left before the answer came asks for it: a letter is not written twice.
    if (this.mailing.runner.resume()) this.form.hidden = false;
    this.ending.runner.resume();
    this.paint();
  }

  toggle(): void {
    if (this.node) this.close();
    else this.open();
  }

  private open(): void {
    const { chat, head, from } = this;
    const { conversation } = chat;
    const end = item(words("widget.menu.end"), () => this.end(false));
    const anew = item(words("widget.menu.anew"), () => this.end(true));
    const items: (HTMLElement | false)[] = [
      chat.inbox.sounds && soundItem(),
      chat.inbox.transcript && conversation !== null && this.letter,
      this.form,
      chat.host.framed && item(words("widget.menu.window"), () => void popOut(chat).then(() => this.close())),
      conversation?.state === "open" && end,
      conversation !== null && anew,
      this.line,
      this.mailing.line,
      this.ending.line,
    ];
    if (!this.mailing.busy) this.form.hidden = true;
    setText(this.line, "");
    this.node = h("div", { class: "menu", onkeydown: (event: KeyboardEvent) => this.key(event) }, ...items);
    head.append(this.node);
    attr(from, "aria-expanded", "true");
    this.node.querySelector<HTMLElement>("button")?.focus();
  }

  private close(): void {
    this.node?.remove();
    this.node = null;
    attr(this.from, "aria-expanded", "false");
    this.from.focus();
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.close();
  }

  private ask(): void {
    setText(this.line, "");
    this.form.hidden = false;
    this.mail.focus();
  }

  private post(event: Event): void {
    event.preventDefault();
    const { conversation } = this.chat;
    const email = this.mail.value.trim();
    const wrong = !/^\S+@\S+\.\S+$/.test(email);
    attr(this.mail, "aria-invalid", wrong ? "true" : null);
    setText(this.line, wrong ? words("widget.fault.email") : "");
    if (wrong) this.mail.focus();
    else if (conversation) this.mailing.runner.submit(`/chat/conversations/${conversation.id}/transcript`, { email });
  }

  private newMailing(): Act {
    const refused = (): void => {
      attr(this.mail, "aria-invalid", "true");
      this.mail.focus();
    };
    return new Act(this.chat, "transcript", (body) => this.mailed(body), refused, () => this.paint());
  }

  private mailed(body: Record<string, unknown>): void {
    this.taken(body);
    const { line } = this.mailing;
    this.mailing = this.newMailing();
    line.replaceWith(this.mailing.line);
    if (this.form.contains(document.activeElement)) this.letter.focus();
    this.form.hidden = true;
    setText(this.line, words("widget.menu.transcript.done"));
  }

  /** An ended conversation is left as it is; a live one is ended first. */
  private end(beginsAnew: boolean): void {
    const { conversation } = this.chat;
    if (!conversation || this.ending.busy) return;
    this.beginsAnew = beginsAnew;
    if (beginsAnew && conversation.state === "resolved") this.begin();
    else this.ending.runner.submit(`/chat/conversations/${conversation.id}/end`, {});
  }

  private newEnding(): Act {
    return new Act(this.chat, "end", (body) => this.ended(body), () => undefined, () => this.paint());
  }

  private ended(body: Record<string, unknown>): void {
    this.taken(body);
    const { line } = this.ending;
    this.ending = this.newEnding();
    line.replaceWith(this.ending.line);
    if (this.beginsAnew) this.begin();
    else if (this.node) this.close();
  }

  private begin(): void {
    leave(this.chat.inbox.slug, this.chat.thread);
    this.chat.changed();
    if (this.node) this.close();
    // Once the panel is drawn: to where one writes.
    queueMicrotask(() => document.dispatchEvent(new Event("ringonce:open")));
  }

  private taken(body: Record<string, unknown>): void {
    if (body["conversation"]) this.chat.feed.take(body["conversation"] as Conversation, []);
  }

  private paint(): void {
    this.mailing.paint(this.send, words("widget.send"));
    this.mail.readOnly = this.mailing.busy;
    const sending = words("widget.act.busy");
    if (this.ending.runner.phase === "submitting") setText(this.line, sending);
    else if (this.line.textContent === sending) setText(this.line, "");
  }
}

function item(label: string, press: () => void): HTMLButtonElement {
  return h("button", { type: "button", class: "item", onclick: press }, label);
}

function soundItem(): HTMLButtonElement {
  const draw = (): void => {
    setText(node, words(soundOn() ? "widget.menu.sound.off" : "widget.menu.sound.on"));
    attr(node, "aria-pressed", String(soundOn()));
  };
  const node = item("", () => {
    setSound(!soundOn());
    if (soundOn()) ring();
    draw();
  });
  draw();
  return node;
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
