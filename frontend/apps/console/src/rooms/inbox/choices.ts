// Answers to tap: a line "/choices Yes | No" in a reply becomes buttons below it at the visitor's.
import type { Facts } from "../../lib/chat/types.ts";

export interface QuickReply {
  id: string;
  label: string;
}

export interface Asking {
  /** The words without that line. */
  text: string;
  choices: QuickReply[];
  /** Why it cannot be sent as it stands. */
  trouble: "question" | "many" | "long" | null;
}

export const COMMAND = "/choices";
export const CHOICES_MOST = 10;
export const LABEL_MOST = 80;
const LINE = /^[ \t]*\/choices(?:[ \t]+(.*))?$/m;

/** What a reply says and which answers it offers; two such lines make one set of answers. */
export function asking(draft: string): Asking {
  const lines = draft.split("\n");
  const rest = lines.filter((line) => !LINE.test(line));
  const told = lines.flatMap((line) => LINE.exec(line)?.[1] ?? []).join("|");
  const labels = [...new Set(told.split(/[|｜]/).map((label) => label.trim()).filter(Boolean))];
  const text = rest.join("\n").trim();
  const choices = labels.map((label, n) => ({ id: `choice-${n + 1}`, label }));
  return { text, choices, trouble: troubleOf(text, labels) };
}

function troubleOf(text: string, labels: readonly string[]): Asking["trouble"] {
  if (!labels.length) return null;
  if (labels.length > CHOICES_MOST) return "many";
  if (labels.some((label) => [...label].length > LABEL_MOST)) return "long";
  return text ? null : "question";
}

/** Where the command is picked: it has a line of its own. */
export function commandAt(draft: string, from: number): string {
  const before = draft.slice(0, from);
  return `${before.trim() && !before.endsWith("\n") ? "\n" : ""}${COMMAND} `;
}

/** The answers that a message offers, read leniently. */
export function choicesOf(extra: Facts): string[] {
  const found = Array.isArray(extra["choices"]) ? (extra["choices"] as Facts[]) : [];
  return found.flatMap((each) => (typeof each["label"] === "string" ? [each["label"]] : []));
}
