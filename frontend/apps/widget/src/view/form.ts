// The questions before the first message. The button is alive again only when the chat stands in its place.
import { attr, fill, h, setText } from "../dom.ts";
import type { Chat } from "../chat.ts";
import { tab } from "../keep.ts";
import { whyOf, words } from "../words.ts";
import { sendingWords } from "./bubble.ts";
import { Fields } from "./fields.ts";
import { welcome } from "./welcome.ts";

export class StartForm {
  readonly node: HTMLElement;
  private readonly chat: Chat;
  private readonly fields: Fields;
  private readonly start: HTMLButtonElement;
  private readonly label = h("span");
  private readonly line = h("p", { class: "stline", role: "status" });
  private readonly trap = h("input", { type: "text", name: "website", tabindex: "-1", autocomplete: "off" });
  private readonly hello = h("div");
  private letter: string | null = null;
  private readonly saved: string;
  private sent = "";

  constructor(chat: Chat) {
    this.chat = chat;
    this.saved = `ringonce:form:${chat.inbox.slug}`;
    const question = { id: "_text", type: "textarea" as const, label: words("widget.form.message"), required: true };
    this.fields = new Fields([...chat.inbox.prechat.fields, question], () => tab.put(this.saved, JSON.stringify(this.fields.values())));
    this.fields.restore(tab.get(this.saved));
    this.start = h("button", { type: "submit", class: "btn pri wide" }, h("span", { class: "spin", "aria-hidden": "true" }), this.label);
    this.node = h(
      "form",
      { class: "body start", novalidate: true, onsubmit: (event: Event) => this.press(event) },
      h("div", "scroll", this.hello, h("div", "pform", this.fields.node, h("label", { class: "trap", "aria-hidden": "true" }, "Website", this.trap), this.start, this.line)),
    );
  }

  focus(): void {
    this.fields.focus();
  }

  draw(): void {
    const { chat } = this;
    if (!this.hello.firstChild) fill(this.hello, welcome(chat, true));
    const waiting = chat.pendingHere;
    const letter = waiting.find((each) => !each.failed) ?? waiting.at(-1);
    if (letter) this.sent = letter.text;
    const phase = letter ? chat.outbox.phaseOf(letter) : "idle";
    const failed = letter !== undefined && phase === "failed";
    const busy = letter !== undefined && !failed;
    attr(this.start, "aria-disabled", busy ? "true" : null);
    this.start.classList.toggle("busy", busy);
    this.node.classList.toggle("locked", busy);
    this.fields.lock(busy);
    setText(this.label, busy ? words("widget.state.sending") : failed ? words("widget.again") : words("widget.start"));
    const slow = busy && phase !== "submitting" && phase !== "idle";
    const why = letter?.failed ? whyOf(letter.failed) : words("widget.why.unanswered");
    setText(this.line, failed ? words("widget.state.failed", { why }) : slow || (busy && chat.offline) ? sendingWords(chat, phase) : "");
    this.line.classList.toggle("bad", failed);
    if (letter?.failed && this.letter !== letter.id) {
      this.letter = letter.id;
      this.fields.fault(letter.failed.errors);
    }
  }

  /** The chat stands in its place: the answers are kept for another time, and words that nobody sent are given back. */
  over(): string {
    const { _text, ...answers } = this.fields.values();
    tab.put(this.saved, JSON.stringify(answers));
    const text = String(_text ?? "");
    const bare = (words: string): string => words.replace(/\s+/g, " ").trim();
    const said = [this.sent, ...this.chat.messages.filter((each) => each.mine).map((each) => each.text)];
    return said.some((each) => bare(each) === bare(text)) ? "" : text;
  }

  private press(event: Event): void {
    event.preventDefault();
    const { chat } = this;
    const waiting = chat.pendingHere;
    if (waiting.some((letter) => chat.outbox.phaseOf(letter) !== "failed")) return;
    if (!this.fields.check()) return;
    const { _text, ...answers } = this.fields.values();
    const text = String(_text ?? "").trim();
    // The same words to the same questions are the same letter: its id is kept.
    const same = waiting.find((each) => each.text === text && JSON.stringify(each.more["answers"]) === JSON.stringify(answers));
    for (const letter of waiting) if (letter !== same) void chat.outbox.discard(letter.id);
    this.letter = null;
    if (same) void chat.outbox.retry(same.id);
    else void chat.say(text, [], { answers, website: this.trap.value });
  }
}
