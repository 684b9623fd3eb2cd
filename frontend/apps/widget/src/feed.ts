// The thread as the server says it: by socket, by polls where there is none, and by the answers to one's own words.
import { LiveClient, type Connection, type Frame, type Socket } from "@ringonce/sync/live.ts";
import { emptyThread, takeAnswer, takeFrame, type Thread, type ThreadFrame } from "@ringonce/sync/thread.ts";
import type { Api } from "./api.ts";
import type { Conversation, Message } from "./config.ts";
import { timers } from "./keep.ts";

const SHOWN_OUT = 4401;

type ChatFrame = ThreadFrame<Conversation, Message>;

export interface FeedEvents {
  /** `fresh`: messages of others that came while the thread was followed. */
  taken(fresh: Message[]): void;
  typing(who: { name: string; until: number } | null): void;
  connection(connection: Connection): void;
}

export class Feed {
  readonly live: LiveClient;
  thread: Thread<Conversation, Message> = emptyThread();
  connection: Connection = "connecting";
  private typedAt = 0;
  private readonly inbox: string;
  private readonly api: Api;
  private readonly events: FeedEvents;

  constructor(workspace: string, inbox: string, api: Api, token: () => string | null, events: FeedEvents) {
    this.inbox = inbox;
    this.api = api;
    this.events = events;
    this.live = new LiveClient({
      timers,
      chance: Math.random,
      open: () => openSocket(() => void this.poll().catch(() => undefined)),
      hello: () => ({ workspace, token: token() }),
      poll: () => this.poll(),
      onFrame: (frame) => this.hear(frame),
      onConnection: (connection) => {
        this.connection = connection;
        events.connection(connection);
      },
    });
    this.subscribe();
  }

  /** Ask from what we hold; said again at every reconnection. */
  subscribe(): void {
    this.live.subscribe("chat", () => {
      const { conversation, upto } = this.thread;
      return { topic: "chat", inbox: this.inbox, conversation: conversation?.id ?? null, after: conversation ? upto : 0 };
    });
  }

  /** Take an answer by HTTP in at once; the socket brings the same again, and it changes nothing. */
  take(conversation: Conversation, messages: Message[]): void {
    const another = this.thread.conversation?.id !== conversation.id;
    this.thread = takeAnswer(this.thread, conversation, messages);
    if (another) this.subscribe();
    this.events.taken([]);
  }

  /** Tell the desk that words are being typed; it forgets by itself. */
  typed(): void {
    const conversation = this.thread.conversation?.id;
    if (!conversation || Date.now() - this.typedAt < 3_000) return;
    this.typedAt = Date.now();
    this.live.say({ type: "typing", conversation, on: true });
  }

  forget(): void {
    this.thread = emptyThread();
  }

  private hear(frame: Frame): void {
    if (frame.type === "thread" && frame.id === "chat") this.takeFrame(frame as unknown as ChatFrame);
    else if (frame.type === "typing") this.heardTyping(frame);
  }

  private takeFrame(frame: ChatFrame): void {
    const before = this.thread;
    const after = takeFrame(before, frame);
    if (!after) {
      this.subscribe();
      return;
    }
    this.thread = after;
    const known = new Set(before.messages.map((message) => message.id));
    const fresh = before.conversation ? after.messages.filter((each) => !each.mine && !known.has(each.id)) : [];
    this.events.taken(fresh);
  }

  private heardTyping(frame: Frame): void {
    const who = frame["who"] as { kind?: string; name?: string } | undefined;
    if (!who || who.kind === "visitor") return;
    const until = Date.now() + Number(frame["for_ms"] ?? 6_000);
    this.events.typing(frame["on"] === true ? { name: who.name ?? "", until } : null);
  }

  private async poll(): Promise<void> {
    const { conversation, upto } = this.thread;
    const id = conversation?.id ?? (await this.ask<{ live: string | null }>(`/chat/conversations?inbox=${this.inbox}`)).live;
    if (!id) return;
    const path = `/chat/conversations/${id}/messages?after=${conversation ? upto : 0}`;
    const page = await this.ask<{ conversation: Conversation; messages: Message[]; upto: number; more: boolean; reset: boolean }>(path);
    const reset = page.reset || !conversation;
    this.takeFrame({ ...page, from: reset ? 0 : upto, reset });
    if (page.more) await this.poll();
  }

  private async ask<T>(path: string): Promise<T> {
    const reply = await this.api.get(path);
    if (reply.status !== 200) throw new Error(String(reply.status));
    return reply.body as T;
  }
}

/** `ended`: the server has shown this visitor out; by HTTP it says whether that is so. */
function openSocket(ended: () => void): Socket {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/v1/live`);
  const port: Socket = { send: (text) => socket.send(text), close: () => socket.close(), onopen: null, onmessage: null, onclose: null };
  socket.onopen = () => port.onopen?.();
  socket.onmessage = (event) => port.onmessage?.(String(event.data));
  socket.onclose = ({ code }) => {
    if (code === SHOWN_OUT) ended();
    port.onclose?.();
  };
  return port;
}
