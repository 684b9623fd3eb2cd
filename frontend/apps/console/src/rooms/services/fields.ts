// A service as its form has it, and as the server takes it. The only file that knows both shapes.
import { say } from "../../lib/words.ts";
import type { Limit, Location, Question, Service, ServiceHost } from "../../lib/types.ts";
import type { Draft } from "../../lib/draft.svelte.ts";

export type ServiceDraft = Draft<Fields>;

export interface Fields {
  title: string;
  slug: string;
  description: string;
  colour: string;
  lengths: number[];
  hidden: boolean;
  active: boolean;
  mode: Service["mode"];
  hosts: ServiceHost[];
  before: number;
  after: number;
  interval: number | null;
  notice: number;
  window_days: number | null;
  limit_day: number | null;
  limit_week: number | null;
  approval: Service["approval"];
  seats: number;
  cancel_until: number | null;
  move_until: number | null;
  locations: Location[];
  questions: Question[];
}

const RULES = ["before", "after", "interval", "notice", "window_days", "limit_day", "limit_week"] as const;

function limitOf(limits: Limit[], period: string): number | null {
  return limits.find((limit) => limit.period === period && limit.bookings !== null)?.bookings ?? null;
}

export function fieldsOf(service: Service): Fields {
  const { rules } = service;
  return {
    title: service.title, slug: service.slug, description: service.description, colour: service.colour,
    lengths: [...service.lengths], hidden: service.hidden, active: service.active, mode: service.mode,
    hosts: service.hosts.map((host) => ({ ...host })),
    before: rules.before_minutes, after: rules.after_minutes,
    interval: rules.interval_minutes,
    notice: rules.notice_minutes,
    window_days: rules.window?.kind === "rolling" ? rules.window.days : null,
    limit_day: limitOf(rules.limits, "day"), limit_week: limitOf(rules.limits, "week"),
    approval: service.approval, seats: service.seats,
    cancel_until: service.cancel_until_minutes, move_until: service.move_until_minutes,
    locations: service.locations.map((location) => ({ ...location })),
    questions: service.questions.map((question) => ({ ...question })),
  };
}

/** Only what changed; rules travel whole, because they are judged together. */
export function patchOf(stored: Service): (changes: Partial<Fields>, all: Fields) => object {
  return (changes, all) => {
    const body: Record<string, unknown> = { ...changes };
    const rulesChanged = RULES.some((name) => name in changes);
    for (const name of RULES) delete body[name];
    if (rulesChanged) body["rules"] = rulesOf(stored, changes, all);
    if ("cancel_until" in body) body["cancel_until_minutes"] = body["cancel_until"];
    if ("move_until" in body) body["move_until_minutes"] = body["move_until"];
    delete body["cancel_until"];
    delete body["move_until"];
    return body;
  };
}

function rulesOf(stored: Service, changes: Partial<Fields>, all: Fields): Service["rules"] {
  const rules: Service["rules"] = {
    ...stored.rules, before_minutes: all.before, after_minutes: all.after, interval_minutes: all.interval, notice_minutes: all.notice,
  };
  if ("window_days" in changes) rules.window = all.window_days === null ? null : { kind: "rolling", days: all.window_days, first_on: null, last_on: null };
  if ("limit_day" in changes || "limit_week" in changes) {
    const others = stored.rules.limits.filter((limit) => limit.bookings === null || !["day", "week"].includes(limit.period));
    const own = ([["day", all.limit_day], ["week", all.limit_week]] as const).flatMap(([period, bookings]) => (bookings === null ? [] : [{ period, bookings, minutes: null }]));
    rules.limits = [...others, ...own];
  }
  return rules;
}

export function nameOf(field: keyof Fields): string {
  return say(`service.field.${field}`);
}

/** The first thing the form itself can see is wrong. */
export function wrongIn(fields: Fields): string | null {
  if (!fields.title.trim()) return say("service.titleMissing");
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(fields.slug)) return say("setUp.slugWrong");
  if (!fields.lengths.length || fields.lengths.some((length) => !(length >= 1 && length <= 1440))) return say("service.lengthsWrong");
  if (fields.questions.some((question) => !question.label.trim())) return say("service.questionEmpty");
  return null;
}

export function newId(prefix: string, taken: { id?: string }[]): string {
  for (let n = taken.length + 1; ; n++) if (!taken.some((one) => one.id === `${prefix}${n}`)) return `${prefix}${n}`;
}
