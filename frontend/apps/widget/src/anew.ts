// A thread that its visitor has ended and left: it is shown no longer, and what is written begins a new one.
import type { Thread } from "@ringonce/sync/thread.ts";
import type { Conversation, Message } from "./config.ts";
import { tab } from "./keep.ts";

type Left = Thread<Conversation, Message>;

const nameOf = (inbox: string): string => `ringonce:left:${inbox}`;

export function leave(inbox: string, { conversation, upto }: Left): void {
  tab.put(nameOf(inbox), `${conversation?.id} ${upto}`);
}

/** Once somebody writes or goes on in it, it is where the visitor's words go: then it is not left. */
export function hasLeft(inbox: string, { conversation, messages }: Left): boolean {
  if (conversation?.state !== "resolved") return false;
  const [id, upto] = (tab.get(nameOf(inbox)) ?? "").split(" ");
  return id === conversation.id && !messages.some((each) => !each.mine && each.kind !== "event" && each.seq > Number(upto));
}
