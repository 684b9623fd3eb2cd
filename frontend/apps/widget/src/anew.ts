// A thread that its visitor has ended and left: it is shown no longer, and what is written begins a new one.
import type { Conversation } from "./config.ts";
import { tab } from "./keep.ts";

const nameOf = (inbox: string): string => `ringonce:left:${inbox}`;

export function leave(inbox: string, conversation: Conversation): void {
  tab.put(nameOf(inbox), conversation.id);
}

/** Once an agent goes on in it, it is where the visitor's words go: then it is not left. */
export function hasLeft(inbox: string, conversation: Conversation | null): boolean {
  return conversation?.state === "resolved" && tab.get(nameOf(inbox)) === conversation.id;
}
