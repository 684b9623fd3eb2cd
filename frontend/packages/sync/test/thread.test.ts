import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyThread, inOrder, takeAnswer, takeFrame, type Place, type Thread, type Versioned } from "../src/thread.ts";

type T = Thread<Versioned, Place>;
const cnv = (version = 1, id = "cnv_1"): Versioned => ({ id, version });
const msg = (seq: number, more: Partial<Place> = {}): Place => ({
  ...{ seq, id: `msg_${seq}`, client_id: `c${seq}`, kind: "text", at: `2026-12-10T09:00:0${seq % 10}Z`, extra: {} },
  ...more,
});
const frame = (from: number, messages: (Place | { seq: number; withdrawn: true })[], more: object = {}) => ({
  ...{ conversation: cnv(), messages, from, upto: from + messages.length },
  ...more,
});
const seqs = (thread: T | null): number[] => (thread ? thread.messages.map((each) => each.seq) : []);
const of = (...list: number[]): T => ({ conversation: cnv(), messages: list.map((seq) => msg(seq)), upto: list.at(-1) ?? 0 });

test("frames that follow each other make the thread", () => {
  const one = takeFrame<Versioned, Place>(emptyThread(), frame(0, [msg(1), msg(2)]));
  const two = one && takeFrame(one, frame(2, [msg(3)]));
  assert.deepEqual(seqs(two), [1, 2, 3]);
  assert.equal(two?.upto, 3);
});

test("a gap is not patched over", () => {
  assert.equal(takeFrame(of(1, 2), frame(3, [msg(4)])), null);
});

test("the same frame twice changes nothing", () => {
  const before = of(1, 2);
  assert.deepEqual(takeFrame(before, frame(0, [msg(1), msg(2)])), before);
  assert.deepEqual(takeFrame(before, frame(1, [msg(2), msg(3)])), of(1, 2, 3));
});

test("places out of order within a frame are put in order", () => {
  assert.deepEqual(seqs(takeFrame(of(1), frame(1, [msg(3), msg(2)]))), [2, 3].reduce((all, n) => [...all, n], [1]));
});

test("another conversation without a reset is a gap; with one it is a new beginning", () => {
  assert.equal(takeFrame(of(1, 2), frame(2, [], { conversation: cnv(9, "cnv_2") })), null);
  const moved = takeFrame(of(1, 2), frame(0, [msg(1, { id: "msg_x" })], { conversation: cnv(1, "cnv_2"), reset: true }));
  assert.equal(moved?.conversation?.id, "cnv_2");
  assert.deepEqual(moved?.messages.map((each) => each.id), ["msg_x"]);
});

test("a reset begins where its frame begins", () => {
  const moved = takeFrame(of(1, 2), frame(40, [msg(41)], { reset: true }));
  assert.deepEqual([seqs(moved), moved?.upto], [[41], 41]);
});

test("the conversation with the higher version is kept", () => {
  const newer = takeFrame(of(1), frame(1, [], { conversation: cnv(5) }));
  assert.equal(newer?.conversation?.version, 5);
  assert.equal(newer && takeFrame(newer, frame(1, [], { conversation: cnv(3) }))?.conversation?.version, 5);
});

test("a withdrawn place is counted and not drawn", () => {
  const after = takeFrame(of(1), frame(1, [{ seq: 2, withdrawn: true }, msg(3)]));
  assert.deepEqual([seqs(after), after?.upto], [[1, 3], 3]);
});

test("undoing a merge empties the places that its line names, each view its own", () => {
  const line = msg(4, { kind: "event", extra: { code: "unmerged", visitor_withdrawn: [2], withdrawn: [3] } });
  assert.deepEqual(seqs(takeFrame(of(1, 2, 3), frame(3, [line]))), [1, 3, 4]);
  assert.deepEqual(seqs(takeFrame(of(1, 2, 3), frame(3, [line]), "desk")), [1, 2, 4]);
});

test("a changed place is drawn anew, an older drawing never replaces a newer one", () => {
  const offer = (version: number): Place => msg(2, { kind: "offer", extra: { version } });
  const one = takeFrame(of(1, 2), frame(2, [], { changed: [offer(2)] }));
  const two = one && takeFrame(one, frame(2, [], { changed: [offer(1)] }));
  assert.equal(two?.messages[1]?.extra?.["version"], 2);
});

test("an answer by HTTP is taken if it is the next place; else the socket brings it", () => {
  assert.deepEqual(seqs(takeAnswer(of(1), cnv(2), [msg(2)])), [1, 2]);
  const early = takeAnswer(of(1), cnv(2), [msg(3)]);
  assert.deepEqual([seqs(early), early.upto, early.conversation?.version], [[1], 1, 2]);
  const begun = takeAnswer<Versioned, Place>(emptyThread(), cnv(1, "cnv_9"), [msg(2), msg(1)]);
  assert.deepEqual([seqs(begun), begun.upto], [[1, 2], 2]);
});

test("it is read by time, and by place where the time is the same", () => {
  const late = msg(1, { at: "2026-12-10T10:00:00Z" });
  assert.deepEqual(inOrder([late, msg(3), msg(2, { at: msg(3).at })]).map((each) => each.seq), [2, 3, 1]);
});
