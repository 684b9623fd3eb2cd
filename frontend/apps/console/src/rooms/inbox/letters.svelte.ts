// What an agent wrote and the server has not counted yet, by conversation. It goes on being sent when another thread
// is opened, and survives a reload of this tab.
import { Outbox, type Letter, type LetterStore } from "@ringonce/sync/outbox.ts";
import type { Phase } from "@ringonce/sync/intent.ts";
import { portsFor, shelf } from "../../lib/ports.ts";
import type { Attachment, Said } from "../../lib/chat/types.ts";
import { live } from "../../lib/live.svelte.ts";
import type { QuickReply } from "./choices.ts";

const PREFIX = "ringonce.letters.";

class ShelfLetters implements LetterStore {
  readonly #name: string;

  constructor(conversation: string) {
    this.#name = PREFIX + conversation;
  }

  all(): Promise<Letter[]> {
    const text = shelf.get(this.#name);
    return Promise.resolve(text ? (JSON.parse(text) as Letter[]) : []);
  }

  async put(letter: Letter): Promise<void> {
    const others = (await this.all()).filter((each) => each.id !== letter.id);
    shelf.put(this.#name, JSON.stringify([...others, letter].sort((one, other) => one.n - other.n)));
  }

  async drop(id: string): Promise<void> {
    const others = (await this.all()).filter((each) => each.id !== id);
    if (others.length) shelf.put(this.#name, JSON.stringify(others));
    else shelf.drop(this.#name);
  }
}

export interface More {
  note: boolean;
  mentions: string[];
  files: Attachment[];
  choices?: QuickReply[];
}

export class Letters {
  letters = $state.raw<readonly Letter[]>([]);
  /** Of the letter that is under way. */
  phase = $state<Phase>("idle");
  onSaid: ((said: Said) => void) | null = null;
  readonly box: Outbox;

  constructor(conversation: string) {
    const { send, lookUp, timers, chance, newKey } = portsFor("letters");
    this.box = new Outbox({
      send, lookUp, timers, chance, newKey,
      store: new ShelfLetters(conversation),
      address: (letter) => {
        const more = letter.more as unknown as More;
        return {
          path: `POST /conversations/${conversation}/messages`,
          body: { client_id: letter.id, text: letter.text, note: more.note, mentions: more.mentions, attachments: letter.attachments, choices: more.choices },
        };
      },
      sent: (_letter, reply) => this.onSaid?.(reply.body as Said),
      changed: () => this.#changed(),
    });
    void this.box.load();
    // Where the network was there all the time and the server was not, the socket is the first to know.
    addEventListener("online", () => this.box.nudge());
    live.on("welcome", () => this.box.nudge());
  }

  write(text: string, more: More): void {
    void this.box.write(text, more.files.map((file) => file.id), { ...more });
  }

  phaseOf(letter: Letter): Phase {
    // Read so that drawing follows it.
    void this.phase;
    return this.box.phaseOf(letter);
  }

  #changed(): void {
    this.letters = this.box.letters;
    this.phase = this.box.phase;
  }
}

const boxes = new Map<string, Letters>();

export function boxOf(conversation: string): Letters {
  let found = boxes.get(conversation);
  if (!found) boxes.set(conversation, (found = new Letters(conversation)));
  return found;
}
