// The steps of a story as cards of three lanes: what was asked, what was written, what left the house.
import { findWords } from "../../lib/words.ts";
import { tell, type Step, type Story } from "../../lib/story.ts";
import { actorOf, placesOf, sentenceOf } from "./facts.ts";

export interface Card {
  key: string;
  at: string;
  since: string;
  lane: 1 | 2 | 3;
  tone: "" | "tint" | "main" | "bad";
  title: string;
  text: string;
  href: string | undefined;
  code: boolean;
}

export function sinceOf(first: string, at: string): string {
  const ms = Date.parse(at) - Date.parse(first);
  if (ms < 1_000) return tell("ms", { n: ms });
  if (ms < 100_000) return tell("s", { n: (ms / 1_000).toFixed(1) });
  return tell("min", { n: Math.round(ms / 60_000) });
}

export function cardsOf(story: Story): Card[] {
  const first = story.steps[0]?.at ?? "";
  let attempts = 0;
  let facts = 0;
  return story.steps.map((step, n) => {
    const base = { key: String(n), at: step.at, since: sinceOf(first, step.at), href: undefined, code: false };
    if (step.kind === "attempt" || step.kind === "replay") return { ...base, ...askedCard(step, ++attempts) };
    if (step.kind === "fact") return { ...base, ...factCard(step, ++facts) };
    return { ...base, ...afterCard(step) };
  });
}

function askedCard(step: Step, n: number): Omit<Card, "key" | "at" | "since" | "href"> {
  const again = step.kind === "replay";
  const refused = (step.status ?? 200) >= 400;
  const title = again ? tell("asked.again", { n }) : refused ? tell("asked.refused", { status: step.status ?? 0 }) : tell("asked.first");
  return { lane: 1, tone: refused ? "bad" : again ? "tint" : "", title, text: step.request_id ?? "", code: true };
}

function factCard(step: Step, n: number): Omit<Card, "key" | "at" | "since" | "code"> {
  const refs = step.refs ?? {};
  const [place] = placesOf(refs);
  return { lane: 2, tone: n === 1 ? "main" : "", title: begun(sentenceOf(step.action ?? "", refs, step.actor_id ?? "")), text: place?.text ?? tell("row", { n: step.seq ?? 0 }), href: place?.href };
}

/** A sentence that stands alone begins with a capital. */
function begun(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function afterCard(step: Step): Omit<Card, "key" | "at" | "since" | "href"> & { href?: string } {
  if (step.kind === "push") return { lane: 3, tone: "", title: tell("pushed", { n: step.pages ?? 0 }), text: tell("pushedRow", { n: step.seq ?? 0 }), code: false };
  const [what = "", who = ""] = (step.text ?? "").split(":");
  if (step.kind === "dead") return { lane: 3, tone: "bad", title: tell("dead", { name: consumerOf(what) }), text: who, code: false };
  const tone = step.state === "failed" ? "bad" : step.state === "sent" ? "tint" : "";
  const title = findWords(`story.letter.${step.state ?? ""}`) ?? tell("letter.waits");
  const text = findWords(`story.letter.to.${who}`) ?? who;
  return { lane: 3, tone, title, text, code: false, ...(step.letter_id ? { href: `/desk/mails/${step.letter_id}` } : {}) };
}

export function consumerOf(name: string): string {
  return findWords(`story.consumer.${name}`) ?? name;
}

/** Who asked, and that it happened once. */
export function headOf(story: Story): string {
  const fact = story.steps.find((step) => step.kind === "fact");
  const asked = story.steps.find((step) => step.kind === "attempt");
  const who = fact ? actorOf(fact.actor_kind ?? "", fact.actor_id ?? "") : principalOf(asked?.principal ?? "");
  if (!story.facts) return (asked?.status ?? 200) >= 400 ? tell("head.refused", { who }) : tell("head.nothing", { who });
  const what = fact ? sentenceOf(fact.action ?? "", fact.refs ?? {}, fact.actor_id ?? "") : "";
  return story.replays ? tell("head.replayed", { who, what, n: story.attempts }) : tell("head.once", { who, what });
}

export function principalOf(principal: string): string {
  const [kind = "", id = ""] = principal.split(":");
  return actorOf(kind, id);
}

export function asText(story: Story, cards: Card[]): string {
  return [`${story.request_id}`, headOf(story), ...cards.map((card) => `${card.at}  ${card.title}${card.text ? ` (${card.text})` : ""}`)].join("\n");
}
