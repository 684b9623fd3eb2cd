// A button that does something once, and the line below it that says how it goes.
import { IntentRunner } from "@ringonce/sync/intent.ts";
import { Journal, type Entry } from "@ringonce/sync/journal.ts";
import { problemOf, type Problem, type Reply } from "@ringonce/sync/verdict.ts";
import type { Chat } from "../chat.ts";
import { attr, h, setText } from "../dom.ts";
import { newKey, tab, timers } from "../keep.ts";
import { whyOf, words } from "../words.ts";

export interface Done {
  (body: Record<string, unknown>, ignored: number): void;
}

export class Act {
  readonly line = h("p", { class: "stline", role: "status" });
  readonly runner: IntentRunner;
  private readonly drawn: () => void;

  /** `name`: where its key waits for the answer, so that a reload asks instead of doing it again. */
  constructor(chat: Chat, name: string, done: Done, refused: (problem: Problem) => void, drawn: () => void = () => undefined) {
    this.drawn = drawn;
    const ports = {
      send: async (entry: Entry, signal: AbortSignal) => final(await chat.api.send(entry, signal)),
      lookUp: chat.api.lookUp.bind(chat.api),
      journal: new Journal(tab, `ringonce:act:${name}`),
      timers,
      chance: Math.random,
      newKey,
    };
    this.runner = new IntentRunner(ports, (runner) => {
      const problem = problemOf(runner.reply?.body);
      const isRefused = runner.phase === "refused" || runner.phase === "invalid";
      if (runner.phase === "done") done((runner.reply?.body ?? {}) as Record<string, unknown>, runner.ignored);
      else if (isRefused) {
        refused(problem);
        runner.reset();
      }
      this.draw(isRefused ? problem : null);
    });
    addEventListener("online", () => this.runner.nudge());
  }

  get busy(): boolean {
    return this.runner.busy;
  }

  /** Draw a button in the state of this act. */
  paint(button: HTMLButtonElement, idle: string): void {
    const { phase } = this.runner;
    const texts: Partial<Record<typeof phase, string>> = { idle, refused: idle, invalid: idle, failed: words("widget.again"), unknown: words("widget.act.checking"), done: words("widget.act.done") };
    if (!button.querySelector(".spin")) button.replaceChildren(h("span", { class: "spin", "aria-hidden": "true" }), h("span"));
    const label = button.lastElementChild;
    if (label) setText(label, texts[phase] ?? words("widget.act.busy"));
    button.classList.toggle("busy", this.busy);
    attr(button, "aria-disabled", this.busy ? "true" : null);
  }

  say(text: string, bad = false): void {
    setText(this.line, text);
    this.line.classList.toggle("bad", bad);
  }

  private draw(problem: Problem | null): void {
    const { phase, waiting } = this.runner;
    if (problem) this.say(capitalised(whyOf(problem)));
    else if (phase === "slow" || phase === "veryslow") this.say(words(`widget.act.${phase}`));
    else if (phase === "unknown") this.say(waiting ? words("widget.act.limited", { seconds: waiting }) : words(navigator.onLine ? "widget.act.unknown" : "widget.state.waiting"));
    else if (phase === "failed") this.say(words("widget.act.failed"), true);
    else this.say("");
    this.drawn();
  }
}

/** What a day allows is spent: that is said, and not asked again until tomorrow. */
const final = (reply: Reply): Reply => (problemOf(reply.body).code.endsWith("-spent") ? { ...reply, status: 403 } : reply);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
