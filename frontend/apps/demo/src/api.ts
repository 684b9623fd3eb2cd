// The public API as any client would use it: nothing here is known to the server as a demonstration.

export interface Slot {
  start: string;
  end: string;
}

export interface Told {
  status: number;
  replayed: boolean;
  requestId: string;
  body: Record<string, unknown>;
}

export interface LogRow {
  seq: number;
  action: string;
  refs: Record<string, unknown>;
  request_id: string;
}

export class Api {
  readonly #workspace: string;

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  async slots(service: string, zone: string): Promise<Slot[]> {
    const first = new Date();
    const last = new Date(first.getTime() + 21 * 86_400_000);
    const query = new URLSearchParams({ service, zone, from: civil(first), to: civil(last) });
    const answer = await fetch(`/api/v1/slots?${query}`, { headers: { "Ringonce-Workspace": this.#workspace } });
    if (!answer.ok) throw new Error(`slots: ${answer.status}`);
    return ((await answer.json()) as { slots: Slot[] }).slots;
  }

  async post(path: string, visitor: string, key: string, body: unknown): Promise<Told> {
    const answer = await fetch(`/api/v1${path}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Ringonce-Workspace": this.#workspace,
        "Idempotency-Key": `"${key}"`,
        Authorization: `Bearer ${visitor}`,
      },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      replayed: answer.headers.get("Idempotency-Replayed") === "true",
      requestId: answer.headers.get("X-Request-ID") ?? "",
      body: (await answer.json()) as Record<string, unknown>,
    };
  }

  /** The workspace's log after a place, read with the demonstration's read-only key. */
  async log(key: string, after: number): Promise<LogRow[]> {
    const rows: LogRow[] = [];
    let cursor = after;
    for (;;) {
      const answer = await fetch(`/api/v1/log?after=${cursor}&limit=200`, { headers: { Authorization: `Bearer ${key}` } });
      if (!answer.ok) throw new Error(`log: ${answer.status}`);
      const page = ((await answer.json()) as { items: LogRow[] }).items;
      rows.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 200) return rows;
      cursor = last.seq;
    }
  }

  async head(key: string): Promise<number> {
    const answer = await fetch("/api/v1/log/head", { headers: { Authorization: `Bearer ${key}` } });
    if (!answer.ok) throw new Error(`log: ${answer.status}`);
    return ((await answer.json()) as { seq: number }).seq;
  }
}

function civil(at: Date): string {
  return at.toISOString().slice(0, 10);
}

export function randomText(bytes: number): string {
  const raw = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...raw)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
