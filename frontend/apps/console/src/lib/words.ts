// The console's words. `say("undo")` is `console.undo` of the catalogue, with its arguments typed.
import { loadWords, type Messages } from "../generated/messages/index.ts";

type Own = Extract<keyof Messages, `console.${string}`>;
export type Key = Own extends `console.${infer K}` ? K : never;
type Arguments<K extends Key> = Messages[`console.${K}`] extends null ? [] : [Messages[`console.${K}`]];

let words: Awaited<ReturnType<typeof loadWords>>;

export async function speak(locale: string): Promise<void> {
  words = await loadWords(locale);
}

/** A name in Chinese needs no space where a Latin one does. */
function close(text: string | undefined): string | undefined {
  return text?.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, "");
}

export function say<K extends Key>(key: K, ...args: Arguments<K>): string {
  return close(words.find(`console.${key}`, args[0] ?? {})) ?? key;
}

/** For keys made at run time: undefined when the catalogue lacks them. */
export function findWords(key: string, args: Record<string, unknown> = {}): string | undefined {
  return close(words.find(key, args as Record<string, string | number>));
}
