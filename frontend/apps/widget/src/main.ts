// The chat in its frame: takes over the skeleton that Python drew.
import "@ringonce/kit/tokens.css";
import "./style.css";
import { Chat } from "./chat.ts";
import { readConfig } from "./config.ts";
import { noise } from "./noise.ts";
import { keepSession } from "./session.ts";
import { visits } from "./visits.ts";
import { drawPanel } from "./view/panel.ts";

const config = readConfig();
const target = document.getElementById("chat");
if (config && target) {
  const chat = new Chat(config);
  drawPanel(chat, target);
  noise(chat);
  keepSession(chat);
  visits(chat);
  addEventListener("online", () => wake(chat));
  addEventListener("offline", () => chat.changed());
  addEventListener("pageshow", (event) => event.persisted && wake(chat));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake(chat));
  document.body.dataset["ready"] = "true";
}

/** Whatever was shown may be old: ask anew, and send what waits. */
function wake(chat: Chat): void {
  if (chat.visitor.known) chat.feed.live.check();
  chat.outbox.nudge();
  chat.changed();
}
