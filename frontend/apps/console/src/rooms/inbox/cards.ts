// Offers and receipts as a message carries them, read leniently: another release may have written them.
import type { Facts } from "../../lib/chat/types.ts";

export const TIME_STATES = ["held", "open", "near", "gone", "booked", "released"] as const;
export type TimeState = (typeof TIME_STATES)[number];
export const OFFER_STATES = ["open", "taken", "withdrawn", "lapsed"] as const;
export const RECEIPT_STATES = ["booked", "requested", "cancelled", "moved"] as const;

export interface Offer {
  title: string;
  minutes: number;
  state: (typeof OFFER_STATES)[number];
  until: string | null;
  times: { start: string; state: TimeState }[];
}

export interface Receipt {
  title: string;
  minutes: number;
  start: string;
  hosts: string;
  bookingId: string;
  state: (typeof RECEIPT_STATES)[number];
}

export function readOffer(extra: Facts): Offer {
  const times = Array.isArray(extra["times"]) ? (extra["times"] as Facts[]) : [];
  return {
    title: text((extra["service"] as Facts | undefined)?.["title"]),
    minutes: Number(extra["length_minutes"] ?? 0),
    state: oneOf(OFFER_STATES, extra["state"]),
    until: text(extra["held_until"]) || null,
    times: times.map((time) => ({ start: text(time["start"]), state: oneOf(TIME_STATES, time["state"]) })),
  };
}

export function readReceipt(extra: Facts): Receipt {
  return {
    title: text(extra["title"]),
    minutes: Number(extra["length_minutes"] ?? 0),
    start: text(extra["start"]),
    hosts: Array.isArray(extra["hosts"]) ? extra["hosts"].map(String).join(", ") : "",
    bookingId: text(extra["booking_id"]),
    state: oneOf(RECEIPT_STATES, extra["state"]),
  };
}

function text(found: unknown): string {
  return typeof found === "string" ? found : "";
}

function oneOf<T extends string>(names: readonly [T, ...T[]], found: unknown): T {
  return names.find((name) => name === found) ?? names[0];
}
