// The HTTP API as the widget uses it. No answer is an exception; every answer has a status.
import type { LookUp } from "@ringonce/sync/intent.ts";
import type { Entry } from "@ringonce/sync/journal.ts";
import type { Reply } from "@ringonce/sync/verdict.ts";
import { newKey } from "./keep.ts";
import type { Visitor } from "./visitor.ts";

const BASE = "/api/v1";

export class Api {
  private readonly workspace: string;
  private readonly visitor: Visitor;
  private readonly ended: (token: string) => Promise<void>;

  /** `ended`: the server takes a token no longer; its answer is given once that is done. */
  constructor(workspace: string, visitor: Visitor, ended: (token: string) => Promise<void>) {
    this.workspace = workspace;
    this.visitor = visitor;
    this.ended = ended;
  }

  async get(path: string, signal?: AbortSignal): Promise<Reply> {
    return this.answer(path, { headers: this.headers(this.visitor.known), ...(signal ? { signal } : {}) });
  }

  /** What the server says, or null when it says no or nothing. */
  async read<T>(path: string): Promise<T | null> {
    const reply = await this.get(path).catch(() => null);
    return reply?.status === 200 ? (reply.body as T) : null;
  }

  async post(path: string, body: unknown, key = newKey(), signal?: AbortSignal): Promise<Reply> {
    const headers = this.headers(await this.visitor.mint());
    headers.set("Content-Type", "application/json");
    headers.set("Idempotency-Key", `"${key}"`);
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return this.answer(path, { method: "POST", body: text, headers, ...(signal ? { signal } : {}) });
  }

  send(entry: Entry, signal: AbortSignal): Promise<Reply> {
    return this.post(entry.path, entry.body, entry.key, signal);
  }

  async lookUp(key: string, signal: AbortSignal): Promise<LookUp> {
    await this.visitor.mint();
    const reply = await this.get(`/intents/${encodeURIComponent(key)}`, signal);
    if (reply.status !== 200) throw new Error(`look-up: ${reply.status}`);
    return reply.body as LookUp;
  }

  /** Whether a token names somebody who has done something here. */
  async knows(token: string): Promise<boolean> {
    const reply = await this.answer("/chat/session", { headers: this.headers(token) }).catch(() => null);
    return reply?.status === 200 && (reply.body as { known?: boolean }).known === true;
  }

  headers(token: string | null): Headers {
    const headers = new Headers({ "Ringonce-Workspace": this.workspace, Accept: "application/json" });
    if (token) headers.set("Authorization", `Bearer ${token}`);
    return headers;
  }

  private async answer(path: string, init: RequestInit): Promise<Reply> {
    const answer = await fetch(BASE + path, { credentials: "omit", cache: "no-store", ...init });
    const reply = replyOf(answer.status, await answer.text(), (name) => answer.headers.get(name));
    if (reply.status === 401 && (reply.body as { code?: string } | null)?.code === "session-revoked") {
      const sent = (init.headers as Headers).get("Authorization");
      if (sent) await this.ended(sent.slice("Bearer ".length));
    }
    return reply;
  }
}

export function replyOf(status: number, text: string, header: (name: string) => string | null): Reply {
  const after = header("Retry-After");
  let body: unknown = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    // A proxy answered instead of the server.
  }
  return {
    ...{ status, body, requestId: header("X-Request-ID") ?? "", replayed: header("Idempotency-Replayed") === "true" },
    retryAfter: after !== null && /^\d+$/.test(after) ? Number(after) : null,
  };
}
