// Messages that are more than words: offers, receipts, questions, what to do while nobody is there. Loaded when met.
import { grown, h } from "../dom.ts";
import type { Chat } from "../chat.ts";
import type { Message } from "../config.ts";
import { late } from "../late.ts";
import { words } from "../words.ts";
import type { Composer } from "./composer.ts";

interface Card {
  update(message: Message): void;
}

export class Cards {
  private readonly chat: Chat;
  private readonly composer: Composer;
  private readonly slots = new Map<string, { node: HTMLElement; card: Promise<Card> }>();
  private awayNode: HTMLElement | null = null;
  private awayTimer = 0;

  constructor(chat: Chat, composer: Composer) {
    this.chat = chat;
    this.composer = composer;
  }

  /** The card of a message: one node for its life, so that what is typed or under way in it stays. */
  make(message: Message): Node {
    const known = this.slots.get(message.id);
    if (known) {
      void known.card.then((card) => card.update(message));
      return known.node;
    }
    const node = h("div", { class: "slotcard", "aria-busy": "true" });
    const card = this.load(message, node).then((made) => {
      node.removeAttribute("aria-busy");
      made.update(message);
      grown();
      return made;
    });
    this.slots.set(message.id, { node, card });
    return node;
  }

  /** Answers to be tapped; gone once something was said after them. */
  choices(message: Message): { key: string; sign: string; make: () => Node }[] {
    const found = message.extra["choices"];
    if (!Array.isArray(found) || !found.length) return [];
    const make = (): Node =>
      h(
        "div",
        { class: "choices", role: "group", "aria-label": words("widget.choices") },
        ...(found as { id: string; label: string }[]).map((each) =>
          h("button", { type: "button", class: "slot", onclick: () => this.choose(each) }, each.label),
        ),
      );
    return [{ key: `${message.id} choices`, sign: JSON.stringify(found), make }];
  }

  /** Nobody answers now, or nobody has within the time that the owner set. */
  showsAway(): boolean {
    const { chat } = this;
    const { conversation, inbox } = chat;
    clearTimeout(this.awayTimer);
    if (chat.messages.some((message) => message.kind === "offer" || message.kind === "receipt")) {
      // What it was for is done: the next conversation gets one of its own.
      this.awayNode = null;
      return false;
    }
    if (conversation && (conversation.state === "resolved" || conversation.waiting_since === null)) return false;
    if (!inbox.is_open) return true;
    if (!conversation?.waiting_since) return false;
    const left = Date.parse(conversation.waiting_since) + inbox.away.after_seconds * 1_000 - chat.now;
    if (left > 0) this.awayTimer = setTimeout(() => chat.changed(), Math.min(left + 100, 3_600_000)) as unknown as number;
    return left <= 0;
  }

  away(): Node {
    if (!this.awayNode) {
      const node = (this.awayNode = h("div", "slotcard"));
      void late(() => import("./away.ts"), node).then(({ drawAway }) => drawAway(this.chat, node, this.composer));
    }
    return this.awayNode;
  }

  private choose(choice: { id: string; label: string }): void {
    void this.chat.say(choice.label, [], { choice: choice.id });
    this.composer.focus();
  }

  private async load(message: Message, node: HTMLElement): Promise<Card> {
    if (message.kind === "offer") return new (await late(() => import("./offer.ts"), node)).OfferCard(this.chat, node);
    if (message.kind === "receipt") return new (await late(() => import("./receipt.ts"), node)).ReceiptCard(node);
    return new (await late(() => import("./asked.ts"), node)).AskedCard(this.chat, node);
  }
}
