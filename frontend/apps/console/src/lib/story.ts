// The log and a click's story as the server tells them, under the console's names.
import type { components } from "@ringonce/wire/api.ts";
import { sayer } from "./words.ts";

type Schemas = components["schemas"];
type Refs = Record<string, unknown>;

export type Entry = Omit<Schemas["EntryView"], "refs"> & { refs: Refs };
export type Step = Omit<Schemas["StepView"], "refs"> & { refs: Refs | null };
export type Story = Omit<Schemas["StoryView"], "steps"> & { steps: Step[] };

export const tell = sayer("story");
