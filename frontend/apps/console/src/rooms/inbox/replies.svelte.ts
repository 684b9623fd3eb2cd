// The canned replies, read when somebody begins to write.
import { read, Refused } from "../../lib/api.ts";
import type { Canned } from "../../lib/chat/types.ts";
import { desk } from "../../lib/desk.svelte.ts";

class Replies {
  all = $state.raw<Canned[]>([]);

  watch(): () => void {
    void this.#read();
    return desk.onEvents((events) => {
      if (!events.length || events.some((event) => event.action.startsWith("Canned"))) void this.#read();
    });
  }

  async #read(): Promise<void> {
    try {
      this.all = (await read<{ items: Canned[] }>("/canned-replies")).items;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
}

export const replies = new Replies();
