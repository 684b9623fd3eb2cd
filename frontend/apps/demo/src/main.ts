// The race page: sends what an impatient hand would send, then counts in the log what came of it.
import { loadWords, type Messages } from "./generated/messages/index.ts";
import type { Words } from "@ringonce/kit/words.ts";
import { Api, randomText, type LogRow, type Slot, type Told } from "./api.ts";

const TIMES = 20;
const BOOKED = new Set(["BookingConfirmed", "BookingRequested"]);
type Outcome = "booked" | "replayed" | "refused" | "started" | "joined";

interface Stage {
  root: HTMLElement;
  button: HTMLButtonElement;
  dots: HTMLElement;
  says: HTMLElement;
}

function stage(id: string): Stage {
  const root = document.getElementById(id);
  const button = root?.querySelector("button");
  const dots = root?.querySelector<HTMLElement>("[data-dots]");
  const says = root?.querySelector<HTMLElement>("[data-says]");
  if (!root || !button || !dots || !says) throw new Error(`no stage ${id}`);
  return { root, button, dots, says };
}

function draw(place: Stage, told: (Told | null)[], words: Words<Messages>, outcomeOf: (told: Told) => Outcome): void {
  place.dots.replaceChildren(
    ...told.map((each, at) => {
      const dot = document.createElement("li");
      const outcome = each === null ? "waiting" : outcomeOf(each);
      dot.dataset["outcome"] = outcome;
      dot.textContent = words(`demo.race.${outcome}` as const);
      dot.title = each ? `${at + 1} · ${each.status} · ${each.requestId}` : String(at + 1);
      return dot;
    }),
  );
}

function ofBooking(told: Told): Outcome {
  if (told.status >= 400) return "refused";
  return told.replayed ? "replayed" : "booked";
}

function ofStart(told: Told): Outcome {
  if (told.status >= 400) return "refused";
  return told.body["created"] === true ? "started" : "joined";
}

async function volley(
  place: Stage,
  words: Words<Messages>,
  send: (at: number) => Promise<Told>,
  outcomeOf = ofBooking,
): Promise<Told[]> {
  const told: (Told | null)[] = Array.from({ length: TIMES }, () => null);
  draw(place, told, words, outcomeOf);
  const all = told.map(async (_, at) => {
    const answer = await send(at);
    told[at] = answer;
    draw(place, told, words, outcomeOf);
    return answer;
  });
  return Promise.all(all);
}

/** How many bookings of this start the log knows since a place in it. */
function bookedSince(rows: LogRow[], slot: Slot): number {
  const minute = Date.parse(slot.start) / 60_000;
  return rows.filter((row) => BOOKED.has(row.action) && row.refs["start_minute"] === minute).length;
}

async function start(): Promise<void> {
  const page = document.documentElement;
  const words = await loadWords(page.lang);
  const { workspace = "", service = "", inbox = "", zone = "UTC", logKey: key = "" } = page.dataset;
  const api = new Api(workspace);
  const person = (at: number): object => ({ name: `Racer ${at + 1}`, email: `racer${at + 1}@example.org`, zone, locale: page.lang });

  /** One race at a time on a stage; a second press of Start waits for the first. */
  async function alone(place: Stage, race: () => Promise<void>): Promise<void> {
    if (place.button.ariaDisabled === "true") return;
    place.button.ariaDisabled = "true";
    place.says.textContent = words("demo.race.running");
    try {
      await race();
    } catch (error) {
      place.says.textContent = words("demo.race.failed", { why: error instanceof Error ? error.message : String(error) });
    } finally {
      place.button.ariaDisabled = "false";
    }
  }

  const run = (place: Stage, race: (slot: Slot) => Promise<Told[]>): Promise<void> =>
    alone(place, async () => {
      const before = await api.head(key);
      const slot = (await api.slots(service, zone))[0];
      if (!slot) throw new Error("no free slot");
      const told = await race(slot);
      const made = bookedSince(await api.log(key, before), slot);
      const count = (outcome: string): number => told.filter((each) => ofBooking(each) === outcome).length;
      place.root.dataset["bookings"] = String(made);
      place.says.textContent = words("demo.race.result", {
        sent: told.length,
        bookings: made,
        replayed: count("replayed"),
        refused: count("refused"),
      });
    });

  const once = stage("once");
  once.button.addEventListener("click", () => {
    void run(once, (slot) => {
      const visitor = `vst_${randomText(33)}`;
      const intent = randomText(24);
      return volley(once, words, () => api.post("/bookings", visitor, intent, { service, start: slot.start, ...person(0) }));
    });
  });
  const many = stage("many");
  many.button.addEventListener("click", () => {
    void run(many, (slot) =>
      volley(many, words, (at) =>
        api.post("/bookings", `vst_${randomText(33)}`, randomText(24), { service, start: slot.start, ...person(at) }),
      ),
    );
  });
  const chat = stage("chat");
  chat.button.addEventListener("click", () => {
    void alone(chat, async () => {
      const before = await api.head(key);
      const visitor = `vst_${randomText(33)}`;
      const first = { inbox, client_id: randomText(24), text: words("demo.race.chat"), ...quiet, locale: page.lang, zone };
      const told = await volley(chat, words, () => api.post("/chat/start", visitor, randomText(24), first), ofStart);
      const rows = await api.log(key, before);
      const ours = new Set(told.map((each) => (each.body["conversation"] as { id?: string } | undefined)?.id));
      const made = rows.filter((row) => row.action === "ConversationStarted" && ours.has(String(row.refs["conversation_id"])));
      chat.root.dataset["conversations"] = String(made.length);
      chat.says.textContent = words("demo.race.chat.result", {
        sent: told.length,
        conversations: made.length,
        joined: told.filter((each) => ofStart(each) === "joined").length,
      });
    });
  });
}

/** What a form sends beside the words: nothing in the honeypot, and the time a hand needs. */
const quiet = { website: "", filled_for_ms: 5_000, attachments: [], answers: {} };

void start();
