// The lines between the messages, in words. A code this page does not know is not drawn.
import { chat } from "../../lib/chat/chat.svelte.ts";
import { directory } from "../../lib/chat/directory.svelte.ts";
import type { Conversation, Message, Priority } from "../../lib/chat/types.ts";
import { tell } from "../../lib/chat/words.ts";
import { desk } from "../../lib/desk.svelte.ts";
import type { IconName } from "../../parts/icons.ts";

const ICONS: Record<string, IconName> = {
  started: "globe", resolved: "check", reopened: "again", ended: "check", joined: "person", merged: "merge", unmerged: "merge",
  booked: "calendar", "booking-moved": "move", "booking-cancelled": "close", "booking-approved": "check", "booking-rejected": "close", "request-expired": "clock",
  "transcript-sent": "mail", assigned: "person", unassigned: "person", team: "people", "label-added": "tag", "label-removed": "tag",
  priority: "flag", snoozed: "snooze", woken: "bell", transferred: "move", identified: "check", answered: "list",
};

export function codeOf(message: Message): string {
  return String(message.extra["code"] ?? "");
}

export function eventIcon(message: Message): IconName {
  return ICONS[codeOf(message)] ?? "about";
}

export function eventWords(message: Message, conversation: Conversation): string | null {
  const { extra } = message;
  const code = codeOf(message);
  const text = (name: string): string => (typeof extra[name] === "string" ? (extra[name] as string) : "");
  const when = (name: string): string => {
    const found = extra[name];
    if (found === null || found === undefined) return "";
    // Minutes since the epoch are the booking half's unit; milliseconds chat's.
    return desk.dayTime(typeof found === "number" ? new Date(found < 1e10 ? found * 60_000 : found).toISOString() : String(found));
  };
  const guest = conversation.contact.name || tell("guest", { n: conversation.number });
  const member = directory.name(message.author.member_id) || message.author.name;
  const who = message.author.kind === "visitor" ? guest : member;
  const agent = directory.name(text("assignee_id")) || tell("assign.someone");
  switch (code) {
    case "started": {
      const title = conversation.page.title || conversation.page.url || "";
      return title ? tell("event.startedOn", { name: guest, page: title }) : tell("event.started", { name: guest });
    }
    case "resolved": return who ? tell("event.resolved", { name: who }) : tell("event.resolvedAuto");
    case "reopened": return tell("event.reopened", { name: who || guest });
    case "ended": return tell("event.ended", { name: guest });
    case "joined": return tell("event.joined", { name: agent });
    case "merged": return tell(extra["cause"] === "member" ? "event.merged" : "event.mergedAuto", { which: losersOf(extra["losers"]) });
    case "unmerged": return member ? tell("event.unmerged", { name: member }) : tell("event.unmergedAuto");
    case "booked": return when("start") ? tell("event.bookedAt", { name: guest, when: when("start") }) : tell("event.booked", { name: guest });
    case "booking-moved": return tell("event.bookingMoved", { was: when("was"), when: when("start") });
    case "booking-cancelled": return tell("event.bookingCancelled", { when: when("start") });
    case "booking-approved": return tell("event.bookingApproved");
    case "booking-rejected": return tell("event.bookingRejected");
    case "request-expired": return tell("event.requestExpired");
    case "transcript-sent": return tell("event.transcript");
    case "assigned": return assigned(message, member, agent, text("assignee_id"));
    case "unassigned": return tell("event.unassigned", { name: member });
    case "team": return text("team_id") ? tell("event.team", { team: directory.team(text("team_id"))?.name ?? "" }) : null;
    case "label-added": return tell("event.labelAdded", { name: member, label: labelsOf(extra["label_ids"]) });
    case "label-removed": return tell("event.labelRemoved", { name: member, label: labelsOf(extra["label_ids"]) });
    case "priority": return tell("event.priority", { name: member, priority: priorityWord(extra["priority"]) });
    case "snoozed": return tell("event.snoozed", { name: member, when: when("until") });
    case "woken": return tell("event.woken");
    case "transferred": return tell("event.transferred", { name: member, agent: text("assignee_id") ? agent : (directory.team(text("team_id"))?.name ?? agent) });
    case "identified": return tell("event.identified", { name: guest });
    case "answered": return tell("event.answered", { name: guest });
    default: return null;
  }
}

function labelsOf(found: unknown): string {
  return (Array.isArray(found) ? found : []).map((id) => directory.label(String(id))?.name ?? "").filter(Boolean).join(", ");
}

function assigned(message: Message, member: string, agent: string, assignee: string): string {
  if (message.author.kind !== "member") return tell("event.assignedAuto", { agent });
  return message.author.member_id === assignee ? tell("event.took", { name: member }) : tell("event.assigned", { name: member, agent });
}

/** By their numbers where this page knows them all. */
function losersOf(found: unknown): string {
  const ids = Array.isArray(found) ? found.map(String) : [];
  const numbers = ids.flatMap((id) => chat.known.get(id)?.number ?? []);
  if (!numbers.length || numbers.length < ids.length) return tell("event.mergedSome", { n: Math.max(1, ids.length) });
  return tell("event.mergedOne", { numbers: numbers.map((n) => `#${n}`).join(", ") });
}

function priorityWord(found: unknown): string {
  const names: readonly Priority[] = ["none", "low", "medium", "high", "urgent"];
  const name = typeof found === "number" ? names[found] : names.find((one) => one === found);
  return tell(`priority.${name ?? "none"}`);
}
