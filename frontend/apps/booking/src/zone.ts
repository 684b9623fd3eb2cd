// From UTC minutes to a zone's wall clock, and civil dates as text. The browser's own zone data decides.

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const QUARTER = 15;

function formatterOf(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    const numeric = "numeric" as const;
    const options = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric };
    found = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...options });
    formatters.set(zone, found);
  }
  return found;
}

/** Minutes that the zone is ahead of UTC. No zone changes its offset inside a quarter of an hour. */
function offsetAt(zone: string, minute: number): number {
  const quarter = Math.floor(minute / QUARTER);
  const name = `${zone} ${quarter}`;
  let found = offsets.get(name);
  if (found === undefined) {
    const at = quarter * QUARTER;
    const parts: Record<string, number> = {};
    for (const part of formatterOf(zone).formatToParts(at * 60_000)) parts[part.type] = Number(part.value);
    const { year = 0, month = 1, day = 1, hour = 0, minute: left = 0 } = parts;
    found = Date.UTC(year, month - 1, day, hour, left) / 60_000 - at;
    offsets.set(name, found);
  }
  return found;
}

/** `2026-12-10T15:30`: the wall clock of a UTC minute. */
export function wallOf(zone: string, minute: number): string {
  return new Date((minute + offsetAt(zone, minute)) * 60_000).toISOString().slice(0, 16);
}

export function dateOf(zone: string, minute: number): string {
  return wallOf(zone, minute).slice(0, 10);
}

export function isKnownZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

export function browserZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  return zone ?? null;
}

/** Every zone that the browser names; none where it cannot say. */
export function allZones(): string[] {
  return "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : [];
}

export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(on: string): number {
  return (new Date(`${on}T00:00Z`).getUTCDay() + 6) % 7;
}

/** `2026-12` and a number of months. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

export function firstOf(month: string): string {
  return `${month}-01`;
}

export function lastOf(month: string): string {
  return addDays(firstOf(addMonths(month, 1)), -1);
}
