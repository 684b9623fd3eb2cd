// The form's fields: reading them for the wire, saying what to mend, locking them while sending, keeping them.
import type { Say } from "./model.ts";
import { find, setAttr, setText, show } from "./nodes.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type Kept = Record<string, string[]>;

const OWN = new Set(["name", "phone", "email", "notes"]);
const EMAIL = /^[^@\s]{1,64}@[^@\s]+$/;
const DOTTED = /@[^@\s]+\.[^@\s.]{2,}$/;

export class Fields {
  private readonly root: HTMLElement | null;
  private readonly form: HTMLFormElement;
  private readonly words: () => Say;

  constructor(form: HTMLFormElement, words: () => Say) {
    this.form = form;
    this.root = form.querySelector<HTMLElement>("#fields");
    this.words = words;
    form.noValidate = true;
    this.root?.addEventListener("focusout", (event) => {
      const field = fieldOf(event.target);
      const inside = event.relatedTarget instanceof Node && field?.contains(event.relatedTarget);
      if (field && !inside && this.texts(field).some(Boolean)) this.check(field);
    });
    this.root?.addEventListener("input", (event) => {
      const field = fieldOf(event.target);
      if (field && !find(field, ".fault").hidden) this.check(field);
    });
  }

  /** What the wire takes: own lines by name, the place, and answers by question. */
  body(given: Record<string, string>): Record<string, unknown> {
    const answers: Record<string, unknown> = { ...given };
    const body: Record<string, unknown> = { answers };
    for (const field of this.all()) {
      const id = field.dataset["field"] ?? "";
      const value = this.value(field);
      if (OWN.has(id)) body[id] = value ?? "";
      else if (id === "location") body["location"] = { id: value };
      else if (value !== null) answers[id] = value;
    }
    return body;
  }

  /** Every field that needs mending says so; the first one gets the focus. */
  validate(): number {
    const faulty = this.all().filter((field) => !this.check(field));
    if (faulty[0]) this.controls(faulty[0])[0]?.focus();
    return faulty.length;
  }

  /** Faults that the server found, by field; those that no field shows are returned. */
  refused(errors: { field: string; code: string }[]): string[] {
    const elsewhere: string[] = [];
    let first: HTMLElement | null = null;
    for (const { field: name, code } of errors) {
      const id = name.split(".").at(-1) ?? "";
      const field = this.all().find((each) => each.dataset["field"] === id);
      if (!field) elsewhere.push(name);
      else {
        this.fault(field, this.sentence(code, field));
        first ??= field;
      }
    }
    if (first) this.controls(first)[0]?.focus();
    return elsewhere;
  }

  lock(locked: boolean): void {
    this.form.classList.toggle("locked", locked);
    for (const field of this.all()) {
      for (const control of this.controls(field)) {
        if (control instanceof HTMLSelectElement || control.type === "radio" || control.type === "checkbox") {
          control.disabled = locked;
        } else control.readOnly = locked;
      }
    }
  }

  keep(): Kept {
    return Object.fromEntries(this.all().map((field) => [field.dataset["field"] ?? "", this.texts(field)]));
  }

  restore(kept: Kept): void {
    for (const field of this.all()) {
      const texts = kept[field.dataset["field"] ?? ""];
      if (!texts) continue;
      for (const control of this.controls(field)) {
        if (control instanceof HTMLInputElement && isTick(control)) control.checked = texts.includes(control.value);
        else control.value = texts[0] ?? "";
      }
    }
  }

  private all(): HTMLElement[] {
    return this.root ? [...this.root.querySelectorAll<HTMLElement>("[data-field]")] : [];
  }

  private controls(field: HTMLElement): Control[] {
    return [...field.querySelectorAll<Control>("input, textarea, select")];
  }

  private texts(field: HTMLElement): string[] {
    return this.controls(field)
      .filter((control) => !(control instanceof HTMLInputElement && isTick(control)) || control.checked)
      .map((control) => control.value)
      .filter(Boolean);
  }

  private value(field: HTMLElement): string | string[] | number | boolean | null {
    const texts = this.texts(field).map((text) => text.trim()).filter(Boolean);
    const kind = field.dataset["kind"];
    if (kind === "checkbox") return texts.length > 0 ? true : field.hasAttribute("data-required") ? false : null;
    if (kind === "checkbox-group" || kind === "multi-select") return texts.length ? texts : null;
    const text = texts[0] ?? null;
    return kind === "number" && text !== null && !Number.isNaN(Number(text)) ? Number(text) : text;
  }

  private check(field: HTMLElement): boolean {
    const code = this.code(field);
    this.fault(field, code ? this.sentence(code, field) : "");
    return code === null;
  }

  private code(field: HTMLElement): string | null {
    const value = this.value(field);
    const empty = value === null || value === "" || value === false;
    if (empty) return field.hasAttribute("data-required") ? "required" : null;
    const text = String(value);
    switch (field.dataset["kind"]) {
      case "email":
        return EMAIL.test(text) ? (DOTTED.test(text) ? null : "dot") : "malformed";
      case "phone":
        return (text.match(/\d/g) ?? []).length >= 6 && /^\+?[0-9 ()./-]{4,40}$/.test(text) ? null : "malformed";
      case "number":
        return typeof value === "number" ? null : "malformed";
      case "url":
        return /^https?:\/\/\S+$/i.test(text) ? null : "malformed";
      default:
        return null;
    }
  }

  private sentence(code: string, field: HTMLElement): string {
    const words = this.words();
    if (code === "required") return words("booking.ui.field.required");
    if (code === "too-long") return words("booking.ui.field.long");
    if (code === "dot") return words("booking.ui.field.email.dot");
    return words.find(`booking.ui.field.${field.dataset["kind"] ?? ""}`) ?? words("booking.ui.field.other");
  }

  private fault(field: HTMLElement, text: string): void {
    const place = find(field, ".fault");
    setText(find(place, "span"), text);
    show(place, text !== "");
    for (const control of this.controls(field)) setAttr(control, "aria-invalid", text ? "true" : null);
  }
}

function isTick(control: HTMLInputElement): boolean {
  return control.type === "radio" || control.type === "checkbox";
}

function fieldOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-field]") : null;
}
