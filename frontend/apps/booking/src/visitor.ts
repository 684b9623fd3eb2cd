// Who this visitor is: a random token, made at the first interaction and never at page view. No cookie.
import { browserShelf, tabShelf } from "./keeper.ts";

const PREFIX = "vst_";

export class Visitor {
  private readonly name: string;
  private token: string | null;

  constructor(workspace: string, given: string | null) {
    this.name = `ringonce:visitor:${workspace}`;
    this.token = given ?? browserShelf.get(this.name) ?? tabShelf.get(this.name);
    if (given) this.keep(given);
  }

  get known(): string | null {
    return this.token;
  }

  /** The token, made now if there is none. Another tab that was quicker wins. */
  mint(): string {
    if (this.token) return this.token;
    const elsewhere = browserShelf.get(this.name);
    const token = elsewhere ?? PREFIX + randomText(32);
    this.keep(token);
    return (this.token = browserShelf.get(this.name) ?? token);
  }

  /** The server lets nobody in with this token any more: the next act is somebody new's. */
  drop(token: string): void {
    for (const shelf of [browserShelf, tabShelf]) if (shelf.get(this.name) === token) shelf.drop(this.name);
    if (this.token === token) this.token = null;
  }

  private keep(token: string): void {
    browserShelf.put(this.name, token);
    tabShelf.put(this.name, token);
  }
}

/** Base64url of so many random bytes. `randomUUID` does not exist on plain http in a local network; this does. */
export function randomText(bytes: number): string {
  const raw = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...raw)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function newKey(): string {
  return randomText(24);
}
