import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, closedOn, openOn } from "../src/rooms/bookings/shape.ts";
import { slugOf } from "../src/lib/slug.ts";
import type { Booking, Host, Schedule, Service } from "../src/lib/types.ts";

const host = { id: "h", name: "Ana", kind: "person" } as Host;
const service = (id: string, seats = 1): Service => ({ id, seats, rules: { after_minutes: 10 } }) as unknown as Service;
const booking = (id: string, of: string, start: string, end: string): Booking =>
  ({ id, service: { id: of }, start: `2026-12-10T${start}:00Z`, end: `2026-12-10T${end}:00Z`, hosts: [{ id: "h" }] }) as unknown as Booking;
const schedule = (zone: string): Schedule =>
  ({ zone, overrides: [{ on: "2026-12-11", windows: [] }], weekly: Array.from({ length: 7 }, () => [[540, 1020]]) }) as unknown as Schedule;

test("a host's hours in another zone are drawn at the desk's wall time", () => {
  assert.deepEqual(openOn(host, schedule("UTC"), "2026-12-10", "UTC"), [[540, 1020]]);
  assert.deepEqual(openOn(host, schedule("UTC"), "2026-12-10", "Europe/Amsterdam"), [[600, 1080]]);
  assert.deepEqual(openOn(host, schedule("UTC"), "2026-12-11", "UTC"), []);
  assert.deepEqual(openOn(host, schedule("Asia/Tokyo"), "2026-12-11", "America/New_York"), [[1140, 1440]]);
});

test("what is not open is closed, and nothing twice", () => {
  assert.deepEqual(closedOn([[540, 720], [780, 1020]], 480, 1080), [[480, 540], [720, 780], [1020, 1080]]);
  assert.deepEqual(closedOn([[600, 900], [540, 720]], 540, 900), []);
  assert.deepEqual(closedOn([], 540, 600), [[540, 600]]);
});

test("seats of one sitting are one block; overlaps share the width; touching ones do not", () => {
  const all = [booking("a", "cut", "09:00", "10:00"), booking("b", "cut", "09:30", "10:30"), booking("c", "cut", "10:30", "11:00"),
    booking("d", "class", "12:00", "13:00"), booking("e", "class", "12:00", "13:00")];
  const blocks = blocksOf(all, "2026-12-10", host, [service("cut"), service("class", 8)], "UTC");
  assert.deepEqual(blocks.map((block) => [block.from, block.bookings.length, block.lane, block.lanes]), [
    [540, 1, 0, 2], [570, 1, 1, 2], [630, 1, 0, 1], [720, 2, 0, 1],
  ]);
  assert.equal(blocks[0]?.after, 10);
});

test("addresses are made of words", () => {
  assert.deepEqual(["Cut & finish", "Atelier Öst", "理发", "  -- "].map(slugOf), ["cut-finish", "atelier-ost", "", ""]);
});
