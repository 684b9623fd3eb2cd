// The shapes the console reads and writes; `api.ts` is the only file that fetches them.

export type Role = "owner" | "admin" | "agent";

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  version: number;
}

export interface Workspace {
  id: string;
  slug: string;
  name: string;
  zone: string;
  locale?: string;
  version: number;
}

export interface Session {
  member: Member;
  workspace: Workspace;
}

export interface Named {
  id: string;
  name: string;
}

export type BookingState = "requested" | "confirmed" | "cancelled" | "rejected";

export interface Location {
  id?: string;
  kind: string;
  value?: string;
  label?: string;
}

export interface Booking {
  id: string;
  code: string;
  state: BookingState;
  version: number;
  service: { id: string; title: string; slug: string };
  start: string;
  end: string;
  length_minutes: number;
  zone: string;
  hosts: Named[];
  location: Location | null;
  name: string;
  email: string | null;
  phone: string | null;
  answers: Record<string, unknown>;
  guests: string[];
  notes?: string | null;
  created_at: string;
  can_cancel: boolean;
  can_move: boolean;
  manage_path: string;
  no_show?: boolean;
  reason?: string | null;
  cancelled_at?: string | null;
  /** For each host: its part, and why it was this one. */
  chosen?: Record<string, { role: string; why: string }>;
  booked_by?: string;
  request_deadline?: string | null;
  seats?: { taken: number; of: number } | null;
}

export interface HistoryEvent {
  seq: number;
  action: string;
  at: string;
  actor: { kind: string; id: string; name?: string | null };
  refs: Record<string, unknown>;
  request_id: string;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** Minutes of the day, half open; 1440 is midnight at the end. */
export type Window = [number, number];

export interface Override {
  on: string;
  windows: Window[];
}

export interface Schedule {
  id: string;
  name: string;
  zone: string;
  weekly: Window[][];
  overrides: Override[];
  travels: { first_on: string; last_on: string; zone: string }[];
  holidays: { country: string; subdivision?: string | null } | null;
  is_default: boolean;
  version: number;
}

export interface Host {
  id: string;
  kind: "person" | "resource";
  name: string;
  email: string | null;
  schedule_id: string | null;
  active: boolean;
  version: number;
}

export interface Away {
  id: string;
  start: string;
  end: string;
  kind: "away" | "holiday";
  note: string;
}

export interface Question {
  id: string;
  kind: string;
  label: string;
  required: boolean;
  hidden?: boolean;
  options?: { value: string; label: string }[];
}

export interface ServiceHost {
  host_id: string;
  role: "fixed" | "rotating" | "group";
  group_no?: number;
  priority?: number;
  weight?: number;
}

export interface Service {
  id: string;
  slug: string;
  title: string;
  description: string;
  colour: string;
  hidden: boolean;
  active: boolean;
  lengths: number[];
  questions: Question[];
  locations: Location[];
  rules: Record<string, unknown>;
  mode: "single" | "any" | "all";
  seats: number;
  approval: "none" | "always";
  hosts: ServiceHost[];
  cancel_until_minutes?: number | null;
  move_until_minutes?: number | null;
  version: number;
}

export interface Slot {
  start: string;
  end: string;
  hosts: string[];
  seats_left: number | null;
  mine: boolean;
}

export interface Reason {
  code: string;
  text: string;
  params: Record<string, unknown>;
}

export interface Mail {
  id: string;
  kind: string;
  reader: string;
  state: "pending" | "kept" | "sent" | "failed" | "held" | "erased";
  booking_id: string;
  recipient: string;
  start: string;
  problem: string;
  created_at: string;
}

export interface Letter extends Mail {
  subject: string;
  text: string;
}

export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  request_id: string | null;
  errors: { field: string; code: string; detail: string }[];
  params: Record<string, unknown>;
}
