// The race page: sends what an impatient hand would send, then counts in the log what came of it.
import { loadWords, type Messages } from "./generated/messages/index.ts";
import type { Words } from "@ringonce/kit/words.ts";
import { Api, randomText, type LogRow, type Slot, type Told } from "./api.ts";

const TIMES = 20;
const BOOKED = new Set(["BookingConfirmed", "BookingRequested"]);

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

function draw(place: Stage, told: (Told | null)[], words: Words<Messages>): void {
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

function outcomeOf(told: Told): "booked" | "replayed" | "refused" {
  if (told.status >= 400) return "refused";
  return told.replayed ? "replayed" : "booked";
}

async function volley(place: Stage, words: Words<Messages>, send: (at: number) => Promise<Told>): Promise<Told[]> {
  const told: (Told | null)[] = Array.from({ length: TIMES }, () => null);
  draw(place, told, words);
  const all = told.map(async (_, at) => {
    const answer = await send(at);
    told[at] = answer;
    draw(place, told, words);
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
  const { workspace = "", service = "", zone = "UTC", logKey: key = "" } = page.dataset;
  const api = new Api(workspace);
  const person = (at: number): object => ({ name: `Racer ${at + 1}`, email: `racer${at + 1}@example.org`, zone, locale: page.lang });

  async function run(place: Stage, race: (slot: Slot) => Promise<Told[]>): Promise<void> {
    if (place.button.ariaDisabled === "true") return;
    place.button.ariaDisabled = "true";
    place.says.textContent = words("demo.race.running");
    try {
      const before = await api.head(key);
      const slot = (await api.slots(service, zone))[0];
      if (!slot) throw new Error("no free slot");
      const told = await race(slot);
      const made = bookedSince(await api.log(key, before), slot);
      const count = (outcome: string): number => told.filter((each) => outcomeOf(each) === outcome).length;
      place.root.dataset["bookings"] = String(made);
      place.says.textContent = words("demo.race.result", {
        sent: told.length,
        bookings: made,
        replayed: count("replayed"),
        refused: count("refused"),
      });
    } catch (error) {
      place.says.textContent = words("demo.race.failed", { why: error instanceof Error ? error.message : String(error) });
    } finally {
      place.button.ariaDisabled = "false";
    }
  }

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
}

void start();
