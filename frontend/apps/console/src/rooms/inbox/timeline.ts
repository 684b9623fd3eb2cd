// One line of time out of what the server tells: each entry in words, with where it leads.
import { directory } from "../../lib/chat/directory.svelte.ts";
import type { State } from "../../lib/chat/types.ts";
import { tell } from "../../lib/chat/words.ts";
import { desk } from "../../lib/desk.svelte.ts";
import type { IconName } from "../../parts/icons.ts";

export interface TimelineItem {
  kind: "conversation" | "booking" | "merge";
  at: string;
  conversation?: { id: string; number: number; state: State; assignee_id: string | null } | null;
  booking?: { id: string; state: string; start: string; end: string; title: string; hosts: string[]; no_show: boolean } | null;
  merge?: { id: string; kind: string; undone_at: string | null; undo_until: string; cause: string } | null;
}

export interface TimelineEntry {
  key: string;
  at: string;
  icon: IconName;
  text: string;
  small: string;
  href: string | undefined;
  /** A booking that is still to come. */
  coming: boolean;
}

export function entryOf(item: TimelineItem, here: string): TimelineEntry | null {
  const { conversation, booking, merge, at } = item;
  if (conversation) {
    const agent = directory.name(conversation.assignee_id);
    const current = conversation.id === here;
    return {
      key: conversation.id, at, icon: "chat", coming: false, href: current ? undefined : `/desk/inbox/${conversation.id}`,
      text: agent ? tell("timeline.chatWith", { n: conversation.number, name: agent }) : tell("timeline.chat", { n: conversation.number }),
      small: current ? tell("timeline.this") : tell(`state.${conversation.state}`),
    };
  }
  if (booking) {
    const over = booking.state === "cancelled" || booking.state === "rejected";
    return {
      key: booking.id, at: over || Date.parse(booking.end) < desk.minute ? at : booking.start, icon: over ? "close" : "calendar",
      coming: !over && Date.parse(booking.start) > desk.minute, href: `/desk/bookings/${booking.id}`,
      text: booking.hosts.length ? tell("timeline.bookingWith", { title: booking.title, host: booking.hosts.join(", ") }) : booking.title,
      small: booking.no_show ? tell("timeline.noShow", { when: desk.dayTime(booking.start) }) : over ? tell("timeline.cancelled", { when: desk.dayTime(booking.start) }) : desk.dayTime(booking.start),
    };
  }
  if (!merge) return null;
  return {
    key: merge.id, at, icon: "merge", coming: false, href: undefined,
    text: tell(merge.kind === "contacts" ? "timeline.people" : "timeline.merged"),
    small: merge.undone_at ? tell("timeline.undone") : "",
  };
}
