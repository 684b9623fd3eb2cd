// Every conversation this page has heard of, each at its newest version, kept true by one live topic. Lists are drawn from it.
import { SvelteMap } from "svelte/reactivity";
import { read, Refused } from "../api.ts";
import { desk } from "../desk.svelte.ts";
import { live, type Frame } from "../live.svelte.ts";
import type { Conversation, ConversationPage, Counts, Presence } from "./types.ts";

/** `reset`: history was lost, read again what you show. */
type Listener = (changed: Conversation[], reset: boolean) => void;

export interface Writer {
  id: string;
  kind: string;
  name: string;
  note: boolean;
}

/** The page of the site on which a visitor was heard last. */
export interface Visit {
  url: string;
  title: string;
}

/** A visitor who stays says so every four minutes. */
const VISIT_MS = 300_000;

/** The server believes for 40 s that somebody looks. */
const LOOK_MS = 20_000;

function repeatedly(run: () => void, ms: number): () => void {
  const timer = setInterval(run, ms);
  return () => clearInterval(timer);
}

class Chat {
  readonly known = new SvelteMap<string, Conversation>();
  counts = $state.raw<Counts | null>(null);
  presence = $state.raw<Record<string, Presence>>({});
  isOpen = $state(true);
  readonly typing = new SvelteMap<string, Writer[]>();
  readonly looking = new SvelteMap<string, string[]>();
  readonly visits = new SvelteMap<string, Visit>();
  /** Messages not read yet in the conversations that are mine. */
  readonly unread = $derived.by(() => {
    let sum = 0;
    for (const one of this.known.values()) if (one.state === "open" && one.assignee_id === this.me) sum += one.unread;
    return sum;
  });
  #after: number | null = null;
  #listeners = new Set<Listener>();
  #ends = new Map<string, ReturnType<typeof setTimeout>>();
  #open: string | null = null;

  get me(): string {
    return desk.session?.member.id ?? "";
  }

  watch(): () => void {
    void this.#readMine();
    const leave = [
      live.follow("inbox", () => ({ topic: "inbox", after: this.#after }), (frame) => this.#hear(frame)),
      live.follow("presence", () => ({ topic: "presence" }), () => undefined),
      live.on("presence", (frame) => this.#hearPresence(frame)),
      live.on("typing", (frame) => this.#hearTyping(frame)),
      live.on("looking", (frame) => this.looking.set(String(frame["conversation"]), (frame["members"] as string[] | undefined) ?? [])),
      live.on("page", (frame) => this.#hearVisit(frame)),
      live.on("welcome", () => this.look(this.#open)),
      repeatedly(() => this.look(this.#open), LOOK_MS),
      desk.onEvents((events) => {
        // Without a socket this is the poll.
        if (!events.length && live.connection !== "live") void this.#readMine();
      }),
    ];
    return () => {
      for (const each of leave) each();
      this.#after = null;
      this.known.clear();
    };
  }

  /** Takes a conversation in, unless a newer one is known. */
  put(conversation: Conversation): void {
    const before = this.known.get(conversation.id);
    if (before && before.version > conversation.version) return;
    // My own reading raises no version for others: of two equal ones the later answer counts.
    this.known.set(conversation.id, conversation);
  }

  onNews(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says which conversation is on this screen; others see it. */
  look(conversation: string | null): void {
    if (conversation === null && this.#open === null) return;
    this.#open = conversation;
    // A page in the background is looked at by nobody.
    if (conversation !== null && document.visibilityState !== "visible") return;
    live.whisper({ type: "looking", conversation });
  }

  async #readMine(): Promise<void> {
    try {
      const page = await read<ConversationPage>("/conversations", { view: "mine", state: "open", limit: 100 });
      for (const each of page.items) this.put(each);
      this.counts = page.counts;
      this.#tell(page.items, true);
    } catch (error) {
      // The banner already says that the line is down.
      if (!(error instanceof Refused)) throw error;
    }
  }

  #hear(frame: Frame): void {
    if (frame.type !== "inbox") return;
    const changed = (frame["conversations"] as Conversation[] | undefined) ?? [];
    for (const each of changed) this.put(each);
    if (frame["counts"]) this.counts = frame["counts"] as Counts;
    this.#after = Number(frame["upto"] ?? this.#after ?? 0);
    this.#tell(changed, frame["reset"] === true);
  }

  #tell(changed: Conversation[], reset: boolean): void {
    for (const listener of this.#listeners) listener(changed, reset);
  }

  #hearPresence(frame: Frame): void {
    this.presence = (frame["agents"] as Record<string, Presence> | undefined) ?? {};
    this.isOpen = frame["is_open"] !== false;
  }

  #hearVisit(frame: Frame): void {
    const id = String(frame["conversation"]);
    const left = Date.parse(String(frame["at"])) + VISIT_MS - live.now();
    this.visits.set(id, { url: String(frame["url"]), title: String(frame["title"]) });
    clearTimeout(this.#ends.get(id));
    this.#ends.set(id, setTimeout(() => this.visits.delete(id), Math.max(left, 0)));
  }

  #hearTyping(frame: Frame): void {
    const id = String(frame["conversation"]);
    const who = frame["who"] as Writer | undefined;
    if (!who || who.id === this.me) return;
    const others = (this.typing.get(id) ?? []).filter((one) => one.id !== who.id);
    clearTimeout(this.#ends.get(id + who.id));
    if (!frame["on"]) {
      this.typing.set(id, others);
      return;
    }
    this.typing.set(id, [...others, { ...who, note: frame["note"] === true }]);
    const end = (): void => void this.typing.set(id, (this.typing.get(id) ?? []).filter((one) => one.id !== who.id));
    this.#ends.set(id + who.id, setTimeout(end, Number(frame["for_ms"] ?? 6_000)));
  }
}

export const chat = new Chat();
