// What Python drew the page from; the script begins with the same facts.
import type { WireHold } from "@ringonce/sync/slots.ts";

export interface BookState {
  workspace: string;
  path: string;
  locale: string;
  hour12: boolean;
  clockAsked: boolean;
  firstWeekday: number;
  zone: string;
  zoneAsked: boolean;
  homeZone: string;
  inPerson: boolean;
  service: { id: string; slug: string; request: boolean; holdMinutes: number; successUrl: string | null };
  length: number;
  host: string | null;
  team: string | null;
  month: string;
  from: string;
  to: string;
  on: string | null;
  at: string | null;
  slots: (number | [number, number])[];
  etag: string;
  version: string;
  private: string | null;
  epoch: string;
  trueUntil: string | null;
  serverTime: string;
  hold: WireHold | null;
  visitor: string | null;
  open: boolean;
  /** Answers to hidden questions, from the address. */
  answers: Record<string, string>;
  moving: { code: string; version: number; start: string } | null;
  cities: Record<string, string>;
}

export interface ReceiptState {
  receipt: true;
  workspace: string;
  locale: string;
  hour12: boolean;
  code: string;
  version: number;
  here: string;
  time: string;
}

export type PageState = BookState | ReceiptState;

/** The page's data block, or null on a page that has none. */
export function readState(): PageState | null {
  const text = document.getElementById("state")?.textContent;
  return text ? (JSON.parse(text) as PageState) : null;
}

export function isReceipt(state: PageState): state is ReceiptState {
  return "receipt" in state;
}

/** The build that this page was drawn by. */
export function buildOf(): string {
  return document.body.dataset["build"] ?? "";
}
