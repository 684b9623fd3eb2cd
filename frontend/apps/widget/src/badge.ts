// How many messages nobody has looked at yet: on the launcher, in the title, and as an event of the page.
import type { Host } from "./host.ts";

export class Badge {
  private readonly host: Host;
  private told = 0;

  constructor(host: Host) {
    this.host = host;
  }

  tell(n: number): void {
    if (n === this.told) return;
    if (n > this.told) this.host.tell("event", { name: "message", detail: { unread: n } });
    this.told = n;
    this.host.tell("unread", { n });
  }
}
