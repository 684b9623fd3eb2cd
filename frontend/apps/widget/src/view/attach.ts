// Files on their way: each with its progress, a way to stop it, and its reason where it did not go.
import "../lazy.css";
import { problemOf, verdictOf, type Reply } from "@ringonce/sync/verdict.ts";
import { replyOf } from "../api.ts";
import type { Chat } from "../chat.ts";
import type { Attachment } from "../config.ts";
import { button, h, icon, setText } from "../dom.ts";
import { newKey } from "../keep.ts";
import { sizeOf, whyOf, words } from "../words.ts";

const MOST = 10;

interface Upload {
  file: File;
  key: string;
  node: HTMLElement;
  line: HTMLElement;
  bar: HTMLProgressElement;
  request: XMLHttpRequest | null;
  done: Attachment | null;
  failed: boolean;
}

export class Tray {
  private readonly chat: Chat;
  private readonly from: HTMLElement;
  private readonly node = h("ul", "tray");
  private readonly note = h("p", { class: "late", role: "status", hidden: true }, words("widget.upload.most", { most: MOST }));
  private readonly changed: () => void;
  private readonly input: HTMLInputElement;
  private uploads: Upload[] = [];

  constructor(chat: Chat, place: HTMLElement, from: HTMLElement, changed: () => void) {
    this.chat = chat;
    this.from = from;
    this.changed = changed;
    this.input = h("input", { type: "file", multiple: true, hidden: true, onchange: () => this.chosen() });
    place.append(this.node, this.note, this.input);
  }

  get ready(): string[] {
    return this.uploads.flatMap((upload) => (upload.done ? [upload.done.id] : []));
  }

  get busy(): boolean {
    return this.uploads.some((upload) => !upload.done && !upload.failed);
  }

  choose(): void {
    this.input.click();
  }

  add(files: File[]): void {
    const room = MOST - this.uploads.length;
    this.note.hidden = files.length <= room;
    for (const file of files.slice(0, room)) void this.upload(file);
  }

  /** What goes with the message leaves the tray; what did not go through stays, with its reason. */
  clear(): void {
    for (const upload of this.uploads) if (upload.done) upload.node.remove();
    this.uploads = this.uploads.filter((upload) => !upload.done);
    this.note.hidden = true;
  }

  private chosen(): void {
    this.add([...(this.input.files ?? [])]);
    this.input.value = "";
  }

  private async upload(file: File): Promise<void> {
    const bar = h("progress", { max: "1", "aria-label": file.name });
    const line = h("small", { role: "status" }, sizeOf(file.size));
    const upload: Upload = { file, key: newKey(), bar, line, node: h("li", "up"), request: null, done: null, failed: false };
    this.uploads.push(upload);
    this.node.append(upload.node);
    this.draw(upload);
    const most = this.chat.inbox.attachments.bytes_most;
    if (file.size > most) {
      this.fail(upload, words("widget.why.larger", { size: sizeOf(most) }));
      return;
    }
    if (file.size === 0) {
      this.fail(upload, words("widget.why.empty"));
      return;
    }
    await this.send(upload);
  }

  private async send(upload: Upload): Promise<void> {
    upload.failed = false;
    this.draw(upload);
    const reply = await this.carry(upload).catch(() => null);
    if (!this.uploads.includes(upload)) return;
    if (reply && verdictOf(reply) === "done") {
      upload.done = reply.body as Attachment;
      this.draw(upload);
      this.changed();
    } else this.fail(upload, reply ? whyOf(problemOf(reply.body)) : words("widget.why.unanswered"), !reply || verdictOf(reply) === "later");
  }

  private async carry(upload: Upload): Promise<Reply> {
    const { api, visitor, inbox } = this.chat;
    const token = await visitor.mint();
    return new Promise((done, lost) => {
      const request = (upload.request = new XMLHttpRequest());
      request.open("POST", `/api/v1/chat/attachments?inbox=${inbox.slug}&name=${encodeURIComponent(upload.file.name)}`);
      api.headers(token).forEach((value, name) => request.setRequestHeader(name, value));
      request.setRequestHeader("Content-Type", upload.file.type || "application/octet-stream");
      request.setRequestHeader("Idempotency-Key", `"${upload.key}"`);
      request.upload.onprogress = ({ loaded, total }) => {
        upload.bar.value = total ? loaded / total : 0;
        setText(upload.line, words("widget.upload", { done: Math.round((100 * loaded) / (total || 1)) }));
      };
      request.onload = () => done(replyOf(request.status, request.responseText, (name) => request.getResponseHeader(name)));
      request.onerror = request.onabort = request.ontimeout = () => lost(new Error("no answer"));
      request.send(upload.file);
    });
  }

  private fail(upload: Upload, why: string, again = false): void {
    upload.failed = true;
    this.draw(upload);
    setText(upload.line, words("widget.state.failed", { why }));
    const retry = again
      ? h("button", { type: "button", class: "link", onclick: () => upload.failed && void this.send(upload) }, words("widget.again"))
      : h("button", { type: "button", class: "link", onclick: () => this.instead(upload) }, words("widget.upload.other"));
    upload.line.append(" ", retry);
    this.changed();
  }

  private instead(upload: Upload): void {
    this.drop(upload);
    this.choose();
  }

  private drop(upload: Upload): void {
    this.uploads = this.uploads.filter((each) => each !== upload);
    upload.request?.abort();
    const held = upload.node.contains(document.activeElement);
    upload.node.remove();
    this.note.hidden = true;
    if (held) (this.node.querySelector("button") ?? this.from).focus();
    this.changed();
  }

  private draw(upload: Upload): void {
    const { file, done, failed } = upload;
    upload.node.className = failed ? "up bad" : "up";
    const stop = button(words(done || failed ? "widget.upload.remove" : "widget.upload.stop", { name: file.name }), "icb", () => this.drop(upload), icon("close", true));
    setText(upload.line, sizeOf(file.size));
    const picture = file.type.startsWith("image/") && !failed ? thumb(file) : icon("clip");
    upload.node.replaceChildren(picture, h("span", "grow", h("bdi", "cut", file.name), upload.line, !done && !failed && upload.bar), stop);
    this.changed();
  }
}

function thumb(file: File): Node {
  const address = URL.createObjectURL(file);
  return h("img", { src: address, alt: "", width: "40", height: "40", onload: () => URL.revokeObjectURL(address), onerror: () => URL.revokeObjectURL(address) });
}
