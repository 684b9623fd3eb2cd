// Merging and its way back, for whichever screen asks.
import { Act } from "../../lib/act.svelte.ts";
import type { Conversation } from "../../lib/chat/types.ts";
import { calledOf, tell, type Merge } from "../../lib/people.ts";
import { sentenceOf } from "../../lib/problems.ts";
import { toasts } from "../../lib/toasts.svelte.ts";
import { tell as tellInbox } from "../../lib/chat/words.ts";
import type { Candidate } from "../../lib/people.ts";

/** Says that it is done, with Undo while the line stands; later the list of merges has it. */
export function offerUndo(merge: Merge, onchange: () => void): void {
  toasts.say(tell("merge.done", { n: merge.loser_ids.length + 1 }), () => {
    const act = new Act();
    void act.send<{ merge: Merge }>("POST", `/merges/${merge.id}/undo`, {}).then((answer) => {
      toasts.say(answer ? tell("merge.undone") : act.problem ? sentenceOf(act.problem) : tell("merge.notUndone"));
      onchange();
    });
  });
}

export function candidateOf(one: Conversation): Candidate {
  return { id: one.id, name: one.contact.name ? `${one.contact.name} #${one.number}` : tellInbox("guest", { n: one.number }), about: one.preview?.text.replace(/\s+/g, " ") ?? "" };
}

export function candidateOfPerson(one: Parameters<typeof calledOf>[0] & { id: string }, about: string): Candidate {
  return { id: one.id, name: calledOf(one), about };
}
