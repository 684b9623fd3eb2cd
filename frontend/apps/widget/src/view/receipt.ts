// A booking, as it stands now.
import "../lazy.css";
import type { Message } from "../config.ts";
import { h, icon } from "../dom.ts";
import { nearDay, timeOf, words } from "../words.ts";

interface Receipt {
  start: string;
  zone: string;
  title: string;
  length_minutes: number;
  hosts: string[];
  place: string | null;
  manage_url: string | null;
  calendar_url: string | null;
  state: "booked" | "requested" | "cancelled" | "moved";
}

export class ReceiptCard {
  private readonly node: HTMLElement;

  constructor(node: HTMLElement) {
    this.node = node;
  }

  update(message: Message): void {
    const receipt = message.extra as unknown as Receipt;
    const { start, zone, state } = receipt;
    const gone = state === "cancelled" || state === "moved";
    const when = `${nearDay(start, zone)}, ${timeOf(start, zone)}`;
    const facts = [words("widget.receipt.what", { title: receipt.title, minutes: receipt.length_minutes }), ...receipt.hosts.slice(0, 1).map((name) => words("widget.receipt.with", { name })), receipt.place].filter(Boolean);
    const link = (to: string | null, label: string): Node | null => (to ? h("a", { href: to, target: "_blank", rel: "noopener" }, label) : null);
    this.node.className = gone ? "slotcard done past" : "slotcard done";
    this.node.replaceChildren(
      h("p", "done1", icon(gone ? "close" : "sent"), h("span", {}, words(`widget.receipt.${state}`, { when }))),
      h("p", { dir: "auto" }, facts.join(", ")),
      ...(gone ? [] : [h("footer", {}, link(receipt.calendar_url, words("widget.receipt.calendar")), link(receipt.manage_url, words("widget.receipt.manage")))]),
    );
  }
}
