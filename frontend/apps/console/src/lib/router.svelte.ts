// Where we are: /desk/{room}/{id}?filters. Links stay links, so that every place can be opened in a new tab.

export const ROOMS = ["inbox", "bookings", "people", "hours", "services", "troubleshooter", "mails", "log", "trace", "chat", "settings"] as const;
export type RoomName = (typeof ROOMS)[number];

function readRoom(path: string): { room: RoomName; id: string | null } {
  const [, , room = "", id = ""] = path.split("/");
  const known = ROOMS.find((name) => name === room);
  return { room: known ?? "bookings", id: known && id ? decodeURIComponent(id) : null };
}

class Router {
  path = $state(location.pathname);
  query = $state(new URLSearchParams(location.search));
  readonly place = $derived(readRoom(this.path));
  /** Asked before leaving; answers false to stay. */
  guard: (() => boolean) | null = null;

  constructor() {
    addEventListener("popstate", () => this.#read());
    document.addEventListener("click", (event) => this.#click(event));
  }

  go(to: string, replace = false): void {
    if (this.guard && !this.guard()) return;
    history[replace ? "replaceState" : "pushState"](null, "", to);
    this.#read();
  }

  /** Changes parts of the query and nothing else; null takes a part away. */
  ask(parts: Record<string, string | null>, replace = true): void {
    this.go(this.path + this.search(parts), replace);
  }

  search(parts: Record<string, string | null> = {}): string {
    const next = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(parts)) {
      if (value === null || value === "") next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    return text ? `?${text}` : "";
  }

  #read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.origin !== location.origin || link.hasAttribute("download")) return;
    if (!link.pathname.startsWith("/desk")) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const router = new Router();
