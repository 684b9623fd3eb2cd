// Where things stand in the week's grid: plain arithmetic over minutes of one civil day, no drawing.
import { addDays, civil, instantOf, weekdayOf } from "../../lib/time.ts";
import type { Away, Booking, Host, Schedule, Service, Window } from "../../lib/types.ts";

export interface Stretch {
  from: number;
  to: number;
  kind: "off" | "away";
  note: string;
}

export interface Block {
  key: string;
  from: number;
  to: number;
  bookings: Booking[];
  /** Minutes kept free after it. */
  after: number;
  lane: number;
  lanes: number;
}

/** Minutes since the midnight of `on`; before it negative, after it beyond 1440. */
export function minuteIn(on: string, at: number, zone: string): number {
  const wall = civil(at, zone);
  if (wall.on === on) return wall.minute;
  return wall.on < on ? Math.min(0, wall.minute - 1440) : 1440 + wall.minute;
}

function windowsOn(schedule: Schedule, on: string): Window[] {
  const override = schedule.overrides.find((one) => one.on === on);
  return override ? override.windows : (schedule.weekly[weekdayOf(on)] ?? []);
}

/** A host's open windows on a date of the desk's zone, whatever zone his schedule is in. */
export function openOn(host: Host, schedule: Schedule | undefined, on: string, zone: string): Window[] {
  if (!schedule) return host.kind === "resource" ? [[0, 1440]] : [];
  if (schedule.zone === zone) return windowsOn(schedule, on);
  return [addDays(on, -1), on, addDays(on, 1)]
    .flatMap((date) => windowsOn(schedule, date).map(([start, end]): Window => [
      minuteIn(on, instantOf(date, start, schedule.zone), zone),
      minuteIn(on, instantOf(date, end, schedule.zone), zone),
    ]))
    .map(([start, end]): Window => [Math.max(0, start), Math.min(1440, end)])
    .filter(([start, end]) => end > start);
}

export function closedOn(open: Window[], first: number, last: number): Window[] {
  const gaps: Window[] = [];
  let at = first;
  for (const [start, end] of open.toSorted((one, other) => one[0] - other[0])) {
    if (start > at) gaps.push([at, Math.min(start, last)]);
    at = Math.max(at, end);
  }
  if (at < last) gaps.push([at, last]);
  return gaps.filter(([start, end]) => end > start);
}

export function awaysOn(aways: Away[], on: string, zone: string): { from: number; to: number; note: string }[] {
  return aways
    .map((away) => ({
      from: Math.max(0, minuteIn(on, Date.parse(away.start), zone)),
      to: Math.min(1440, minuteIn(on, Date.parse(away.end), zone)),
      note: away.note,
    }))
    .filter((away) => away.to > away.from);
}

/** One host's blocks of a day: the seats of a sitting are one block, overlaps share the width. */
export function blocksOf(bookings: Booking[], on: string, host: Host, services: Service[], zone: string): Block[] {
  const sittings = new Map<string, Booking[]>();
  for (const booking of bookings) {
    if (!booking.hosts.some((one) => one.id === host.id)) continue;
    const seated = (services.find((one) => one.id === booking.service.id)?.seats ?? 1) > 1;
    const key = seated ? `${booking.service.id} ${booking.start}` : booking.id;
    sittings.set(key, [...(sittings.get(key) ?? []), booking]);
  }
  const blocks = [...sittings].map(([key, group]): Block => {
    const first = group[0] as Booking;
    return {
      key,
      from: Math.max(0, minuteIn(on, Date.parse(first.start), zone)),
      to: Math.min(1440, minuteIn(on, Date.parse(first.end), zone)),
      bookings: group,
      after: services.find((one) => one.id === first.service.id)?.rules.after_minutes ?? 0,
      lane: 0,
      lanes: 1,
    };
  });
  return inLanes(blocks.toSorted((one, other) => one.from - other.from || other.to - one.to));
}

function inLanes(blocks: Block[]): Block[] {
  let cluster: Block[] = [];
  let end = -1;
  const close = (): void => {
    const lanes = Math.max(0, ...cluster.map((block) => block.lane)) + 1;
    for (const block of cluster) block.lanes = lanes;
    cluster = [];
  };
  for (const block of blocks) {
    if (block.from >= end) close();
    const taken = new Set(cluster.filter((other) => other.to > block.from).map((other) => other.lane));
    while (taken.has(block.lane)) block.lane += 1;
    cluster.push(block);
    end = Math.max(end, block.to);
  }
  close();
  return blocks;
}
