// A refusal in words: what happened to the time, and which times can be had instead.
import { minuteOf } from "@ringonce/sync/slots.ts";
import type { Problem } from "@ringonce/sync/verdict.ts";
import type { Lost } from "./details.ts";
import type { Model } from "./model.ts";

const TITLES: Record<string, string> = {
  "hold-expired": "expired",
  "rule-notice": "notice",
  "rule-limit": "limit",
  "visitor-limit": "visitor",
  "rule-changed": "changed",
  "host-removed": "changed",
  inactive: "inactive",
  "version-stale": "stale",
  "not-now": "stale",
  "too-late": "late",
};
/** These leave nothing to choose. */
const NO_OTHERS = new Set(["inactive", "visitor-limit", "version-stale", "not-now", "too-late"]);
const LEAST = 3;
const MOST = 3;

export function titleOf(model: Model, code: string, start: number): string {
  const time = model.time(start);
  const kind = TITLES[code];
  const named = kind ? model.words.find(`booking.ui.lost.title.${kind}`, { time }) : undefined;
  return named ?? model.words("booking.ui.lost.title", { time });
}

export function lostOf(model: Model, start: number, problem: Problem): Lost {
  return { title: titleOf(model, problem.code, start), others: othersOf(model, start, problem) };
}

/** The server's alternatives; where it named too few, the nearest that this page knows. */
export function othersOf(model: Model, start: number, problem: Problem): number[] {
  if (NO_OTHERS.has(problem.code)) return [];
  const found = problem.alternatives.map(minuteOf);
  if (found.length < LEAST) {
    const known = [...model.lists.values()].flatMap((list) => [...list.slots.keys()]);
    known.sort((one, other) => Math.abs(one - start) - Math.abs(other - start));
    for (const each of known) if (!found.includes(each) && each !== start) found.push(each);
  }
  const nearest = found.sort((one, other) => Math.abs(one - start) - Math.abs(other - start)).slice(0, MOST);
  return nearest.sort((one, other) => one - other);
}
