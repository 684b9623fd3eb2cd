import assert from "node:assert/strict";
import { test } from "node:test";
import type { Conversation, Message } from "../src/lib/chat/types.ts";
import { readOffer, readReceipt } from "../src/rooms/inbox/cards.ts";
import { belongs, byNewest, firstNew, mentionsIn, rowsOf, undoOf, wordAt, type Asked } from "../src/rooms/inbox/shape.ts";
import { readLocal, snoozes } from "../src/rooms/inbox/snoozes.ts";

const ASK: Asked = { view: "mine", state: "open", inbox: "", team: "", label: "", contact: "" };

function conversation(parts: Partial<Conversation> = {}): Conversation {
  return {
    id: "cnv_1", number: 1, inbox_id: "inb_1", contact: { id: "ctc_1", name: "Ana" }, state: "open", priority: "none", assignee_id: "mem_1", team_id: null,
    labels: [], snoozed_until: null, merged_into: null, version: 1, last_seq: 1, last_visitor_seq: 1, visitor_seen: 0, agents_seen: 0, unread: 0,
    waiting_since: null, last_message_at: "2026-11-21T10:00:00Z", preview: null, page: {}, locale: "en", zone: "UTC", created_at: "2026-11-21T10:00:00Z",
    resolved_at: null, number_of_merged: 0, ...parts,
  };
}

function message(seq: number, parts: Partial<Message> = {}): Message {
  return {
    seq, visitor_seq: seq, id: `msg_${seq}`, client_id: `c${seq}`, kind: "text", note: false, author: { kind: "visitor", id: "vis_1", name: "", member_id: null },
    text: `t${seq}`, at: `2026-11-21T10:0${seq}:00Z`, extra: {}, attachments: [], mine: false, origin_id: "cnv_1", ...parts,
  };
}

test("a conversation stands in the lists it belongs to, and leaves them when it changes", () => {
  const mine = conversation();
  assert.equal(belongs(mine, ASK, "mem_1", new Set()), true);
  assert.equal(belongs(mine, ASK, "mem_2", new Set()), false);
  assert.equal(belongs({ ...mine, state: "resolved" }, ASK, "mem_1", new Set()), false);
  assert.equal(belongs({ ...mine, assignee_id: null }, { ...ASK, view: "unassigned" }, "mem_1", new Set()), true);
  assert.equal(belongs(mine, { ...ASK, view: "unassigned" }, "mem_1", new Set()), false);
  assert.equal(belongs(mine, { ...ASK, view: "mentions" }, "mem_1", new Set()), false);
  assert.equal(belongs(mine, { ...ASK, view: "mentions" }, "mem_1", new Set(["cnv_1"])), true);
  assert.equal(belongs({ ...mine, labels: ["lbl_1"] }, { ...ASK, label: "lbl_1" }, "mem_1", new Set()), true);
  assert.equal(belongs(mine, { ...ASK, label: "lbl_1" }, "mem_1", new Set()), false);
});

test("the newest stands first, and equal times keep one order", () => {
  const [a, b, c] = [conversation({ id: "a" }), conversation({ id: "b" }), conversation({ id: "c", last_message_at: "2026-11-21T11:00:00Z" })];
  assert.deepEqual([a, b, c].sort(byNewest).map((one) => one.id), ["c", "b", "a"]);
  assert.deepEqual([b, c, a].sort(byNewest).map((one) => one.id), ["c", "b", "a"]);
});

