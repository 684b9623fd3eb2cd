// What the site around the chat says of its visitor: who that is, signed by its server, and what else it knows.
import { problemOf, verdictOf } from "@ringonce/sync/verdict.ts";
import type { Chat } from "./chat.ts";
import { tab } from "./keep.ts";
import { whyOf } from "./words.ts";

const SAID = "ringonce:attributes";

export class Person {
  private readonly chat: Chat;
  private attributes = "";

  constructor(chat: Chat) {
    this.chat = chat;
  }

  /** A refusal is for whoever builds the site: an event and a line for the console, nothing on the page. */
  async identify(token: string): Promise<void> {
    const { chat } = this;
    const reply = await chat.api.post("/chat/identify", { inbox: chat.inbox.slug, token }).catch(() => null);
    const ok = reply !== null && verdictOf(reply) === "done";
    const problem = problemOf(reply?.body);
    const reason = ok ? "" : String(problem.params["reason"] ?? problem.code);
    chat.host.tell("event", { name: "identified", detail: { ok, reason, status: reply?.status ?? 0 } });
    // A conversation that this session must not see any longer is replaced by the server's first frame.
    if (ok) chat.feed.subscribe();
    else console.warn(`ringonce: ${whyOf(problem)} (${reason})`);
  }

  knows(attributes: Record<string, unknown>): void {
    this.attributes = Object.keys(attributes).length ? JSON.stringify(attributes) : "";
    this.say();
  }

  /** Said once there is somebody to say it of, and once for each page of attributes. */
  say(): void {
    const { chat, attributes } = this;
    const said = `${chat.thread.conversation?.id ?? ""} ${attributes}`;
    if (!attributes || !chat.thread.conversation || tab.get(SAID) === said) return;
    tab.put(SAID, said);
    void chat.api.post("/chat/attributes", `{"attributes":${attributes}}`).then(
      (reply) => {
        if (verdictOf(reply) === "later") tab.drop(SAID);
        else if (verdictOf(reply) !== "done") console.warn(`ringonce: ${whyOf(problemOf(reply.body))}`);
      },
      () => tab.drop(SAID),
    );
  }
}
