// The booking page: what a click does, and what is drawn after it. Views and keepers know nothing of each other.
import { ServerClock } from "@ringonce/sync/clock.ts";
import { Journal } from "@ringonce/sync/journal.ts";
import type { Timers } from "@ringonce/sync/ports.ts";
import { minuteOf } from "@ringonce/sync/slots.ts";
import { Api } from "./api.ts";
import { BannerView } from "./banner.ts";
import { Booking } from "./booking.ts";
import { Browse } from "./browse.ts";
import { DetailsView } from "./details.ts";
import { DraftKeeper } from "./draft.ts";
import { Feed } from "./feed.ts";
import { Fields } from "./fields.ts";
import { HoldKeeper } from "./hold.ts";
import { pushView, tabShelf } from "./keeper.ts";
import { lostOf, othersOf, titleOf } from "./lost.ts";
import { Model, type Say } from "./model.ts";
import { MonthView } from "./month.ts";
import { node, say } from "./nodes.ts";
import { problemOf, type Problem } from "@ringonce/sync/verdict.ts";
import type { BookState } from "./state.ts";
import { TimesView } from "./times.ts";
import { newKey, type Visitor } from "./visitor.ts";
import { WhyView } from "./why.ts";
import { dateOf } from "./zone.ts";
import { ZoneView } from "./zonepick.ts";

export class BookPage {
  readonly model: Model;
  readonly feed: Feed;
  readonly holds: HoldKeeper;
  readonly booking: Booking;
  readonly fields: Fields;
  readonly details: DetailsView;
  readonly month: MonthView;
  readonly why: WhyView;
  readonly banner: BannerView;
  readonly draft: DraftKeeper;
  readonly browse: Browse;
  private readonly visitor: Visitor;
  private wantsForm = false;

  constructor(state: BookState, words: Say, visitor: Visitor, timers: Timers) {
    const clock = new ServerClock(timers);
    clock.note(state.serverTime, 5_000);
    this.model = new Model(state, words, clock);
    const { model } = this;
    const api = new Api(state.workspace, visitor, clock);
    const page = state.moving ? `${state.path}:${state.moving.code}` : state.path;
    const journal = new Journal(tabShelf, `ringonce:intent:${page}`);
    const ports = {
      send: api.send.bind(api),
      lookUp: api.lookUp.bind(api),
      journal,
      timers,
      chance: Math.random,
      newKey,
    };
    this.draft = new DraftKeeper(page);
    this.fields = new Fields(node<HTMLFormElement>("form"), () => model.words);
    this.booking = new Booking(model, api, this.fields, ports, {
      changed: () => this.draw(),
      lost: (start, problem) => this.lose(start, problem),
      done: () => this.finish(),
      outdated: () => this.reload(),
    });
    this.visitor = visitor;
    this.holds = new HoldKeeper(model, api, {
      held: (start) => this.held(start),
      refused: (start, problem) => this.refused(start, problem),
      unanswered: () => this.unanswered(),
    });
    this.feed = new Feed(model, api, timers, () => visitor.known, {
      changed: (removed, added) => this.changed(removed, added),
      connection: (connection) => {
        model.connection = connection;
        this.draw();
      },
    });
    this.why = new WhyView(model, api, (start) => void this.jump(start));
    const browse = (this.browse = new Browse(model, this.feed, this.why, this.holds));
    this.month = new MonthView(model, { choose: (on) => browse.chooseDay(on), go: (month) => void browse.go(month) });
    const times = new TimesView(model, {
      choose: (start) => void this.choose(start),
      next: () => this.next(),
      askAbout: (start) => void this.why.time(start),
    });
    this.details = new DetailsView(model, this.booking.runner, (start) => this.instead(start));
    this.banner = new BannerView(model);
    const zone = new ZoneView(model, (to) => void browse.setZone(to), () => void browse.toggleClock());
    for (const view of [this.month, times, this.details, this.banner, zone]) model.onDraw(() => view.draw());
  }

  draw(): void {
    this.model.draw();
  }

  /** Go to a time on another day and take it. */
  async jump(start: number): Promise<void> {
    const on = dateOf(this.model.zone, start);
    if (!on.startsWith(this.model.month)) await this.browse.go(on.slice(0, 7));
    this.model.on = on;
    await this.choose(start);
  }

