// How many requests wait for an answer: the number on the rail.
import { read, Refused } from "./api.ts";
import { desk } from "./desk.svelte.ts";
import type { Booking, Page } from "./types.ts";

class Waiting {
  count = $state(0);

  watch(): () => void {
    void this.#ask();
    return desk.onEvents((events) => {
      if (!events.length || events.some((event) => event.action.startsWith("Booking"))) void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    try {
      const page = await read<Page<Booking>>("/bookings", { state: "requested", limit: 100 });
      this.count = page.items.filter((booking) => Date.parse(booking.end) > Date.now()).length;
    } catch (error) {
      // A number that cannot be read stays as it was; the banner already says that the line is down.
      if (!(error instanceof Refused)) throw error;
    }
  }
}

export const waiting = new Waiting();
