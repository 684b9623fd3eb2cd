// The hold of this visitor: taken by choosing, moved by choosing another, renewed by use, given back by leaving.
import { heldOf, instantOf, type WireHold } from "@ringonce/sync/slots.ts";
import { pause } from "@ringonce/sync/ports.ts";
import { problemOf, verdictOf, type Problem, type Reply } from "@ringonce/sync/verdict.ts";
import type { Api } from "./api.ts";
import type { Model } from "./model.ts";
import { newKey } from "./visitor.ts";

export interface HoldEvents {
  held(start: number): void;
  refused(start: number, problem: Problem): void;
  /** No answer: nothing is known, and nothing is drawn as held. */
  unanswered(start: number): void;
}

const TRIES = 4;
const RENEW_MS = 45_000;

export class HoldKeeper {
  private readonly model: Model;
  private readonly api: Api;
  private readonly events: HoldEvents;
  private wanted: number | null = null;
  private running = false;
  private renewedAt = 0;
  private renewing = false;

  constructor(model: Model, api: Api, events: HoldEvents) {
    this.model = model;
    this.api = api;
    this.events = events;
    if (model.hold) this.renewedAt = model.clock.now();
  }

  /** Take a start. Choosing again before the answer asks for the last one chosen. */
  choose(start: number): void {
    if (this.model.liveHold?.start === start && this.wanted === null) return;
    this.wanted = start;
    this.model.choosing = start;
    if (!this.running) void this.run();
  }

  /** The form is being used: keep the hold, at most every so often; take it again if it ran out. */
  async used(): Promise<void> {
    const { model } = this;
    const hold = model.hold;
    if (!hold || this.running || this.renewing) return;
    const now = model.clock.now();
    if (hold.expiresAt > now && now - this.renewedAt < RENEW_MS) return;
    this.renewedAt = now;
    this.renewing = true;
    try {
      const reply = await this.send(`/holds/${hold.id}/renew`, { token: hold.token, generation: hold.generation });
      if (!reply || model.hold !== hold) return;
      if (verdictOf(reply) === "done") this.take(reply, hold.start);
      else this.lose(hold.start, reply);
    } finally {
      this.renewing = false;
    }
  }

  /** The visitor is going: the time goes back to others at once. Nothing waits for the answer. */
  release(): void {
    const hold = this.model.hold;
    if (!hold) return;
    this.forget();
    const body = JSON.stringify({ token: hold.token, generation: hold.generation });
    void this.api.post(`/holds/${hold.id}/release`, body, newKey(), { keepalive: true }).catch(() => undefined);
  }

  forget(): void {
    this.model.hold = null;
    this.model.choosing = this.wanted = null;
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.wanted !== null) {
        const start = this.wanted;
        const reply = await this.send("/holds", this.body(start));
        if (this.wanted !== start) {
          if (reply && verdictOf(reply) === "done") this.take(reply, start);
          continue;
        }
        this.wanted = this.model.choosing = null;
        if (!reply) this.events.unanswered(start);
        else if (verdictOf(reply) === "done") {
          this.take(reply, start);
          this.events.held(start);
        } else this.lose(start, reply);
      }
    } finally {
      this.running = false;
    }
  }

  private body(start: number): Record<string, unknown> {
    const { model } = this;
    const { state, list } = model;
    return {
      service: state.service.id,
      start: instantOf(start),
      length_minutes: model.length,
      zone: model.zone,
      ...(model.host ? { host: model.host } : {}),
      ...(state.team ? { team: state.team } : {}),
      ...(list?.version ? { seen_version: list.version } : {}),
      ...(state.private ? { private: state.private } : {}),
      ...(state.moving ? { moving: state.moving.code } : {}),
    };
  }

  private take(reply: Reply, start: number): void {
    const held = heldOf(reply.body as WireHold);
    if (held) this.model.hold = { ...held, start: held.start || start };
    this.renewedAt = this.model.clock.now();
  }

  private lose(start: number, reply: Reply): void {
    if (this.model.hold?.start === start) this.model.hold = null;
    this.events.refused(start, problemOf(reply.body));
  }

  /** One intent, the same key until it is answered; null when nobody answers. */
  private async send(path: string, body: Record<string, unknown>): Promise<Reply | null> {
    const key = newKey();
    const text = JSON.stringify(body);
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        const reply = await this.api.post(path, text, key, { signal: AbortSignal.timeout(12_000) });
        if (verdictOf(reply) !== "later") return reply;
        await wait((reply.retryAfter ?? 1) * 1_000);
      } catch {
        await wait(pause(tries, Math.random));
      }
    }
    return null;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
