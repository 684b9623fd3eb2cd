// The list on screen: what the address asks for, drawn from every conversation known and kept true by the live topic.
import { read, Refused } from "../../lib/api.ts";
import { chat } from "../../lib/chat/chat.svelte.ts";
import { router } from "../../lib/router.svelte.ts";
import type { Problem } from "../../lib/types.ts";
import type { Conversation, ConversationPage } from "../../lib/chat/types.ts";
import { belongs, byNewest, type Asked, type StateAsked, type View } from "./shape.ts";

const PAGE = 50;
const VIEWS: readonly View[] = ["mine", "unassigned", "all", "mentions"];
const STATES: readonly StateAsked[] = ["open", "snoozed", "resolved"];

export function asked(): Asked {
  const query = router.query;
  return {
    view: VIEWS.find((view) => view === query.get("view")) ?? "mine",
    state: STATES.find((state) => state === query.get("state")) ?? "open",
    inbox: query.get("inbox") ?? "",
    team: query.get("team") ?? "",
    label: query.get("label") ?? "",
    contact: query.get("contact") ?? "",
  };
}

export class List {
  loaded = $state(false);
  busy = $state(false);
  cursor = $state<string | null>(null);
  problem = $state<Problem | null>(null);
  readonly items = $derived.by(() => this.#drawn());
  #ask = $state.raw<Asked | null>(null);
  #mentioned = $state.raw<ReadonlySet<string>>(new Set());
  /** Older than this has not been read yet. */
  #oldest = $state("");
  #round = 0;

  async open(ask: Asked, quiet = false): Promise<void> {
    const round = ++this.#round;
    this.#ask = ask;
    if (!quiet) this.loaded = false;
    this.busy = true;
    try {
      const page = await this.#fetch(ask, null);
      if (round !== this.#round) return;
      this.#mentioned = new Set(page.items.map((each) => each.id));
      this.#take(page);
      this.loaded = true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (round === this.#round) this.problem = error.problem;
    } finally {
      if (round === this.#round) this.busy = false;
    }
  }

  async more(): Promise<void> {
    if (!this.#ask || !this.cursor || this.busy) return;
    const round = this.#round;
    this.busy = true;
    try {
      const page = await this.#fetch(this.#ask, this.cursor);
      if (round !== this.#round) return;
      this.#mentioned = new Set([...this.#mentioned, ...page.items.map((each) => each.id)]);
      this.#take(page);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
    } finally {
      this.busy = false;
    }
  }

  /** What came over the socket is in the store already; what only the server can judge is asked again. */
  hear(changed: Conversation[], reset: boolean): void {
    if (!this.#ask) return;
    if (reset || (this.#ask.view === "mentions" && changed.length)) void this.open(this.#ask, true);
  }

  #take(page: ConversationPage): void {
    for (const each of page.items) chat.put(each);
    chat.counts = page.counts;
    this.cursor = page.next_cursor;
    this.#oldest = page.next_cursor ? (page.items.at(-1)?.last_message_at ?? "") : "";
    this.problem = null;
  }

  #drawn(): Conversation[] {
    const ask = this.#ask;
    if (!ask || !this.loaded) return [];
    return [...chat.known.values()]
      .filter((each) => belongs(each, ask, chat.me, this.#mentioned) && each.last_message_at >= this.#oldest)
      .sort(byNewest);
  }

  #fetch(ask: Asked, cursor: string | null): Promise<ConversationPage> {
    return read<ConversationPage>("/conversations", { ...ask, cursor, limit: PAGE });
  }
}
