// Small words about a booking that several views share.
import { desk } from "../../lib/desk.svelte.ts";
import { say } from "../../lib/words.ts";
import type { Booking } from "../../lib/types.ts";
import type { IconName } from "../../parts/icons.ts";

export type Tone = "good" | "warn" | "bad" | "";

export function stateOf(booking: Booking): { text: string; tone: Tone; icon: IconName } {
  if (booking.no_show) return { text: say("state.noShow"), tone: "bad", icon: "person" };
  switch (booking.state) {
    case "confirmed":
      return { text: say("state.confirmed"), tone: "good", icon: "check" };
    case "requested":
      return { text: say("state.requested"), tone: "warn", icon: "question" };
    case "cancelled":
      return { text: say("state.cancelled"), tone: "", icon: "close" };
    case "rejected":
      return { text: say("state.rejected"), tone: "", icon: "close" };
    default:
      return { text: booking.state, tone: "", icon: "about" };
  }
}

export function isOver(booking: Booking): boolean {
  return booking.state === "cancelled" || booking.state === "rejected";
}

export function hostNames(booking: Booking): string {
  return booking.hosts.map((host) => host.name).join(", ");
}

/** "Thu 10 December, 15:30 to 16:15, with Mei" */
export function whenOf(booking: Booking): string {
  const parts = { day: desk.day(desk.dateOf(booking.start)), start: desk.clock(booking.start), end: desk.clock(booking.end) };
  return booking.hosts.length ? say("booking.whenWith", { ...parts, host: hostNames(booking) }) : say("booking.when", parts);
}

export function spoken(booking: Booking): string {
  return `${booking.service.title}, ${booking.name}, ${whenOf(booking)}, ${stateOf(booking).text}`;
}

/** The short form a person can read over the phone: the whole code is the key to the booking. */
export function shortCode(code: string): string {
  return `${code.slice(0, 2)}-${code.slice(2, 6)}`.toUpperCase();
}
