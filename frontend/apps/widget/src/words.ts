// The language of this build: vite puts another file in the place of this one for every other language.
import { makeWords, type Words } from "@ringonce/kit/words.ts";
import type { Messages } from "./generated/messages/index.ts";
import messages from "./generated/messages/en.ts";

export const locale = document.documentElement.lang || "en";
/** Dates are written day first, as in our patterns. */
const dates = locale === "en" ? "en-GB" : locale;

export const words: Words<Messages> = makeWords<Messages>(locale, messages);

const clock12 = habit().resolvedOptions().hour12 === true;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** How the visitor's browser writes hours. One without a language of its own says "C", which is none. */
function habit(): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(navigator.language, { hour: "numeric" });
  } catch {
    return new Intl.DateTimeFormat(dates, { hour: "numeric" });
  }
}

function format(at: string | number | Date, options: Intl.DateTimeFormatOptions): string {
  const name = JSON.stringify(options);
  const known = clocks.get(name) ?? new Intl.DateTimeFormat(dates, options);
  clocks.set(name, known);
  return known.format(new Date(at));
}

export function timeOf(at: string | number | Date, timeZone?: string): string {
  return format(at, { hour: "2-digit", minute: "2-digit", hourCycle: clock12 ? "h12" : "h23", ...(timeZone ? { timeZone } : {}) });
}

export function dayOf(at: string | number | Date, timeZone?: string): string {
  return format(at, { weekday: "short", day: "numeric", month: "short", ...(timeZone ? { timeZone } : {}) });
}

/** "today", "tomorrow", else weekday and date. */
export function nearDay(at: string | number | Date, timeZone?: string): string {
  const on = dayOf(at, timeZone);
  const now = Date.now();
  if (on === dayOf(now, timeZone)) return words("widget.day.today");
  if (on === dayOf(now + 86_400_000, timeZone)) return words("widget.day.tomorrow");
  if (on === dayOf(now - 86_400_000, timeZone)) return words("widget.day.yesterday");
  return on;
}

/** As one is called across a counter: the first name; of a Chinese name, all of it. */
export const firstName = (name: string): string => name.split(" ")[0] ?? name;

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

export function sizeOf(bytes: number): string {
  const mega = bytes >= 999_500;
  return new Intl.NumberFormat(locale, { style: "unit", unit: mega ? "megabyte" : "kilobyte", maximumFractionDigits: mega && bytes < 9_950_000 ? 1 : 0 }).format(
    mega ? bytes / 1_000_000 : Math.max(bytes / 1_000, 1),
  );
}

/** Why something was refused, in a sentence: ours if we have one, else the server's, else a plain one. */
export function whyOf(problem: { code: string; title?: string; detail?: string } | null): string {
  return (problem && (words.find(`widget.why.${problem.code}`) ?? (problem.title || problem.detail))) || words("widget.why.other");
}
