// The shapes of the desk's side of chat, as HTTP and the socket both carry them.

export type State = "open" | "snoozed" | "resolved" | "merged";
export type Priority = "none" | "low" | "medium" | "high" | "urgent";
export type Status = "online" | "busy" | "away";
export type Presence = Status | "offline";
export type Facts = Record<string, unknown>;

export interface Conversation {
  id: string;
  number: number;
  inbox_id: string;
  contact: { id: string; name: string };
  state: State;
  priority: Priority;
  assignee_id: string | null;
  team_id: string | null;
  labels: string[];
  snoozed_until: string | null;
  merged_into: string | null;
  version: number;
  last_seq: number;
  last_visitor_seq: number;
  visitor_seen: number;
  agents_seen: number;
  unread: number;
  waiting_since: string | null;
  last_message_at: string;
  preview: { text: string; author_kind: string; at: string } | null;
  page: { url?: string; title?: string; referrer?: string };
  locale: string;
  zone: string;
  created_at: string;
  resolved_at: string | null;
  number_of_merged: number;
}

export interface Attachment {
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  url: string;
  preview_url: string | null;
}

export interface Author {
  kind: "visitor" | "member" | "key" | "system";
  id: string;
  name: string;
  member_id: string | null;
}

export interface Message {
  seq: number;
  visitor_seq: number | null;
  id: string;
  client_id: string;
  kind: "text" | "note" | "offer" | "receipt" | "form" | "event";
  note: boolean;
  author: Author;
  text: string;
  at: string;
  extra: Facts;
  attachments: Attachment[];
  mine: boolean;
  origin_id: string;
  erased?: boolean;
}

/** A place that an undone merge left. */
export interface Gone {
  seq: number;
  withdrawn: true;
}
export type Place = Message | Gone;

export interface ThreadPage {
  conversation: Conversation;
  messages: Place[];
  upto: number;
  more: boolean;
}

export interface Counts {
  mine: number;
  unassigned: number;
  all: number;
  mentions: number;
}

export interface ConversationPage {
  items: Conversation[];
  next_cursor: string | null;
  counts: Counts;
}

export interface Answer {
  conversation: Conversation;
}
export interface Said extends Answer {
  message: Message;
}

export interface BulkAnswer {
  results: { id: string; code: string | null; conversation: Conversation | null }[];
}

export interface Agent {
  member_id: string;
  name: string;
  role: string;
  status: Status;
  presence: Presence;
  capacity: number;
  open: number;
}
export interface Team {
  id: string;
  name: string;
  members: string[];
}
export interface Label {
  id: string;
  name: string;
  hue: number;
}
export interface Inbox {
  id: string;
  slug: string;
  name: string;
}
export interface Canned {
  id: string;
  shortcut: string;
  body: string;
}
export interface Found {
  conversations: { conversation: Conversation; message_id: string; seq: number; excerpt: string }[];
  contacts: { id: string; name: string }[];
}
