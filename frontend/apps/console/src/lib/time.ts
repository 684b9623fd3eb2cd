// Civil time in a named zone, and its words. The only file of the console that talks to Intl about dates.

export interface Civil {
  /** ISO date in the zone. */
  on: string;
  /** Minutes since that date's midnight, by its own wall clock. */
  minute: number;
}

export const DAY = 86_400_000;
const MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}

/** English with the 24-hour clock and day before month, as the look has it. */
export function tagOf(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}

export function civil(at: number, zone: string): Civil {
  const parts: Record<string, string> = {};
  const reader = format("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  for (const part of reader.formatToParts(at)) parts[part.type] = part.value;
  return {
    on: `${parts["year"]}-${parts["month"]}-${parts["day"]}`,
    minute: Number(parts["hour"]) * 60 + Number(parts["minute"]),
  };
}

/** The instant of a wall time in a zone; in a missing hour the later, in a doubled hour the earlier. */
export function instantOf(on: string, minute: number, zone: string): number {
  const wanted = Date.parse(`${on}T00:00:00Z`) + minute * MINUTE;
  let at = wanted;
  for (let round = 0; round < 3; round++) {
    const seen = civil(at, zone);
    const off = Date.parse(`${seen.on}T00:00:00Z`) + seen.minute * MINUTE - wanted;
    if (off === 0) return at;
    at -= off;
  }
  return at;
}

export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(on: string): number {
  return (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function mondayOf(on: string): string {
  return addDays(on, -weekdayOf(on));
}

export function weekOf(on: string): string[] {
  const monday = mondayOf(on);
  return Array.from({ length: 7 }, (_, n) => addDays(monday, n));
}

export function clock(at: number | string, zone: string, locale: string): string {
  return format(tagOf(locale), { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    typeof at === "string" ? Date.parse(at) : at,
  );
}

export function clockRange(start: string, end: string, zone: string, locale: string): string {
  return `${clock(start, zone, locale)}–${clock(end, zone, locale)}`;
}

/** 540 -> "09:00"; 1440 -> "24:00". */
export function wall(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** "9:30", "0930", "24:00" -> minutes, or null when it is no time of day. */
export function readWall(text: string): number | null {
  const match = /^\s*(\d{1,2})[:.]?(\d{2})?\s*$/.exec(text);
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= 1440 ? minute : null;
}

function dated(on: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return format(tagOf(locale), { timeZone: "UTC", ...options }).format(Date.parse(`${on}T12:00:00Z`));
}

export function dayLong(on: string, locale: string): string {
  const text = dated(on, locale, { weekday: "short", day: "numeric", month: "long" });
  return text.replace(",", "");
}

export function dayShort(on: string, locale: string): string {
  return dated(on, locale, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
}

export function weekdayShort(on: string, locale: string): string {
  return dated(on, locale, { weekday: "short" });
}

export function weekdayLong(on: string, locale: string): string {
  return dated(on, locale, { weekday: "long" });
}

export function dayNumber(on: string): number {
  return Number(on.slice(8));
}

export function datesRange(first: string, last: string, locale: string): string {
  const reader = format(tagOf(locale), { timeZone: "UTC", day: "numeric", month: "long" });
  if (locale.startsWith("zh")) return `${reader.format(Date.parse(`${first}T12:00:00Z`))}至${reader.format(Date.parse(`${last}T12:00:00Z`))}`;
  const text = reader.formatRange(Date.parse(`${first}T12:00:00Z`), Date.parse(`${last}T12:00:00Z`));
  // In a sentence and in a title a range is said, not drawn.
  return locale === "en" ? text.replace(/\s*–\s*/, " to ") : text;
}

export function zones(): string[] {
  const listed = Intl.supportedValuesOf("timeZone");
  return listed.includes("UTC") ? listed : ["UTC", ...listed];
}
