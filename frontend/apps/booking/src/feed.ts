// Keeps the month on view true: the live feed first, reads by HTTP where it is not, and doubt where neither is.
import { LiveClient, type Connection, type Frame, type Socket } from "@ringonce/sync/live.ts";
import { apply, heldOf, replace, type Change, type Delta, type Snapshot } from "@ringonce/sync/slots.ts";
import type { Timers } from "@ringonce/sync/ports.ts";
import type { Api } from "./api.ts";
import { GONE_MS, type Model } from "./model.ts";
import { dateOf, addMonths, firstOf, lastOf } from "./zone.ts";

export interface FeedEvents {
  /** Free times came or went on the month on view. */
  changed(removed: number[], added: number[]): void;
  connection(connection: Connection): void;
}

const CERTAIN_MS = 3_000;
const TOPIC = "slots";

export class Feed {
  readonly live: LiveClient;
  private readonly model: Model;
  private readonly api: Api;
  private readonly events: FeedEvents;
  private doubts: (() => void)[] = [];
  private followed = "";
  private topicId = "";
  private topics = 0;
  private turning: ReturnType<typeof setTimeout> | null = null;

  constructor(model: Model, api: Api, timers: Timers, token: () => string | null, events: FeedEvents) {
    this.model = model;
    this.api = api;
    this.events = events;
    this.live = new LiveClient({
      open: openSocket,
      hello: () => ({ workspace: model.state.workspace, token: token() }),
      timers,
      chance: Math.random,
      poll: () => this.read(model.month),
      onFrame: (frame) => this.take(frame),
      onConnection: (connection) => events.connection(connection),
    });
  }

  start(): void {
    this.live.start();
    this.watch();
  }

  /** Follow the month on view from what is known of it, and read the next one ahead. */
  watch(): void {
    // A list of its own has a name of its own: a late frame about another month is nobody's.
    const asked = JSON.stringify({ ...this.question(this.model.month), length: this.model.length });
    if (asked !== this.followed) {
      if (this.followed) this.live.unsubscribe(this.topicId);
      this.followed = asked;
      this.topicId = `${TOPIC}-${++this.topics}`;
    }
    this.live.subscribe(this.topicId, () => this.subscription());
    this.turnAtDeadline();
  }

  /** Make sure that a month is there; resolves when it is, rejects when nobody answers. */
  async need(month: string): Promise<void> {
    if (!this.model.lists.has(month)) await this.read(month);
  }

  ahead(): void {
    const next = addMonths(this.model.month, 1);
    this.need(next).catch(() => undefined);
  }

  /** Everything known belongs to another question now. */
  async again(): Promise<void> {
    this.model.lists.clear();
    try {
      await this.read(this.model.month);
    } finally {
      // Also when nobody answered: the feed then brings the list of the new question, not of the old one.
      this.watch();
    }
  }

  /** The page slept: nothing is certain until the server has said so again. */
  doubt(): void {
    this.model.waiting = true;
    this.model.clock.forget();
    this.live.check();
  }

  /** Resolves when what is shown is certain, or after a moment in which nobody could say. */
  certain(): Promise<void> {
    if (!this.model.waiting) return Promise.resolve();
    return new Promise((done) => {
      this.doubts.push(done);
      setTimeout(done, CERTAIN_MS);
    });
  }

  private subscription(): Record<string, unknown> {
    const { model } = this;
    const hold = model.hold?.token;
    return {
      topic: TOPIC,
      ...this.question(model.month),
      length: model.length,
      ...(model.list ? { etag: model.list.etag } : {}),
      ...(hold ? { holds: [hold] } : {}),
    };
  }

  private question(month: string): Record<string, string> {
    const { model } = this;
    return {
      service: model.state.service.id,
      from: firstOf(month),
      to: lastOf(month),
      zone: model.zone,
      ...(model.host ? { host: model.host } : {}),
      ...(model.state.team ? { team: model.state.team } : {}),
      ...(model.state.moving ? { moving: model.state.moving.code } : {}),
      ...(model.state.private ? { private: model.state.private } : {}),
    };
  }

  private async read(month: string): Promise<void> {
    const { model } = this;
    const before = model.lists.get(month) ?? null;
    const query = { ...this.question(month), length: String(model.length) };
    const asked = JSON.stringify(query);
    const snapshot = await this.api.slots(query, before?.etag ?? null, model.hold?.token ?? null);
    if (asked !== JSON.stringify({ ...this.question(month), length: String(model.length) })) return;
    if (snapshot) this.settle(month, replace(before, snapshot));
    else this.certainNow();
  }

  private take(frame: Frame): void {
    const { model } = this;
    if (typeof frame["server_time"] === "string") model.clock.note(frame["server_time"]);
    if (frame.type === "welcome" && model.list && frame["epoch"] !== model.list.epoch) {
      model.lists.clear();
      this.watch();
    }
    if (frame.id !== this.topicId) return;
    if (frame.type === "snapshot") this.settle(model.month, replace(model.list, frame as unknown as Snapshot));
    if (frame.type === "current") this.current(frame);
    if (frame.type === "delta") {
      const change = model.list ? apply(model.list, frame as unknown as Delta) : null;
      if (change) this.settle(model.month, change);
      else this.resync();
    }
  }

  // A frame that does not fit is never patched over.
  private resync(): void {
    this.model.lists.delete(this.model.month);
    this.watch();
  }

  private current(frame: Frame): void {
    const { list } = this.model;
    if (list && "hold" in frame) {
      const hold = heldOf(frame["hold"] as Snapshot["hold"]);
      this.model.lists.set(this.model.month, { ...list, hold });
      this.model.adopt(hold);
    }
    this.certainNow();
  }

  private settle(month: string, change: Change): void {
    const { model } = this;
    model.lists.set(month, change.list);
    model.adopt(change.list.hold);
    if (month === model.month) {
      this.fade(change);
      this.certainNow();
      this.turnAtDeadline();
      this.events.changed(change.removed.map((each) => each.start), change.added);
    }
  }

  /** What was on view and went is shown for a while where it stood; what came back is free again. */
  private fade(change: Change): void {
    const { model } = this;
    for (const start of change.added) model.gone.delete(start);
    for (const { start, why } of change.removed) {
      if (start === model.mine || dateOf(model.zone, start) !== model.on) continue;
      const taken = why === "taken" || why === "held" || why === "";
      model.gone.set(start, { start, why: taken ? "taken" : "other", until: Date.now() + GONE_MS });
    }
  }

  private certainNow(): void {
    this.model.waiting = false;
    for (const done of this.doubts.splice(0)) done();
    this.events.changed([], []);
  }

  // Time alone changes the list at that instant; the feed will say so, and is asked in case it does not.
  private turnAtDeadline(): void {
    if (this.turning) clearTimeout(this.turning);
    const until = this.model.list?.trueUntil;
    if (!until) return;
    const ms = Math.max(1_000, until - this.model.clock.now() + 500);
    if (ms < 2 ** 31) this.turning = setTimeout(() => this.live.check(), ms);
  }
}

function openSocket(): Socket {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const inner = new WebSocket(`${scheme}//${location.host}/api/v1/live`);
  const socket: Socket = {
    send: (text) => inner.send(text),
    close: () => inner.close(),
    onopen: null,
    onmessage: null,
    onclose: null,
  };
  inner.onopen = () => socket.onopen?.();
  inner.onmessage = (event) => socket.onmessage?.(String(event.data));
  inner.onclose = () => socket.onclose?.();
  return socket;
}
