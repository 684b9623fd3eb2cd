// What is done to conversations: one or many, each once, each with a way back for ten seconds.
import { Act } from "../../lib/act.svelte.ts";
import { chat } from "../../lib/chat/chat.svelte.ts";
import type { Answer, BulkAnswer, Conversation } from "../../lib/chat/types.ts";
import { toasts } from "../../lib/toasts.svelte.ts";
import type { Problem } from "../../lib/types.ts";
import { tell } from "../../lib/chat/words.ts";
import { selection } from "./selection.svelte.ts";
import { undoOf, type Change } from "./shape.ts";

const PATHS = { resolve: "resolve", reopen: "reopen", assign: "assign", label: "labels", snooze: "snooze", priority: "priority" } as const;

export interface Trouble {
  ids: string[];
  problem: Problem;
}

class Deeds {
  trouble = $state.raw<Trouble | null>(null);
  /** How many of a bulk deed were refused, and how many there were. */
  partly = $state.raw<{ refused: number; of: number; code: string } | null>(null);
  #running = new Set<string>();

  /** Answers the ids that were changed. Pressing again while it runs does nothing. */
  async run(subjects: Conversation[], change: Change, said: string): Promise<string[]> {
    const list = subjects.filter((each) => !this.#running.has(each.id));
    if (!list.length) return [];
    this.clear();
    for (const each of list) this.#running.add(each.id);
    try {
      const done = await this.#send(list, change);
      if (done.size) this.#offerUndo(list, done, change, said);
      return [...done.keys()];
    } finally {
      for (const each of list) this.#running.delete(each.id);
    }
  }

  clear(): void {
    this.trouble = null;
    this.partly = null;
  }

  /** Answers what was changed, by the id that was asked for, as the server has it now. */
  async #send(list: Conversation[], change: Change): Promise<Map<string, Conversation>> {
    const act = new Act();
    const { action, ...body } = change;
    const [only] = list;
    if (only && list.length === 1) {
      const answer = await act.send<Answer>("POST", `/conversations/${only.id}/${PATHS[action]}`, body);
      if (answer) chat.put(answer.conversation);
      else if (act.problem) this.trouble = { ids: [only.id], problem: act.problem };
      return new Map(answer ? [[only.id, answer.conversation]] : []);
    }
    const answer = await act.send<BulkAnswer>("POST", "/conversations/bulk", { ids: list.map((each) => each.id), action, ...body });
    if (!answer) {
      if (act.problem) this.trouble = { ids: list.map((each) => each.id), problem: act.problem };
      return new Map();
    }
    for (const each of answer.results) if (each.conversation) chat.put(each.conversation);
    const refused = answer.results.filter((each) => each.code !== null);
    if (refused.length) {
      this.partly = { refused: refused.length, of: list.length, code: refused[0]?.code ?? "" };
      // What was refused stays chosen: the toolbar says so, and the next press is for these alone.
      selection.only(refused.map((each) => each.id));
    }
    return new Map(answer.results.flatMap((each) => (each.code === null && each.conversation ? [[each.id, each.conversation] as const] : [])));
  }

  #offerUndo(before: Conversation[], done: Map<string, Conversation>, change: Change, said: string): void {
    const groups = new Map<string, Conversation[]>();
    for (const each of before) {
      const after = done.get(each.id);
      const back = after ? undoOf(each, after, change, Date.now()) : null;
      if (back) groups.set(JSON.stringify(back), [...(groups.get(JSON.stringify(back)) ?? []), each]);
    }
    if (!groups.size) return toasts.say(said);
    toasts.say(said, () => void this.#undo(groups));
  }

  async #undo(groups: Map<string, Conversation[]>): Promise<void> {
    this.clear();
    let done = 0;
    for (const [back, list] of groups) done += (await this.#send(list, JSON.parse(back) as Change)).size;
    if (done) toasts.say(tell("undone"));
  }
}

export const deeds = new Deeds();
