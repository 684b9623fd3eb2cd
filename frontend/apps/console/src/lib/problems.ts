// Problem documents in the reader's language: first our own sentence for the code, then the catalogue's, then the server's.
import type { Problem } from "./types.ts";
import { findWords, say } from "./words.ts";

export function sentenceOf(problem: Problem): string {
  const own = findWords(`console.problem.${problem.code}`, problem.params);
  if (own) return own;
  const title = findWords(`problem.${problem.code}.title`, problem.params) ?? problem.title;
  const detail = findWords(`problem.${problem.code}.detail`, problem.params) ?? problem.detail;
  if (!title && !detail) return say("problem.unknown");
  return title === detail || !detail ? title : detail.startsWith(title) ? detail : detail || title;
}

/** The sentence for one field of a form, if the server named it. */
export function fieldError(problem: Problem | null, field: string): string | null {
  const found = problem?.errors.find((error) => error.field === field || error.field.startsWith(`${field}.`) || error.field.startsWith(`${field}[`));
  if (!found) return null;
  return findWords(`console.invalid.${found.code}`) ?? found.detail;
}

/** Somebody else changed the thing first. */
export function isStale(problem: Problem | null): boolean {
  return problem?.status === 409 && /version|stale/.test(problem.code);
}
