// One conversation on screen: the newest page by HTTP, then frames; older pages when somebody scrolls up.
import { emptyThread, inOrder, takeFrame, type Thread, type ThreadFrame } from "@ringonce/sync/thread.ts";
import { read, Refused } from "../../lib/api.ts";
import { Act } from "../../lib/act.svelte.ts";
import { chat } from "../../lib/chat/chat.svelte.ts";
import type { Conversation, Message, Place, Said, ThreadPage } from "../../lib/chat/types.ts";
import { desk } from "../../lib/desk.svelte.ts";
import { live, type Frame } from "../../lib/live.svelte.ts";
import type { Problem } from "../../lib/types.ts";
import { boxOf } from "./letters.svelte.ts";
import { firstNew } from "./shape.ts";

const PAGE = 60;

export class OpenThread {
  readonly id: string;
  thread = $state.raw<Thread<Conversation, Message>>(emptyThread());
  loaded = $state(false);
  problem = $state<Problem | null>(null);
  earlier = $state(false);
  busy = $state(false);
  /** The first message that was new when the thread was opened. */
  newFrom = $state<number | null>(null);
  /** Answers whose place the socket has not told yet. */
  #early = $state.raw<Message[]>([]);
  readonly messages = $derived.by(() => {
    const known = new Set(this.thread.messages.map((message) => message.client_id));
    return inOrder([...this.thread.messages, ...this.#early.filter((message) => !known.has(message.client_id))]);
  });
  readonly conversation = $derived.by(() => {
    const mine = this.thread.conversation;
    const known = chat.known.get(mine?.id ?? this.id) ?? null;
    return known && mine && mine.version > known.version ? mine : (known ?? mine);
  });
  #leave: (() => void)[] = [];
  #seen = 0;
  #wanted = 0;
  #act = new Act();
  #closed = false;

  constructor(id: string) {
    this.id = id;
    boxOf(id).onSaid = (said) => this.take(said);
    void this.open();
  }

  close(): void {
    this.#closed = true;
    for (const leave of this.#leave) leave();
  }

  async open(): Promise<void> {
    try {
      const page = await read<ThreadPage>(`/conversations/${this.id}/messages`, { limit: PAGE });
      if (this.#closed) return;
      const from = (page.messages[0]?.seq ?? page.upto + 1) - 1;
      this.#frame({ conversation: page.conversation, messages: page.messages, from, upto: page.upto, reset: true });
      this.earlier = from > 0;
      this.newFrom = firstNew(this.messages, page.conversation.unread);
      this.problem = null;
      this.loaded = true;
      if (!this.#leave.length) this.#follow();
      if (page.conversation.number_of_merged) void this.#readMerged();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
    }
  }

  async more(): Promise<void> {
    const first = this.thread.messages[0]?.seq;
    if (!this.earlier || this.busy || first === undefined) return;
    this.busy = true;
    try {
      const page = await read<ThreadPage>(`/conversations/${this.id}/messages`, { before: first, limit: PAGE });
      this.#frame({ conversation: page.conversation, messages: page.messages, from: 0, upto: 0 });
      this.earlier = page.messages.length > 0 && (page.messages[0]?.seq ?? 1) > 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
    } finally {
      this.busy = false;
    }
  }

  /** The answer to something said here: drawn at once, wherever the socket is. */
  take(said: Said): void {
    chat.put(said.conversation);
    if (said.conversation.id !== this.thread.conversation?.id) {
      this.thread = { ...this.thread, conversation: said.conversation };
      return;
    }
    const { message } = said;
    if (message.seq <= this.thread.upto + 1) {
      this.#frame({ conversation: said.conversation, messages: [message], from: message.seq - 1, upto: message.seq });
    } else this.#early = [...this.#early, message];
  }

  /** Everything up to the newest place has been on the screen. */
  seen(): void {
    const upto = this.thread.upto;
    const unread = this.conversation?.unread ?? 0;
    this.#wanted = upto;
    if (unread === 0 || upto <= this.#seen || this.#act.busy) return;
    this.#seen = upto;
    this.#act = new Act();
    void this.#act.send<{ conversation: Conversation }>("POST", `/conversations/${this.id}/seen`, { seq: upto }).then((answer) => {
      if (answer) chat.put(answer.conversation);
      // More came onto the screen while this was under way.
      if (answer && this.#wanted > upto && !this.#closed) this.seen();
    });
  }

  /** Their numbers name the dividers. */
  async #readMerged(): Promise<void> {
    const origins = new Set(this.messages.map((message) => message.origin_id));
    const unknown = [...origins].filter((id) => id !== this.id && !chat.known.has(id)).slice(0, 20);
    try {
      for (const each of await Promise.all(unknown.map((id) => read<Conversation>(`/conversations/${id}`)))) chat.put(each);
    } catch (error) {
      // Then the dividers do without.
      if (!(error instanceof Refused)) throw error;
    }
  }

  #follow(): void {
    const describe = (): Record<string, unknown> => ({ topic: "thread", conversation: this.id, after: this.thread.upto });
    this.#leave.push(
      live.follow("thread", describe, (frame) => this.#hear(frame, describe)),
      desk.onEvents((events) => {
        if (!events.length && live.connection !== "live") void this.#poll();
      }),
    );
  }

  async #poll(): Promise<void> {
    try {
      let page: ThreadPage;
      do {
        page = await read<ThreadPage>(`/conversations/${this.id}/messages`, { after: this.thread.upto, limit: 200 });
        this.#frame({ conversation: page.conversation, messages: page.messages, from: this.thread.upto, upto: page.upto });
      } while (page.more && page.messages.length && !this.#closed);
    } catch (error) {
      // The next poll, or the socket, asks again.
      if (!(error instanceof Refused)) throw error;
    }
  }

  #hear(frame: Frame, describe: () => Record<string, unknown>): void {
    if (frame.type !== "thread") return;
    if (!this.#frame(frame as unknown as ThreadFrame<Conversation, Message>)) live.again("thread", describe);
  }

  /** False: places are missing in between. */
  #frame(frame: ThreadFrame<Conversation, Message> | (Omit<ThreadFrame<Conversation, Message>, "messages"> & { messages: readonly Place[] })): boolean {
    const next = takeFrame(this.thread, frame as ThreadFrame<Conversation, Message>, "desk");
    if (!next) return false;
    this.thread = next;
    if (frame.conversation) chat.put(frame.conversation);
    const placed = new Set(next.messages.map((message) => message.client_id));
    boxOf(this.id).box.arrived(placed);
    if (this.#early.length) this.#early = this.#early.filter((message) => message.seq > next.upto);
    return true;
  }
}
