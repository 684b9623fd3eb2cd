// Nobody is there: the next times that can be booked instead of an apology, and a place to leave a message.
import "../lazy.css";
import type { Problem } from "@ringonce/sync/verdict.ts";
import { problemOf, verdictOf } from "@ringonce/sync/verdict.ts";
import type { Chat } from "../chat.ts";
import type { Conversation, Field, Message } from "../config.ts";
import { grown, h } from "../dom.ts";
import { newKey } from "../keep.ts";
import { capital, dayOf, locale, nearDay, timeOf, whyOf, words, zone } from "../words.ts";
import { Act } from "./act.ts";
import type { Composer } from "./composer.ts";
import { Fields } from "./fields.ts";

interface Time {
  start: string;
  end: string;
}

interface Away {
  is_open: boolean;
  opens_at: string | null;
  service: { id: string; slug: string; title: string } | null;
  length_minutes: number | null;
  times: Time[];
  reply_by: string | null;
}

interface Hold {
  id: string;
  token: string;
  generation: number;
  expires_at: string;
}

export async function drawAway(chat: Chat, node: HTMLElement, composer: Composer): Promise<void> {
  const away = await chat.api.read<Away>(`/chat/away?inbox=${chat.inbox.slug}&zone=${encodeURIComponent(zone())}`);
  if (!away) {
    node.className = "slotcard";
    node.replaceChildren(leave(chat, null, composer));
    return;
  }
  new AwayCard(chat, node, away, composer);
  chat.changed();
}

function leave(chat: Chat, away: Away | null, composer: Composer): Node {
  const by = away?.is_open ? null : (away?.opens_at ?? chat.inbox.opens_at);
  const text = by ? words("widget.away.reply", { day: nearDay(by), time: timeOf(by) }) : words("widget.away.later");
  const write = h("button", { type: "button", class: "link", onclick: () => composer.focus() }, words("widget.away.write"));
  return h("div", "leave", h("h3", {}, words("widget.away.leave")), h("p", {}, text), write);
}

class AwayCard {
  private readonly chat: Chat;
  private readonly node: HTMLElement;
  private readonly away: Away;
  private readonly composer: Composer;
  private readonly act: Act;
  private readonly button = h("button", { type: "submit", class: "btn pri wide" });
  private fields: Fields | null = null;
  private chosen: Time | null = null;
  private hold: Hold | null = null;
  private times: Time[];
  private shownAt = Date.now();

  constructor(chat: Chat, node: HTMLElement, away: Away, composer: Composer) {
    this.chat = chat;
    this.node = node;
    this.away = away;
    this.composer = composer;
    this.times = away.times.slice(0, 3);
    this.act = new Act(
      chat,
      "book",
      (body, ignored) => this.done(body, ignored),
      (problem) => this.refused(problem),
      () => this.paint(),
    );
    this.list();
    if (this.act.runner.resume()) this.node.append(this.act.line);
  }

  private list(why = ""): void {
    const { away, chat } = this;
    this.fields = this.chosen = this.hold = null;
    this.shownAt = Date.now();
    this.node.className = "slotcard away";
    const title = away.is_open ? words("widget.away.busy") : words("widget.away.closed");
    const other = chat.config.booking_url ? h("a", { class: "btn ghost wide", href: chat.config.booking_url, target: "_blank", rel: "noopener" }, words("widget.away.other")) : null;
    const book = away.service && this.times.length > 0;
    this.node.replaceChildren(
      h("h2", {}, title, h("br"), book ? words("widget.away.book") : ""),
      ...(why ? [h("p", { role: "alert" }, why)] : []),
      ...(book ? [h("p", { dir: "auto" }, words("widget.away.next", { title: away.service?.title ?? "" })), h("div", "times", ...this.times.map((time) => this.chip(time)))] : []),
      ...(book && other ? [other] : []),
      ...(chat.inbox.away.leave_message ? [leave(chat, away, this.composer)] : []),
    );
  }

