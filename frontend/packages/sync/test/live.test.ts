import assert from "node:assert/strict";
import { test } from "node:test";
import { LiveClient, POLL_MS, POLL_PATIENCE_MS, SILENCE_MS, type Connection, type Frame, type Socket } from "../src/live.ts";
import { FakeTimers, Pending, settled } from "./fakes.ts";

class FakeSocket implements Socket {
  readonly sent: Frame[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onmessage: ((text: string) => void) | null = null;
  onclose: (() => void) | null = null;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Frame);
  }

  close(): void {
    this.closed = true;
  }

  hear(frame: Record<string, unknown>): void {
    this.onmessage?.(JSON.stringify(frame));
  }
}

class Rig {
  readonly timers = new FakeTimers();
  readonly sockets: FakeSocket[] = [];
  readonly states: Connection[] = [];
  readonly frames: Frame[] = [];
  polls = 0;
  answers = true;
  /** The answer to each poll, where the test gives it itself. */
  held: Pending<void>[] | null = null;
  etag = "a";
  readonly client: LiveClient;

  constructor() {
    this.client = new LiveClient({
      open: () => {
        const socket = new FakeSocket();
        this.sockets.push(socket);
        return socket;
      },
      hello: () => ({ workspace: "studio", token: null }),
      timers: this.timers,
      chance: () => 1,
      poll: () => {
        this.polls += 1;
        if (this.held) {
          const answer = new Pending<void>();
          this.held.push(answer);
          return answer.promise;
        }
        return this.answers ? Promise.resolve() : Promise.reject(new Error("down"));
      },
      onFrame: (frame) => this.frames.push(frame),
      onConnection: (state) => this.states.push(state),
    });
    this.client.subscribe("slots", () => ({ topic: "slots", etag: this.etag }));
    this.client.start();
  }

  get socket(): FakeSocket {
    const last = this.sockets.at(-1);
    assert.ok(last);
    return last;
  }

  welcome(): void {
    this.socket.onopen?.();
    this.socket.hear({ type: "welcome", epoch: "1" });
  }
}

test("it says hello, is welcomed, and subscribes", () => {
  const rig = new Rig();
  rig.welcome();
  assert.deepEqual(rig.socket.sent.map((frame) => frame.type), ["hello", "subscribe"]);
  assert.deepEqual(rig.states, ["live"]);
});

test("after a cut it comes back and resumes from what it has", async () => {
  const rig = new Rig();
  rig.welcome();
  rig.etag = "b";
  rig.socket.onclose?.();
  assert.equal(rig.states.at(-1), "lost");
  await rig.timers.pass(500);
  assert.equal(rig.sockets.length, 2);
  rig.welcome();
  assert.equal(rig.socket.sent[1]?.["etag"], "b");
  assert.equal(rig.states.at(-1), "live");
});

test("30 s without a frame: nothing shown is certain any more", async () => {
  const rig = new Rig();
  rig.welcome();
  await rig.timers.pass(SILENCE_MS - 1);
  assert.equal(rig.client.connection, "live");
  await rig.timers.pass(1);
  assert.equal(rig.client.connection, "lost");
  assert.equal(rig.sockets[0]?.closed, true);
});

test("a heartbeat keeps it certain", async () => {
  const rig = new Rig();
  rig.welcome();
  for (let n = 0; n < 6; n++) {
    await rig.timers.pass(15_000);
    rig.socket.hear({ type: "beat", server_time: "2026-12-10T09:00:00Z" });
  }
  assert.equal(rig.client.connection, "live");
  assert.equal(rig.sockets.length, 1);
});

test("where no socket can be had it polls, and what polls say is certain", async () => {
  const rig = new Rig();
  rig.socket.onclose?.();
  await rig.timers.pass(500);
  rig.socket.onclose?.();
  await settled();
  assert.equal(rig.polls, 1);
  assert.equal(rig.client.connection, "polling");
  await rig.timers.pass(POLL_MS);
  assert.ok(rig.polls >= 2);
});

test("where polls fail as well nothing is certain", async () => {
  const rig = new Rig();
  rig.answers = false;
  rig.socket.onclose?.();
  await rig.timers.pass(500);
  rig.socket.onclose?.();
  await settled();
  assert.equal(rig.client.connection, "lost");
});

async function pollingRig(): Promise<Rig> {
  const rig = new Rig();
  rig.socket.onclose?.();
  await rig.timers.pass(500);
  rig.socket.onclose?.();
  await settled();
  assert.equal(rig.client.connection, "polling");
  rig.held = [];
  return rig;
}

test("a poll that is held and never answered ends the certainty, and a later answer brings it back", async () => {
  const rig = await pollingRig();
  await rig.timers.pass(POLL_MS + POLL_PATIENCE_MS - 1);
  assert.equal(rig.client.connection, "polling");
  await rig.timers.pass(1);
  assert.equal(rig.client.connection, "lost");
  await rig.timers.pass(POLL_MS);
  assert.equal(rig.client.connection, "lost");
  rig.held?.at(-1)?.resolve();
  await settled();
  assert.equal(rig.client.connection, "polling");
  await rig.timers.pass(POLL_PATIENCE_MS - 5_000);
  assert.equal(rig.client.connection, "polling");
});

test("a check while polling is answered within 3 s, or nothing is certain", async () => {
  const rig = await pollingRig();
  rig.client.check();
  await rig.timers.pass(2_999);
  assert.equal(rig.client.connection, "polling");
  await rig.timers.pass(1);
  assert.equal(rig.client.connection, "lost");
});

test("a held poll says nothing once the socket is back, or the page has stopped", async () => {
  for (const end of [(rig: Rig) => rig.welcome(), (rig: Rig) => rig.client.stop()]) {
    const rig = await pollingRig();
    await rig.timers.pass(POLL_MS);
    end(rig);
    const before = rig.client.connection;
    await rig.timers.pass(POLL_PATIENCE_MS);
    assert.equal(rig.client.connection, before);
  }
});

test("polling ends when the socket is back", async () => {
  const rig = new Rig();
  rig.socket.onclose?.();
  await rig.timers.pass(500);
  rig.socket.onclose?.();
  await rig.timers.pass(1_000);
  rig.welcome();
  const before = rig.polls;
  await rig.timers.pass(POLL_MS);
  rig.socket.hear({ type: "beat" });
  assert.equal(rig.polls, before);
});

test("a check asks anew, and a silent socket is given up after 3 s", async () => {
  const rig = new Rig();
  rig.welcome();
  rig.client.check();
  assert.equal(rig.socket.sent.filter((frame) => frame.type === "subscribe").length, 2);
  await rig.timers.pass(3_000);
  assert.equal(rig.client.connection, "lost");
});

test("frames of a socket that was given up are not heard", async () => {
  const rig = new Rig();
  rig.welcome();
  const old = rig.socket;
  const hear = old.onmessage;
  old.onclose?.();
  const heard = rig.frames.length;
  hear?.(JSON.stringify({ type: "snapshot", id: "slots" }));
  assert.equal(rig.frames.length, heard);
  await settled();
});
