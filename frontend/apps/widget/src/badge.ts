// How many messages nobody has looked at yet: on the launcher, in the title, and as an event of the page.
import type { Host } from "./host.ts";

export class Badge {
  private readonly host: Host;
  /** Null until the thread is known: then the first count is said even if it is 0, for a frame before this one may have said another. */
  private told: number | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  tell(n: number, known: boolean): void {
    if (n === this.told || (this.told === null && !known)) return;
    if (n > (this.told ?? 0)) this.host.tell("event", { name: "message", detail: { unread: n } });
    this.told = n;
    this.host.tell("unread", { n });
  }
}
