// Questions that come after the first message, where it stands in the thread.
import "../lazy.css";
import type { Chat } from "../chat.ts";
import type { Conversation, Field, Message } from "../config.ts";
import { h } from "../dom.ts";
import { newKey } from "../keep.ts";
import { words } from "../words.ts";
import { Act } from "./act.ts";
import { Fields } from "./fields.ts";

export class AskedCard {
  private readonly chat: Chat;
  private readonly node: HTMLElement;
  private readonly act: Act;
  private readonly send = h("button", { type: "submit", class: "btn wide" });
  private fields: Fields | null = null;
  private message: Message | null = null;

  constructor(chat: Chat, node: HTMLElement) {
    this.chat = chat;
    this.node = node;
    this.act = new Act(
      chat,
      "asked",
      (body) => chat.feed.take(body["conversation"] as Conversation, body["message"] ? [body["message"] as Message] : []),
      (problem) => this.fields?.fault(problem.errors),
      () => this.paint(),
    );
  }

  update(message: Message): void {
    this.message = message;
    const answered = message.extra["done"] === true || message.extra["answered"] === true || this.chat.messages.some((each) => each.extra["form"] === message.id);
    this.node.className = "slotcard offer";
    if (answered) {
      this.node.replaceChildren(h("p", "hint", words("widget.event.answered")));
      return;
    }
    if (this.fields) return;
    this.fields = new Fields((message.extra["fields"] ?? []) as Field[], () => undefined);
    const form = h("form", { class: "pform0", novalidate: true, onsubmit: (event: Event) => this.press(event) }, h("p", { dir: "auto" }, message.text || words("widget.asked")), this.fields.node, this.send, this.act.line);
    this.node.replaceChildren(form);
    this.paint();
  }

  private press(event: Event): void {
    event.preventDefault();
    const { conversation } = this.chat;
    if (!this.fields || !this.message || !conversation || this.act.busy || !this.fields.check()) return;
    this.act.runner.submit(`/chat/conversations/${conversation.id}/form`, { client_id: newKey(), answers: this.fields.values() });
  }

  private paint(): void {
    this.act.paint(this.send, words("widget.asked.send"));
    this.fields?.lock(this.act.busy);
    if (this.act.runner.phase === "done" && this.message) this.node.replaceChildren(h("p", "hint", words("widget.event.answered")));
  }
}
