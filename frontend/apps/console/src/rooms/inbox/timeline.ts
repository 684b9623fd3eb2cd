// One line of time out of what the log tells about a person: each entry in words, with where it leads.
import type { Facts, State } from "../../lib/chat/types.ts";
import { tell, type Word } from "../../lib/chat/words.ts";
import { desk } from "../../lib/desk.svelte.ts";
import { findWords } from "../../lib/words.ts";
import type { IconName } from "../../parts/icons.ts";

export interface TimelineItem {
  seq: number;
  kind: string;
  at: string;
  actor: { kind: string; id: string; name: string | null };
  conversation: { id: string; number: number; state: State; messages: number } | null;
  booking: { id: string; state: string; title: string; start: string; length_minutes: number; no_show: boolean } | null;
  refs: Facts;
}

export interface TimelineEntry {
  key: string;
  at: string;
  icon: IconName;
  text: string;
  small: string;
  href: string | undefined;
}

const ICONS: Record<string, IconName> = {
  conversation: "chat", booking: "calendar", times: "calendar", time: "calendar", offer: "calendar", contact: "people", identified: "check", no: "person", guests: "people",
};

export function entryOf(item: TimelineItem, here: string): TimelineEntry | null {
  const { conversation, booking, kind } = item;
  const key = `timeline.${kind}` as Word;
  const text = findWords(`inbox.${key}`, { title: booking?.title ?? "", n: conversation?.number ?? 0 });
  if (!text) return null;
  return { key: String(item.seq), at: item.at, icon: iconOf(kind), text, small: smallOf(item, here), href: linkOf(item, here) };
}

function iconOf(kind: string): IconName {
  if (kind === "booking-moved") return "move";
  if (kind.endsWith("merged")) return "merge";
  return kind === "booking-cancelled" || kind === "booking-rejected" ? "close" : (ICONS[kind.split("-")[0] ?? ""] ?? "about");
}

function smallOf({ kind, booking, conversation, actor }: TimelineItem, here: string): string {
  const by = actor.kind === "member" && actor.name ? tell("timeline.by", { name: actor.name }) : "";
  if (booking) return [desk.dayTime(booking.start), by].filter(Boolean).join(", ");
  if (kind === "conversation-started" && conversation) {
    return conversation.id === here ? tell("timeline.this") : `${tell(`state.${conversation.state}`)}, ${tell("timeline.messages", { n: conversation.messages })}`;
  }
  return by;
}

function linkOf({ booking, conversation }: TimelineItem, here: string): string | undefined {
  if (booking) return `/desk/bookings/${booking.id}`;
  return conversation && conversation.id !== here ? `/desk/inbox/${conversation.id}` : undefined;
}

/** The next booking that is still to come, for the card above the list. */
export function nextOf(items: readonly TimelineItem[]): TimelineItem["booking"] {
  const coming = items.flatMap(({ booking }) => (booking && booking.state === "confirmed" && Date.parse(booking.start) > desk.minute ? [booking] : []));
  return coming.toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start))[0] ?? null;
}
