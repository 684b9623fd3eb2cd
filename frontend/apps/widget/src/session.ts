// How long a browser is believed: a new token for an old one, and a session that the server has ended.
import { verdictOf } from "@ringonce/sync/verdict.ts";
import type { Chat } from "./chat.ts";
import { browser, forgetTab, newKey, randomText, type Letters } from "./keep.ts";

/** A token older than this is replaced. */
const OLD_MS = 30 * 86_400_000;

/** The token that takes another's place, kept before it is asked for: a lost answer must lose nobody. */
interface Next {
  was: string;
  token: string;
  key: string;
  done: boolean;
}

/** Replace an old token, once on each page. */
export function keepSession(chat: Chat): void {
  let begun = false;
  chat.onChange(() => {
    if (begun || chat.feed.connection !== "live" || !chat.visitor.known) return;
    begun = true;
    void rotate(chat, chat.visitor.known);
  });
}

/** The server takes this token no longer: go on with the one that took its place, or as somebody new once they act. */
export async function endSession(chat: Chat, token: string): Promise<void> {
  if (chat.visitor.known !== token) return;
  const next = read(chat);
  if (next?.was === token && (await chat.api.knows(next.token))) {
    chat.visitor.replace(next.token, token);
    return;
  }
  // It may have been settled with another while that was asked.
  if (chat.visitor.known !== token) return;
  chat.feed.live.stop();
  chat.visitor.drop();
  chat.feed.forget();
  chat.changed();
}

/** Another person uses this browser now: nothing of the last one stays. The page around holds what it said of the next. */
export async function resetSession(chat: Chat, letters: Letters): Promise<void> {
  // At once: the next person may be named before what is kept has been cleared.
  chat.host.leaving = true;
  chat.feed.live.stop();
  await letters.clear();
  forgetTab();
  browser.drop(nameOf(chat));
  chat.visitor.forget();
  location.reload();
}

async function rotate(chat: Chat, was: string): Promise<void> {
  const { visitor } = chat;
  const kept = read(chat);
  const begun = kept?.was === was ? kept : null;
  if (begun?.done) {
    // The host's page has missed it.
    visitor.replace(begun.token, was);
    return;
  }
  if (!begun && Date.now() - visitor.since < OLD_MS) return;
  const next = begun ?? { was, token: `vst_${randomText(32)}`, key: newKey(), done: false };
  browser.put(nameOf(chat), JSON.stringify(next));
  const reply = await chat.api.post("/chat/session/rotate", { token: next.token }, next.key).catch(() => null);
  if (!reply || visitor.known !== was) return;
  const verdict = verdictOf(reply);
  if (verdict === "done") {
    browser.put(nameOf(chat), JSON.stringify({ ...next, done: true }));
    visitor.replace(next.token, was);
  } else if (verdict === "refused") browser.drop(nameOf(chat));
}

function read(chat: Chat): Next | null {
  try {
    return JSON.parse(browser.get(nameOf(chat)) ?? "null") as Next | null;
  } catch {
    return null;
  }
}

const nameOf = (chat: Chat): string => `ringonce:next:${chat.config.workspace}`;
