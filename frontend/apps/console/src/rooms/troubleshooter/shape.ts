// From "every time with its reasons" to the blocks that a week by reason draws.
import type { Reason } from "../../lib/types.ts";

export interface Instant {
  start: string;
  offered: boolean;
  reasons: Reason[];
}

export interface HostDay {
  id: string;
  name: string;
  blocks: { start: string; end: string; reason: string; params: Record<string, unknown> }[];
}

export interface Day {
  on: string;
  zone: string;
  step_minutes: number;
  hosts: HostDay[];
  instants: Instant[];
}

export type Family = "open" | "closed" | "away" | "notice" | "busy" | "ext" | "held" | "limit" | "buffer" | "bad" | "mix";

const FAMILIES: Record<string, Family> = {
  closed: "closed", "override-closed": "closed", restriction: "closed", "too-short": "closed", "off-grid": "closed",
  away: "away", holiday: "away", notice: "notice", window: "notice", "first-only": "notice",
  "busy-booking": "busy", "seats-full": "busy", "busy-external": "ext", "calendar-unreachable": "bad", held: "held", buffer: "buffer",
  "limit-day": "limit", "limit-week": "limit", "limit-month": "limit", "limit-year": "limit", "limit-visitor": "limit",
  "host-missing": "bad", inactive: "bad",
};

export function familyOf(code: string): Family {
  return FAMILIES[code] ?? "closed";
}

export interface Stretch {
  /** The instants in it, in order; between offered starts also those that are on no grid. */
  starts: string[];
  /** First and last that can be booked. */
  bookable: string[];
  offered: boolean;
  codes: string[];
  family: Family;
}

/** Neighbouring instants with the same answer are one stretch. */
export function stretchesOf(day: Day): Stretch[] {
  const stretches: Stretch[] = [];
  let last = NaN;
  for (const instant of day.instants) {
    const codes = instant.offered ? [] : [...new Set(instant.reasons.map((reason) => reason.code))];
    const family = familyFor(instant, codes);
    const at = Date.parse(instant.start);
    const before = stretches.at(-1);
    const near = at - last <= day.step_minutes * 60_000;
    // A time between two starts is part of the offer around it, not a reason of its own.
    const between = before?.offered && codes.join() === "off-grid";
    if (before && near && (between || (before.offered === instant.offered && before.codes.join() === codes.join()))) {
      before.starts.push(instant.start);
      if (instant.offered) before.bookable.push(instant.start);
    } else {
      stretches.push({ starts: [instant.start], bookable: instant.offered ? [instant.start] : [], offered: instant.offered, codes, family });
    }
    last = at;
  }
  return stretches;
}

function familyFor(instant: Instant, codes: string[]): Family {
  if (instant.offered) return "open";
  const families = [...new Set(codes.map(familyOf))];
  if (families.length === 1) return families[0] as Family;
  const hosts = new Set(instant.reasons.map((reason) => String(reason.params["host"] ?? "")));
  // One person with two reasons is told by the first; people with a reason each are a mixture.
  return hosts.size > 1 ? "mix" : (families[0] ?? "closed");
}
