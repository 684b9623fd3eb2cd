// Checks and small changes on windows of a day, before the server judges them again.
import { dayLong, weekdayLong } from "../../lib/time.ts";
import { prefs } from "../../lib/prefs.svelte.ts";
import type { Override, Window } from "../../lib/types.ts";

/** A Monday, so that `weekday + n` has a name. */
const MONDAY = new Date(Date.UTC(2024, 0, 1));

export function weekdayName(weekday: number): string {
  const on = new Date(MONDAY.getTime() + weekday * 86_400_000).toISOString().slice(0, 10);
  return weekdayLong(on, prefs.locale);
}

export function isWrong(windows: Window[], n: number): boolean {
  const one = windows[n];
  if (!one) return false;
  const [start, end] = one;
  if (start < 0 || end < 0 || end <= start) return true;
  return windows.some((other, at) => at !== n && other[0] < end && start < other[1] && at < n);
}

export function firstWrong(weekly: Window[][], overrides: Override[]): string | null {
  const day = weekly.findIndex((windows) => windows.some((_, n) => isWrong(windows, n)));
  if (day >= 0) return weekdayName(day);
  const date = overrides.find((one) => !one.on || one.windows.some((_, n) => isWrong(one.windows, n)));
  return date ? (date.on ? dayLong(date.on, prefs.locale) : "…") : null;
}

/** The next window a person probably wants: after the last, or the whole working day. */
export function nextWindow(windows: Window[]): Window {
  const end = windows.at(-1)?.[1];
  if (end === undefined || end < 0) return [540, 1020];
  const start = Math.min(end + 60, 1380);
  return [start, Math.min(start + 180, 1440)];
}
