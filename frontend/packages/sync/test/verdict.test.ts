import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerClock } from "../src/clock.ts";
import { pause } from "../src/ports.ts";
import { problemOf, verdictOf } from "../src/verdict.ts";
import { FakeTimers, reply } from "./fakes.ts";

const cases: [number, unknown, string][] = [
  [200, {}, "done"],
  [201, {}, "done"],
  [409, { code: "slot-taken" }, "refused"],
  [409, { code: "in-flight" }, "later"],
  [403, { code: "hold-not-yours" }, "refused"],
  [404, {}, "refused"],
  [400, {}, "invalid"],
  [422, { code: "form-invalid" }, "invalid"],
  [429, {}, "later"],
  [500, null, "later"],
  [503, { code: "unverifiable" }, "later"],
  [502, "<html>", "later"],
];

for (const [status, body, verdict] of cases) {
  test(`${status} ${JSON.stringify(body)} is ${verdict}`, () => {
    assert.equal(verdictOf(reply(status, body)), verdict);
  });
}

test("a problem is read whatever stands in the way", () => {
  assert.deepEqual(problemOf("<html>").alternatives, []);
  const found = problemOf({ code: "slot-taken", alternatives: [{ start: "2026-12-10T09:00:00Z" }, null, { end: 1 }] });
  assert.deepEqual(found.alternatives, ["2026-12-10T09:00:00Z"]);
});

test("pauses double, are capped, and are spread", () => {
  assert.equal(pause(0, () => 1), 500);
  assert.equal(pause(3, () => 1), 4_000);
  assert.equal(pause(99, () => 1), 15_000);
  assert.equal(pause(0, () => 0), 250);
});

test("the quickest answer tells the server's time", () => {
  const clock = new ServerClock(new FakeTimers());
  clock.note("1970-01-01T00:01:00Z", 2_000);
  assert.equal(clock.now(), 61_000);
  clock.note("1970-01-01T00:05:00Z", 4_000);
  assert.equal(clock.now(), 61_000, "a slower answer knows less");
  clock.note("1970-01-01T00:01:00Z", 10);
  assert.equal(clock.now(), 60_005);
});
