// The zone picker and the 12/24-hour button: the same instants, written otherwise.
import type { Model } from "./model.ts";
import { node, setAttr, setText } from "./nodes.ts";
import { allZones, wallOf } from "./zone.ts";

export class ZoneView {
  private readonly model: Model;

  constructor(model: Model, change: (zone: string) => void, toggle: () => void) {
    this.model = model;
    const select = node<HTMLSelectElement>("zones");
    const fill = (): void => this.fill(select);
    select.addEventListener("pointerdown", fill, { once: true });
    select.addEventListener("focus", fill, { once: true });
    select.addEventListener("change", () => change(select.value));
    node("zone").addEventListener("submit", (event) => event.preventDefault());
    node("h24").addEventListener("click", (event) => {
      event.preventDefault();
      toggle();
    });
  }

  draw(): void {
    const { model } = this;
    const now = Math.floor(model.clock.now() / 60_000);
    setText(node("zonenow"), model.words("booking.ui.zone.now", { zone: this.name(model.zone), time: model.words("booking.ui.time", { at: wallOf(model.zone, now) }) }));
    const select = node<HTMLSelectElement>("zones");
    if (![...select.options].some((option) => option.value === model.zone)) select.append(this.option(model.zone));
    if (select.value !== model.zone) select.value = model.zone;
    const [shown, other] = model.hour12 ? (["h12", "h24"] as const) : (["h24", "h12"] as const);
    const button = node("h24");
    const clock = model.words(`booking.ui.clock.${shown}`);
    setText(button, clock);
    setAttr(button, "aria-label", model.words("booking.ui.clock.label", { clock, other: model.words(`booking.ui.clock.${other}`) }));
  }

  private name(zone: string): string {
    const city = this.model.state.cities[zone] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
    return this.model.words("booking.ui.zone.time", { city });
  }

  private option(zone: string): HTMLOptionElement {
    const option = document.createElement("option");
    option.value = zone;
    option.textContent = this.name(zone);
    return option;
  }

  // The whole list is long and rarely opened: it is made when the picker is.
  private fill(select: HTMLSelectElement): void {
    const there = new Set([...select.options].map((option) => option.value));
    select.append(...allZones().filter((zone) => !there.has(zone)).map((zone) => this.option(zone)));
  }
}
