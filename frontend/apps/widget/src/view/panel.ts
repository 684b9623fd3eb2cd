// The panel: head, banner, what is said, and where one writes. Each part draws itself from the store.
import { attr, button, fill, h, icon, setText } from "../dom.ts";
import type { Chat } from "../chat.ts";
import { late } from "../late.ts";
import { nearDay, timeOf, words } from "../words.ts";
import { Composer } from "./composer.ts";
import { Log } from "./log.ts";
import { StartForm } from "./form.ts";

export function drawPanel(chat: Chat, target: HTMLElement): void {
  const composer = new Composer(chat);
  const log = new Log(chat, composer);
  const status = h("p", "pstate");
  const dot = h("span", { class: "dot", "aria-hidden": "true" });
  const line = h("span", "cut");
  status.append(dot, line);
  const faces = h("span", { class: "faces", "aria-hidden": "true" });
  const more = button(words("widget.menu.open"), "icb", () => void menu(), icon("more"));
  attr(more, "aria-expanded", "false");
  attr(more, "aria-haspopup", "true");
  const close = button(words("widget.close"), "icb", () => leave(), icon("close"));
  const head = h("header", "phead", faces, h("div", "grow", h("h1", "cut", h("bdi", {}, chat.inbox.name)), status), more, chat.host.framed && close);
  const banner = h("p", { class: "strip", role: "status", hidden: true });
  let form: StartForm | null = null;

  const leave = (): void => chat.host.tell("close");
  // Pressed again while it loads, it must not open and close at once.
  let coming = false;
  const menu = async (): Promise<void> => {
    if (coming) return;
    coming = true;
    const { openMenu } = await late(() => import("./menu.ts"), banner.parentElement ?? head);
    coming = false;
    openMenu(chat, more, head);
  };
  target.replaceChildren(head, banner, log.node, composer.node);
  attr(target, "aria-busy", null);
  attr(target, "aria-label", words("widget.label", { name: chat.inbox.name }));
  target.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) leave();
  });
  let shown = "";
  /** Who has the conversation; before that, who answers here. */
  const drawFaces = (): void => {
    const all = chat.inbox.faces;
    const last = chat.messages.findLast((each) => each.author.kind === "agent")?.author;
    const agent = chat.conversation?.agent ?? (last?.member_id ? { member_id: last.member_id, name: last.name } : null);
    const wanted = agent ? [all.find((face) => face.member_id === agent.member_id) ?? { ...agent, initials: "" }] : all.slice(0, 2);
    const sign = wanted.map((face) => face.member_id).join();
    if (sign === shown && faces.hasChildNodes()) return;
    shown = sign;
    const hue = (id: string): string => ["m", "r", "a"][all.findIndex((face) => face.member_id === id)] ?? "";
    fill(faces, ...wanted.map((face) => h("span", `av ${hue(face.member_id)}`, [...(face.initials || face.name)][0] ?? "")));
  };

  const draw = (): void => {
    setText(line, statusOf(chat));
    drawFaces();
    dot.className = chat.attended && !chat.offline ? "dot" : "dot off";
    drawBanner(chat, banner);
    const asks = asksFirst(chat);
    if (asks && !form) form = new StartForm(chat);
    const wanted = asks && form ? [head, banner, form.node] : [head, banner, log.node, composer.node];
    const begun = form !== null && !asks;
    fill(target, ...wanted);
    if (asks) form?.draw();
    else {
      log.draw();
      composer.draw();
    }
    if (begun) {
      const rest = form?.over();
      form = null;
      if (rest) composer.insert(rest);
      composer.focus();
    }
  };
  chat.onChange(draw);
  document.addEventListener("ringonce:open", () => (form ?? composer).focus());
  draw();
}

/** The questions come before the first message; they stay until that message has its place in the thread. */
function asksFirst(chat: Chat): boolean {
  const { when, fields } = chat.inbox.prechat;
  if (chat.conversation && chat.messages.length > 0) return false;
  return fields.length > 0 && (when === "before" || (when === "away" && !chat.attended));
}

/** What may be expected, in words: measured, or when it opens, never a promise that nobody made. */
function statusOf(chat: Chat): string {
  const { inbox } = chat;
  if (!navigator.onLine) return words("widget.status.offline");
  if (!inbox.is_open) {
    const at = inbox.opens_at;
    return at ? words("widget.status.opens", { day: nearDay(at), time: timeOf(at) }) : words("widget.status.closed");
  }
  if (inbox.reply_minutes !== null) return words("widget.status.reply", { minutes: inbox.reply_minutes });
  return inbox.agents_online ? words("widget.status.here") : words("widget.status.later");
}

function drawBanner(chat: Chat, banner: HTMLElement): void {
  const known = chat.visitor.known !== null;
  const state = !navigator.onLine ? "offline" : known && chat.feed.connection === "lost" ? "reconnecting" : "";
  if (banner.dataset["state"] === state) return;
  banner.dataset["state"] = state;
  banner.hidden = state === "";
  banner.className = state === "offline" ? "strip warn" : "strip";
  if (!state) banner.replaceChildren();
  else banner.replaceChildren(icon(state === "offline" ? "off" : "again"), h("span", {}, words(state === "offline" ? "widget.banner.offline" : "widget.banner.reconnecting")));
}

