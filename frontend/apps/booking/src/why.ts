// "Why not?" for a day or a time: the reason in one sentence, and the nearest that can be had.
import { instantOf, minuteOf } from "@ringonce/sync/slots.ts";
import type { Api, Explanation } from "./api.ts";
import type { Model } from "./model.ts";
import { node, show } from "./nodes.ts";
import { dateOf, wallOf } from "./zone.ts";

/** What is named first when several reasons hold: what is nearest to "you just missed it". */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ["inactive", /^inactive$/],
  ["visitor", /^limit-visitor$/],
  ["notice", /^notice$/],
  ["full", /^(busy-|held$|seats-full$|buffer$|calendar-unreachable$|too-short$)/],
  ["limit", /^limit-/],
  ["holiday", /^holiday$/],
  ["away", /^(away|host-missing)$/],
  ["window", /^(window|first-only)$/],
  ["closed", /^(closed|override-closed|restriction|off-grid)$/],
];
const SAMPLES = 3;

export class WhyView {
  private readonly model: Model;
  private readonly api: Api;
  private readonly go: (start: number) => void;
  private asking = 0;

  constructor(model: Model, api: Api, go: (start: number) => void) {
    this.model = model;
    this.api = api;
    this.go = go;
  }

  close(): void {
    this.asking += 1;
    this.model.asked = null;
    show(node("why"), false);
  }

  /** Ask about a whole day, at the times that other days begin with. */
  async day(on: string): Promise<void> {
    const { model } = this;
    const date = model.words("booking.ui.date.short", { on });
    model.asked = { on, full: false };
    const family = await this.ask(this.samples(on), on, date);
    if (family === null) return;
    model.asked = { on, full: family === "full" || family === "limit" };
    model.draw();
  }

  /** Ask about one time. */
  async time(start: number): Promise<void> {
    await this.ask([start], dateOf(this.model.zone, start), this.model.when(start));
  }

  /** Show what a refusal already said. */
  told(text: string, nearest: readonly number[]): void {
    this.asking += 1;
    this.write(text, nearest);
  }

  private async ask(starts: number[], on: string, subject: string): Promise<string | null> {
    const { model } = this;
    const turn = ++this.asking;
    this.write(model.words("booking.ui.why.looking", { date: subject }), []);
    const answers = await Promise.allSettled(starts.map((start) => this.api.explain(this.query(start))));
    if (turn !== this.asking) return null;
    const found = answers.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const family = on < dateOf(model.zone, Math.floor(model.clock.now() / 60_000)) ? "past" : familyOf(found);
    this.write(this.sentence(family, subject), nearestOf(found, starts, this.known()));
    return family;
  }

  private sentence(family: string, date: string): string {
    const { words } = this.model;
    return words.find(`booking.ui.why.${family}`, { date }) ?? words("booking.ui.why.other", { date });
  }

  private write(text: string, nearest: readonly number[]): void {
    const { words } = this.model;
    const place = node("why").lastElementChild;
    if (!place) return;
    place.replaceChildren(text);
    nearest.forEach((start, n) => {
      const joint = n === 0 ? words("booking.ui.why.nearest", { count: nearest.length }) : words("booking.ui.why.and");
      place.append(joint, this.button(start));
    });
    if (nearest.length) place.append(words("booking.ui.why.stop"));
    show(node("why"), true);
  }

  private button(start: number): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = this.model.when(start);
    button.addEventListener("click", () => this.go(start));
    return button;
  }

  private known(): number[] {
    return [...this.model.lists.values()].flatMap((list) => [...list.slots.keys()]);
  }

  private query(start: number): Record<string, string> {
    const { model } = this;
    return {
      service: model.state.service.id,
      start: instantOf(start),
      length: String(model.length),
      zone: model.zone,
      ...(model.host ? { host: model.host } : {}),
      ...(model.state.team ? { team: model.state.team } : {}),
      ...(model.state.moving ? { moving: model.state.moving.code } : {}),
      ...(model.state.private ? { private: model.state.private } : {}),
    };
  }

  private samples(on: string): number[] {
    const { model } = this;
    const walls = [...(model.list?.slots.keys() ?? [])].map((start) => wallOf(model.zone, start).slice(11)).sort();
    const picked = walls.length ? [0, 0.5, 1].map((part) => walls[Math.floor(part * (walls.length - 1))] ?? "12:00") : ["12:00"];
    return [...new Set(picked)].slice(0, SAMPLES).map((wall) => minuteShowing(model.zone, on, wall));
  }
}

function familyOf(found: Explanation[]): string {
  const codes = found.flatMap((each) => each.reasons.map((reason) => reason.code));
  return FAMILIES.find(([, pattern]) => codes.some((code) => pattern.test(code)))?.[0] ?? "other";
}

/** The last before and the first after, of what was named and of what this page knows; else the nearest two. */
function nearestOf(found: Explanation[], starts: number[], known: number[]): number[] {
  const named = found.flatMap((each) => each.nearest.map((near) => minuteOf(near.start)));
  const all = [...new Set([...named, ...known])].sort((one, other) => one - other);
  const before = all.filter((each) => each < Math.min(...starts));
  const after = all.filter((each) => each > Math.max(...starts));
  const pair = [...before.slice(-1), ...after.slice(0, 1)];
  if (pair.length === 2) return pair;
  return before.length ? before.slice(-2) : after.slice(0, 2);
}

/** The UTC minute at which a wall shows this time; near a change of the clock, one that is close enough to ask about. */
function minuteShowing(zone: string, on: string, wall: string): number {
  const guess = Math.floor(Date.parse(`${on}T${wall}Z`) / 60_000);
  const shown = Math.floor(Date.parse(`${wallOf(zone, guess)}Z`) / 60_000);
  return guess - (shown - guess);
}
