// A reason with all its facts, in a sentence for the people who work here.
import { desk } from "../../lib/desk.svelte.ts";
import { findWords, say } from "../../lib/words.ts";
import type { Reason } from "../../lib/types.ts";

/** Facts that are instants: UTC minutes, or RFC 3339 where their name ends in `_at`. */
const MINUTES = ["start", "end", "until", "earliest", "first"];

function shown(name: string, value: unknown): string {
  if (MINUTES.includes(name) && typeof value === "number") return timeOf(value * 60_000);
  if (name.endsWith("_at") && typeof value === "string") return timeOf(Date.parse(value));
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) return desk.day(value);
  return value === null || value === undefined ? "" : String(value);
}

/** The time alone today, else with its date. */
function timeOf(at: number): string {
  const on = desk.dateOf(at);
  return on === desk.today ? desk.clock(at) : `${desk.dayShort(on)} ${desk.clock(at)}`;
}

export function sentenceOf(reason: Reason): string {
  const facts = Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [name, shown(name, value)]));
  const { start, end } = reason.params;
  if (typeof start === "number" && typeof end === "number") {
    // A stretch inside one day is told by its times alone.
    const sameDay = desk.dateOf(start * 60_000) === desk.dateOf(end * 60_000 - 1);
    if (sameDay) Object.assign(facts, { start: desk.clock(start * 60_000), end: desk.clock(end * 60_000) });
  }
  facts["note"] ||= say("week.away");
  if (reason.code.startsWith("limit-") && reason.code !== "limit-visitor") {
    const minutes = facts["limit_bookings"] === "";
    Object.assign(facts, { period: say(`period.${reason.code.slice(6) as "day" | "week" | "month" | "year"}`), most: facts[minutes ? "limit_minutes" : "limit_bookings"] ?? "" });
    return say(minutes ? "fact.limit-minutes" : "fact.limit", { period: facts["period"] ?? "", most: facts["most"] ?? "" });
  }
  return findWords(`console.fact.${reason.code}`, facts) ?? findWords(`console.reason.${reason.code}`) ?? reason.text;
}
