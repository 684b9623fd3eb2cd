// The page around the frame, and the window that opened this one. Only the one window, the one origin, the one version.
export interface Hello {
  token: string | null;
  attributes?: Record<string, unknown>;
  identity?: string | null;
  page?: Page;
}

export interface Page {
  url: string;
  title: string;
  referrer: string;
}

export interface HostEvents {
  hello(hello: Hello): void;
  token(token: string): void;
  open(): void;
  close(): void;
  identify(token: string): void;
  attributes(attributes: Record<string, unknown>): void;
  reset(): void;
  page(): void;
}

const VERSION = 1;

export class Host {
  readonly framed = window.parent !== window;
  /** A window that another one opened, which may know the visitor. */
  readonly opened = !this.framed && window.opener !== null;
  /** Who was here is leaving: until the page is loaded anew nothing is heard, and nothing is said in their name. */
  leaving = false;
  page: Page = { url: location.href, title: document.title, referrer: document.referrer };
  private origin: string | null = null;
  private readonly sites: readonly string[];
  private readonly events: HostEvents;

  constructor(sites: readonly string[], events: HostEvents) {
    this.sites = sites;
    this.events = events;
    addEventListener("message", (event) => (this.framed ? this.hear(event) : this.hearOpener(event)));
    if (this.opened) (window.opener as Window).postMessage({ ringonce: VERSION, type: "opened" }, location.origin);
  }

  get known(): boolean {
    return this.origin !== null;
  }

  tell(type: string, more: object = {}): void {
    if (this.origin !== null && !this.leaving) window.parent.postMessage({ ringonce: VERSION, type, ...more }, this.origin);
  }

  /** A window of its own was opened by the panel of a page: that one knows the token. */
  private hearOpener({ source, origin, data }: MessageEvent): void {
    if (source === null || source !== window.opener || origin !== location.origin || data?.ringonce !== VERSION) return;
    if (data.type === "token" && typeof data.token === "string") this.events.token(data.token);
  }

  private hear({ source, origin, data }: MessageEvent): void {
    if (!this.framed || this.leaving || source !== window.parent || typeof data !== "object" || data?.ringonce !== VERSION) return;
    if (this.sites.length > 0 && !this.sites.includes(origin) && origin !== location.origin) return;
    if (data.type === "hello") this.origin = origin;
    else if (this.origin !== origin) return;
    const { events } = this;
    if (typeof data.page?.url === "string") this.page = data.page as Page;
    switch (data.type) {
      case "hello":
        events.hello(data as Hello);
        this.tell("ready");
        break;
      case "page":
        events.page();
        break;
      case "open":
        events.open();
        break;
      case "attributes":
        events.attributes(data.attributes as Record<string, unknown>);
        break;
      case "token":
      case "identify":
        if (typeof data.token === "string") events[data.type as "token" | "identify"](data.token);
        break;
      case "close":
      case "reset":
        events[data.type as "close" | "reset"]();
        break;
    }
  }
}
