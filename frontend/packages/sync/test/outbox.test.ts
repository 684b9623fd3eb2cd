import assert from "node:assert/strict";
import { test } from "node:test";
import type { LookUp } from "../src/intent.ts";
import type { Entry } from "../src/journal.ts";
import { MemoryLetters, Outbox, type Letter, type LetterStore } from "../src/outbox.ts";
import type { Reply } from "../src/verdict.ts";
import { FakeTimers, Pending, reply, settled } from "./fakes.ts";

class Rig {
  readonly timers = new FakeTimers();
  readonly sent: { entry: Entry; answer: Pending<Reply> }[] = [];
  readonly asked: { key: string; answer: Pending<LookUp> }[] = [];
  readonly arrived: string[] = [];
  /** What the store held of a letter when it left. */
  readonly stored: (string | null | undefined)[] = [];
  path: string | null = "/say";
  readdress = false;
  readonly box: Outbox;
  private keys = 0;

  readonly store: LetterStore;

  constructor(store: LetterStore = new MemoryLetters(), prefix = "key") {
    this.store = store;
    this.box = new Outbox({
      store,
      timers: this.timers,
      chance: () => 1,
      newKey: () => `${prefix}-${++this.keys}`,
      send: (entry) => {
        const answer = new Pending<Reply>();
        this.sent.push({ entry, answer });
        void this.store.all().then((all) => this.stored.push(all.find((each) => each.key === entry.key)?.body));
        return answer.promise;
      },
      lookUp: (key) => {
        const answer = new Pending<LookUp>();
        this.asked.push({ key, answer });
        return answer.promise;
      },
      address: (letter) => (this.path === null ? null : { path: this.path, body: { client_id: letter.id, text: letter.text } }),
      sent: (letter) => this.arrived.push(letter.text),
      misaddressed: () => this.readdress,
      changed: () => undefined,
    });
  }

  async answer(n: number, status = 201, body: unknown = {}): Promise<void> {
    this.sent[n]?.answer.resolve(reply(status, body));
    await settled();
  }

  texts(): string[] {
    return this.box.letters.map((letter) => letter.text);
  }
}

async function written(rig: Rig, ...texts: string[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const text of texts) letters.push(await rig.box.write(text, []));
  await settled();
  return letters;
}

test("letters leave one after the other, in the order of writing", async () => {
  const rig = new Rig();
  await written(rig, "one", "two", "three");
  assert.equal(rig.sent.length, 1);
  await rig.answer(0);
  await rig.answer(1);
  await rig.answer(2);
  assert.deepEqual(rig.arrived, ["one", "two", "three"]);
  assert.deepEqual(rig.texts(), []);
  assert.deepEqual(await rig.store.all(), []);
});

test("key and body are in the store before the request leaves", async () => {
  const rig = new Rig();
  await written(rig, "one");
  await settled();
  assert.match(rig.stored[0] ?? "", /"text":"one"/);
});

test("no answer: it asks what became of the key, and sends the same bytes under it", async () => {
  const rig = new Rig();
  await written(rig, "one", "two");
  rig.sent[0]?.answer.reject(new Error("tunnel"));
  await rig.timers.pass(500);
  assert.equal(rig.asked[0]?.key, rig.sent[0]?.entry.key);
  rig.asked[0]?.answer.resolve({ state: "none" });
  await settled();
  assert.equal(rig.sent[1]?.entry.key, rig.sent[0]?.entry.key);
  assert.equal(rig.sent[1]?.entry.body, rig.sent[0]?.entry.body);
  await rig.answer(1);
  await rig.answer(2);
  assert.deepEqual(rig.arrived, ["one", "two"]);
});

test("an answer that was lost on the way counts: it is not sent again", async () => {
  const rig = new Rig();
  await written(rig, "one");
  rig.sent[0]?.answer.reject(new Error("cut"));
  await rig.timers.pass(500);
  rig.asked[0]?.answer.resolve({ state: "done", status: 201, body: {} });
  await settled();
  assert.deepEqual([rig.arrived, rig.sent.length], [["one"], 1]);
});

test("after a reload a letter that had left is asked about, one that had not is sent", async () => {
  const store = new MemoryLetters();
  const first = new Rig(store);
  await written(first, "left", "waiting");
  const second = new Rig(store, "other");
  await second.box.load();
  await settled();
  assert.equal(second.sent.length, 0);
  assert.equal(second.asked[0]?.key, first.sent[0]?.entry.key);
  second.asked[0]?.answer.resolve({ state: "done", status: 201, body: {} });
  await settled();
  assert.match(second.sent[0]?.entry.body ?? "", /waiting/);
  await second.answer(0);
  assert.deepEqual(second.arrived, ["left", "waiting"]);
});

