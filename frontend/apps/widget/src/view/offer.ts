// Times that an agent offers: a tap books. A time that goes changes its button where it stands.
import "../lazy.css";
import type { Problem } from "@ringonce/sync/verdict.ts";
import type { Chat } from "../chat.ts";
import type { Conversation, Field, Message } from "../config.ts";
import { attr, grown, h } from "../dom.ts";
import { nearDay, timeOf, words } from "../words.ts";
import { Act } from "./act.ts";
import { Fields } from "./fields.ts";

interface Time {
  start: string;
  end: string;
  state: "held" | "open" | "near" | "gone" | "booked" | "released";
  held_until?: string | null;
  was?: string | null;
}

interface Offer {
  version: number;
  state?: "open" | "taken" | "withdrawn" | "lapsed";
  service: { id: string; slug: string; title: string };
  length_minutes: number;
  price: string | null;
  zone: string;
  times: Time[];
  held_until: string | null;
  gone?: string[] | null;
  needs?: string[];
}

/** A button that has just changed under a finger is no answer yet. */
const NEW_MS = 500;
const KNOWN = { name: "text", email: "email", phone: "phone" } as const;

export class OfferCard {
  private readonly chat: Chat;
  private readonly node: HTMLElement;
  private readonly act: Act;
  private message: Message | null = null;
  private offer: Offer | null = null;
  private fields: Fields | null = null;
  private chosen: string | null = null;
  private changedAt = 0;
  private proof = "";

  constructor(chat: Chat, node: HTMLElement) {
    this.chat = chat;
    this.node = node;
    this.act = new Act(
      chat,
      "offer",
      (body, ignored) => this.done(body, ignored),
      (problem) => this.refused(problem),
      () => this.draw(),
    );
    node.className = "slotcard offer";
  }

  update(message: Message): void {
    const offer = message.extra as unknown as Offer;
    const times = (of: Offer | null): string => (of ? of.times.map((time) => time.start + time.state).join() : "");
    if (this.offer && times(this.offer) !== times(offer)) this.changedAt = Date.now();
    this.message = message;
    this.offer = offer;
    this.draw();
  }

  private draw(): void {
    const { offer } = this;
    if (!offer) return;
    const head = h("header", {}, h("b", { dir: "auto" }, words("widget.offer.title", { title: offer.service.title, minutes: offer.length_minutes })), offer.price && h("span", {}, offer.price));
    const open = (offer.state ?? "open") === "open";
    const times = h("div", "three", ...offer.times.map((time) => this.chip(time, open)));
    const hint = h("p", "hint", this.hintOf(offer));
    const asked = this.fields && open ? [this.fields.node, this.confirm()] : [];
    const focused = this.node.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["start"] : null;
    // Fields stay the nodes they are: what is being typed is not touched.
    if (this.fields && this.node.contains(this.fields.node)) {
      this.node.querySelector(".three")?.replaceWith(times);
      this.node.querySelector(".hint")?.replaceWith(hint);
      const button = this.node.querySelector<HTMLButtonElement>(".pri");
      if (button) this.act.paint(button, this.confirmLabel());
      if (!open) this.node.replaceChildren(head, times, hint, this.act.line);
    } else this.node.replaceChildren(head, times, hint, ...asked, this.act.line);
    this.fields?.lock(this.act.busy);
    if (focused) this.node.querySelector<HTMLElement>(`[data-start="${focused}"]`)?.focus();
  }

  private chip(time: Time, open: boolean): Node {
    const { zone } = this.offer ?? { zone: "UTC" };
    const free = open && ["held", "open", "near"].includes(time.state);
    const mine = time.state === "booked" || (this.act.busy && this.chosen === time.start) || (this.fields !== null && this.chosen === time.start);
    const look = free ? (time.state === "near" ? "near" : "") : mine ? "" : "gone";
    const press = (): void => {
      if (free && Date.now() - this.changedAt > NEW_MS) this.choose(time.start);
    };
    const chip = h(
      "button",
      { type: "button", class: `slot ${look} ${mine ? "mine" : ""}`, "data-start": time.start, onclick: press },
      time.state !== "gone" ? h("span", {}, timeOf(time.start, zone)) : h("s", {}, timeOf(time.start, zone)),
      h("small", {}, time.state === "booked" ? words("widget.offer.booked") : time.state === "gone" ? words("widget.offer.gone") : nearDay(time.start, zone)),
    );
    attr(chip, "aria-disabled", free && !this.act.busy ? null : "true");
    return chip;
  }

  private hintOf(offer: Offer): string {
    const { zone } = offer;
    if (this.proof) return this.proof;
    if (offer.state === "withdrawn" || offer.state === "lapsed") return words(`widget.offer.${offer.state}`);
    if (offer.state === "taken") return words("widget.offer.taken");
    const near = offer.times.find((time) => time.state === "near" && time.was);
    const moved = near ? words("widget.offer.near", { gone: timeOf(near.was ?? "", zone), time: timeOf(near.start, zone) }) + " " : "";
    const until = offer.held_until;
    return moved + (until && Date.parse(until) > this.chat.now ? words("widget.offer.held", { time: timeOf(until, zone) }) : words("widget.offer.tap"));
  }

  private choose(start: string): void {
    const { offer } = this;
    if (!offer || this.act.busy) {
      this.act.runner.ignored += 1;
      return;
    }
    this.chosen = start;
    const needs = (offer.needs ?? []).flatMap((id): Field[] => (id in KNOWN ? [{ id, type: KNOWN[id as keyof typeof KNOWN], label: words(`widget.field.${id as keyof typeof KNOWN}`), required: true }] : []));
    // With questions open a tap only chooses: the button below them books.
    if (this.fields) this.fields.focus();
    else if (needs.length) this.ask(needs);
    else this.take();
    this.draw();
  }

  private ask(fields: Field[]): void {
    this.fields = new Fields(fields, () => undefined);
    this.draw();
    grown();
    this.fields.focus();
  }

  private take(): void {
    const { message, offer, chosen } = this;
    if (!message || !offer || chosen === null) return;
    const values = this.fields?.values() ?? {};
    const { name, email, phone, ...answers } = values;
    const body = { start: chosen, version: offer.version, ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(Object.keys(answers).length ? { answers } : {}) };
    this.act.runner.submit(`/chat/offers/${message.id}/take`, body, message.id);
  }

  private confirm(): HTMLElement {
    const press = (): void => {
      if (this.act.busy) this.act.runner.ignored += 1;
      else if (this.fields?.check()) this.take();
    };
    const button = h("button", { type: "button", class: "btn pri wide", onclick: press });
    this.act.paint(button, this.confirmLabel());
    return button;
  }

  private confirmLabel(): string {
    return words("widget.book.confirm", { time: this.chosen ? timeOf(this.chosen, this.offer?.zone) : "" });
  }

  private done(body: Record<string, unknown>, ignored: number): void {
    this.fields = null;
    if (ignored) this.proof = words("widget.offer.proof", { count: ignored + 1 });
    const messages = [body["offer"], body["message"]].filter((each): each is Message => typeof each === "object" && each !== null && "seq" in each);
    this.chat.feed.take(body["conversation"] as Conversation, messages);
    this.chat.host.tell("event", { name: "booked", detail: { start: this.chosen } });
  }

  private refused(problem: Problem): void {
    const { params } = problem;
    if (params["offer"] && this.message) this.update({ ...this.message, extra: params["offer"] as Record<string, unknown> });
    if (Array.isArray(params["fields"])) this.ask(params["fields"] as Field[]);
    this.fields?.fault(problem.errors);
  }
}
