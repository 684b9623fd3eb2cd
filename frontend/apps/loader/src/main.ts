// One line on any site: the launcher at once, the chat in a frame of our origin once somebody wants it.
import { dress, icons, make, wordsOf } from "./look.ts";
import { tokenOf } from "./token.ts";

type Listener = (detail: unknown) => void;
type Api = ((...call: unknown[]) => void) & { q?: Iterable<unknown>[]; loaded?: boolean };

const VERSION = 1;
const page = window as unknown as { ringonce?: Api };

/** What `ringonce(name, ...)` may call. */
function begin(data: DOMStringMap, server: string): Record<string, (given: unknown, run: unknown) => void> {
  const { workspace, inbox, hue, label, position } = data;
  const root = make("div");
  const launch = make("button");
  const badge = make("i");
  const panel = make("div");
  const lost = make("div");
  const again = make("button");
  const sentence = make("p");
  const listeners: [unknown, Listener][] = [];
  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let greeted = false;
  let isOpen = false;
  let timer = 0;
  let attributes = {};
  let identity: unknown;
  let unread = 0;
  let prefix = "";
  let locale = data["locale"] || document.documentElement.lang || navigator.language;

  const plainTitle = (): string => document.title.replace(prefix, "");
  // Before the frame has been greeted it hears nothing: `hello` holds it all.
  const tell = (type: string, more: object = {}): void => {
    if (greeted) frame?.contentWindow?.postMessage({ ringonce: VERSION, type, page: { url: location.href, title: plainTitle(), referrer: document.referrer }, ...more }, server);
  };
  const emit = (name: string, detail: unknown = null): void => {
    for (const [wanted, run] of listeners) if (wanted === name) run(detail);
  };
  const settled = (found: string): void => {
    if (!found) {
      identity = undefined;
      attributes = {};
      count(0);
    }
    tell(found ? "token" : "reset", { token: found });
  };
  const token = tokenOf(workspace, settled);

  /** Classes and names follow the state and the language. */
  const draw = (): void => {
    const words = wordsOf(locale);
    root.className = `${isOpen ? "o" : ""} ${position === "start" ? "s" : ""} ${"hideLauncher" in data ? "h" : ""}`;
    launch.ariaLabel = (isOpen ? words[1] : (label ? label + ", " : "") + words[0] + (unread ? `, ${unread} ${words[3]}` : "")) as string;
    launch.ariaExpanded = String(isOpen);
    sentence.textContent = words[4] as string;
    again.textContent = words[5] as string;
    badge.textContent = String(unread || "");
  };
  const show = (open: boolean): void => {
    if (isOpen === open) return;
    isOpen = open;
    draw();
    if (open) load();
    (open ? frame : launch)?.focus();
    const name = open ? "open" : "close";
    tell(name);
    emit(name);
  };

  // No word from the frame: that is said where it would be, and the rest of the page is left alone.
  const load = (anew = false): void => {
    if (frame && !anew && lost.hidden) return;
    frame?.remove();
    ready = greeted = false;
    lost.hidden = true;
    frame = make("iframe");
    frame.title = wordsOf(locale)[2] as string;
    frame.src = `${server}/chat/${workspace}/${inbox}?locale=${locale}`;
    frame.onload = () => {
      greeted = true;
      tell("hello", { token: token.known(), attributes, identity });
      if (isOpen) tell("open");
    };
    panel.prepend(frame);
    clearTimeout(timer);
    timer = setTimeout(() => (lost.hidden = ready), 12_000) as unknown as number;
  };

  /** New messages, on the launcher and in the title of the tab. */
  const count = (now: number): void => {
    if (now === unread) return;
    unread = now;
    const title = plainTitle();
    document.title = (prefix = now ? `(${now}) ` : "") + title;
    draw();
  };

  addEventListener("message", ({ source, origin, data: said }) => {
    if (origin !== server || !frame || source !== frame.contentWindow || said?.ringonce !== VERSION) return;
    const { type } = said;
    if (type === "ready") {
      ready = lost.hidden = true;
      emit(type);
    } else if (type === "unread") count(said.n);
    else if (type === "token") void token.settle(said.token, said.was).then(settled);
    else if (type === "close") show(false);
    else if (type === "event") emit(said.name, said.detail);
    // There is no such chat, or none any more: nothing is shown at all.
    else if (type === "gone") host.remove();
  });

  // A site of one page goes on without loading another.
  (window as { navigation?: EventTarget }).navigation?.addEventListener("navigatesuccess", () => tell("page"));

  const host = make("div");
  const shadow = host.attachShadow({ mode: "closed" });
  dress(shadow);
  root.style.setProperty("--h", hue || "203");
  panel.className = "p";
  launch.className = label ? "l t" : "l";
  const tag = make("b");
  tag.append(label || "");
  launch.append(...icons(), tag, badge);
  launch.onclick = () => show(!isOpen);
  launch.onpointerenter = launch.onfocus = () => load();
  root.onkeydown = ({ key }) => {
    if (key === "Escape") show(false);
  };
  again.onclick = () => load(true);
  lost.role = "alert";
  lost.hidden = true;
  lost.append(sentence, again);
  panel.append(lost);
  root.append(panel, launch);
  shadow.append(root);
  draw();
  document.documentElement.append(host);
  if (token.known()) load();

  return {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!isOpen),
    identify(given) {
      identity = given;
      load();
      tell("identify", { token: given });
    },
    setAttributes(given) {
      tell("attributes", { attributes: (attributes = { ...attributes, ...(given as object) }) });
    },
    setLocale(given) {
      locale = given as string;
      draw();
      if (frame) load(true);
    },
    reset: token.forget,
    on(name, run) {
      listeners.push([name, run as Listener]);
      if (name === "ready" && ready) (run as Listener)(null);
    },
  };
}

const script = document.currentScript as HTMLScriptElement | null;
// An image of this name would stand before it: whoever may write one into the page is not to choose the server.
if (script?.noModule === false && !page.ringonce?.loaded) {
  const waiting = page.ringonce?.q ?? [];
  const chat = begin({ ...script.dataset }, new URL(script.src).origin);
  const api: Api = (name, given, run) => chat[name as string]?.(given, run);
  api.loaded = true;
  page.ringonce = api;
  for (const call of waiting) api(...call);
}
