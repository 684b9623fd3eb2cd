// An inbox as its form has it. Its settings travel whole, so what the form does not show is carried along.
import type { Draft } from "../../lib/draft.svelte.ts";
import { tell, type FormField, type Inbox, type InboxSettings } from "../../lib/chat/setup.ts";

export interface Fields {
  name: string;
  slug: string;
  greeting: string;
  tagline: string;
  accent_hue: number;
  position: InboxSettings["position"];
  launcher_label: string;
  sounds: boolean;
  schedule_id: string | null;
  away_after: number;
  away_service: string | null;
  away_leave: boolean;
  form_when: InboxSettings["prechat"]["when"];
  form_fields: FormField[];
  files: boolean;
  files_kb: number;
  transcript: boolean;
  identity: InboxSettings["identity"];
  sites: string[];
  auto_resolve_days: number | null;
  assignment: InboxSettings["assignment"];
  capacity: number;
  team_id: string | null;
  agents: string[];
}
export type InboxDraft = Draft<Fields>;

const OWN = ["name", "slug", "schedule_id", "team_id", "agents"] as const;

export function fieldsOf({ name, slug, schedule_id, team_id, agents, settings }: Inbox): Fields {
  const { greeting, tagline, accent_hue, position, launcher_label, sounds, away, prechat, attachments, transcript, identity, sites, auto_resolve_days, assignment, capacity } = settings;
  return {
    name, slug, schedule_id, team_id, agents: agents.toSorted(), greeting, tagline, accent_hue, position, launcher_label, sounds,
    away_after: away.after_seconds, away_service: away.service, away_leave: away.leave_message,
    form_when: prechat.when, form_fields: prechat.fields.map((field) => ({ ...field })),
    files: attachments.allowed, files_kb: Math.round(attachments.bytes_most / 1_000), transcript, identity, sites: [...sites], auto_resolve_days, assignment, capacity,
  };
}

export function patchOf(stored: () => Inbox): (changes: Partial<Fields>, all: Fields) => object {
  return (changes, all) => {
    const body: Record<string, unknown> = {};
    for (const name of OWN) if (name in changes) body[name] = all[name];
    if (Object.keys(changes).some((name) => !(OWN as readonly string[]).includes(name))) body["settings"] = settingsOf(stored().settings, all);
    return body;
  };
}

function settingsOf(before: InboxSettings, all: Fields): InboxSettings {
  const { greeting, tagline, accent_hue, position, launcher_label, sounds, transcript, identity, auto_resolve_days, assignment, capacity } = all;
  return {
    ...before, greeting, tagline, accent_hue, position, launcher_label, sounds, transcript, identity, auto_resolve_days, assignment, capacity,
    sites: all.sites.map((site) => site.trim().replace(/\/+$/, "").toLowerCase()).filter(Boolean),
    away: { after_seconds: all.away_after, service: all.away_service, leave_message: all.away_leave },
    prechat: { when: all.form_when, fields: all.form_fields },
    attachments: { allowed: all.files, bytes_most: all.files_kb * 1_000 },
  };
}

export function nameOf(field: keyof Fields): string {
  return tell(`field.${field}`);
}

export const KNOWN = ["name", "email", "phone"];

/** The first thing the form itself can see is wrong. */
export function wrongIn(fields: Fields): string | null {
  if (!fields.name.trim()) return tell("wrong.name");
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(fields.slug)) return tell("wrong.slug");
  if (fields.form_fields.some((field) => !field.label.trim() && !KNOWN.includes(field.id))) return tell("wrong.label");
  if (fields.form_fields.some((field) => field.type === "choice" && !field.options.length)) return tell("wrong.options");
  if (["before", "away"].includes(fields.form_when) && !fields.form_fields.length) return tell("wrong.noField");
  const bad = fields.sites.find((site) => site.trim() && !/^https?:\/\/[^/\s]+\/?$/i.test(site.trim()));
  return bad ? tell("wrong.site", { site: bad }) : null;
}
