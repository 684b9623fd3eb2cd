// The desk's one socket: the core's client owns reconnecting, silence and polling; this shows its state.
import { ServerClock } from "@ringonce/sync/clock.ts";
import { LiveClient, type Connection, type Frame, type Socket } from "@ringonce/sync/live.ts";
import { timers } from "./ports.ts";

export type { Frame };

class Live {
  connection = $state<Connection>("connecting");
  online = $state(navigator.onLine);
  readonly #clock = new ServerClock(timers);
  #client: LiveClient | null = null;
  #stop: (() => void) | null = null;

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
