// Where a letter goes.
import type { Letter } from "@ringonce/sync/outbox.ts";
import type { Page } from "./host.ts";
import { locale, zone } from "./words.ts";

/** Refusals that say: what it was sent to is no more. */
export const GONE = new Set(["conversation-missing", "session-revoked"]);

/** A message goes to the conversation; where there is none, it begins one. */
export function addressOf(letter: Letter, conversation: string | null, inbox: string, page: Page, filled: number): { path: string; body: unknown } {
  const { more } = letter;
  const said = { client_id: letter.id, text: letter.text, attachments: letter.attachments };
  if (conversation !== null) {
    const body = more["choice"] === undefined ? said : { ...said, choice: more["choice"] };
    return { path: `/chat/conversations/${conversation}/messages`, body };
  }
  const start = { inbox, answers: more["answers"] ?? {}, page, locale, zone: zone() };
  return { path: "/chat/start", body: { ...said, ...start, website: more["website"] ?? "", filled_for_ms: filled } };
}
