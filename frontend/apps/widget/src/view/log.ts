// What has been said: one node per message, made anew only when what it shows has changed.
import { inOrder } from "@ringonce/sync/thread.ts";
import type { Letter } from "@ringonce/sync/outbox.ts";
import type { Chat } from "../chat.ts";
import type { Message } from "../config.ts";
import { attr, button, h, icon, setText } from "../dom.ts";
import { capital, firstName, nearDay, dayOf, words } from "../words.ts";
import { bubbleOf, eventLine, sayerOf, stateOf, waitingBubble, waitingState } from "./bubble.ts";
import { Cards } from "./cards.ts";
import type { Composer } from "./composer.ts";
import { welcome } from "./welcome.ts";

interface Item {
  key: string;
  /** What it shows: equal text, equal node. */
  sign: string;
  make: () => Node;
}

const NEAR_END = 60;

export class Log {
  readonly node: HTMLElement;
  private readonly chat: Chat;
  private readonly list = h("div", "log");
  private readonly jump: HTMLButtonElement;
  private readonly spoken = h("p", { class: "vh", role: "status" });
  private readonly nodes = new Map<string, { sign: string; node: Node }>();
  private readonly cards: Cards;
  private fresh = 0;
  private awayAfter: string | null = null;

  constructor(chat: Chat, composer: Composer) {
    this.chat = chat;
    this.cards = new Cards(chat, composer);
    this.jump = button("", "jump", () => this.toEnd());
    // Its changes are read out by `spoken`: a node that is made anew must not be read again.
    const attributes = { class: "scroll", role: "log", "aria-live": "off", tabindex: "0", "aria-label": words("widget.log") };
    const scroll = h("div", { ...attributes, onscroll: () => this.scrolled() }, this.list);
    this.node = h("div", "body", scroll, this.jump, this.spoken);
    this.jump.hidden = true;
    document.addEventListener("ringonce:fresh", (event) => this.heard((event as CustomEvent<Message[]>).detail));
    document.addEventListener("visibilitychange", () => chat.seen());
    document.addEventListener("ringonce:open", () => requestAnimationFrame(() => chat.atEnd && this.toEnd()));
    document.addEventListener("ringonce:grown", () => chat.atEnd && this.toEnd());
    const watch = new ResizeObserver(() => chat.atEnd && this.toEnd());
    for (const node of [scroll, this.list]) watch.observe(node);
  }

  draw(): void {
    const items = this.items();
    const wanted = items.map((item) => this.nodeOf(item));
    const keys = new Set(items.map((item) => item.key));
    for (const key of this.nodes.keys()) if (!keys.has(key)) this.nodes.delete(key);
    let before: Node | null = this.list.firstChild;
    for (const node of wanted) {
      if (node === before) before = before.nextSibling;
      else this.list.insertBefore(node, before);
    }
    while (before) {
      const next: Node | null = before.nextSibling;
      before.parentNode?.removeChild(before);
      before = next;
    }
    if (this.chat.atEnd) this.toEnd();
    this.drawJump();
  }

  private nodeOf(item: Item): Node {
    const known = this.nodes.get(item.key);
    if (known?.sign === item.sign) return known.node;
    const node = item.make();
    this.nodes.set(item.key, { sign: item.sign, node });
    return node;
  }

  private items(): Item[] {
    const { chat } = this;
    const items: Item[] = [];
    const said = inOrder(chat.messages);
    const pending = chat.pending;
    if (said.length === 0) items.push({ key: "welcome", sign: `${chat.attended} ${chat.inbox.is_open}`, make: () => welcome(chat, false) });
    let day = "";
    said.forEach((message, n) => {
      const on = dayOf(message.at);
      if (on !== day) items.push({ key: `day ${on}`, sign: nearDay(message.at), make: () => h("p", "day", capital(nearDay(message.at))) });
      day = on;
      items.push(...this.itemsOf(message, said[n + 1], pending.length > 0));
    });
    for (const letter of pending) items.push(this.pendingItem(letter), this.pendingState(letter));
    this.placeAway(items);
    const typing = chat.typing && chat.typing.until > Date.now() ? firstName(chat.typing.name) : null;
    if (typing !== null) items.push({ key: "typing", sign: typing, make: () => typingNode(typing) });
    return items;
  }

