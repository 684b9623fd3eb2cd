// The times of one day: chips are kept, changed and added in place; a time that goes fades where it stood.
import type { Slot } from "@ringonce/sync/slots.ts";
import { instantOf, minuteOf } from "@ringonce/sync/slots.ts";
import { LAST_MINUTE_MS, type Model } from "./model.ts";
import { copyOf, find, node, setAttr, setClass, setText, show } from "./nodes.ts";
import { dateOf, firstOf, wallOf } from "./zone.ts";

export interface TimesActions {
  choose(start: number): void;
  next(): void;
  askAbout(start: number): void;
}

const NOON = "12:00";
const STILL_MS = 500;

export class TimesView {
  private readonly model: Model;
  private readonly actions: TimesActions;
  private nextAt = 0;

  constructor(model: Model, actions: TimesActions) {
    this.model = model;
    this.actions = actions;
    const form = node<HTMLFormElement>("pick");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => this.click(event));
    find(node("bottom"), ".next").addEventListener("click", () => this.actions.next());
  }

  draw(): void {
    const { model } = this;
    const slots = this.shown();
    for (const name of ["am", "pm"] as const) {
      const part = find(node("pick"), `[data-part="${name}"]`);
      const here = slots.filter((slot) => (wallOf(model.zone, slot.start).slice(11) >= NOON) === (name === "pm"));
      this.list(find(part, "ul"), here);
      show(part, here.length > 0);
    }
    this.head(slots.length);
    show(node("waiting"), model.list === null);
    node("pick").classList.toggle("stale", model.stale || model.waiting);
    this.bottom();
    document.body.classList.toggle("held", model.mine !== null && !model.detailsOpen);
    show(node("live"), !model.stale && model.connection !== "connecting");
  }

  /** The free ones, one's own, and those that have just gone, in order. */
  private shown(): Slot[] {
    const { model } = this;
    if (model.on === null) return [];
    const found = new Map(model.slotsOn(model.on).map((slot) => [slot.start, slot]));
    const extra = [...model.gone.keys(), ...(model.mine === null ? [] : [model.mine])];
    for (const start of extra) {
      if (!found.has(start) && dateOf(model.zone, start) === model.on) found.set(start, { start, seats: null, mine: false });
    }
    return [...found.values()].sort((one, other) => one.start - other.start);
  }

  private head(count: number): void {
    const { model } = this;
    const month = model.words("booking.ui.date.month", { on: firstOf(model.month) });
    const day = model.on ? model.words("booking.ui.date.wide", { on: model.on }) : month;
    setText(node("day"), day);
    // A list that nobody could read is not an empty one.
    const empty = count === 0 && !model.waiting && model.list !== null;
    const none = model.on ? model.words("booking.ui.times.none", { date: day }) : model.words("booking.ui.times.noneMonth", { month });
    setText(node("nothing"), empty ? none : "");
    show(node("nothing"), empty);
  }

  private list(ul: HTMLElement, slots: Slot[]): void {
    const old = new Map([...ul.children].map((li) => [find<HTMLButtonElement>(li, ".slot").value, li]));
    let before: Element | null = null;
    for (const slot of slots) {
      const value = instantOf(slot.start);
      const li = old.get(value) ?? copyOf("slot-form");
      old.delete(value);
      this.chip(li, slot, value);
      const place: Element | null = before ? before.nextElementSibling : ul.firstElementChild;
      if (place !== li) ul.insertBefore(li, place);
      before = li;
    }
    for (const li of old.values()) li.remove();
  }

  private chip(li: Element, slot: Slot, value: string): void {
    const { model } = this;
    const button = find<HTMLButtonElement>(li, ".slot");
    const kind = this.kind(slot.start);
    const small = this.small(slot, kind);
    button.value = value;
    setText(find(button, ".at bdi"), model.time(slot.start));
    setText(find(button, "small"), small);
    const last = kind === "yours" && model.liveHold !== null && model.holdLeft <= LAST_MINUTE_MS;
    setClass(button, `slot ${kind}${last ? " last" : ""}`);
    setAttr(button, "aria-pressed", kind === "yours" ? "true" : null);
    setAttr(button, "aria-disabled", kind === "gone" || model.stale ? "true" : null);
    li.classList.toggle("mine", kind === "yours");
    this.ring(button, last);
    this.next(li, kind === "yours");
  }

  private kind(start: number): string {
    const { model } = this;
    if (start === model.mine) return "yours";
    if (model.gone.has(start)) return "gone";
    return model.near.has(start) ? "near" : "";
  }

  private small(slot: Slot, kind: string): string {
    const { model } = this;
    if (kind === "gone") return model.words(model.gone.get(slot.start)?.why === "taken" ? "booking.ui.slot.taken" : "booking.ui.slot.gone");
    if (kind === "yours") {
      if (model.choosing === slot.start) return model.words("booking.ui.slot.holding");
      return model.holdLeft <= LAST_MINUTE_MS
        ? model.words("booking.ui.slot.last", { left: model.countdown() })
        : model.words("booking.ui.slot.yours");
    }
    return slot.seats === null ? "" : model.words("booking.ui.slot.left", { count: slot.seats });
  }

  private ring(button: Element, last: boolean): void {
    let ring = button.querySelector(".ring");
    if (last && !ring) find(button, "small").before((ring = copyOf("ring-form")));
    if (ring) turn(ring, this.model.holdLeft);
  }

  private next(li: Element, mine: boolean): void {
    const there = li.querySelector(".next");
    if (mine && !there) {
      li.append(copyOf("next-form"));
      this.nextAt = performance.now();
    }
    if (!mine) there?.remove();
  }

  private bottom(): void {
    const { model } = this;
    const bar = node("bottom");
    const start = model.mine;
    if (start === null) return;
    const last = model.choosing === null && model.holdLeft <= LAST_MINUTE_MS;
    bar.classList.toggle("last", last);
    turn(find(bar, ".ring"), model.holdLeft);
    setText(node("bottom-when"), model.when(start));
    const held = last ? model.words("booking.ui.held.last", { left: model.countdown() }) : model.words("booking.ui.held");
    setText(node("bottom-held"), model.choosing === null ? held : model.words("booking.ui.next.busy", { time: model.time(start) }));
  }

  private click(event: Event): void {
    const button = (event.target as Element).closest("button");
    if (!button) return;
    event.preventDefault();
    // The second half of a double click must not fall on the button that the first half brought.
    if (button.classList.contains("next")) {
      if (performance.now() - this.nextAt >= STILL_MS) this.actions.next();
    }
    else if (button.classList.contains("gone")) this.actions.askAbout(minuteOf(button.value));
    else if (button.classList.contains("slot")) this.actions.choose(minuteOf(button.value));
  }
}

/** The ring shows what is left of the last minute. */
export function turn(ring: Element, leftMs: number): void {
  const left = Math.max(0, Math.min(60, Math.ceil(leftMs / 1_000)));
  setAttr(find(ring, ".left"), "stroke-dasharray", `${left} 60`);
}
