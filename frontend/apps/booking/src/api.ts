// The HTTP API as this page uses it. Every answer teaches the server's clock; no answer is an exception.
import type { ServerClock } from "@ringonce/sync/clock.ts";
import type { LookUp } from "@ringonce/sync/intent.ts";
import type { Entry } from "@ringonce/sync/journal.ts";
import type { Snapshot } from "@ringonce/sync/slots.ts";
import { problemOf, type Reply } from "@ringonce/sync/verdict.ts";
import type { Visitor } from "./visitor.ts";

const BASE = "/api/v1";

export interface Explanation {
  offered: boolean;
  reasons: { code: string; params?: Record<string, unknown> }[];
  nearest: { start: string }[];
}

export class Api {
  private readonly workspace: string;
  private readonly visitor: Visitor;
  private readonly clock: ServerClock;

  constructor(workspace: string, visitor: Visitor, clock: ServerClock) {
    this.workspace = workspace;
    this.visitor = visitor;
    this.clock = clock;
  }

  /** A write of a visitor: the token is made here at the latest. */
  async post(path: string, body: string, key: string, options: { signal?: AbortSignal; keepalive?: boolean } = {}): Promise<Reply> {
    const headers = this.headers(this.visitor.mint());
    headers.set("Content-Type", "application/json");
    headers.set("Idempotency-Key", `"${key}"`);
    return this.answer(path, { method: "POST", body, headers, ...options });
  }

  send(entry: Entry, signal: AbortSignal): Promise<Reply> {
    return this.post(entry.path, entry.body, entry.key, { signal });
  }

  async lookUp(key: string, signal: AbortSignal): Promise<LookUp> {
    const reply = await this.get(`/intents/${encodeURIComponent(key)}`, { signal });
    if (reply.status !== 200) throw new Error(`look-up: ${reply.status}`);
    return reply.body as LookUp;
  }

  /** The free times, or null when `etag` still holds. */
  async slots(query: Record<string, string>, etag: string | null, holdToken: string | null): Promise<Snapshot | null> {
    const headers: Record<string, string> = {};
    if (etag) headers["If-None-Match"] = `"${etag}"`;
    if (holdToken) headers["Ringonce-Hold"] = holdToken;
    const reply = await this.get(`/slots?${new URLSearchParams(query).toString()}`, { headers });
    if (reply.status === 304) return null;
    if (reply.status !== 200) throw new Error(`slots: ${reply.status}`);
    const found = reply.body as Snapshot & { version?: string };
    return { ...found, etag: reply.etag ?? found.etag ?? found.version ?? "" };
  }

  async explain(query: Record<string, string>): Promise<Explanation> {
    const reply = await this.get(`/explain?${new URLSearchParams(query).toString()}`);
    if (reply.status !== 200) throw new Error(`explain: ${reply.status}`);
    return reply.body as Explanation;
  }

  /** The build that the server serves now. */
  async build(): Promise<string> {
    const reply = await fetch("/version", { headers: { Accept: "application/json" }, cache: "no-store" });
    const found = (await reply.json()) as { build?: string };
    return found.build ?? "";
  }

  private get(path: string, options: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Reply & { etag: string | null }> {
    const headers = this.headers(this.visitor.known);
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
    return this.answer(path, { headers, ...(options.signal ? { signal: options.signal } : {}) });
  }

  private headers(token: string | null): Headers {
    const headers = new Headers({ "Ringonce-Workspace": this.workspace, Accept: "application/json" });
    if (token) headers.set("Authorization", `Bearer ${token}`);
    return headers;
  }

  private async answer(path: string, init: RequestInit & { headers: Headers }, again = false): Promise<Reply & { etag: string | null }> {
    const began = performance.now();
    const answer = await fetch(BASE + path, { credentials: "omit", cache: "no-store", ...init });
    const text = await answer.text();
    const body = parsed(text);
    if (answer.status === 401 && problemOf(body).code === "session-revoked" && !again) {
      this.visitor.drop(init.headers.get("Authorization")?.slice("Bearer ".length) ?? "");
      if (init.method) init.headers.set("Authorization", `Bearer ${this.visitor.mint()}`);
      else init.headers.delete("Authorization");
      return this.answer(path, init, true);
    }
    const after = answer.headers.get("Retry-After");
    const said = typeof body === "object" && body !== null && "server_time" in body ? String(body.server_time) : null;
    if (answer.headers.get("Idempotency-Replayed") !== "true") this.clock.note(said, performance.now() - began);
    return {
      status: answer.status,
      body,
      requestId: answer.headers.get("X-Request-ID") ?? "",
      replayed: answer.headers.get("Idempotency-Replayed") === "true",
      retryAfter: after !== null && /^\d+$/.test(after) ? Number(after) : null,
      etag: answer.headers.get("ETag")?.replace(/^W\//, "").replaceAll('"', "") ?? null,
    };
  }
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
