// The list of free times as the server last said it: a snapshot, then deltas that fit, or nothing.

/** `start` in UTC minutes since 1970; `seats` is null where seats are not counted. */
export interface Slot {
  start: number;
  seats: number | null;
  mine: boolean;
}

export interface HeldSlot {
  id: string;
  token: string;
  generation: number;
  start: number;
  expiresAt: number;
  state: string;
}

export interface SlotList {
  etag: string;
  /** What was seen, for the server to say what has changed since. */
  version: string;
  epoch: string;
  /** When time alone changes the list: milliseconds of the server's clock, or null. */
  trueUntil: number | null;
  slots: ReadonlyMap<number, Slot>;
  hold: HeldSlot | null;
}

export interface WireSlot {
  start: string;
  seats_left?: number | null;
  mine?: boolean;
}

export interface WireHold {
  id: string;
  token?: string | null;
  generation?: number;
  state?: string;
  start: string;
  expires_at: string;
}

export interface Snapshot {
  etag: string;
  version?: string;
  epoch: string;
  true_until?: string | null;
  slots: WireSlot[];
  hold?: WireHold | null;
}

export interface Delta {
  from_etag: string;
  to_etag: string;
  version?: string;
  true_until?: string | null;
  added?: WireSlot[];
  removed?: { start: string; why?: string }[];
  changed?: WireSlot[];
  hold?: WireHold | null;
}

export interface Change {
  list: SlotList;
  removed: { start: number; why: string }[];
  added: number[];
}

export function minuteOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
}

export function instantOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().replace(".000", "");
}

export function slotOf(wire: WireSlot): Slot {
  return { start: minuteOf(wire.start), seats: wire.seats_left ?? null, mine: wire.mine === true };
}

export function heldOf(wire: WireHold | null | undefined): HeldSlot | null {
  if (!wire) return null;
  return {
    id: wire.id,
    token: wire.token ?? "",
    generation: wire.generation ?? 0,
    start: minuteOf(wire.start),
    expiresAt: Date.parse(wire.expires_at),
    state: wire.state ?? "live",
  };
}

export function listOf(snapshot: Snapshot): SlotList {
  const slots = new Map(snapshot.slots.map((each) => [minuteOf(each.start), slotOf(each)]));
  return {
    etag: snapshot.etag,
    version: snapshot.version ?? "",
    epoch: snapshot.epoch,
    trueUntil: deadline(snapshot.true_until),
    slots,
    hold: heldOf(snapshot.hold),
  };
}

/** What a fresh snapshot changes against the list before it; a list of another month has nothing in common. */
export function replace(before: SlotList | null, snapshot: Snapshot): Change {
  const list = listOf(snapshot);
  const removed = before ? [...before.slots.keys()].filter((start) => !list.slots.has(start)) : [];
  const added = before ? [...list.slots.keys()].filter((start) => !before.slots.has(start)) : [];
  return { list, removed: removed.map((start) => ({ start, why: "" })), added };
}

/** Apply a delta, or null when it does not begin where this list ends: then a snapshot is needed. */
export function apply(before: SlotList, delta: Delta): Change | null {
  if (delta.from_etag !== before.etag) return null;
  const slots = new Map(before.slots);
  const removed = (delta.removed ?? []).map((each) => ({ start: minuteOf(each.start), why: each.why ?? "" }));
  for (const each of removed) slots.delete(each.start);
  const added = (delta.added ?? []).map(slotOf);
  for (const slot of [...added, ...(delta.changed ?? []).map(slotOf)]) slots.set(slot.start, slot);
  const ordered = new Map([...slots].sort(([one], [other]) => one - other));
  const list: SlotList = {
    etag: delta.to_etag,
    version: delta.version ?? before.version,
    epoch: before.epoch,
    trueUntil: deadline(delta.true_until),
    slots: ordered,
    hold: heldOf(delta.hold),
  };
  return { list, removed, added: added.map((slot) => slot.start) };
}

function deadline(text: string | null | undefined): number | null {
  return text ? Date.parse(text) : null;
}
