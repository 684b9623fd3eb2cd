// A reason with all its facts, in a sentence for the people who work here.
import { desk } from "../../lib/desk.svelte.ts";
import { findWords, say } from "../../lib/words.ts";
import type { Reason } from "../../lib/types.ts";

/** Facts that are instants: RFC 3339, or UTC minutes under one of these names. */
const MINUTES = ["start", "end", "until", "earliest", "first"];

function shown(name: string, value: unknown): string {
  const at = instantOf(name, value);
  if (at !== null) return timeOf(at);
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) return desk.day(value);
  return value === null || value === undefined ? "" : String(value);
}

function instantOf(name: string, value: unknown): number | null {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  return MINUTES.includes(name) && typeof value === "number" ? value * 60_000 : null;
}

/** The time alone today, else with its date. */
function timeOf(at: number): string {
  const on = desk.dateOf(at);
  return on === desk.today ? desk.clock(at) : `${desk.dayShort(on)} ${desk.clock(at)}`;
}

export function sentenceOf(reason: Reason): string {
  const facts = Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [name, shown(name, value)]));
  const start = instantOf("start", reason.params["start"]);
  const end = instantOf("end", reason.params["end"]);
  // A stretch inside one day is told by its times alone.
  if (start !== null && end !== null && desk.dateOf(start) === desk.dateOf(end - 1)) {
    Object.assign(facts, { start: desk.clock(start), end: desk.clock(end) });
  }
  facts["note"] ||= say("week.away");
  if (reason.code.startsWith("limit-") && reason.code !== "limit-visitor") {
    const minutes = facts["limit_bookings"] === "";
    Object.assign(facts, { period: say(`period.${reason.code.slice(6) as "day" | "week" | "month" | "year"}`), most: facts[minutes ? "limit_minutes" : "limit_bookings"] ?? "" });
    return say(minutes ? "fact.limit-minutes" : "fact.limit", { period: facts["period"] ?? "", most: facts["most"] ?? "" });
  }
  if (reason.code === "window" && !facts["first_on"]) return say("fact.window-until", { last_on: facts["last_on"] ?? "" });
  return findWords(`console.fact.${reason.code}`, facts) ?? findWords(`console.reason.${reason.code}`) ?? reason.text;
}
