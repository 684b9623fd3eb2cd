// A person as the desk knows them, and what happened between us.
import type { Facts } from "../../lib/chat/types.ts";

export interface Identity {
  kind: "email" | "phone" | "signed";
  value: string;
  /** Null: somebody merely typed it. */
  proved_at: string | null;
}

export interface Contact {
  id: string;
  name: string;
  locale: string;
  zone: string;
  attributes: Record<string, string | number | boolean>;
  identities: Identity[];
  sessions: number;
  aliases: string[];
  version: number;
  created_at: string;
  seen_at: string;
  erased_at: string | null;
}

export interface Suggestion {
  contact: Contact;
  by: "email" | "phone";
}

export type Entry = { kind: string; at: string } & Facts;
