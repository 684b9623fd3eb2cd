// What every room needs: who works here, where, and the lists that change rarely (hosts, services, schedules).
import { enter, read, readAll, Refused } from "./api.ts";
import { live, type Frame } from "./live.svelte.ts";
import { prefs } from "./prefs.svelte.ts";
import * as time from "./time.ts";
import { say } from "./words.ts";
import type { Host, Schedule, Service, Session } from "./types.ts";

export interface LogEvent {
  seq: number;
  action: string;
  refs: Record<string, unknown>;
  at: string;
}

/** An empty batch means: the socket has just begun to listen, read what you show once more. */
type Listener = (events: LogEvent[]) => void;

class Desk {
  session = $state.raw<Session | null>(null);
  hosts = $state.raw<Host[]>([]);
  services = $state.raw<Service[]>([]);
  schedules = $state.raw<Schedule[]>([]);
  ready = $state(false);
  minute = $state(Date.now());
  #seq: number | null = null;
  #listeners = new Set<Listener>();
  #stop: (() => void)[] = [];

  get zone(): string {
    return this.session?.workspace.zone ?? "UTC";
  }
  get today(): string {
    return time.civil(this.minute, this.zone).on;
  }

  async enter(session: Session): Promise<void> {
    this.session = session;
    enter(session.workspace.slug);
    await this.refresh();
    this.ready = true;
    const client = live.start(session.workspace.slug, (frame) => this.#take(frame), async () => {
      await read<Session>("/session");
      this.#tell([]);
    });
    client.subscribe("bookings", () => (this.#seq === null ? { topic: "bookings" } : { topic: "bookings", after: this.#seq }));
    const back = (): void => this.#tell([]);
    addEventListener("online", back);
    const tick = setInterval(() => (this.minute = live.now()), 15_000);
    this.#stop = [() => removeEventListener("online", back), () => clearInterval(tick), () => live.stop()];
  }

  leave(): void {
    for (const stop of this.#stop) stop();
    this.#seq = null;
    this.session = null;
    this.ready = false;
    enter(null);
  }

  async refresh(): Promise<void> {
    const [hosts, services, schedules] = await Promise.all([
      readAll<Host>("/hosts"), readAll<Service>("/services"), readAll<Schedule>("/schedules"),
    ]);
    Object.assign(this, { hosts, services, schedules });
  }

  /** Hears every batch of events after the moment of the call. */
  onEvents(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the role allows; the server decides again at each write. */
  may(what: "work" | "configure" | "people" | "own"): boolean {
    const role = this.session?.member.role;
    if (what === "own") return role === "owner";
    return what === "work" ? role !== undefined : role === "owner" || role === "admin";
  }

  /** The hours a host keeps: its own, else the default; a room without any is always open. */
  scheduleOf(host: Host): Schedule | undefined {
    if (host.schedule_id) return this.schedules.find((schedule) => schedule.id === host.schedule_id);
    return host.kind === "person" ? (this.schedules.find((schedule) => schedule.is_default) ?? this.schedules[0]) : undefined;
  }

  host(id: string): Host | undefined {
    return this.hosts.find((host) => host.id === id);
  }
  service(id: string): Service | undefined {
    return this.services.find((service) => service.id === id);
  }

  clock = (at: string | number): string => time.clock(at, this.zone, prefs.locale);
  range = (start: string, end: string): string => time.clockRange(start, end, this.zone, prefs.locale);
  dateOf = (at: string | number): string => time.civil(typeof at === "string" ? Date.parse(at) : at, this.zone).on;
  day = (on: string): string => time.dayLong(on, prefs.locale);
  /** A day and its time, as one phrase. */
  dayTime = (at: string): string => say("dayTime", { day: this.day(this.dateOf(at)), time: this.clock(at) });
  dayShort = (on: string): string => time.dayShort(on, prefs.locale);

  /** A colleague, or another window, changed who works here: another name, another role. */
  async #renewSession(): Promise<void> {
    try {
      const session = await findSession();
      if (this.session) this.session = session;
    } catch (error) {
      // Signed out meanwhile, or no line: both are told elsewhere.
      if (!(error instanceof Refused)) throw error;
    }
  }

  #tell(events: LogEvent[]): void {
    for (const listener of this.#listeners) listener(events);
  }

  #take(frame: Frame): void {
    if (frame.type !== "events") return;
    const events = (frame["events"] as LogEvent[] | undefined) ?? [];
    const first = this.#seq === null;
    const fresh = first ? events : events.filter((event) => event.seq > (this.#seq ?? 0));
    this.#seq = Math.max(this.#seq ?? 0, Number(frame["upto"] ?? 0), ...events.map((event) => event.seq));
    if (!fresh.length && !first) return;
    if (fresh.some((event) => /^(Service|Host|Schedule|Away)/.test(event.action))) void this.refresh();
    if (fresh.some((event) => event.action === "MemberChanged" && event.refs["member_id"] === this.session?.member.id)) void this.#renewSession();
    this.#tell(fresh);
  }
}

export const desk = new Desk();

export async function findSession(): Promise<Session> {
  return read<Session>("/session");
}
