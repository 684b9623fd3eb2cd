import assert from "node:assert/strict";
import { test } from "node:test";
import { SERVER_FAILURES } from "../src/intent.ts";
import { Bench, reply, settled } from "./fakes.ts";

test("ten clicks send one request, and say how many counted for nothing", async () => {
  const bench = new Bench();
  for (let click = 0; click < 10; click++) bench.runner.submit("/bookings", { name: "Ana" });
  assert.equal(bench.sent.length, 1);
  assert.equal(bench.runner.ignored, 9);
  bench.sent[0]?.answer.resolve(reply(201));
  await settled();
  assert.equal(bench.runner.phase, "done");
  bench.runner.submit("/bookings", { name: "Ana" });
  assert.equal(bench.sent.length, 1, "a click on what is done starts nothing");
});

test("the key and the body are written before the request leaves, and cleared by a final answer", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", { name: "Ana" }, "note");
  assert.match(bench.written[0] ?? "", /key-0000000000000001/);
  assert.match(bench.written[0] ?? "", /Ana/);
  bench.sent[0]?.answer.resolve(reply(201));
  await settled();
  assert.equal(bench.journal.read(), null);
});

test("it becomes slow after 2.5 s and very slow after 10 s, and is never sent again for that", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", {});
  await bench.timers.pass(2_499);
  assert.equal(bench.runner.phase, "submitting");
  await bench.timers.pass(1);
  assert.equal(bench.runner.phase, "slow");
  await bench.timers.pass(7_500);
  assert.equal(bench.runner.phase, "veryslow");
  assert.equal(bench.sent.length, 1);
});

test("a lost answer is asked about, and what the server did is shown", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", {});
  bench.sent[0]?.answer.reject(new Error("cut"));
  await settled();
  assert.equal(bench.runner.phase, "unknown");
  await bench.timers.pass(500);
  assert.equal(bench.asked[0]?.key, bench.sent[0]?.entry.key);
  bench.asked[0]?.answer.resolve({ state: "done", status: 201, body: { booking: { code: "c" } } });
  await settled();
  assert.equal(bench.runner.phase, "done");
  assert.equal(bench.sent.length, 1);
  assert.equal(bench.runner.reply?.replayed, true);
});

test("what never arrived is sent again under the same key with the same bytes", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", { name: "Ana" });
  bench.sent[0]?.answer.reject(new Error("cut"));
  await bench.timers.pass(500);
  bench.asked[0]?.answer.resolve({ state: "none" });
  await settled();
  assert.equal(bench.sent.length, 2);
  assert.deepEqual(bench.sent[1]?.entry, bench.sent[0]?.entry);
});

test("one that is still running is asked about again, not sent again", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", {});
  bench.sent[0]?.answer.reject(new Error("cut"));
  await bench.timers.pass(500);
  bench.asked[0]?.answer.resolve({ state: "in-flight" });
  await bench.timers.pass(1_000);
  assert.equal(bench.asked.length, 2);
  assert.equal(bench.sent.length, 1);
});

test("no answer in 20 s is an unknown one, and a late answer of that attempt changes nothing", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", {});
  await bench.timers.pass(20_000);
  assert.equal(bench.runner.phase, "unknown");
  bench.sent[0]?.answer.resolve(reply(409, { code: "slot-taken" }));
  await settled();
  assert.equal(bench.runner.phase, "unknown");
});

test("after a reload a stored key is unknown and asked about, never idle", async () => {
  const before = new Bench();
  before.runner.submit("/bookings", { name: "Ana" }, "the note");
  const after = new Bench(before.shelf);
  assert.equal(after.runner.resume(), true);
  assert.equal(after.runner.phase, "unknown");
  assert.equal(after.runner.note, "the note");
  assert.equal(after.sent.length, 0);
  assert.equal(after.asked[0]?.key, before.sent[0]?.entry.key);
  assert.equal(after.runner.submit("/bookings", {}), false, "a click while it is unknown starts nothing");
});

test("nothing stored: nothing to resume", () => {
  assert.equal(new Bench().runner.resume(), false);
});

test("a refusal is final; the next one is another intent with another key", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", { start: 1 });
  bench.sent[0]?.answer.resolve(reply(409, { code: "slot-taken" }));
  await settled();
  assert.equal(bench.runner.phase, "refused");
  assert.equal(bench.journal.read(), null);
  bench.runner.submit("/bookings", { start: 2 });
  assert.notEqual(bench.sent[1]?.entry.key, bench.sent[0]?.entry.key);
});

test("what the form must mend drops the key", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", { name: "" });
  bench.sent[0]?.answer.resolve(reply(422, { code: "form-invalid", errors: [{ field: "name", code: "required" }] }));
  await settled();
  assert.equal(bench.runner.phase, "invalid");
  assert.equal(bench.journal.read(), null);
});

test("a server that is in trouble is tried a few times, then it says so and keeps the key for the same words", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", { name: "Ana" });
  for (let n = 0; n < SERVER_FAILURES; n++) {
    bench.sent[n]?.answer.resolve(reply(500));
    await bench.timers.pass(20_000);
    bench.asked[n]?.answer.resolve({ state: "none" });
    await settled();
  }
  assert.equal(bench.runner.phase, "failed");
  bench.runner.submit("/bookings", { name: "Ana" });
  assert.equal(bench.sent.at(-1)?.entry.key, bench.sent[0]?.entry.key);
});

test("too many requests: it waits as long as it was told", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", {});
  bench.sent[0]?.answer.resolve(reply(429, {}, { retryAfter: 7 }));
  await bench.timers.pass(6_999);
  assert.equal(bench.asked.length, 0);
  assert.equal(bench.runner.waiting, 7);
  await bench.timers.pass(1);
  assert.equal(bench.asked.length, 1);
});

test("when the network is back it asks at once", async () => {
  const bench = new Bench();
  bench.runner.submit("/bookings", {});
  bench.sent[0]?.answer.reject(new Error("cut"));
  await settled();
  bench.runner.nudge();
  assert.equal(bench.asked.length, 1);
  await bench.timers.pass(500);
  assert.equal(bench.asked.length, 1, "the pause that was cut short asks nothing more");
});
