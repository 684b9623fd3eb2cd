// The shapes the console reads, under the console's names. They are the generated types of the API; what the
// document can only call "an object" is said here.
import type { components } from "@ringonce/wire/api.ts";

type Schemas = components["schemas"];
type Facts = Record<string, unknown>;
type With<T, Parts> = Omit<T, keyof Parts> & Parts;

export type Member = Schemas["MemberView"];
export type Role = Member["role"];
export type Workspace = Schemas["WorkspaceView"];
export type Session = Pick<Schemas["SessionView"], "member" | "workspace">;
export type ApiKey = Schemas["KeyView"];
export type NewKey = Schemas["NewKeyView"];

export type Location = Schemas["LocationPart"];
export type BookingState = "requested" | "confirmed" | "cancelled" | "rejected";
/** As members see it: always with its id, and why it was these hosts. */
export type Booking = With<Schemas["BookingView"], {
  id: string;
  answers: Facts;
  location: Pick<Location, "kind" | "label" | "value"> | null;
  chosen?: Record<string, { role: string; why: string }>;
}>;
export type HistoryEvent = With<Schemas["HistoryView"], { refs: Facts }>;

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** Minutes of the day, half open; 1440 is midnight at the end. */
export type Window = [number, number];
export type Override = Schemas["OverridePart"];
export type Schedule = Schemas["ScheduleView"];
export type Host = Schemas["HostView"];
export type Away = Schemas["AwayView"];
export type Question = Schemas["QuestionPart"];
export type ServiceHost = Schemas["ServiceHostPart"];
export type Service = Schemas["ServiceView"];
export type Limit = Schemas["LimitPart"];
export type Slot = Schemas["SlotView"];
export type Slots = Schemas["SlotsView"];
export type Reason = With<Schemas["ReasonView"], { params: Facts }>;
export type Explained = With<Schemas["ExplainView"], {
  reasons: Reason[];
  hosts?: With<Schemas["HostReasonsView"], { reasons: Reason[] }>[];
}>;
export type Instant = With<Schemas["InstantView"], { reasons: Reason[] }>;
export type Day = With<Schemas["DayView"], { instants: Instant[] }>;
export type Mail = Schemas["MailView"];
export type Letter = Schemas["MailText"];

export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  request_id: string | null;
  errors: { field: string; code: string; detail: string }[];
  params: Facts;
}
