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

type Tail<F, P extends string> = F extends `${P}.${infer K}` ? K : never;
export type Word<P extends string> = Tail<keyof Messages, P>;
type ArgumentsOf<P extends string, K extends Word<P>> = `${P}.${K}` extends keyof Messages ? (Messages[`${P}.${K}`] extends null ? [] : [Messages[`${P}.${K}`]]) : never;

/** The words of one area: `sayer("people")("merge.do")` is `people.merge.do`. */
export function sayer<P extends string>(area: P): <K extends Word<P>>(key: K, ...args: ArgumentsOf<P, K>) => string {
  return (key, ...args) => findWords(`${area}.${key}`, (args[0] ?? {}) as Record<string, unknown>) ?? key;
}

/** For keys made at run time: undefined when the catalogue lacks them. */
export function findWords(key: string, args: Record<string, unknown> = {}): string | undefined {
  return close(words.find(key, args as Record<string, string | number>));
}