test("a refusal stays visible with its reason; what follows is sent; trying again keeps the id and takes a new key", async () => {
  const rig = new Rig();
  const [one] = await written(rig, "too long", "fine");
  await rig.answer(0, 422, { code: "text-too-long" });
  await rig.answer(1);
  assert.equal(rig.box.letters[0]?.failed?.code, "text-too-long");
  assert.deepEqual(rig.arrived, ["fine"]);
  await rig.box.retry(one?.id ?? "");
  await settled();
  assert.notEqual(rig.sent[2]?.entry.key, rig.sent[0]?.entry.key);
  assert.match(rig.sent[2]?.entry.body ?? "", new RegExp(`"client_id":"${one?.id}"`));
});

test("four answers of 5xx: it stops and says so; trying again asks about the same key", async () => {
  const rig = new Rig();
  const [one] = await written(rig, "one");
  for (let n = 0; n < 4; n++) {
    await rig.answer(n, 500);
    await rig.timers.pass(20_000);
    rig.asked[n]?.answer.resolve({ state: "none" });
    await settled();
  }
  assert.ok(one);
  assert.equal(rig.box.phaseOf(one), "failed");
  await rig.box.retry(one.id);
  await settled();
  rig.asked.at(-1)?.answer.resolve({ state: "none" });
  await settled();
  assert.equal(rig.sent.at(-1)?.entry.key, rig.sent[0]?.entry.key);
});

test("a letter without an address waits until there is one", async () => {
  const rig = new Rig();
  rig.path = null;
  await written(rig, "one");
  assert.equal(rig.sent.length, 0);
  rig.path = "/start";
  rig.box.nudge();
  await settled();
  assert.equal(rig.sent[0]?.entry.path, "/start");
});

test("a letter to a place that is gone is addressed anew under another key, with the same id", async () => {
  const rig = new Rig();
  const [one] = await written(rig, "one");
  rig.readdress = true;
  rig.path = "/start";
  await rig.answer(0, 404, { code: "conversation-missing" });
  assert.equal(rig.sent[1]?.entry.path, "/start");
  assert.notEqual(rig.sent[1]?.entry.key, rig.sent[0]?.entry.key);
  assert.match(rig.sent[1]?.entry.body ?? "", new RegExp(one?.id ?? "none"));
});

test("a discarded letter is gone; one under way cannot be discarded", async () => {
  const rig = new Rig();
  const [one, two] = await written(rig, "one", "two");
  await rig.box.discard(one?.id ?? "");
  await rig.box.discard(two?.id ?? "");
  assert.deepEqual(rig.texts(), ["one"]);
});

test("what the thread already shows leaves the box", async () => {
  const rig = new Rig();
  rig.path = null;
  const [one] = await written(rig, "one");
  rig.box.arrived(new Set([one?.id ?? ""]));
  await settled();
  assert.deepEqual(rig.texts(), []);
});

test("a letter under way that the thread shows lets the next one leave; its late answer still tells", async () => {
  const rig = new Rig();
  const [one] = await written(rig, "one", "two");
  rig.box.arrived(new Set([one?.id ?? ""]));
  await settled();
  assert.deepEqual([rig.texts(), rig.sent.length], [["two"], 2]);
  await rig.answer(0);
  await rig.answer(1);
  assert.deepEqual(rig.arrived, ["one", "two"]);
  assert.deepEqual(rig.texts(), []);
});

test("a letter that the thread shows is never asked about nor sent again when its answer is lost", async () => {
  const rig = new Rig();
  const [one] = await written(rig, "one");
  rig.box.arrived(new Set([one?.id ?? ""]));
  rig.sent[0]?.answer.reject(new Error("tunnel"));
  await rig.timers.pass(60_000);
  assert.deepEqual([rig.sent.length, rig.asked.length], [1, 0]);
});

test("a letter that was about to be asked about is not, once the thread shows it", async () => {
  const rig = new Rig();
  const [one] = await written(rig, "one", "two");
  rig.sent[0]?.answer.reject(new Error("tunnel"));
  await settled();
  rig.box.arrived(new Set([one?.id ?? ""]));
  await rig.timers.pass(10_000);
  assert.deepEqual([rig.sent.length, rig.asked.length, rig.texts()], [2, 0, ["two"]]);
});
