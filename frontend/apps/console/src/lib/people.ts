// People and merges as the server tells them, under the console's names.
import type { components } from "@ringonce/wire/api.ts";
import { sayer } from "./words.ts";

type Schemas = components["schemas"];

export type Contact = Schemas["ContactView"];
export type Suggestion = Schemas["SuggestionView"];
export type Merge = Schemas["MergeView"];
export type MergeKind = Merge["kind"];
export type MergePreview = Schemas["MergePreview"];
export type Attribute = string | number | boolean;

export const tell = sayer("people");

/** What a person is called where there is no name: an address, else words for it. */
export function calledOf(contact: { name: string; identities?: Contact["identities"] }): string {
  return contact.name || contact.identities?.find((one) => one.kind !== "signed")?.value || tell("nameless");
}

export function addressesOf(contact: Contact): string {
  return contact.identities.filter((one) => one.kind !== "signed").map((one) => one.value).join(", ");
}

/** Something that may be merged: enough of it to choose by. */
export interface Candidate {
  id: string;
  name: string;
  about: string;
}
