// Pure rules of the inbox: which list a conversation belongs to, how a thread is drawn, what undoes a deed.
import type { Conversation, Message, Priority } from "../../lib/chat/types.ts";

export type View = "mine" | "unassigned" | "all" | "mentions";
export type StateAsked = "open" | "snoozed" | "resolved";

export interface Asked {
  view: View;
  state: StateAsked;
  inbox: string;
  team: string;
  label: string;
  contact: string;
}

export function belongs(one: Conversation, ask: Asked, me: string, mentioned: ReadonlySet<string>): boolean {
  if (one.state !== ask.state) return false;
  if (ask.view === "mine" && one.assignee_id !== me) return false;
  if (ask.view === "unassigned" && one.assignee_id !== null) return false;
  if (ask.view === "mentions" && !mentioned.has(one.id)) return false;
  if (ask.inbox && one.inbox_id !== ask.inbox) return false;
  if (ask.team && one.team_id !== ask.team) return false;
  if (ask.label && !one.labels.includes(ask.label)) return false;
  return !ask.contact || one.contact.id === ask.contact;
}

export function byNewest(one: Conversation, other: Conversation): number {
  if (one.last_message_at !== other.last_message_at) return one.last_message_at < other.last_message_at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

export type Change =
  | { action: "resolve" | "reopen" }
  | { action: "assign"; assignee_id?: string | null; expected_assignee_id?: string | null; team_id?: string | null; note?: string }
  | { action: "label"; add: string[]; remove: string[] }
  | { action: "snooze"; until: string }
  | { action: "priority"; priority: Priority };

/** What brings a conversation back to how it was before a change that is done; null when nothing does. */
export function undoOf(before: Conversation, after: Conversation, change: Change, now: number): Change | null {
  switch (change.action) {
    case "assign":
      // A team may have given it to an agent at once.
      return { action: "assign", assignee_id: before.assignee_id, expected_assignee_id: after.assignee_id, team_id: before.team_id };
    case "label": {
      const add = change.remove.filter((id) => before.labels.includes(id));
      const remove = change.add.filter((id) => !before.labels.includes(id));
      return add.length + remove.length ? { action: "label", add, remove } : null;
    }
    case "priority":
      return before.priority === change.priority ? null : { action: "priority", priority: before.priority };
    default:
      return stateBack(before, now);
  }
}

function stateBack(before: Conversation, now: number): Change | null {
  if (before.state === "resolved") return { action: "resolve" };
  if (before.state === "snoozed" && before.snoozed_until && Date.parse(before.snoozed_until) > now) return { action: "snooze", until: before.snoozed_until };
  return before.state === "merged" ? null : { action: "reopen" };
}

export type Row =
  | { kind: "day"; key: string; on: string }
  | { kind: "origin"; key: string; origin: string }
  | { kind: "new"; key: string }
  | { kind: "message"; key: string; message: Message; head: boolean };

/** A thread as rows: days, where a merge's messages begin and end, what is new, and who begins to speak. */
export function rowsOf(messages: readonly Message[], home: string, dateOf: (at: string) => string, newFrom: number | null): Row[] {
  const rows: Row[] = [];
  let on = "";
  let origin = home;
  let speaker = "";
  let since = 0;
  let marked = newFrom === null;
  for (const message of messages) {
    const key = String(message.seq);
    const day = dateOf(message.at);
    if (day !== on) rows.push({ kind: "day", key: `day-${day}-${key}`, on: day });
    const moved = message.kind !== "event" && message.origin_id !== origin;
    if (moved) rows.push({ kind: "origin", key: `origin-${key}`, origin: message.origin_id });
    const fresh = !marked && newFrom !== null && message.seq >= newFrom && message.author.kind === "visitor";
    if (fresh) rows.push({ kind: "new", key: "new" });
    const said = message.kind === "event" || message.kind === "form" ? "" : `${message.author.kind}:${message.author.id}:${message.note}`;
    const at = Date.parse(message.at);
    const head = said === "" || said !== speaker || day !== on || moved || fresh || at - since > 5 * 60_000;
    rows.push({ kind: "message", key, message, head });
    if (fresh) marked = true;
    if (message.kind !== "event") origin = message.origin_id;
    on = day;
    speaker = said;
    since = at;
  }
  return rows;
}

/** The first message of a visitor that was not read: `unread` of them are new. */
export function firstNew(messages: readonly Message[], unread: number): number | null {
  if (unread <= 0) return null;
  const theirs = messages.filter((message) => message.author.kind === "visitor" && message.kind !== "event");
  return theirs.at(-Math.min(unread, theirs.length))?.seq ?? null;
}

export interface Word {
  sign: "/" | "@";
  text: string;
  from: number;
}

/** The word being typed at the caret, if it begins with / or @ after a space. */
export function wordAt(text: string, caret: number): Word | null {
  const match = /(?:^|\s)([/@])([\p{L}\p{N}_.-]{0,40})$/u.exec(text.slice(Math.max(0, caret - 60), caret));
  if (!match) return null;
  const typed = match[2] ?? "";
  return { sign: match[1] === "@" ? "@" : "/", text: typed.toLocaleLowerCase(), from: caret - typed.length - 1 };
}

/** Members whose "@name" stands in a note. */
export function mentionsIn(text: string, agents: readonly { member_id: string; name: string }[]): string[] {
  return agents.filter((agent) => text.includes(`@${agent.name}`)).map((agent) => agent.member_id);
}
