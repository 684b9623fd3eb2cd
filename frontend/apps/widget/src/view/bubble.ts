// One message: its words, its files, and the word for its state.
import { renderMarkdown } from "@ringonce/kit/markdown.ts";
import type { Letter } from "@ringonce/sync/outbox.ts";
import type { Chat } from "../chat.ts";
import type { Attachment, Conversation, Message } from "../config.ts";
import { button, h, icon } from "../dom.ts";
import { firstName, sizeOf, timeOf, whyOf, words } from "../words.ts";

interface Drawn {
  sign: string;
  make: () => Node;
}

/** Nothing but a few pictures. */
const SIGNS = /^(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200d\ufe0f]*\s?){1,6}$/u;

/** Who said it, by the name of now where that is told: a message says what the name was when it was read. */
export function sayerOf({ author }: Message, agent: Conversation["agent"] | undefined): string {
  return agent && agent.member_id === author.member_id ? agent.name : author.name;
}

export function bubbleOf(message: Message, sayer = message.author.name): Node {
  const text = message.mine ? [plain(message.text)] : [renderMarkdown(message.text, document)];
  const mine = `${message.mine ? "msg me" : "msg ag"}${SIGNS.test(message.text) ? " signs" : ""}`;
  const author = message.mine ? words("widget.you") : sayer;
  const files = message.attachments.map(fileOf);
  const bubble = h("div", mine, h("span", "vh", `${author}: `), h("div", { class: "words", dir: "auto" }, ...text));
  if (!files.length) return bubble;
  return h("div", message.mine ? "with me" : "with", ...(message.text ? [bubble] : []), ...files);
}

/** A visitor's own words: as typed, addresses as links. */
function plain(text: string): DocumentFragment {
  const whole = document.createDocumentFragment();
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"']{1,2000}/g)) {
    const address = found[0].replace(/[.,;:!?)\]}。，；：！？）]+$/, "");
    whole.append(text.slice(at, found.index), h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, address));
    at = found.index + address.length;
  }
  whole.append(text.slice(at));
  return whole;
}

export function fileOf(file: Attachment): Node {
  const link = { href: file.url, target: "_blank", rel: "noopener noreferrer" };
  // A small picture has no preview: it is one.
  const picture = file.preview_url ?? (file.media_type.startsWith("image/") && file.width && file.height ? file.url : null);
  if (picture) return h("a", { ...link, class: "shot" }, h("img", { src: picture, alt: file.name, loading: "lazy", ...spaceOf(file) }));
  return h("a", { ...link, class: "file" }, icon("clip"), h("span", "grow", h("bdi", "cut", file.name), h("small", {}, sizeOf(file.bytes))));
}

/** The place of a picture is kept before it comes: nothing jumps. */
function spaceOf({ width, height }: Attachment): { width: string; height: string } {
  const wide = Math.min(240, width ?? 240);
  return { width: String(wide), height: String(width && height ? Math.round(Math.min(320, (wide * height) / width)) : 160) };
}

export function stateOf(message: Message, seen: number, sayer: string): Drawn {
  const time = timeOf(message.at);
  if (!message.mine) {
    const name = firstName(sayer);
    return { sign: name + time, make: () => h("p", "st", h("span", {}, ...(name ? [h("bdi", {}, name), ", "] : []), time)) };
  }
  const isSeen = message.seq <= seen;
  const text = isSeen ? words("widget.state.seen") : words("widget.state.sent", { time });
  return { sign: text, make: () => h("p", isSeen ? "st me seen" : "st me", icon(isSeen ? "seen" : "sent", true), text) };
}

export function waitingBubble(letter: Letter, failed: boolean): Node {
  const text = letter.text || words("widget.files", { count: letter.attachments.length });
  return h("div", { class: failed ? "msg me fail" : "msg me wait" }, h("span", "vh", `${words("widget.you")}: `), h("div", { class: "words", dir: "auto" }, plain(text)));
}

/** Sending, slow, waiting for the network, or why not, with a way on. */
export function waitingState(chat: Chat, letter: Letter): Drawn {
  const phase = chat.outbox.phaseOf(letter);
  if (phase === "failed") {
    const why = letter.failed ? whyOf(letter.failed) : words("widget.why.unanswered");
    const again = button(words("widget.again"), "link", () => void chat.outbox.retry(letter.id));
    const drop = button(words("widget.discard"), "link", () => void chat.outbox.discard(letter.id));
    return { sign: `failed ${why}`, make: () => h("p", { class: "st me bad", role: "alert" }, words("widget.state.failed", { why }), " ", again, drop) };
  }
  const text = sendingWords(chat, phase);
  return { sign: text, make: () => h("p", "st me", icon("clock", true), text) };
}

export function sendingWords(chat: Chat, phase: string): string {
  if (chat.offline) return words("widget.state.waiting");
  if (phase === "slow" || phase === "veryslow") return words(`widget.state.${phase}`);
  if (phase === "unknown") return chat.outbox.waiting > 0 ? words("widget.state.limited", { seconds: chat.outbox.waiting }) : words("widget.state.unknown");
  return words("widget.state.sending");
}

export function eventLine(message: Message): string {
  const { code, ...values } = message.extra;
  const name = message.author.name || String(values["name"] ?? "");
  return words.find(`widget.event.${String(code)}${name ? ".by" : ""}`, { name }) ?? words.find(`widget.event.${String(code)}`, { name }) ?? "";
}
