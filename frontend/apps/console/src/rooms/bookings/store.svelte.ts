// The bookings on screen: what the address asks for, kept true by the log's events.
import { read, readAll, Refused } from "../../lib/api.ts";
import { desk, type LogEvent } from "../../lib/desk.svelte.ts";
import { router } from "../../lib/router.svelte.ts";
import { weekOf } from "../../lib/time.ts";
import type { Booking, Page, Problem } from "../../lib/types.ts";

export type View = "day" | "week" | "list";
const PAGE = 50;
const FRESH_MS = 10_000;

export interface Asked {
  view: View;
  on: string;
  host: string;
  service: string;
  state: string;
  q: string;
}

export function asked(): Asked {
  const query = router.query;
  const wide = innerWidth >= 900;
  const view = query.get("view");
  return {
    view: view === "day" || view === "list" || (view === "week" && wide) ? view : wide ? "week" : "list",
    on: /^\d{4}-\d{2}-\d{2}$/.test(query.get("on") ?? "") ? (query.get("on") as string) : desk.today,
    host: query.get("host") ?? "",
    service: query.get("service") ?? "",
    state: query.get("state") ?? "",
    q: query.get("q") ?? "",
  };
}

/** First and last civil date shown; a list has no last, and a search looks everywhere. */
export function datesOf(ask: Asked): { from: string | null; to: string | null } {
  if (ask.view === "list") return { from: ask.q ? null : ask.on, to: null };
  if (ask.view === "day") return { from: ask.on, to: ask.on };
  const week = weekOf(ask.on);
  return { from: week[0] ?? ask.on, to: week[6] ?? ask.on };
}

export function bookingIds(events: LogEvent[]): string[] {
  const ids = events.flatMap((event) => Object.values(event.refs).flat().filter((ref): ref is string => typeof ref === "string" && ref.startsWith("bkg_")));
  return [...new Set(ids)];
}

const byStart = (one: Booking, other: Booking): number =>
  one.start < other.start ? -1 : one.start > other.start ? 1 : one.id < other.id ? -1 : 1;

export class Bookings {
  items = $state.raw<Booking[]>([]);
  cursor = $state<string | null>(null);
  loaded = $state(false);
  busy = $state(false);
  problem = $state<Problem | null>(null);
  /** Changed a moment ago by somebody: drawn with a mark until the time is over. */
  fresh = $state.raw<ReadonlySet<string>>(new Set());
  #ask: Asked | null = null;
  #round = 0;

  /** Reads what the address asks for; `quiet` keeps the old rows until the new ones are here. */
  async open(ask: Asked, quiet = false): Promise<void> {
    const round = ++this.#round;
    if (!quiet) {
      this.loaded = false;
      this.items = [];
    }
    this.#ask = ask;
    this.busy = true;
    try {
      const page = await this.#fetch(ask, null);
      if (round !== this.#round) return;
      this.items = page.items.toSorted(byStart);
      this.cursor = page.next_cursor;
      this.problem = null;
      this.loaded = true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (round === this.#round) this.problem = error.problem;
    } finally {
      if (round === this.#round) this.busy = false;
    }
  }

  async more(): Promise<void> {
    if (!this.#ask || !this.cursor || this.busy) return;
    const round = this.#round;
    this.busy = true;
    try {
      const page = await this.#fetch(this.#ask, this.cursor);
      if (round !== this.#round) return;
      const known = new Set(this.items.map((booking) => booking.id));
      this.items = [...this.items, ...page.items.filter((booking) => !known.has(booking.id))].toSorted(byStart);
      this.cursor = page.next_cursor;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
    } finally {
      this.busy = false;
    }
  }

  async hear(events: LogEvent[]): Promise<void> {
    if (!this.#ask) return;
    const ids = bookingIds(events);
    if (!events.length || ids.length > 12) return this.open(this.#ask, true);
    await Promise.all(ids.map((id) => this.#renew(id)));
  }

  put(booking: Booking): void {
    const others = this.items.filter((one) => one.id !== booking.id);
    this.items = this.#belongs(booking) ? [...others, booking].toSorted(byStart) : others;
  }

  async #renew(id: string, tries = 0): Promise<void> {
    try {
      const booking = await read<Booking>(`/bookings/${id}`);
      const before = this.items.find((one) => one.id === id);
      if (before && before.version >= booking.version) return;
      this.put(booking);
      this.fresh = new Set([...this.fresh, id]);
      setTimeout(() => (this.fresh = new Set([...this.fresh].filter((one) => one !== id))), FRESH_MS);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.problem.status === 404) this.items = this.items.filter((one) => one.id !== id);
      // The event came through, the answer did not: ask again until it does.
      else if (tries < 20) setTimeout(() => void this.#renew(id, tries + 1), 2_000);
    }
  }

  /** The server decides what a search finds; for a row that changes under us this repeats the plain filters. */
  #belongs(booking: Booking): boolean {
    const ask = this.#ask;
    if (!ask) return false;
    const { from, to } = datesOf(ask);
    const on = desk.dateOf(booking.start);
    if ((from && on < from) || (to && on > to)) return false;
    if (ask.host && !booking.hosts.some((host) => host.id === ask.host)) return false;
    if (ask.service && booking.service.id !== ask.service) return false;
    if (ask.state && booking.state !== ask.state) return false;
    if (!ask.q) return !this.cursor || booking.start <= (this.items.at(-1)?.start ?? "");
    const wanted = ask.q.toLocaleLowerCase();
    return [booking.name, booking.email ?? "", booking.phone ?? "", booking.code].some((text) => text.toLocaleLowerCase().includes(wanted));
  }

  async #fetch(ask: Asked, cursor: string | null): Promise<Page<Booking>> {
    const { from, to } = datesOf(ask);
    const query = {
      from, to,
      host: ask.host, service: ask.service, state: ask.state, q: ask.q,
    };
    if (ask.view !== "list") return { items: await readAll<Booking>("/bookings", query), next_cursor: null };
    return read<Page<Booking>>("/bookings", { ...query, cursor, limit: PAGE });
  }
}
