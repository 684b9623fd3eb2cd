// The one store of state of this page: the thread as the server says it, and what was written and is not counted yet.
import { Outbox, type Letter } from "@ringonce/sync/outbox.ts";
import type { Thread } from "@ringonce/sync/thread.ts";
import { verdictOf, type Reply } from "@ringonce/sync/verdict.ts";
import { addressOf, GONE } from "./address.ts";
import { hasLeft } from "./anew.ts";
import { Api } from "./api.ts";
import type { Config, Conversation, Inbox, Message } from "./config.ts";
import { Badge } from "./badge.ts";
import { Feed } from "./feed.ts";
import { Host } from "./host.ts";
import { Letters, newKey, timers } from "./keep.ts";
import { Person } from "./person.ts";
import { endSession, resetSession } from "./session.ts";
import { Visitor } from "./visitor.ts";

/** How long what the page said about hours and agents is believed. */
const FRESH_MS = 60_000;
const HUMAN_MS = 400;

export class Chat {
  readonly config: Config;
  readonly host: Host;
  readonly visitor: Visitor;
  readonly api: Api;
  readonly outbox: Outbox;
  readonly feed: Feed;
  inbox: Inbox;
  /** True while the panel can be seen; a window of its own always is. */
  open: boolean;
  /** The panel follows the newest message. */
  atEnd = true;
  typing: { name: string; until: number } | null = null;
  readonly person = new Person(this);
  readonly openedAt = Date.now();
  /** How far the server's clock is ahead of the visitor's, which may be wrong by hours. */
  private readonly skew: number;
  private readonly letters: Letters;
  private readonly views: (() => void)[] = [];
  private drawing = false;
  private refreshedAt = Date.now();
  private seenSaid = 0;
  private readonly badge: Badge;

  constructor(config: Config) {
    this.config = config;
    this.inbox = config.inbox;
    this.skew = Date.parse(config.server_time) - Date.now();
    this.letters = new Letters(`${config.workspace}:${config.inbox.slug}`);
    this.host = new Host(config.sites ?? [], {
      hello: (hello) => {
        this.visitor.welcome(hello.token, this.letters.waits);
        if (this.host.leaving) return;
        if (hello.identity) void this.person.identify(hello.identity);
        this.person.knows(hello.attributes ?? {});
      },
      token: (token) => this.visitor.take(token),
      open: () => this.show(),
      close: () => this.hide(),
      identify: (token) => void this.person.identify(token),
      attributes: (attributes) => this.person.knows(attributes),
      reset: () => void resetSession(this, this.letters),
      page: () => this.changed(),
    });
    this.badge = new Badge(this.host);
    this.open = !this.host.framed;
    this.visitor = new Visitor(config.workspace, this.host, () => this.begin(), () => void resetSession(this, this.letters));
    this.api = new Api(config.workspace, this.visitor, (token) => endSession(this, token));
    this.outbox = new Outbox({
      timers,
      chance: Math.random,
      newKey,
      store: this.letters,
      send: (entry, signal) => this.api.send(entry, signal),
      lookUp: (key, signal) => this.api.lookUp(key, signal),
      address: (letter) => this.address(letter),
      sent: (_, reply) => this.sent(reply),
      misaddressed: (_, problem) => this.misaddressed(problem.code),
      changed: () => this.changed(),
    });
    this.feed = new Feed(config.workspace, config.inbox.slug, this.api, () => this.visitor.known, {
      taken: (fresh) => this.taken(fresh),
      typing: (who) => {
        this.typing = who;
        if (who) setTimeout(() => this.changed(), who.until - Date.now() + 50);
        this.changed();
      },
      connection: (connection) => {
        if (connection === "live") this.outbox.nudge();
        this.changed();
      },
    });
    if (this.visitor.known) this.begin();
    else if (!this.host.framed && this.letters.waits) void this.visitor.mint();
  }

  onChange(view: () => void): void {
    this.views.push(view);
  }

