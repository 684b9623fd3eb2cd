// The form's view: which time it is about, whether it is held, and what stands there when it is lost.
import { instantOf } from "@ringonce/sync/slots.ts";
import type { IntentRunner } from "@ringonce/sync/intent.ts";
import { drawButton } from "./button.ts";
import { LAST_MINUTE_MS, type Model } from "./model.ts";
import { copyOf, find, node, setText, show } from "./nodes.ts";
import { dateOf } from "./zone.ts";

export interface Lost {
  title: string;
  others: number[];
}

/** A click meant for Confirm must never fall on what appeared in its place. */
export const STILL_MS = 500;

export class DetailsView {
  lost: Lost | null = null;
  private readonly model: Model;
  private readonly runner: IntentRunner;
  private shownAt = 0;

  constructor(model: Model, runner: IntentRunner, book: (start: number) => void) {
    this.model = model;
    this.runner = runner;
    // What Python drew for a lost time is a lost time here as well.
    if (!node("gone").hidden) {
      this.lost = { title: node("gone-title").textContent ?? "", others: startsIn(node("others")) };
      this.shownAt = performance.now();
    }
    node("others").addEventListener("click", (event) => {
      event.preventDefault();
      const button = (event.target as Element).closest<HTMLButtonElement>("button");
      if (button && performance.now() - this.shownAt >= STILL_MS) book(Date.parse(button.value) / 60_000);
    });
  }

  lose(lost: Lost): void {
    this.lost = lost;
    this.shownAt = performance.now();
    this.others(lost.others);
    this.draw();
  }

  regain(): void {
    this.lost = null;
  }

  draw(): void {
    const { model } = this;
    const start = model.formStart;
    show(node("details"), model.detailsOpen);
    show(node("booker"), !model.detailsOpen);
    document.body.classList.toggle("details-open", model.detailsOpen);
    if (!model.detailsOpen || start === null) return;
    setText(node("chosen-date"), model.medium(start));
    setText(node("chosen-span"), model.span(start));
    node("details").classList.toggle("lost", this.lost !== null);
    this.tag(start);
    const time = model.time(start);
    const moving = model.state.moving !== null;
    const idle = moving ? "booking.ui.confirm.move" : model.state.service.request ? "booking.ui.confirm.request" : "booking.ui.confirm.idle";
    drawButton(node("confirm"), node("line"), this.runner, model.words, {
      idle: model.words(idle, { time }),
      sending: model.words(moving ? "booking.ui.confirm.sending.move" : "booking.ui.confirm.sending", { time }),
      done: model.words(moving ? "booking.ui.confirm.done.move" : "booking.ui.confirm.done"),
    });
    setText(node("gone-title"), this.lost?.title ?? "");
    show(node("gone-free"), (this.lost?.others.length ?? 0) > 0);
    show(node("send"), this.lost === null);
    show(node("gone"), this.lost !== null);
  }

  private tag(start: number): void {
    const { model } = this;
    const tag = node("chosen-tag");
    const held = model.liveHold?.start === start;
    const last = held && model.holdLeft <= LAST_MINUTE_MS && !this.runner.busy;
    tag.classList.toggle("acc", this.lost === null);
    const text = this.lost
      ? model.words("booking.ui.taken")
      : last
        ? model.words("booking.ui.held.last", { left: model.countdown() })
        : model.words(held ? "booking.ui.held" : "booking.ui.chosen");
    setText(find(tag, "span"), text);
  }

  private others(starts: number[]): void {
    const { model } = this;
    const label = model.state.moving ? "booking.ui.lost.move" : "booking.ui.lost.book";
    node("others").replaceChildren(
      ...starts.map((start) => {
        const button = find<HTMLButtonElement>(copyOf("slot-form"), "button");
        button.value = instantOf(start);
        setText(find(button, ".at bdi"), model.words(label, { time: model.time(start) }));
        setText(find(button, "small"), model.words("booking.ui.lost.date", { on: dateOf(model.zone, start) }));
        return button;
      }),
    );
  }
}

function startsIn(others: HTMLElement): number[] {
  return [...others.querySelectorAll("button")].map((button) => Date.parse(button.value) / 60_000);
}
