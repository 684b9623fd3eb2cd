// From "every time with its reasons" to the blocks that a week by reason draws.
import type { Day, Instant } from "../../lib/types.ts";

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
    const { family, codes } = verdictOf(instant);
    const at = Date.parse(instant.start);
    const before = stretches.at(-1);
    const near = at - last <= day.step_minutes * 60_000;
    // A time between two starts is part of the offer around it, not a reason of its own.
    const between = before?.offered && codes.join() === "off-grid";
    if (before && near && (between || (before.offered === instant.offered && before.family === family && before.codes[0] === codes[0]))) {
      before.starts.push(instant.start);
      before.codes = [...new Set([...before.codes, ...(between ? [] : codes)])];
      if (instant.offered) before.bookable.push(instant.start);
    } else {
      stretches.push({ starts: [instant.start], bookable: instant.offered ? [instant.start] : [], offered: instant.offered, codes, family });
    }
    last = at;
  }
  return stretches;
}

/** What decides an instant: the reason all hosts share, else a mixture, else the service's own rule. The first code leads. */
function verdictOf(instant: Instant): { family: Family; codes: string[] } {
  if (instant.offered) return { family: "open", codes: [] };
  const leads = new Map<string, string>();
  for (const reason of instant.reasons) {
    const host = reason.params["host"];
    if (typeof host === "string" && !leads.has(host)) leads.set(host, reason.code);
  }
  const all = [...new Set(instant.reasons.map((reason) => reason.code))];
  const families = new Set([...leads.values()].map(familyOf));
  if (families.size > 1) return { family: "mix", codes: all };
  const lead = [...leads.values()][0] ?? all[0] ?? "closed";
  return { family: familyOf(lead), codes: [lead, ...all.filter((code) => code !== lead)] };
}
