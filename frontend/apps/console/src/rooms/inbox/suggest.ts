// What a word that begins with / or @ may become: a command, a canned reply, a colleague.
import { read, Refused } from "../../lib/api.ts";
import { chat } from "../../lib/chat/chat.svelte.ts";
import { directory } from "../../lib/chat/directory.svelte.ts";
import { tell } from "../../lib/chat/words.ts";
import { replies } from "./replies.svelte.ts";
import type { Word } from "./shape.ts";

export interface Suggestion {
  key: string;
  text: string;
  hint: string;
  face?: boolean;
  command?: "times" | "choices";
  /** What takes the place of the word; null when it could not be read. */
  insert: (conversation: string) => Promise<string | null>;
}

const MOST = 8;

export function suggestions(word: Word, note: boolean): Suggestion[] {
  return word.sign === "@" ? (note ? people(word.text) : []) : canned(word.text, note);
}

function people(typed: string): Suggestion[] {
  return directory.agents
    .filter((agent) => agent.member_id !== chat.me && agent.name.toLocaleLowerCase().includes(typed))
    .slice(0, MOST)
    .map((agent) => ({
      key: agent.member_id, text: agent.name, face: true, hint: tell(`presence.${directory.presenceOf(agent.member_id)}`),
      insert: () => Promise.resolve(`@${agent.name} `),
    }));
}

function canned(typed: string, note: boolean): Suggestion[] {
  const commands = (["times", "choices"] as const)
    .filter((command) => !note && command.startsWith(typed))
    .map((command): Suggestion => ({ key: command, text: `/${command}`, hint: tell(`suggest.${command}`), command, insert: () => Promise.resolve("") }));
  const found = replies.all
    .filter((reply) => reply.shortcut.toLocaleLowerCase().includes(typed) || (typed.length > 1 && reply.body.toLocaleLowerCase().includes(typed)))
    .slice(0, MOST)
    .map((reply): Suggestion => ({ key: reply.id, text: `/${reply.shortcut}`, hint: reply.body.replace(/\s+/g, " ").slice(0, 120), insert: (conversation) => rendered(reply.id, conversation) }));
  return [...commands, ...found];
}

/** The server fills the variables in: it knows who is who. */
async function rendered(id: string, conversation: string): Promise<string | null> {
  try {
    return (await read<{ text: string }>(`/canned-replies/${id}/render`, { conversation })).text;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return replies.all.find((reply) => reply.id === id)?.body ?? null;
  }
}