test("undoing brings back what was, and touches nothing that was so before", () => {
  const now = Date.parse("2026-11-21T10:00:00Z");
  assert.deepEqual(undoOf(conversation(), conversation(), { action: "resolve" }, now), { action: "reopen" });
  assert.deepEqual(undoOf(conversation({ state: "resolved" }), conversation(), { action: "reopen" }, now), { action: "resolve" });
  const later = "2026-11-22T10:00:00Z";
  assert.deepEqual(undoOf(conversation({ state: "snoozed", snoozed_until: later }), conversation(), { action: "resolve" }, now), { action: "snooze", until: later });
  assert.deepEqual(undoOf(conversation({ state: "snoozed", snoozed_until: "2026-11-20T10:00:00Z" }), conversation(), { action: "resolve" }, now), { action: "reopen" });
  assert.deepEqual(undoOf(conversation({ team_id: "tea_1" }), conversation({ assignee_id: "mem_2" }), { action: "assign", assignee_id: "mem_2" }, now), {
    action: "assign", assignee_id: "mem_1", expected_assignee_id: "mem_2", team_id: "tea_1",
  });
  // To a team, which gave it to an agent at once.
  assert.deepEqual(undoOf(conversation(), conversation({ assignee_id: "mem_3" }), { action: "assign", team_id: "tea_1" }, now), {
    action: "assign", assignee_id: "mem_1", expected_assignee_id: "mem_3", team_id: null,
  });
  assert.deepEqual(undoOf(conversation({ labels: ["a"] }), conversation(), { action: "label", add: ["a", "b"], remove: [] }, now), { action: "label", add: [], remove: ["b"] });
  assert.equal(undoOf(conversation({ labels: ["a"] }), conversation(), { action: "label", add: ["a"], remove: [] }, now), null);
  assert.equal(undoOf(conversation({ priority: "high" }), conversation(), { action: "priority", priority: "high" }, now), null);
});

test("a thread is cut by days, by what is new and by where a merge's messages come from", () => {
  const member = { kind: "member" as const, id: "mem_1", name: "Mei", member_id: "mem_1" };
  const rows = rowsOf([
    message(1, { at: "2026-11-20T10:00:00Z" }), message(2), message(3), message(4, { origin_id: "cnv_0" }), message(5, { author: member }), message(6, { kind: "event" }),
  ], "cnv_1", (at) => at.slice(0, 10), 3);
  assert.deepEqual(rows.map((row) => (row.kind === "message" ? `${row.message.seq}${row.head ? "!" : ""}` : row.kind)), [
    "day", "1!", "day", "2!", "new", "3!", "origin", "4!", "origin", "5!", "6!",
  ]);
  assert.equal(new Set(rows.map((row) => row.key)).size, rows.length);
});

test("what is new begins at the visitor's unread messages", () => {
  const thread = [message(1), message(2, { kind: "event" }), message(3), message(4, { author: { kind: "member", id: "m", name: "", member_id: "m" } }), message(5)];
  assert.equal(firstNew(thread, 0), null);
  assert.equal(firstNew(thread, 2), 3);
  assert.equal(firstNew(thread, 9), 1);
});

test("a word at the caret is a command or a name only after a space", () => {
  assert.deepEqual(wordAt("hi /ti", 6), { sign: "/", text: "ti", from: 3 });
  assert.deepEqual(wordAt("@Ru later", 3), { sign: "@", text: "ru", from: 0 });
  assert.equal(wordAt("and/or", 6), null);
  assert.equal(wordAt("ana@example", 11), null);
  assert.deepEqual(mentionsIn("ask @Rui Costa", [{ member_id: "m1", name: "Rui Costa" }, { member_id: "m2", name: "Mei" }]), ["m1"]);
});

test("later is on the workspace's clock, and not in the night", () => {
  const zone = "Europe/Amsterdam";
  assert.deepEqual(snoozes(Date.parse("2026-11-21T10:10:00Z"), zone), [
    { name: "later", until: "2026-11-21T13:30:00.000Z" },
    { name: "tomorrow", until: "2026-11-22T08:00:00.000Z" },
    { name: "week", until: "2026-11-23T08:00:00.000Z" },
  ]);
  assert.deepEqual(snoozes(Date.parse("2026-11-21T17:10:00Z"), zone)[0], { name: "evening", until: "2026-11-21T19:00:00.000Z" });
  assert.equal(snoozes(Date.parse("2026-11-21T20:10:00Z"), zone)[0]?.name, "tomorrow");
  assert.equal(readLocal("2026-07-01T09:30", zone), "2026-07-01T07:30:00.000Z");
  assert.equal(readLocal("", zone), null);
});

test("offers and receipts of another release are read as far as they go", () => {
  assert.deepEqual(readOffer({}), { title: "", minutes: 0, state: "open", until: null, times: [] });
  assert.equal(readOffer({ times: [{ start: "x", state: "melted" }] }).times[0]?.state, "held");
  assert.equal(readReceipt({ state: "moved", hosts: ["Mei", "Rui"] }).hosts, "Mei, Rui");
});
