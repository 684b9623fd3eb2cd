// The desk's one socket: the core's client owns reconnecting, silence and polling; this shows its state.
import { ServerClock } from "@ringonce/sync/clock.ts";
import { LiveClient, type Connection, type Frame, type Socket } from "@ringonce/sync/live.ts";
import { timers } from "./ports.ts";

export type { Frame };
type Hear = (frame: Frame) => void;

class Live {
  connection = $state<Connection>("connecting");
  online = $state(navigator.onLine);
  readonly #clock = new ServerClock(timers);
  #client: LiveClient | null = null;
  #stop: (() => void) | null = null;
  readonly #byId = new Map<string, Hear>();
  readonly #byType = new Map<string, Set<Hear>>();

  now(): number {
    return this.#clock.now();
  }

  start(workspace: string, hear: (frame: Frame) => void, poll: () => Promise<void>): LiveClient {
    const client = (this.#client = new LiveClient({
      open: openSocket,
      hello: () => ({ workspace, token: null }),
      timers,
      chance: Math.random,
      poll,
      onFrame: (frame) => {
        this.#clock.note(frame["server_time"] as string | undefined);
        hear(frame);
        if (frame.id) this.#byId.get(frame.id)?.(frame);
        for (const each of this.#byType.get(frame.type) ?? []) each(frame);
      },
      onConnection: (connection) => (this.connection = connection),
    }));
    const listeners = new AbortController();
    const { signal } = listeners;
    addEventListener("online", () => this.#wake(true), { signal });
    addEventListener("offline", () => (this.online = false), { signal });
    addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#wake(navigator.onLine), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.#wake(navigator.onLine), { signal });
    this.#stop = () => listeners.abort();
    client.start();
    return client;
  }

  stop(): void {
    this.#stop?.();
    this.#client?.stop();
    this.#client = null;
  }

  /** Follows one topic under a name of its own; `describe` is asked at every connection, so that it resumes. */
  follow(id: string, describe: () => Record<string, unknown>, hear: Hear): () => void {
    this.#byId.set(id, hear);
    this.#client?.subscribe(id, describe);
    return () => {
      if (this.#byId.get(id) !== hear) return;
      this.#byId.delete(id);
      this.#client?.unsubscribe(id);
    };
  }

  /** Subscribes once more, as `describe` says now: there was a gap. */
  again(id: string, describe: () => Record<string, unknown>): void {
    this.#client?.subscribe(id, describe);
  }

  /** Hears every frame of a type: welcomes, and what people whisper. */
  on(type: string, hear: Hear): () => void {
    const all = this.#byType.get(type) ?? new Set();
    this.#byType.set(type, all.add(hear));
    return () => all.delete(hear);
  }

  /** A word that is no fact; lost while there is no line. */
  whisper(frame: Frame): void {
    this.#client?.say(frame);
  }

  #wake(online: boolean): void {
    this.online = online;
    this.#clock.forget();
    this.#client?.check();
  }
}

function openSocket(): Socket {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${location.host}/api/v1/live`);
  const port: Socket = { send: (text) => socket.send(text), close: () => socket.close(), onopen: null, onmessage: null, onclose: null };
  socket.onopen = () => port.onopen?.();
  socket.onmessage = (event) => port.onmessage?.(String(event.data));
  socket.onclose = () => port.onclose?.();
  return port;
}

export const live = new Live();
