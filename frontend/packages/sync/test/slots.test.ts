import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, instantOf, listOf, minuteOf, replace, type Delta, type Snapshot } from "../src/slots.ts";

const nine = "2026-12-10T09:00:00Z";
const ten = "2026-12-10T10:00:00Z";
const eleven = "2026-12-10T11:00:00Z";

function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return { etag: "a", epoch: "1", true_until: null, slots: [{ start: nine }, { start: eleven, seats_left: 3 }], hold: null, ...more };
}

function delta(more: Partial<Delta>): Delta {
  return { from_etag: "a", to_etag: "b", true_until: null, hold: null, ...more };
}

test("instants and minutes are the same thing twice", () => {
  assert.equal(instantOf(minuteOf(nine)), nine);
});

test("a delta that begins where the list ends is applied, in the order of time", () => {
  const change = apply(listOf(snapshot()), delta({ added: [{ start: ten }], removed: [{ start: nine, why: "taken" }], changed: [{ start: eleven, seats_left: 2 }] }));
  assert.ok(change);
  assert.deepEqual([...change.list.slots.keys()], [minuteOf(ten), minuteOf(eleven)]);
  assert.equal(change.list.slots.get(minuteOf(eleven))?.seats, 2);
  assert.deepEqual(change.removed, [{ start: minuteOf(nine), why: "taken" }]);
  assert.equal(change.list.etag, "b");
});

test("a delta with a gap before it is refused, never patched over", () => {
  assert.equal(apply(listOf(snapshot()), delta({ from_etag: "x", removed: [{ start: nine }] })), null);
});

test("applying a delta leaves the list before it as it was", () => {
  const before = listOf(snapshot());
  apply(before, delta({ removed: [{ start: nine }] }));
  assert.equal(before.slots.size, 2);
});

test("snapshot and deltas lead to the same list as the snapshot after them", () => {
  const after = snapshot({ etag: "b", slots: [{ start: ten, mine: true }, { start: eleven, seats_left: 3 }] });
  const change = apply(listOf(snapshot()), delta({ added: [{ start: ten, mine: true }], removed: [{ start: nine }] }));
  assert.deepEqual(change?.list, listOf(after));
});

test("a fresh snapshot says what came and what went", () => {
  const change = replace(listOf(snapshot()), snapshot({ etag: "c", slots: [{ start: ten }, { start: eleven }] }));
  assert.deepEqual(change.removed, [{ start: minuteOf(nine), why: "" }]);
  assert.deepEqual(change.added, [minuteOf(ten)]);
});

test("the hold comes with its deadline in milliseconds", () => {
  const hold = { id: "hld_1", token: "t", generation: 2, start: nine, expires_at: "2026-12-10T08:05:00Z" };
  const found = listOf(snapshot({ hold })).hold;
  assert.equal(found?.start, minuteOf(nine));
  assert.equal(found?.expiresAt, Date.parse("2026-12-10T08:05:00Z"));
});