  /** Draw once for all that changes in this turn. */
  changed(): void {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      this.badge.tell(this.watched ? 0 : this.unread, this.thread.conversation !== null);
      for (const view of this.views) view();
    });
  }

  get thread(): Thread<Conversation, Message> {
    return this.feed.thread;
  }

  get conversation(): Conversation | null {
    return hasLeft(this.inbox.slug, this.thread) ? null : this.thread.conversation;
  }

  get messages(): Message[] {
    return this.conversation ? this.thread.messages : [];
  }

  /** Letters whose message is not in the thread yet. */
  get pending(): Letter[] {
    const there = new Set(this.thread.messages.filter((message) => message.mine).map((message) => message.client_id));
    return this.outbox.letters.filter((letter) => !there.has(letter.id));
  }

  /** What waits of this tab: another tab's first message must not make a press in this one do nothing. */
  get pendingHere(): Letter[] {
    return this.pending.filter((letter) => this.letters.isOfTab(letter));
  }

  /** The first message is on its way: there is no conversation yet, and no second one is asked for. */
  get starting(): boolean {
    return this.conversation === null && this.pendingHere.some((letter) => this.outbox.isUnderWay(letter));
  }

  get offline(): boolean {
    return !navigator.onLine || (this.visitor.known !== null && this.feed.connection === "lost");
  }

  /** The time by the server's clock. */
  get now(): number {
    return Date.now() + this.skew;
  }

  /** Somebody is there to answer now. */
  get attended(): boolean {
    return this.inbox.is_open && this.inbox.agents_online;
  }

  async say(text: string, attachments: string[] = [], more: Record<string, unknown> = {}): Promise<void> {
    this.atEnd = true;
    void this.visitor.mint();
    await this.outbox.write(text, attachments, more);
  }

  /** How far this visitor has read, said once. */
  seen(): void {
    const { conversation } = this;
    if (!conversation || !this.watched) return;
    const upto = this.thread.upto;
    if (upto <= Math.max(this.seenSaid, conversation.read) || !this.messages.some((each) => !each.mine && each.kind !== "event" && each.seq > conversation.read)) return;
    this.seenSaid = upto;
    void this.api.post(`/chat/conversations/${conversation.id}/seen`, { seq: upto }).then(
      (reply) => {
        const body = reply.body as { conversation?: Conversation } | null;
        if (verdictOf(reply) === "done" && body?.conversation) this.feed.take(body.conversation, []);
        else this.seenSaid = 0;
      },
      () => (this.seenSaid = 0),
    );
    this.changed();
  }

  /** What comes is seen at once. */
  get watched(): boolean {
    return this.open && this.atEnd && document.visibilityState === "visible";
  }

  get unread(): number {
    const read = Math.max(this.thread.conversation?.read ?? 0, this.seenSaid);
    return this.thread.messages.filter((each) => !each.mine && each.kind !== "event" && each.seq > read).length;
  }

  show(): void {
    this.open = true;
    void this.refresh();
    if (this.visitor.known) this.feed.live.check();
    this.changed();
    document.dispatchEvent(new Event("ringonce:open"));
  }

  hide(): void {
    this.open = false;
    this.changed();
  }

  /** Who is there may have changed since the page was drawn. */
  async refresh(): Promise<void> {
    if (Date.now() - this.refreshedAt < FRESH_MS) return;
    this.refreshedAt = Date.now();
    const found = await this.api.read<Inbox>(`/chat/inbox?inbox=${this.inbox.slug}`);
    if (found) this.inbox = found;
    this.changed();
  }

  private begin(): void {
    // With a new token, on a new line: the old one was somebody's who may not be let in any more.
    this.feed.live.stop();
    this.feed.live.start();
    void this.outbox.load();
  }

  private taken(fresh: Message[]): void {
    if (fresh.length) {
      this.typing = null;
      document.dispatchEvent(new CustomEvent("ringonce:fresh", { detail: fresh }));
    }
    this.outbox.arrived(new Set(this.thread.messages.filter((each) => each.mine).map((each) => each.client_id)));
    this.seen();
    this.person.say();
    this.changed();
  }

  /** The server takes what begins a conversation faster than a person could for a machine's: it waits that long. */
  private address(letter: Letter): ReturnType<typeof addressOf> | null {
    const { conversation, config } = this;
    const filled = Date.now() - this.openedAt;
    if (!conversation && filled < HUMAN_MS) {
      setTimeout(() => this.outbox.nudge(), HUMAN_MS - filled);
      return null;
    }
    return addressOf(letter, conversation?.id ?? null, config.inbox.slug, this.host.page, filled);
  }

  private sent(reply: Reply): void {
    const body = reply.body as { conversation: Conversation; message?: Message; messages?: Message[]; created?: boolean };
    this.feed.take(body.conversation, body.messages ?? (body.message ? [body.message] : []));
    if (body.created) this.host.tell("event", { name: "started", detail: { conversation: body.conversation.id } });
  }

  /** The conversation is gone (its person was erased): what is written begins a new one. */
  private misaddressed(code: string): boolean {
    if (GONE.has(code)) this.feed.forget();
    return GONE.has(code);
  }
}
