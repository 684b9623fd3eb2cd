// Confirming: one intent from the form to its receipt, whatever the network does in between.
import { IntentRunner, type IntentPorts } from "@ringonce/sync/intent.ts";
import { instantOf } from "@ringonce/sync/slots.ts";
import { problemOf, type Problem } from "@ringonce/sync/verdict.ts";
import type { Api } from "./api.ts";
import type { Fields } from "./fields.ts";
import type { Model } from "./model.ts";
import { setText, node } from "./nodes.ts";
import { buildOf } from "./state.ts";

export interface BookingEvents {
  changed(): void;
  lost(start: number, problem: Problem): void;
  /** The key and the body are written: from here on a reload asks before it sends. */
  done(): void;
  /** This page is of another build than the server: it must reload and keep what was typed. */
  outdated(): void;
}

interface Receipt {
  booking?: { manage_path?: string; code?: string };
}

const REQUEST_FAULTS = new Set(["request-invalid", "not-found", "method-not-allowed", ""]);

export class Booking {
  readonly runner: IntentRunner;
  private readonly model: Model;
  private readonly fields: Fields;
  private readonly api: Api;
  private readonly events: BookingEvents;

  constructor(model: Model, api: Api, fields: Fields, ports: IntentPorts, events: BookingEvents) {
    this.model = model;
    this.api = api;
    this.fields = fields;
    this.events = events;
    this.runner = new IntentRunner(ports, () => this.drawn());
  }

  /** Book the start that the form is about, from its hold. */
  confirm(): void {
    const { model } = this;
    const start = model.formStart;
    if (start === null || this.blocked()) return;
    const hold = model.hold;
    if (hold?.start === start) this.submit(start, { hold_id: hold.id, hold_token: hold.token, generation: hold.generation });
    else this.submit(start, this.direct(start));
  }

  /** Book another start in one click: another intent, with the same words. */
  instead(start: number): void {
    if (this.blocked()) return;
    this.model.formStart = start;
    this.submit(start, this.direct(start));
  }

  private blocked(): boolean {
    if (this.runner.busy) {
      this.runner.ignored += 1;
      return true;
    }
    const faulty = this.fields.validate();
    if (faulty > 0) setText(node("line"), this.model.words("booking.ui.line.fields", { count: faulty }));
    return faulty > 0;
  }

  private direct(start: number): Record<string, unknown> {
    const { state, length, host } = this.model;
    if (state.moving) return { start: instantOf(start), length_minutes: length };
    return {
      service: state.service.id,
      start: instantOf(start),
      length_minutes: length,
      ...(host ? { host } : {}),
      ...(state.team ? { team: state.team } : {}),
      ...(state.private ? { private: state.private } : {}),
    };
  }

  private submit(start: number, slot: Record<string, unknown>): void {
    const { model } = this;
    const { moving } = model.state;
    const note = JSON.stringify({ start });
    if (moving) {
      this.runner.submit(`/public/bookings/${moving.code}/reschedule`, { version: moving.version, ...slot }, note);
      return;
    }
    const who = { zone: model.zone, locale: model.state.locale };
    this.runner.submit("/bookings", { ...slot, ...this.fields.body(model.state.answers), ...who }, note);
  }

  private drawn(): void {
    const { runner } = this;
    this.fields.lock(runner.busy);
    this.events.changed();
    const problem = problemOf(runner.reply?.body);
    if (runner.phase === "done") this.finish();
    if (runner.phase === "refused") this.events.lost(this.model.formStart ?? 0, problem);
    if (runner.phase === "invalid") void this.invalid(problem);
  }

  private async invalid(problem: Problem): Promise<void> {
    const elsewhere = this.fields.refused(problem.errors);
    const unknown = REQUEST_FAULTS.has(problem.code) || problem.errors.some((each) => each.code === "unknown-field");
    if (unknown && (await this.isOutdated())) {
      this.events.outdated();
      return;
    }
    const { words } = this.model;
    const count = problem.errors.length - elsewhere.length;
    const request = words("booking.ui.request", { request: this.runner.reply?.requestId ?? "" });
    const text = count > 0 ? words("booking.ui.line.fields", { count }) : `${problem.detail || problem.title} ${request}`;
    setText(node("line"), text);
    node("line").classList.add("bad");
  }

  private async isOutdated(): Promise<boolean> {
    try {
      const build = await this.api.build();
      return build !== "" && build !== buildOf();
    } catch {
      return false;
    }
  }

  private finish(): void {
    this.events.done();
    const { successUrl } = this.model.state.service;
    const { booking } = this.runner.reply?.body as Receipt;
    if (successUrl && !this.model.state.moving && /^https?:\/\//i.test(successUrl)) {
      location.assign(successUrl);
      return;
    }
    const kept = new URLSearchParams();
    for (const name of ["lang", "embed", "clock", "zone"]) {
      const value = new URLSearchParams(location.search).get(name);
      if (value) kept.set(name, value);
    }
    const query = kept.size ? `?${kept.toString()}` : "";
    const twice = this.runner.ignored > 0 || this.runner.reply?.replayed ? "#twice" : "";
    const path = booking?.manage_path ?? `/${this.model.state.workspace}/b/${booking?.code ?? ""}`;
    location.assign(path + query + twice);
  }
}
