// The receipt's page: calling a booking off is an intent like any other; the page itself changes nothing.
import { ServerClock } from "@ringonce/sync/clock.ts";
import { IntentRunner } from "@ringonce/sync/intent.ts";
import { Journal } from "@ringonce/sync/journal.ts";
import type { Timers } from "@ringonce/sync/ports.ts";
import { problemOf } from "@ringonce/sync/verdict.ts";
import { Api } from "./api.ts";
import { drawButton } from "./button.ts";
import { tabShelf } from "./keeper.ts";
import type { Say } from "./model.ts";
import { node, setText } from "./nodes.ts";
import type { ReceiptState } from "./state.ts";
import { newKey, Visitor } from "./visitor.ts";

export function takeReceipt(state: ReceiptState, words: Say, timers: Timers): void {
  proveOnce();
  const form = document.getElementById("cancel");
  if (form instanceof HTMLFormElement) takeCancel(form, state, words, timers);
  document.body.dataset["ready"] = "true";
}

/** "You pressed twice; it counted once": only where it happened. */
function proveOnce(): void {
  if (location.hash !== "#twice") return;
  const proof = node("proof");
  setText(proof, proof.dataset["twice"] ?? "");
  history.replaceState(history.state, "", location.pathname + location.search);
}

function takeCancel(form: HTMLFormElement, state: ReceiptState, words: Say, timers: Timers): void {
  const visitor = new Visitor(state.workspace, null);
  const api = new Api(state.workspace, visitor, new ServerClock(timers));
  const reason = node<HTMLTextAreaElement>("f-reason");
  const draw = (runner: IntentRunner): void => {
    reason.readOnly = runner.busy;
    drawButton(node("confirm"), node("line"), runner, words, {
      idle: words("booking.ui.cancel.idle"),
      sending: words("booking.ui.cancel.sending", { time: state.time }),
      done: words("booking.ui.cancel.done"),
    });
    if (runner.phase === "done") location.replace(state.here);
    if (runner.phase === "refused" || runner.phase === "invalid") {
      const { code, detail, title } = problemOf(runner.reply?.body);
      const kind = code === "too-late" ? "late" : "stale";
      const known = code === "too-late" || code === "version-stale" || code === "not-now";
      setText(node("line"), known ? words(`booking.ui.lost.title.${kind}`) : detail || title);
      node("line").classList.add("bad");
    }
  };
  const runner = new IntentRunner(
    {
      send: api.send.bind(api),
      lookUp: api.lookUp.bind(api),
      journal: new Journal(tabShelf, `ringonce:intent:cancel:${state.code}`),
      timers,
      chance: Math.random,
      newKey,
    },
    draw,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    runner.submit(`/public/bookings/${state.code}/cancel`, { version: state.version, reason: reason.value });
  });
  addEventListener("online", () => runner.nudge());
  runner.resume();
}
