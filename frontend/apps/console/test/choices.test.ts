import assert from "node:assert/strict";
import { test } from "node:test";
import { asking, choicesOf, commandAt } from "../src/rooms/inbox/choices.ts";

test("a line of choices is taken out of the words, at whatever place it stands", () => {
  const found = asking("What for?\n/choices Beard | Hair ｜ Both\nTell me.");
  assert.equal(found.text, "What for?\nTell me.");
  assert.deepEqual(found.choices, [{ id: "choice-1", label: "Beard" }, { id: "choice-2", label: "Hair" }, { id: "choice-3", label: "Both" }]);
  assert.equal(found.trouble, null);
  assert.deepEqual(asking("One?\n/choices a\n/choices b | a").choices.map((one) => one.label), ["a", "b"]);
});

test("what only looks like the command stays as it was written", () => {
  for (const text of ["Type /choices Yes | No", "/choicesYes | No", "a | b"]) {
    assert.deepEqual(asking(text), { text, choices: [], trouble: null });
  }
  assert.deepEqual(asking("A question\n/choices  | ").choices, []);
});

test("what the server would refuse is told before it is sent", () => {
  assert.equal(asking("/choices Yes | No").trouble, "question");
  assert.equal(asking(`Which?\n/choices ${Array.from({ length: 11 }, (_, n) => n).join("|")}`).trouble, "many");
  assert.equal(asking(`Which?\n/choices ${"很".repeat(81)}`).trouble, "long");
  assert.equal(asking(`Which?\n/choices ${"😀".repeat(80)}`).trouble, null);
});

test("the command gets a line of its own", () => {
  assert.equal(commandAt("/cho", 0), "/choices ");
  assert.equal(commandAt("What for? /cho", 10), "\n/choices ");
  assert.equal(commandAt("What for?\n/cho", 10), "/choices ");
});

test("choices of another release are read leniently", () => {
  assert.deepEqual(choicesOf({ choices: [{ id: "a", label: "Beard" }, { id: "b" }, { label: 3 }] }), ["Beard"]);
  assert.deepEqual(choicesOf({ choices: "no" }), []);
  assert.deepEqual(choicesOf({}), []);
});
