// Languages are picked as the server picks them; the text itself is held by tests/golden on the Python side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeWords, pickLocale, wallText } from "../src/words.ts";

const have = ["en", "zh-CN"];

test("a language is picked exactly, then by its first part, else English", () => {
  assert.equal(pickLocale("zh-CN", have), "zh-CN");
  assert.equal(pickLocale("zh-Hans-SG", have), "zh-CN");
  assert.equal(pickLocale("de, zh;q=0.5", have), "zh-CN");
  assert.equal(pickLocale("de", have), "en");
  assert.equal(pickLocale("", have), "en");
});

test("a key made at run time may be missing", () => {
  const words = makeWords("en", { "a.b": (a, f) => `x ${f.n(a.n)}` });
  assert.equal(words.find("a.b", { n: 1200 }), "x 1,200");
  assert.equal(words.find("a.c"), undefined);
});

test("what is not a wall time is refused, as are unknown pattern letters", () => {
  assert.throws(() => wallText("tomorrow", "d", "en"), RangeError);
  assert.throws(() => wallText("2026-12-16", "Q", "en"), RangeError);
});
