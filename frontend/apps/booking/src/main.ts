// The booking pages' script: takes over the nodes that Python drew. Without it the same forms work by themselves.
import "@ringonce/kit/tokens.css";
import "@ringonce/kit/parts.css";
import "./style/page.css";
import "./style/book.css";
import "./style/details.css";
import type { Timers } from "@ringonce/sync/ports.ts";
import { BookPage, startOfAddress } from "./book.ts";
import { loadWords } from "./generated/messages/index.ts";
import { answerAddress, listen, resume, settleZone } from "./life.ts";
import { takeReceipt } from "./receipt.ts";
import { isReceipt, readState } from "./state.ts";
import { Visitor } from "./visitor.ts";

const timers: Timers = {
  now: () => Date.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (timer) => window.clearTimeout(timer),
};

async function begin(): Promise<void> {
  const state = readState();
  if (!state) return;
  const words = await loadWords(state.locale, state.hour12);
  if (isReceipt(state)) {
    takeReceipt(state, words, timers);
    return;
  }
  const page = new BookPage(state, words, new Visitor(state.workspace, state.visitor), timers);
  listen(page);
  settleZone(page);
  page.draw();
  resume(page);
  answerAddress(page, startOfAddress(state));
  page.feed.start();
  page.feed.ahead();
  document.body.dataset["ready"] = "true";
}

void begin();
