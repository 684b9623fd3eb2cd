// Where one writes. Enter sends, Shift+Enter breaks the line, and neither while an input method composes.
import { attr, button, h, icon } from "../dom.ts";
import type { Chat } from "../chat.ts";
import { tab } from "../keep.ts";
import { late } from "../late.ts";
import { words } from "../words.ts";
import type { Tray } from "./attach.ts";
import { sendingWords } from "./bubble.ts";

export class Composer {
  readonly node: HTMLElement;
  private readonly chat: Chat;
  private readonly area: HTMLTextAreaElement;
  private readonly go: HTMLButtonElement;
  private readonly smile: HTMLButtonElement;
  private readonly clip: HTMLButtonElement;
  private readonly place = h("div", "above");
  private readonly note = h("p", { class: "vh", role: "status" });
  private readonly draftName: string;
  private tray: Tray | null = null;
  /** The board of emoji is being loaded. */
  private coming = false;

  constructor(chat: Chat) {
    this.chat = chat;
    this.draftName = `ringonce:draft:${chat.inbox.slug}`;
    this.area = h("textarea", {
      ...{ rows: "1", class: "write", dir: "auto", maxlength: "10000", enterkeyhint: "send", autocomplete: "off" },
      ...{ placeholder: words("widget.write"), "aria-label": words("widget.write") },
      oninput: () => this.typed(),
      onkeydown: (event: KeyboardEvent) => this.key(event),
      onpaste: (event: ClipboardEvent) => !isDocument(event.clipboardData) && this.dropped(event, event.clipboardData?.files),
    });
    this.area.value = tab.get(this.draftName) ?? "";
    this.go = button(words("widget.send"), "icb go", () => this.send(), icon("send"));
    this.smile = button(words("widget.emoji"), "icb", () => void this.emoji(), icon("smile"));
    attr(this.smile, "aria-expanded", "false");
    this.clip = button(words("widget.attach"), "icb", () => void this.attach(), icon("clip"));
    this.clip.hidden = !chat.inbox.attachments.allowed;
    this.node = h(
      "form",
      { class: "type", onsubmit: (event: Event) => event.preventDefault() },
      this.place,
      h("div", "line", this.area, this.smile, this.clip, this.go),
      this.note,
    );
    // Wherever in the panel a file is dropped: the browser would open it in the chat's place.
    for (const kind of ["dragover", "drop"] as const) document.addEventListener(kind, (event) => this.dragged(event));
    document.addEventListener("ringonce:open", () => this.fit());
    requestAnimationFrame(() => this.fit());
  }

  focus(): void {
    this.area.focus();
  }

  draw(): void {
    const { chat } = this;
    const ready = this.tray?.ready ?? [];
    const has = this.area.value.trim() !== "" || ready.length > 0;
    const starting = chat.starting;
    const hidden = !has && !starting;
    if (this.go.hidden !== hidden) {
      this.go.hidden = hidden;
      this.fit();
    }
    attr(this.go, "aria-disabled", starting || this.tray?.busy ? "true" : null);
    const label = starting ? sendingWords(chat, chat.outbox.phase) : words(chat.conversation ? "widget.send" : "widget.start");
    attr(this.go, "aria-label", label);
    attr(this.go, "title", label);
    this.go.classList.toggle("busy", starting);
    if (this.note.textContent !== (starting ? label : "")) this.note.textContent = starting ? label : "";
  }

  /** Put words where the cursor stands. */
  insert(text: string): void {
    const { area } = this;
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    this.typed();
    area.focus();
  }

  send(): void {
    const { chat, area } = this;
    if (chat.starting || this.tray?.busy) return;
    const text = area.value.trim();
    const files = this.tray?.ready ?? [];
    if (!text && !files.length) return;
    area.value = "";
    this.tray?.clear();
    tab.drop(this.draftName);
    this.fit();
    void chat.say(text, files);
    this.draw();
    area.focus();
  }

  private typed(): void {
    this.fit();
    if (this.area.value) tab.put(this.draftName, this.area.value);
    else tab.drop(this.draftName);
    this.chat.feed.typed();
    this.draw();
  }

  private key(event: KeyboardEvent): void {
    // 229: some input methods end their composition with an Enter that says it is none.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!event.repeat) this.send();
  }

  private fit(): void {
    const { area } = this;
    area.style.setProperty("height", "auto");
    if (area.scrollHeight) area.style.setProperty("height", `${Math.min(area.scrollHeight, 144)}px`);
  }

  private async emoji(): Promise<void> {
    if (this.coming) return;
    this.coming = true;
    const { openEmoji } = await late(() => import("./emoji.ts"), this.place);
    this.coming = false;
    openEmoji(this.smile, this.place, (text) => this.insert(text));
  }

  private async attach(): Promise<void> {
    (await this.trayNow()).choose();
  }

  private dragged(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop" && this.node.isConnected) this.dropped(event, event.dataTransfer.files);
  }

  private dropped(event: Event, files: FileList | null | undefined): void {
    if (!files?.length || !this.chat.inbox.attachments.allowed) return;
    event.preventDefault();
    const given = [...files];
    void this.trayNow().then((tray) => tray.add(given));
  }

  private async trayNow(): Promise<Tray> {
    if (!this.tray) {
      const { Tray } = await late(() => import("./attach.ts"), this.place);
      this.tray ??= new Tray(this.chat, this.place, this.clip, () => this.draw());
    }
    return this.tray;
  }
}

/** Copied from a document or a table: the words are meant, not the picture of them that comes along. */
function isDocument(copied: DataTransfer | null): boolean {
  return copied !== null && copied.types.includes("text/html") && copied.types.includes("text/plain");
}
