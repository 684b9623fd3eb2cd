// Looking around: days, months, zones, clocks and people. Nothing here takes a time.
import type { Feed } from "./feed.ts";
import { loadWords } from "./generated/messages/index.ts";
import type { HoldKeeper } from "./hold.ts";
import type { Model } from "./model.ts";
import { say, setAttr } from "./nodes.ts";
import type { WhyView } from "./why.ts";
import { dateOf } from "./zone.ts";

export class Browse {
  private readonly model: Model;
  private readonly feed: Feed;
  private readonly why: WhyView;
  private readonly holds: HoldKeeper;

  constructor(model: Model, feed: Feed, why: WhyView, holds: HoldKeeper) {
    this.model = model;
    this.feed = feed;
    this.why = why;
    this.holds = holds;
  }

  chooseDay(on: string): void {
    const { model } = this;
    const count = model.slotsOn(on).length;
    if (count > 0 || (model.mine !== null && dateOf(model.zone, model.mine) === on)) {
      this.why.close();
      model.on = on;
    } else void this.why.day(on);
    model.draw();
    say(model.words("booking.ui.say.day", { date: model.words("booking.ui.date.wide", { on }), count }));
  }

  async go(month: string): Promise<void> {
    const { model } = this;
    model.month = month;
    model.near.clear();
    this.why.close();
    const known = model.lists.has(month);
    model.on = this.firstFree(month);
    if (!known) model.waiting = true;
    model.draw();
    this.feed.watch();
    await this.feed.need(month).catch(() => undefined);
    if (model.month !== month) return;
    model.waiting = false;
    model.on ??= this.firstFree(month);
    model.draw();
    this.feed.ahead();
  }

  async setZone(zone: string): Promise<void> {
    const { model } = this;
    const chosen = model.mine ?? model.slotsOn(model.on ?? "")[0]?.start ?? null;
    model.zone = zone;
    if (chosen !== null) model.on = dateOf(zone, chosen);
    model.draw();
    await this.feed.again().catch(() => undefined);
    model.draw();
  }

  async toggleClock(): Promise<void> {
    const { model } = this;
    model.hour12 = !model.hour12;
    model.words = await loadWords(model.state.locale, model.hour12);
    model.draw();
  }

  async setHost(host: string | null, pills: HTMLElement): Promise<void> {
    const { model } = this;
    model.host = host;
    for (const pill of pills.querySelectorAll<HTMLButtonElement>("button")) setAttr(pill, "aria-pressed", String((pill.value || null) === host));
    this.holds.release();
    model.waiting = true;
    model.draw();
    await this.feed.again().catch(() => undefined);
    model.waiting = false;
    if (model.on === null || model.slotsOn(model.on).length === 0) model.on = this.firstFree(model.month);
    model.draw();
  }

  firstFree(month: string): string | null {
    const list = this.model.lists.get(month);
    const first = list?.slots.keys().next().value;
    return first === undefined ? null : dateOf(this.model.zone, first);
  }
}
