// What is set up for chat, as the server tells it, under the console's names.
import type { components } from "@ringonce/wire/api.ts";
import { sayer } from "../words.ts";

type Schemas = components["schemas"];

type Whole<T> = { [K in keyof T]-?: NonNullable<T[K]> };
/** In answers every part is there; the document says so of requests only. */
export type InboxSettings = Omit<Schemas["InboxSettingsPart"], "away" | "prechat" | "attachments"> & {
  away: Schemas["InboxAway"];
  prechat: Whole<Schemas["InboxPrechat"]>;
  attachments: Schemas["InboxAttachments"];
};
export type Inbox = Omit<Schemas["InboxView"], "settings"> & { settings: InboxSettings };
export type FormField = Schemas["InboxField"];
export type Secret = Schemas["SecretView"];
export type Label = Schemas["LabelView"];
export type Canned = Schemas["CannedView"];
export type AgentTeam = Schemas["AgentTeamView"];
export type Agent = Schemas["AgentView"];

export const tell = sayer("chatset");
