// Small words about a conversation that list, thread and person share.
import { plainLine } from "@ringonce/kit/markdown.ts";
import { chat } from "../../lib/chat/chat.svelte.ts";
import { directory } from "../../lib/chat/directory.svelte.ts";
import type { Conversation, Priority } from "../../lib/chat/types.ts";
import { tell } from "../../lib/chat/words.ts";
import { desk } from "../../lib/desk.svelte.ts";
import { prefs } from "../../lib/prefs.svelte.ts";
import { addDays, weekdayShort } from "../../lib/time.ts";
import { say } from "../../lib/words.ts";
import type { IconName } from "../../parts/icons.ts";

export const PRIORITIES: readonly Priority[] = ["none", "low", "medium", "high", "urgent"];
/** After this a person who waits is worth a word. */
const WAIT_MS = 5 * 60_000;

export function nameOf(one: Conversation): string {
  return one.contact.name || tell("guest", { n: one.number });
}

export function previewOf(one: Conversation): string {
  if (!one.preview) return tell("preview.none");
  const isOurs = one.preview.author_kind !== "visitor";
  const text = isOurs ? plainLine(one.preview.text) : one.preview.text.replace(/\s+/g, " ");
  if (!text) return tell("preview.file");
  return isOurs ? tell("preview.us", { text }) : text;
}

/** The time today, the weekday this week, else the date. */
export function whenShort(at: string): string {
  const on = desk.dateOf(at);
  if (on === desk.today) return desk.clock(at);
  if (on === addDays(desk.today, -1)) return say("yesterday");
  return on > addDays(desk.today, -6) ? weekdayShort(on, prefs.locale) : dateShort(on);
}

export function dateShort(on: string): string {
  return desk.dayShort(on).replace(/^\S+ /, "");
}

export function dayWords(on: string): string {
  if (on === desk.today) return say("today");
  if (on === addDays(desk.today, -1)) return say("yesterday");
  return desk.day(on);
}

/** The time alone when it is today: "15:00", "Tue 24 Nov 09:00". */
export function soon(at: string): string {
  const on = desk.dateOf(at);
  return on === desk.today ? desk.clock(at) : `${desk.dayShort(on)} ${desk.clock(at)}`;
}

export function waited(since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes < 60) return tell("waits.minutes", { n: minutes });
  return minutes < 48 * 60 ? tell("waits.hours", { n: Math.floor(minutes / 60) }) : tell("waits.days", { n: Math.floor(minutes / 1440) });
}

export interface Fact {
  text: string;
  icon: IconName;
  tone: "" | "warn" | "bad" | "accent";
}

/** At most one for a row: what most needs to be known. */
export function factOf(one: Conversation, now: number): Fact | null {
  if (one.state === "snoozed" && one.snoozed_until) return { text: tell("until", { when: soon(one.snoozed_until) }), icon: "snooze", tone: "" };
  if (one.priority === "urgent") return { text: tell("priority.urgent"), icon: "flag", tone: "bad" };
  if (one.state === "open" && one.waiting_since && now - Date.parse(one.waiting_since) >= WAIT_MS) {
    return { text: waited(one.waiting_since, now), icon: "clock", tone: "warn" };
  }
  if (one.priority === "high") return { text: tell("priority.high"), icon: "flag", tone: "warn" };
  const label = one.labels.map((id) => directory.label(id)).find(Boolean);
  if (label) return { text: one.labels.length > 1 ? `${label.name} +${one.labels.length - 1}` : label.name, icon: "tag", tone: "" };
  if (one.assignee_id && one.assignee_id !== chat.me) return { text: directory.name(one.assignee_id), icon: "person", tone: "" };
  return null;
}

export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
