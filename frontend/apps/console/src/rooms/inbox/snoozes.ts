// When "later" is: on the workspace's clock.
import { addDays, civil, instantOf, mondayOf } from "../../lib/time.ts";

export interface Snooze {
  name: "later" | "evening" | "tomorrow" | "week";
  until: string;
}

const HOUR = 60;

export function snoozes(now: number, zone: string): Snooze[] {
  const { on, minute } = civil(now, zone);
  const at = (day: string, of: number): string => new Date(instantOf(day, of, zone)).toISOString();
  const found: Snooze[] = [];
  // Three hours on, to the next half hour; not into the night.
  const later = Math.ceil((minute + 3 * HOUR) / 30) * 30;
  if (later <= 20 * HOUR) found.push({ name: "later", until: at(on, later) });
  else if (minute < 19 * HOUR) found.push({ name: "evening", until: at(on, 20 * HOUR) });
  found.push({ name: "tomorrow", until: at(addDays(on, 1), 9 * HOUR) });
  found.push({ name: "week", until: at(addDays(mondayOf(on), 7), 9 * HOUR) });
  return found;
}

/** What a field of type datetime-local says, as an instant of the zone; null when it says nothing. */
export function readLocal(text: string, zone: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text);
  if (!match?.[1]) return null;
  return new Date(instantOf(match[1], Number(match[2]) * HOUR + Number(match[3]), zone)).toISOString();
}
