// The inbox's words: `tell("resolve")` is `inbox.resolve` of the catalogue, with its arguments typed.
import type { Messages } from "../../generated/messages/index.ts";
import { findWords } from "../words.ts";

type Own = Extract<keyof Messages, `inbox.${string}`>;
export type Word = Own extends `inbox.${infer K}` ? K : never;
type Arguments<K extends Word> = Messages[`inbox.${K}`] extends null ? [] : [Messages[`inbox.${K}`]];

export function tell<K extends Word>(key: K, ...args: Arguments<K>): string {
  return findWords(`inbox.${key}`, args[0] ?? {}) ?? key;
}
