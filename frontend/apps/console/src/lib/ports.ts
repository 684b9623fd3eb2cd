// What the framework-free core (packages/sync) is given by a browser: time, chance, storage, requests.
import type { Entry } from "@ringonce/sync/journal.ts";
import type { IntentPorts, LookUp } from "@ringonce/sync/intent.ts";
import type { Shelf, Timers } from "@ringonce/sync/ports.ts";
import type { Reply } from "@ringonce/sync/verdict.ts";
import { Journal } from "@ringonce/sync/journal.ts";
import { BASE, headers } from "./api.ts";

export const timers: Timers = {
  now: () => Date.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (timer) => window.clearTimeout(timer),
};

/** Survives a reload of this tab, and never throws where storage is blocked. */
export const shelf: Shelf = {
  get: (name) => guarded(() => sessionStorage.getItem(name)),
  put: (name, text) => void guarded(() => sessionStorage.setItem(name, text)),
  drop: (name) => void guarded(() => sessionStorage.removeItem(name)),
};

function guarded<T>(job: () => T): T | null {
  try {
    return job();
  } catch {
    return null;
  }
}

// randomUUID exists on https and localhost only; a desk in a local network may be on plain http.
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The core's path carries the method before it: "PATCH /services/svc_1". */
async function sendEntry(entry: Entry, signal: AbortSignal): Promise<Reply> {
  const [method = "POST", path = ""] = entry.path.split(" ");
  return replyOf(await fetch(BASE + path, {
    method,
    signal,
    credentials: "same-origin",
    // Finishes although the page goes away; browsers allow that to small bodies only.
    keepalive: entry.body.length < 60_000,
    headers: { ...headers(), "Content-Type": "application/json", "Idempotency-Key": `"${entry.key}"` },
    body: entry.body,
  }));
}

async function replyOf(answer: Response): Promise<Reply> {
  const text = await answer.text();
  const wait = Number(answer.headers.get("Retry-After"));
  return {
    status: answer.status,
    body: parsed(text),
    requestId: answer.headers.get("X-Request-ID") ?? "",
    replayed: answer.headers.get("Idempotency-Replayed") === "true",
    retryAfter: Number.isFinite(wait) && wait > 0 ? wait : null,
  };
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

async function lookUp(key: string, signal: AbortSignal): Promise<LookUp> {
  const answer = await fetch(`${BASE}/intents/${encodeURIComponent(key)}`, { signal, credentials: "same-origin", headers: headers() });
  if (answer.status === 404) return { state: "none" };
  if (!answer.ok) throw new Error(`look-up answered ${answer.status}`);
  return (await answer.json()) as LookUp;
}

export const JOURNALS = "ringonce.intent.";

export function portsFor(journal: string): IntentPorts {
  return { send: sendEntry, lookUp, journal: new Journal(shelf, journal), timers, chance: Math.random, newKey };
}

export function openJournals(): string[] {
  return guarded(() => Object.keys(sessionStorage).filter((name) => name.startsWith(JOURNALS))) ?? [];
}
