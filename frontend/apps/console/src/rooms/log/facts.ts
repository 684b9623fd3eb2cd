// A fact in words: the log has ids and numbers, this page knows most of their names.
import { chat } from "../../lib/chat/chat.svelte.ts";
import { directory } from "../../lib/chat/directory.svelte.ts";
import { desk } from "../../lib/desk.svelte.ts";
import { findWords, say } from "../../lib/words.ts";
import { tell, type Entry } from "../../lib/story.ts";
import type { IconName } from "../../parts/icons.ts";

type Refs = Entry["refs"];

/** Facts name what they refer to as `member_id` or as `member`. */
export function refOf(refs: Refs, name: string): string {
  const found = refs[name] ?? refs[`${name}_id`];
  return typeof found === "string" ? found : "";
}
function numberOf(refs: Refs, name: string): number | null {
  return typeof refs[name] === "number" ? (refs[name] as number) : null;
}
function listOf(refs: Refs, name: string): unknown[] {
  return Array.isArray(refs[name]) ? (refs[name] as unknown[]) : [];
}
function whenOf(refs: Refs, name: string): string {
  const minute = numberOf(refs, name);
  return minute === null ? "" : desk.dayTime(new Date(minute * 60_000).toISOString());
}

export function actorOf(kind: string, id: string): string {
  if (kind === "member") return directory.name(id) || tell("actor.member");
  if (kind === "visitor" || kind === "key") return tell(`actor.${kind}`);
  return findWords(`story.actor.system.${id}`) ?? tell("actor.system");
}

function nameIn(refs: Refs): string {
  const labels = [...listOf(refs, "added"), ...listOf(refs, "removed")].flatMap((id) => directory.label(String(id))?.name ?? []);
  const hosts = listOf(refs, "hosts").flatMap((id) => desk.host(String(id))?.name ?? []);
  return labels.join(", ") || directory.name(refOf(refs, "assignee") || null) || directory.name(refOf(refs, "member") || null) || directory.team(refOf(refs, "team"))?.name
    || desk.service(refOf(refs, "service"))?.title || desk.host(refOf(refs, "host"))?.name || hosts.join(", ") || directory.inbox(refOf(refs, "inbox"))?.name || directory.label(refOf(refs, "label"))?.name || "";
}
/** Whichever number the sentence of this fact is about. */
function countIn(refs: Refs): number {
  for (const name of ["number", "seq", "messages", "bookings", "capacity", "fields", "stretches", "secret_no", "priority", "bytes", "added"]) {
    const found = numberOf(refs, name);
    if (found !== null) return found;
  }
  return listOf(refs, "fields").length || listOf(refs, "starts").length;
}

/** The sentence of a fact; its plain name where this page knows none. */
export function sentenceOf(action: string, refs: Refs, actor: string): string {
  const until = refs["until"];
  const status = findWords(`inbox.presence.${String(refs["status"])}`) ?? "";
  const kind = String(refs["kind"] ?? "");
  const text = findWords(`story.fact.${action}`, {
    name: nameIn(refs) || tell("something"), n: countIn(refs), kind: kind || "text", who: String(refs["author_kind"] ?? "visitor"), status,
    when: typeof until === "number" ? desk.dayTime(new Date(until).toISOString()) : whenOf(refs, "start_minute"), was: whenOf(refs, "from_minute"),
    own: refOf(refs, "assignee") === actor ? "yes" : "no", set: refOf(refs, "assignee") || refOf(refs, "team") ? "yes" : "no", auto: refs["auto"] === true ? "yes" : "no", cause: String(refs["cause"] ?? "member"), on: refs["no_show"] === false ? "no" : "yes",
  });
  return text ?? action.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}

const ICONS: [RegExp, IconName][] = [
  [/Merged|Unmerged|LeftApart/, "merge"], [/^Message|^Conversation|^Form/, "chat"], [/^Booking|^Hold|^Offer|^Booked|^Request|^NoShow|^Receipt|^Guests/, "calendar"],
  [/^Contact|^Session/, "person"], [/^Member|^Agent|^Team|^Host/, "people"], [/^Label/, "tag"], [/^Signed|^Key/, "keys"], [/^Transcript/, "mail"], [/^Schedule|^Away|^Calendar|^External/, "clock"],
  [/^Service/, "scissors"], [/^Attachment/, "clip"],
];
export function iconOf(action: string): IconName {
  return ICONS.find(([pattern]) => pattern.test(action))?.[1] ?? "gear";
}

export interface Place {
  text: string;
  href: string;
}

/** Where the things that a fact names can be seen. */
export function placesOf(refs: Refs): Place[] {
  const found: Place[] = [];
  const conversation = refOf(refs, "conversation");
  const known = chat.known.get(conversation);
  const number = known?.number ?? (conversation ? numberOf(refs, "number") : null);
  if (conversation) found.push({ text: number ? tell("place.numbered", { n: number }) : tell("place.conversation"), href: `/desk/inbox/${conversation}` });
  const booking = refOf(refs, "booking");
  if (booking) found.push({ text: tell("place.booking"), href: `/desk/bookings/${booking}` });
  const contact = refOf(refs, "contact");
  if (contact) found.push({ text: known?.contact.id === contact && known.contact.name ? known.contact.name : tell("place.contact"), href: `/desk/people/${contact}` });
  return found;
}

export function dayOf(at: string): string {
  const on = desk.dateOf(at);
  return on === desk.today ? say("today") : desk.day(on);
}
