// The month grid: the very cells that Python drew, given other days. One tab stop, arrows inside.
import type { Model } from "./model.ts";
import { find, node, setAttr, setClass, setText, show } from "./nodes.ts";
import { addDays, addMonths, dateOf, firstOf, lastOf, weekdayOf } from "./zone.ts";

export interface MonthActions {
  /** Show the times of a day; a day without times is asked about. */
  choose(on: string): void;
  go(month: string): void;
}

const STEPS: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };

export class MonthView {
  private readonly model: Model;
  private readonly actions: MonthActions;
  private readonly buttons: HTMLButtonElement[];
  private readonly rows: HTMLTableRowElement[];
  private focus: string | null = null;

  constructor(model: Model, actions: MonthActions) {
    this.model = model;
    this.actions = actions;
    const table = node<HTMLTableElement>("days");
    this.rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    this.buttons = [...table.querySelectorAll<HTMLButtonElement>("button")];
    table.addEventListener("click", (event) => this.click(event));
    table.addEventListener("keydown", (event) => this.key(event));
    for (const [id, step] of [["previous", -1], ["following", 1]] as const) {
      node(id).addEventListener("click", (event) => {
        event.preventDefault();
        if (node(id).getAttribute("aria-disabled") !== "true") this.actions.go(addMonths(this.model.month, step));
      });
    }
  }

  draw(): void {
    const { model } = this;
    const today = dateOf(model.zone, Math.floor(model.clock.now() / 60_000));
    const first = firstOf(model.month);
    const begin = addDays(first, -((weekdayOf(first) - model.state.firstWeekday + 7) % 7));
    const free = this.counts();
    const stop = this.tabStop(first);
    const busy = model.waiting || model.list === null;
    this.buttons.forEach((button, n) => this.cell(button, addDays(begin, n), { first, free, today, stop }));
    for (const row of this.rows) row.classList.toggle("blank", [...row.cells].every((cell) => find<HTMLButtonElement>(cell, "button").hidden));
    setText(node("month"), model.words("booking.ui.date.month", { on: first }));
    setClass(node("days"), `month${model.stale || busy ? " stale" : ""}`);
    setAttr(node("days"), "aria-busy", busy ? "true" : null);
    setAttr(node("previous"), "aria-disabled", model.month <= today.slice(0, 7) ? "true" : null);
  }

  /** Move the focus to a day, in another month if need be. */
  focusOn(on: string): void {
    this.focus = on;
    if (!on.startsWith(this.model.month)) this.actions.go(on.slice(0, 7));
    else this.draw();
    this.buttons.find((button) => button.value === on && !button.hidden)?.focus();
  }

  private cell(button: HTMLButtonElement, on: string, all: { first: string; free: Map<string, number>; today: string; stop: string }): void {
    const { model } = this;
    const inside = on.startsWith(model.month);
    show(button, inside);
    const cell = button.parentElement;
    if (cell) setAttr(cell, "aria-selected", String(inside && on === model.on));
    if (!inside) {
      setClass(button, "day ");
      setText(button, "");
      button.value = "";
      button.tabIndex = -1;
      return;
    }
    const free = all.free.get(on) ?? 0;
    const full = model.asked?.on === on && model.asked.full;
    const kinds = [free ? "free" : model.asked?.on === on ? "asked" : "", full && !free ? "full" : "", on === all.today ? "today" : ""];
    setClass(button, `day ${kinds.filter(Boolean).join(" ")}`);
    setText(button, String(Number(on.slice(8))));
    button.value = on;
    button.tabIndex = on === all.stop ? 0 : -1;
    setAttr(button, "aria-label", this.label(on, free, full, on === all.today));
  }

  private label(on: string, free: number, full: boolean, today: boolean): string {
    const { words } = this.model;
    const date = words("booking.ui.date.wide", { on });
    const label = free
      ? words("booking.ui.day.free", { date, count: free })
      : words(full ? "booking.ui.day.full" : "booking.ui.day.none", { date });
    return today ? words("booking.ui.day.today", { label }) : label;
  }

  private counts(): Map<string, number> {
    const found = new Map<string, number>();
    for (const slot of this.model.list?.slots.values() ?? []) {
      const on = dateOf(this.model.zone, slot.start);
      found.set(on, (found.get(on) ?? 0) + 1);
    }
    return found;
  }

  private tabStop(first: string): string {
    for (const on of [this.focus, this.model.on]) if (on?.startsWith(this.model.month)) return on;
    return first;
  }

  private click(event: Event): void {
    const button = (event.target as Element).closest("button");
    if (!button?.value) return;
    event.preventDefault();
    this.focus = button.value;
    this.actions.choose(button.value);
  }

  private key(event: KeyboardEvent): void {
    const on = (event.target as HTMLButtonElement).value;
    if (!on || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.target(event, on);
    if (to === null) return;
    event.preventDefault();
    const today = dateOf(this.model.zone, Math.floor(this.model.clock.now() / 60_000));
    const earliest = firstOf(today.slice(0, 7));
    this.focusOn(to < earliest ? earliest : to);
  }

  private target(event: KeyboardEvent, on: string): string | null {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const mirrored = Math.abs(step) === 1 && document.documentElement.dir === "rtl";
      return addDays(on, mirrored ? -step : step);
    }
    const place = (weekdayOf(on) - this.model.state.firstWeekday + 7) % 7;
    if (event.key === "Home") return addDays(on, -place);
    if (event.key === "End") return addDays(on, 6 - place);
    if (event.key === "PageUp" || event.key === "PageDown") {
      const month = addMonths(on.slice(0, 7), event.key === "PageUp" ? -1 : 1);
      const last = lastOf(month);
      const same = `${month}-${on.slice(8)}`;
      return same > last ? last : same;
    }
    return null;
  }
}
