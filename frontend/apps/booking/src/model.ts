// What the page knows and shows. One object, changed by the controllers, drawn by the views.
import type { ServerClock } from "@ringonce/sync/clock.ts";
import type { Connection } from "@ringonce/sync/live.ts";
import { heldOf, minuteOf, type HeldSlot, type Slot, type SlotList } from "@ringonce/sync/slots.ts";
import type { Words } from "@ringonce/kit/words.ts";
import type { Messages } from "./generated/messages/index.ts";
import type { BookState } from "./state.ts";
import { dateOf, wallOf } from "./zone.ts";

export type Say = Words<Messages>;

export interface GoneSlot {
  start: number;
  why: "taken" | "other";
  until: number;
}

export const GONE_MS = 10_000;
export const LAST_MINUTE_MS = 60_000;

export class Model {
  readonly state: BookState;
  readonly clock: ServerClock;
  words: Say;
  zone: string;
  hour12: boolean;
  month: string;
  on: string | null;
  length: number;
  host: string | null;
  /** By month; the one on view is kept live, its neighbours are read ahead. */
  readonly lists = new Map<string, SlotList>();
  hold: HeldSlot | null;
  /** The start that is being held right now, before the server has answered. */
  choosing: number | null = null;
  readonly gone = new Map<number, GoneSlot>();
  readonly near = new Set<number>();
  asked: { on: string; full: boolean } | null = null;
  connection: Connection = "connecting";
  waiting = false;
  detailsOpen: boolean;
  /** The start that the form is about. */
  formStart: number | null = null;

  private readonly views: (() => void)[] = [];

  constructor(state: BookState, words: Say, clock: ServerClock) {
    this.state = state;
    this.words = words;
    this.clock = clock;
    this.zone = state.zone;
    this.hour12 = state.hour12;
    this.month = state.month;
    this.on = state.on;
    this.length = state.length;
    this.host = state.host;
    this.hold = heldOf(state.hold);
    this.detailsOpen = state.open;
    this.formStart = this.hold?.start ?? (state.open && state.at ? minuteOf(state.at) : null);
    this.lists.set(state.month, firstList(state));
  }

  onDraw(view: () => void): void {
    this.views.push(view);
  }

  draw(): void {
    for (const view of this.views) view();
  }

  get list(): SlotList | null {
    return this.lists.get(this.month) ?? null;
  }

  /**
   * The server names this visitor's hold: another tab may have moved it, and this one has just opened. That it names
   * none proves nothing, as it may not know yet who looks: a hold once granted is honoured until its deadline.
   */
  adopt(hold: HeldSlot | null): void {
    if (!hold?.token || this.choosing !== null || hold.expiresAt <= this.clock.now()) return;
    if (this.hold?.id === hold.id && this.hold.generation > hold.generation) return;
    this.hold = hold;
  }

  /** The hold, while the server will honour it. */
  get liveHold(): HeldSlot | null {
    return this.hold && this.hold.expiresAt > this.clock.now() ? this.hold : null;
  }

  /** The start that is this visitor's, held or about to be. */
  get mine(): number | null {
    return this.choosing ?? this.liveHold?.start ?? null;
  }

  get holdLeft(): number {
    return this.hold ? this.hold.expiresAt - this.clock.now() : 0;
  }

  /** Nothing that is shown is certain: it must not be drawn as true. */
  get stale(): boolean {
    return this.connection === "lost";
  }

  slotsOn(on: string): Slot[] {
    return [...(this.list?.slots.values() ?? [])].filter((slot) => dateOf(this.zone, slot.start) === on);
  }

  isOffered(start: number): boolean {
    return [...this.lists.values()].some((list) => list.slots.has(start));
  }

  time(start: number): string {
    return this.words("booking.ui.time", { at: wallOf(this.zone, start) });
  }

  span(start: number): string {
    return this.words("booking.ui.time.range", { start: this.time(start), end: this.time(start + this.length) });
  }

  medium(start: number): string {
    return this.words("booking.ui.date.medium", { on: dateOf(this.zone, start) });
  }

  when(start: number): string {
    return this.words("booking.ui.when", { date: this.medium(start), time: this.time(start) });
  }

  countdown(): string {
    const seconds = Math.max(0, Math.ceil(this.holdLeft / 1_000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}

function firstList(state: BookState): SlotList {
  const slots = state.slots.map((each): Slot => {
    const [start, seats] = typeof each === "number" ? [each, null] : each;
    return { start, seats, mine: false };
  });
  return {
    etag: state.etag,
    version: state.version,
    epoch: state.epoch,
    trueUntil: state.trueUntil ? Date.parse(state.trueUntil) : null,
    slots: new Map(slots.map((slot) => [slot.start, slot])),
    hold: heldOf(state.hold),
  };
}