  private chip(time: Time): Node {
    const press = (): void => {
      if (Date.now() - this.shownAt > 500 || this.chosen === null) void this.choose(time);
    };
    return h("button", { type: "button", class: "slot", onclick: press }, `${dayOf(time.start)}, ${timeOf(time.start)}`);
  }

  /** The time is taken for this visitor while the form is filled in. */
  private async choose(time: Time): Promise<void> {
    if (this.chosen) return;
    this.chosen = time;
    const { service, length_minutes: length } = this.away;
    this.form();
    const reply = await this.chat.api.post("/holds", { service: service?.id, start: time.start, length_minutes: length, zone: zone() }).catch(() => null);
    if (this.chosen !== time || !reply) return;
    if (verdictOf(reply) === "done") this.hold = reply.body as Hold;
    else if (verdictOf(reply) !== "later") this.refused(problemOf(reply.body));
  }

  private form(asked: Field[] | null = null): void {
    const { chosen } = this;
    if (!chosen) return;
    const plain: Field[] = [
      { id: "name", type: "text", label: words("widget.field.name"), required: true },
      { id: "email", type: "email", label: words("widget.field.email"), required: true },
    ];
    this.fields = new Fields(asked ?? plain, () => undefined);
    const back = h("button", { type: "button", class: "btn ghost wide", onclick: () => !this.act.busy && this.release() }, words("widget.book.back"));
    const when = `${capital(nearDay(chosen.start))}, ${timeOf(chosen.start)}–${timeOf(chosen.end)}`;
    const title = h("h2", {}, when);
    this.node.replaceChildren(title, h("p", { dir: "auto" }, this.away.service?.title ?? ""), h("form", { class: "pform0", novalidate: true, onsubmit: (event: Event) => this.press(event) }, this.fields.node, this.button, this.act.line, back));
    this.paint();
    grown();
    this.fields.focus();
  }

  private press(event: Event): void {
    event.preventDefault();
    const { chosen, hold, away, chat } = this;
    if (!chosen || !this.fields?.check()) return;
    const { name, email, phone, ...answers } = this.fields.values();
    const held = hold ? { hold_id: hold.id, hold_token: hold.token, generation: hold.generation } : {};
    const contact = { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
    this.act.runner.submit("/chat/bookings", {
      ...{ inbox: chat.inbox.slug, client_id: newKey(), service: away.service?.id, start: chosen.start, length_minutes: away.length_minutes },
      ...{ ...held, ...contact, answers, zone: zone(), locale },
    });
  }

  private paint(): void {
    const time = this.chosen ? timeOf(this.chosen.start) : "";
    this.act.paint(this.button, words("widget.book.confirm", { time }));
    this.fields?.lock(this.act.busy);
  }

  private done(body: Record<string, unknown>, ignored: number): void {
    this.chat.feed.take(body["conversation"] as Conversation, [body["message"] as Message]);
    this.chat.host.tell("event", { name: "booked", detail: body["booking"] ?? null });
    if (ignored) this.act.say(words("widget.offer.proof", { count: ignored + 1 }));
  }

  private refused(problem: Problem): void {
    const { params } = problem;
    if (Array.isArray(params["fields"])) {
      this.form(params["fields"] as Field[]);
      this.fields?.fault(problem.errors);
    } else if (problem.errors.length) this.fields?.fault(problem.errors);
    else if (problem.status === 409 || problem.alternatives.length) {
      const found = params["alternatives"] as Time[] | undefined;
      if (found?.length) this.times = found.slice(0, 3);
      this.list(words("widget.book.taken", { why: whyOf(problem) }));
    }
  }

  private release(): void {
    const { hold } = this;
    if (hold) void this.chat.api.post(`/holds/${hold.id}/release`, { token: hold.token, generation: hold.generation }).catch(() => null);
    this.list();
  }
}