  async choose(start: number): Promise<void> {
    const { model } = this;
    if (model.stale) {
      this.feed.live.check();
      return;
    }
    await this.feed.certain();
    if (model.stale || model.gone.has(start)) return;
    model.near.clear();
    this.why.close();
    this.introduce();
    this.holds.choose(start);
    this.draw();
  }

  /** The feed must know whose hold it is about to see before it sees it. */
  private introduce(): void {
    if (this.visitor.known === null) this.feed.live.say({ type: "token", token: this.visitor.mint() });
  }

  next(): void {
    const { model } = this;
    if (model.choosing !== null) this.wantsForm = true;
    else if (model.liveHold) this.open(model.liveHold.start);
  }

  open(start: number, focus = true): void {
    const { model } = this;
    this.wantsForm = false;
    model.formStart = start;
    if (!model.detailsOpen) pushView("details", "#details");
    model.detailsOpen = true;
    this.details.regain();
    if (!this.booking.runner.busy) this.booking.runner.reset();
    this.draw();
    this.keep();
    if (focus) node("chosen-title").focus();
  }

  /** Back to the times; the hold stays. */
  close(): void {
    const { model } = this;
    if (this.booking.runner.busy) return;
    model.detailsOpen = false;
    this.details.regain();
    const start = model.formStart;
    if (start !== null) model.on = dateOf(model.zone, start);
    this.draw();
    this.keep();
    node("times").focus();
  }

  instead(start: number): void {
    this.booking.instead(start);
    if (this.booking.runner.busy) this.details.regain();
    this.draw();
    node("confirm").focus();
  }

  keep(): void {
    const { model } = this;
    // What is booked is no draft any more: the next visit begins with an empty form.
    if (this.booking.runner.phase === "done") return;
    const { detailsOpen: open, formStart: start, length } = model;
    this.draft.write({ start, length, open, fields: this.fields.keep() });
  }

  /** A reload keeps everything: the words, the time and the key. */
  reload(): void {
    this.keep();
    this.banner.force(this.model.words("booking.ui.banner.reload"));
    location.reload();
  }

  private held(start: number): void {
    const { model } = this;
    this.feed.watch();
    if (model.detailsOpen) model.formStart = start;
    this.draw();
    say(model.words("booking.ui.say.held", { time: model.time(start) }));
    if (this.wantsForm) this.open(start);
  }

  private refused(start: number, problem: Problem): void {
    const { model } = this;
    this.wantsForm = false;
    if (model.detailsOpen) {
      this.lose(start, problem);
      return;
    }
    model.gone.set(start, { start, why: problem.code === "slot-taken" ? "taken" : "other", until: Date.now() + 10_000 });
    const others = othersOf(model, start, problem);
    for (const each of others) model.near.add(each);
    this.why.told(`${titleOf(model, problem.code, start)}${model.words("booking.ui.why.stop")}`, others.slice(0, 2));
    this.draw();
    say(model.words("booking.ui.say.taken", { time: model.time(start) }));
  }

  private unanswered(): void {
    this.wantsForm = false;
    this.feed.live.check();
    this.draw();
  }

  private lose(start: number, problem: Problem): void {
    this.holds.forget();
    this.details.lose(lostOf(this.model, start, problem));
    this.draw();
  }

  private changed(removed: number[], added: number[]): void {
    const { model } = this;
    model.on ??= this.browse.firstFree(model.month);
    const start = model.formStart;
    const lapsed = model.detailsOpen && start !== null && model.liveHold?.start !== start && model.choosing === null;
    if (lapsed && removed.includes(start) && !this.booking.runner.busy && !this.details.lost) {
      this.lose(start, problemOf({ code: "slot-taken" }));
    }
    const taken = removed.find((each) => model.gone.has(each));
    if (taken !== undefined && !model.detailsOpen) say(model.words("booking.ui.say.taken", { time: model.time(taken) }));
    const back = added.find((each) => dateOf(model.zone, each) === model.on);
    if (back !== undefined && added.length === 1 && !model.detailsOpen) say(model.words("booking.ui.say.back", { time: model.time(back) }));
    this.draw();
  }

  private finish(): void {
    this.draft.clear();
    this.holds.forget();
    this.draw();
  }
}

/** The start that a stored intent was about. */
export function startOfNote(note: string): number | null {
  try {
    const found = JSON.parse(note) as { start?: number };
    return typeof found.start === "number" ? found.start : null;
  } catch {
    return null;
  }
}

export function startOfAddress(state: BookState): number | null {
  return state.at ? minuteOf(state.at) : null;
}
