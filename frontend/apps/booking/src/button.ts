// The button that does something: it says in words where its intent is, and never changes its size.
import type { IntentRunner, Phase } from "@ringonce/sync/intent.ts";
import type { Say } from "./model.ts";
import { find, setAttr, setText } from "./nodes.ts";

export interface Labels {
  idle: string;
  sending: string;
  done: string;
}

const BUSY: readonly Phase[] = ["submitting", "slow", "veryslow", "unknown", "done"];

/** Draw a runner's phase on its button and on the line below it. */
export function drawButton(button: HTMLElement, line: HTMLElement, runner: IntentRunner, words: Say, labels: Labels): void {
  const { phase } = runner;
  const busy = BUSY.includes(phase);
  const texts: Partial<Record<Phase, string>> = {
    unknown: words("booking.ui.confirm.unknown"),
    done: labels.done,
    submitting: labels.sending,
    slow: labels.sending,
    veryslow: labels.sending,
  };
  setText(find(button, ".text"), texts[phase] ?? labels.idle);
  button.classList.toggle("busy", busy);
  button.classList.toggle("ready", phase === "done");
  setAttr(button, "aria-disabled", busy ? "true" : null);
  setText(line, lineOf(runner, words));
  line.classList.toggle("bad", phase === "failed");
}

function lineOf(runner: IntentRunner, words: Say): string {
  switch (runner.phase) {
    case "slow":
      return words("booking.ui.line.slow");
    case "veryslow":
      return words("booking.ui.line.veryslow");
    case "unknown":
      if (runner.waiting > 0) return words("booking.ui.line.limited", { seconds: runner.waiting });
      return words(navigator.onLine ? "booking.ui.line.unknown" : "booking.ui.line.offline");
    case "failed":
      return words("booking.ui.line.failed", { request: runner.reply?.requestId ?? "" });
    default:
      return "";
  }
}
