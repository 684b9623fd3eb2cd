// Reads. Every answer that is not 2xx becomes a Refused with the problem the server told.
// Writes go through act.svelte.ts, which owns their keys.
import type { Page, Problem } from "./types.ts";

export const BASE = "/api/v1";

export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

let workspace: string | null = null;
let lost: (() => void) | null = null;

export function enter(slug: string | null): void {
  workspace = slug;
}

/** The server answered a write with 401: the session is over. */
export function signOutLocally(): void {
  lost?.();
}

/** Called when the server no longer knows the session. */
export function onLost(call: () => void): void {
  lost = call;
}

export function headers(): Record<string, string> {
  return workspace ? { "Ringonce-Workspace": workspace, Accept: "application/json" } : { Accept: "application/json" };
}

type Query = Record<string, string | number | boolean | null | undefined>;

export function pathOf(path: string, query: Query = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") parts.set(name, String(value));
  }
  const text = parts.toString();
  return BASE + path + (text ? `?${text}` : "");
}

export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return answered<T>(() => fetch(pathOf(path, query), { headers: headers(), credentials: "same-origin", signal: signal ?? null }), signal);
}

/** A question that needs a body and changes nothing: no key, no retry. */
export async function propose<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const ask = (): Promise<Response> => fetch(BASE + path, {
    method: "POST", credentials: "same-origin", signal: signal ?? null,
    headers: { ...headers(), "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  return answered<T>(ask, signal);
}

/** The whole answer. One that ends in the middle is no answer: the line was cut, or the page is being left. */
async function answered<T>(ask: () => Promise<Response>, signal: AbortSignal | undefined): Promise<T> {
  let answer: Response;
  try {
    answer = await ask();
    if (answer.ok) return (await answer.json()) as T;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Refused(offline());
  }
  const problem = await problemOf(answer);
  if (answer.status === 401) lost?.();
  throw new Refused(problem);
}

/** All pages of a short list; the server's limits still apply to each. */
export async function readAll<T>(path: string, query: Query = {}): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read<Page<T>>(path, { ...query, limit: 100, cursor });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}

const KNOWN = new Set(["type", "title", "status", "code", "detail", "instance", "errors"]);

export function toProblem(status: number, body: unknown, requestId: string | null): Problem {
  const told = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof told[name] === "string" ? (told[name] as string) : "");
  return {
    status,
    code: text("code") || `http-${status}`,
    title: text("title"),
    detail: text("detail"),
    request_id: requestId,
    errors: Array.isArray(told["errors"]) ? (told["errors"] as Problem["errors"]) : [],
    params: Object.fromEntries(Object.entries(told).filter(([name]) => !KNOWN.has(name))),
  };
}

export async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  return toProblem(answer.status, body, answer.headers.get("X-Request-ID"));
}

export function offline(): Problem {
  return { status: 0, code: "offline", title: "", detail: "", request_id: null, errors: [], params: {} };
}
