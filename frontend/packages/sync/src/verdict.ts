// What an answer means for its intent.

export interface Reply {
  status: number;
  body: unknown;
  requestId: string;
  replayed: boolean;
  /** Seconds that the server asks to wait, or null. */
  retryAfter: number | null;
}

export interface Problem {
  code: string;
  status: number;
  title: string;
  detail: string;
  errors: { field: string; code: string }[];
  alternatives: string[];
  params: Record<string, unknown>;
}

export type Verdict = "done" | "refused" | "invalid" | "later";

const LATER = new Set([408, 425, 429]);
const INVALID = new Set([400, 401, 405, 411, 413, 415, 422]);

/** 2xx is done; a refusal is final; what was not understood may be mended; everything else is asked again. */
export function verdictOf(reply: Reply): Verdict {
  if (reply.status >= 200 && reply.status < 300) return "done";
  if (reply.status >= 500 || LATER.has(reply.status)) return "later";
  if (reply.status === 409 && problemOf(reply.body).code === "in-flight") return "later";
  return INVALID.has(reply.status) ? "invalid" : "refused";
}

/** Read a problem document leniently: a proxy may have answered instead of the server. */
export function problemOf(body: unknown): Problem {
  const found = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof found[name] === "string" ? found[name] : "");
  return {
    code: text("code"),
    status: typeof found["status"] === "number" ? found["status"] : 0,
    title: text("title"),
    detail: text("detail"),
    errors: listOf(found["errors"]).map((each) => ({ field: String(each["field"] ?? ""), code: String(each["code"] ?? "") })),
    alternatives: listOf(found["alternatives"]).flatMap((each) => (typeof each["start"] === "string" ? [each["start"]] : [])),
    params: found,
  };
}

function listOf(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((each): each is Record<string, unknown> => typeof each === "object" && each !== null);
}
