// The traces that the Python flows recorded: this reducer and its twin in Python agree on every one of them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { takeFrame, type Place, type Thread, type ThreadFrame, type Versioned, type View } from "../src/thread.ts";

interface Trace {
  name: string;
  view: View;
  before: Thread<Versioned, Place>;
  frames: ThreadFrame<Versioned, Place>[];
  after: Thread<Versioned, Place>;
}

const folder = fileURLToPath(new URL("../../../../tests/golden/threads/", import.meta.url));
const traces = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(folder + name, "utf8")) as Trace);

test("there are traces", () => assert.ok(traces.length > 0));

for (const trace of traces) {
  test(`${trace.name}: old thread + frames = new thread`, () => {
    let thread = trace.before;
    for (const frame of trace.frames) {
      const after = takeFrame(thread, frame, trace.view);
      assert.ok(after, `a gap after ${thread.upto}`);
      thread = after;
    }
    assert.deepEqual(thread, trace.after);
  });

  test(`${trace.name}: every frame twice changes nothing`, () => {
    let thread = trace.before;
    for (const frame of trace.frames) {
      const once = takeFrame(thread, frame, trace.view);
      thread = once ?? thread;
      const twice = takeFrame(thread, { ...frame, reset: frame.reset === true }, trace.view);
      assert.deepEqual(twice, thread);
    }
    assert.deepEqual(thread, trace.after);
  });
}
