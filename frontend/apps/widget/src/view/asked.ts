// Questions that come after the first message, where it stands in the thread.
import "../lazy.css";
import type { Chat } from "../chat.ts";
import type { Conversation, Field, Message } from "../config.ts";
import { attr, h } from "../dom.ts";
import { newKey } from "../keep.ts";
import { words } from "../words.ts";
import { Act } from "./act.ts";
import { Fields } from "./fields.ts";

export class AskedCard {
  private readonly chat: Chat;
  private readonly node: HTMLElement;
  private readonly act: Act;
  private readonly send = h("button", { type: "submit", class: "btn wide" });
  private readonly skip = h("button", { type: "button", class: "btn ghost wide", onclick: () => this.give({}) }, words("widget.asked.skip"));
  private fields: Fields | null = null;
  private message: Message | null = null;
  private thanked = false;

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
    // It may be answered in another tab: that comes as a line of the thread, not as a change of the question.
    chat.onChange(() => this.message && this.update(this.message));
  }

  update(message: Message): void {
    this.message = message;
    if (this.thanked) return;
    this.node.className = "slotcard offer";
    const answer = this.chat.messages.find((each) => each.extra["form"] === message.id);
    if (answer) {
      this.thank(answer);
      return;
    }
    if (this.fields) return;
    this.fields = new Fields((message.extra["fields"] ?? []) as Field[], () => undefined);
    const form = h("form", { class: "pform0", novalidate: true, onsubmit: (event: Event) => this.press(event) }, h("p", { dir: "auto" }, message.text || words("widget.asked")), this.fields.node, this.send, this.skip, this.act.line);
    this.node.replaceChildren(form);
    this.paint();
  }

  private press(event: Event): void {
    event.preventDefault();
    if (this.fields && !this.act.busy && this.fields.check()) this.give(this.fields.values());
  }

  /** Without answers: they are not given, and not asked for again. */
  private give(answers: Record<string, string | boolean>): void {
    const { conversation } = this.chat;
    if (conversation && !this.act.busy) this.act.runner.submit(`/chat/conversations/${conversation.id}/form`, { client_id: newKey(), answers });
  }

  private thank(answer: Message): void {
    this.thanked = true;
    const text = answer.extra["skipped"] === true ? "widget.asked.skipped" : "widget.event.answered";
    this.node.replaceChildren(h("p", "hint", words(text)));
  }

  private paint(): void {
    this.act.paint(this.send, words("widget.asked.send"));
    this.fields?.lock(this.act.busy);
    attr(this.skip, "aria-disabled", this.act.busy ? "true" : null);
  }
}
