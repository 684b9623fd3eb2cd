// What the frame page says before anything is asked: shapes as the server writes them.
export interface Field {
  id: string;
  type?: "text" | "email" | "phone" | "choice" | "checkbox" | "textarea";
  kind?: string;
  label: string;
  required: boolean;
  options?: (string | { value: string; label: string })[];
  when?: { field: string; equals: unknown } | null;
}

export interface Inbox {
  id: string;
  slug: string;
  name: string;
  greeting: string;
  tagline: string;
  faces: { member_id: string; name: string; initials: string }[];
  is_open: boolean;
  opens_at: string | null;
  zone: string;
  agents_online: boolean;
  reply_minutes: number | null;
  away: { after_seconds: number; service: string | null; leave_message: boolean };
  prechat: { when: "off" | "before" | "after" | "away"; fields: Field[] };
  attachments: { allowed: boolean; bytes_most: number };
  transcript: boolean;
  sounds: boolean;
}

export interface Config {
  workspace: string;
  inbox: Inbox;
  locale: string;
  server_time: string;
  build?: string;
  sites?: string[];
  booking_url?: string | null;
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

export interface Message {
  seq: number;
  id: string;
  client_id: string;
  kind: "text" | "offer" | "receipt" | "form" | "event";
  author: { kind: "visitor" | "agent" | "system"; name: string; member_id: string | null };
  text: string;
  at: string;
  extra: Record<string, unknown>;
  attachments: Attachment[];
  mine: boolean;
}

export interface Conversation {
  id: string;
  inbox_id: string;
  state: "open" | "resolved";
  version: number;
  last_seq: number;
  seen: number;
  read: number;
  unread: number;
  agent: { member_id: string; name: string } | null;
  created_at: string;
  waiting_since: string | null;
}

export function readConfig(): Config | null {
  const text = document.getElementById("config")?.textContent;
  return text ? (JSON.parse(text) as Config) : null;
}
