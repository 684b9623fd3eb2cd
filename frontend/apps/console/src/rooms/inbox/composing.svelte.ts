// Whether Enter sends, or Ctrl and Enter: this person's choice in this browser.
import { kept } from "../../lib/kept.ts";

const STORED = "ringonce.chat.enter";

class Writing {
  byEnter = $state(kept.get(STORED) !== "ctrl");

  flip(): void {
    this.byEnter = !this.byEnter;
    kept.put(STORED, this.byEnter ? "enter" : "ctrl");
  }

  sends(event: KeyboardEvent): boolean {
    return this.byEnter || event.ctrlKey || event.metaKey;
  }
}

export const writing = new Writing();