  /** Where it came it stays: what is said later stands below it. */
  private placeAway(items: Item[]): void {
    if (!this.cards.showsAway()) {
      this.awayAfter = null;
      return;
    }
    this.awayAfter ??= items.at(-1)?.key.replace(/ state$/, "") ?? "welcome";
    const found = items.findLastIndex((item) => item.key.replace(/ state$/, "") === this.awayAfter);
    const at = this.awayAfter === "welcome" && found < 0 ? 0 : found < 0 ? items.length : found + 1;
    items.splice(at, 0, { key: "away", sign: "", make: () => this.cards.away() });
  }

  private itemsOf(message: Message, next: Message | undefined, more: boolean): Item[] {
    const { chat } = this;
    const key = message.mine ? message.client_id : message.id;
    if (message.kind === "event") {
      // That a form was answered stands in the form's own place.
      const line = typeof message.extra["form"] === "string" ? "" : eventLine(message);
      return line ? [{ key, sign: line, make: () => h("p", "event", line) }] : [];
    }
    const card: Item = { key, sign: `${message.kind} ${JSON.stringify(message.extra)}`, make: () => this.cards.make(message) };
    if (message.kind === "offer" && message.text) return [{ key: `${key} words`, sign: message.text, make: () => bubbleOf(message) }, card];
    if (message.kind !== "text") return [card];
    const last = next === undefined && !more;
    const sayer = sayerOf(message, chat.thread.conversation?.agent);
    const items: Item[] = [{ key, sign: `${message.text} ${message.attachments.length} ${sayer}`, make: () => bubbleOf(message, sayer) }];
    if (last && !message.mine) items.push(...this.cards.choices(message));
    const same = next !== undefined && next.kind === "text" && next.mine === message.mine && next.author.member_id === message.author.member_id;
    const seen = chat.thread.conversation?.seen ?? 0;
    const change = message.mine && next !== undefined && (message.seq <= seen) !== (next.seq <= seen);
    if (!same || change) {
      const state = stateOf(message, seen, sayer);
      items.push({ key: `${key} state`, sign: state.sign, make: state.make });
    }
    return items;
  }

  private pendingItem(letter: Letter): Item {
    const phase = this.chat.outbox.phaseOf(letter);
    return { key: letter.id, sign: `pending ${phase === "failed"}`, make: () => waitingBubble(letter, phase === "failed") };
  }

  private pendingState(letter: Letter): Item {
    const { chat } = this;
    const state = waitingState(chat, letter);
    return { key: `${letter.id} state`, sign: state.sign, make: state.make };
  }

  private heard(messages: Message[]): void {
    const read = messages.filter((message) => message.kind !== "event");
    if (!read.length) return;
    if (!this.chat.atEnd) this.fresh += read.length;
    // The same words twice are read twice.
    setText(this.spoken, "");
    const text = read.map((message) => `${message.author.name}: ${message.text}`).join(". ");
    requestAnimationFrame(() => setText(this.spoken, text));
    this.drawJump();
  }

  private drawJump(): void {
    if (this.chat.atEnd) this.fresh = 0;
    this.jump.hidden = this.chat.atEnd || !this.chat.messages.length;
    const text = this.fresh ? words("widget.jump.new", { count: this.fresh }) : words("widget.jump");
    if (this.jump.dataset["text"] === text) return;
    this.jump.dataset["text"] = text;
    attr(this.jump, "aria-label", text);
    this.jump.replaceChildren(icon("down", true), ...(this.fresh ? [text] : []));
  }

  private get scroll(): HTMLElement {
    return this.node.firstElementChild as HTMLElement;
  }

  private scrolled(): void {
    const { scroll, chat } = this;
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
    if (atEnd === chat.atEnd) return;
    chat.atEnd = atEnd;
    if (atEnd) chat.seen();
    this.drawJump();
    chat.changed();
  }

  private toEnd(): void {
    this.chat.atEnd = true;
    // Before anything is said the greeting stands at the top, and stays there.
    if (this.chat.messages.length || this.chat.pending.length) this.scroll.scrollTop = this.scroll.scrollHeight;
    this.chat.seen();
  }
}

function typingNode(name: string): Node {
  const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  return h("div", "typing", h("div", "msg ag", dots), h("p", "st", name ? words("widget.typing", { name }) : words("widget.typing.somebody")));
}
