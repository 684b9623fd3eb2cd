// The page's life around the booking: clicks, the clock's tick, leaving, sleeping, waking, and coming back.
import type { BookPage } from "./book.ts";
import { startOfNote } from "./book.ts";
import { LAST_MINUTE_MS } from "./model.ts";
import { node } from "./nodes.ts";
import { browserZone, dateOf, isKnownZone } from "./zone.ts";

const KEEP_MS = 300;
const SLEEP_MS = 5_000;

export function listen(page: BookPage): void {
  const { model } = page;
  const form = node<HTMLFormElement>("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    page.booking.confirm();
  });
  let keeping: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("input", () => {
    clearTimeout(keeping);
    keeping = setTimeout(() => page.keep(), KEEP_MS);
  });
  for (const kind of ["input", "focusin", "pointerdown"] as const) form.addEventListener(kind, () => void page.holds.used());
  for (const id of ["back", "seeall"]) {
    node(id).addEventListener("click", (event) => {
      event.preventDefault();
      if (page.booking.runner.busy) return;
      if (history.state?.view === "details") history.back();
      else page.close();
    });
  }
  addEventListener("popstate", () => {
    if (model.detailsOpen && history.state?.view !== "details") page.close();
    else if (!model.detailsOpen && history.state?.view === "details" && model.liveHold) page.open(model.liveHold.start, false);
  });
  choices(page);
  for (const kind of ["pointerdown", "keydown"] as const) addEventListener(kind, () => tidy(page), { capture: true });
  leaveAndReturn(page);
  setInterval(() => tick(page), 1_000);
}

function choices(page: BookPage): void {
  const pills = document.querySelector<HTMLElement>('[data-choice="host"]');
  pills?.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    if (!button) return;
    event.preventDefault();
    void page.browse.setHost(button.value || null, pills);
  });
}

function leaveAndReturn(page: BookPage): void {
  const { model } = page;
  let hiddenAt = 0;
  addEventListener("pagehide", () => {
    page.keep();
    // A booking on its way needs its hold; what is not on its way goes back to others at once.
    if (!page.booking.runner.busy) page.holds.release();
    page.feed.live.stop();
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (page.booking.runner.phase === "done") {
      location.reload();
      return;
    }
    page.feed.live.start();
    wake(page);
    if (model.detailsOpen && model.formStart !== null) page.holds.choose(model.formStart);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      page.keep();
    } else if (Date.now() - hiddenAt > SLEEP_MS) wake(page);
  });
  addEventListener("online", () => {
    page.booking.runner.nudge();
    wake(page);
  });
  addEventListener("offline", () => page.draw());
}

/** Nothing shown is believed until the server has said it again. */
function wake(page: BookPage): void {
  page.feed.doubt();
  page.draw();
  void page.feed.certain().then(() => {
    page.model.waiting = false;
    page.draw();
  });
}

/** What went some seconds ago leaves at the next touch, never by itself under a finger. */
function tidy(page: BookPage): void {
  const now = Date.now();
  const old = [...page.model.gone.values()].filter((gone) => gone.until < now);
  // After the touch has found its target: what is removed before it would let it fall on the next chip.
  if (old.length) setTimeout(() => {
    for (const gone of old) page.model.gone.delete(gone.start);
    page.draw();
  }, 400);
}

let minute = 0;

function tick(page: BookPage): void {
  const { model } = page;
  const now = Math.floor(model.clock.now() / 60_000);
  if (model.hold && model.holdLeft <= 0 && !model.detailsOpen) {
    page.holds.forget();
    page.feed.watch();
    page.draw();
  } else if (now !== minute || (model.hold && model.holdLeft <= LAST_MINUTE_MS)) page.draw();
  minute = now;
}

/** Take up what a reload interrupted: an intent on its way first, then a form that was open. */
export function resume(page: BookPage): void {
  const { model, booking } = page;
  const draft = page.draft.read();
  if (draft) page.fields.restore(draft.fields);
  if (booking.runner.resume()) {
    const start = startOfNote(booking.runner.note) ?? draft?.start ?? model.formStart;
    if (start !== null) show(page, start);
    return;
  }
  if (model.state.open || !draft?.open || draft.start === null || draft.length !== model.length) return;
  show(page, draft.start);
  page.holds.choose(draft.start);
}

function show(page: BookPage, start: number): void {
  const on = dateOf(page.model.zone, start);
  if (!on.startsWith(page.model.month)) void page.browse.go(on.slice(0, 7));
  page.model.on = on;
  page.open(start, false);
}

/** A meeting on the phone or by link is read in the visitor's own zone; one at the shop in the shop's. */
export function settleZone(page: BookPage): void {
  const { state } = page.model;
  const own = browserZone();
  if (state.zoneAsked || state.inPerson || !own || own === page.model.zone || !isKnownZone(own)) return;
  void page.browse.setZone(own);
}

/** A time asked for by the address that cannot be had: say why. */
export function answerAddress(page: BookPage, start: number | null): void {
  if (start !== null && !page.model.isOffered(start) && !page.model.detailsOpen) void page.why.time(start);
}
