// Questions of the usual types; some are asked only when another was answered so.
import type { Field } from "../config.ts";
import { attr, h, icon, setText } from "../dom.ts";
import { words } from "../words.ts";

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Row {
  field: Field;
  input: Input;
  node: HTMLElement;
  fault: HTMLElement;
}

const TYPES: Record<string, [string, string]> = { email: ["email", "email"], phone: ["tel", "tel"], text: ["text", "on"] };
let made = 0;

export class Fields {
  readonly node = h("div", "fields");
  private readonly rows: Row[];

  constructor(fields: readonly Field[], changed: () => void) {
    this.rows = fields.map((field) => this.row(field, changed));
    this.node.append(...this.rows.map((row) => row.node));
    this.showWanted();
  }

  focus(): void {
    this.rows[0]?.input.focus({ preventScroll: true });
  }

  values(): Record<string, string | boolean> {
    const shown = this.rows.filter((row) => !row.node.hidden);
    return Object.fromEntries(shown.map((row) => [row.field.id, valueOf(row)]).filter(([, value]) => value !== "" && value !== false));
  }

  restore(kept: string | null): void {
    if (!kept) return;
    const values = JSON.parse(kept) as Record<string, string | boolean>;
    for (const { field, input } of this.rows) {
      const value = values[field.id];
      if (input instanceof HTMLInputElement && input.type === "checkbox") input.checked = value === true;
      else if (typeof value === "string") input.value = value;
    }
    this.showWanted();
  }

  lock(locked: boolean): void {
    for (const { input } of this.rows) if ("readOnly" in input) input.readOnly = locked;
  }

  /** Say what is missing or wrong; true when nothing is. */
  check(): boolean {
    const faults = this.rows.filter((row) => !row.node.hidden).flatMap((row) => {
      const code = faultOf(row);
      return code ? [{ field: row.field.id, code }] : [];
    });
    this.fault(faults);
    return faults.length === 0;
  }

  fault(errors: readonly { field: string; code: string }[]): void {
    for (const row of this.rows) {
      const found = errors.find((each) => each.field === row.field.id || each.field === `answers.${row.field.id}`);
      const text = found ? (words.find(`widget.fault.${found.code}`) ?? words("widget.fault.other")) : "";
      attr(row.input, "aria-invalid", found ? "true" : null);
      attr(row.input, "aria-describedby", found ? row.fault.id : null);
      row.fault.hidden = !found;
      row.fault.replaceChildren(...(found ? [icon("warn", true), h("span", {}, text)] : []));
    }
    this.rows.find((row) => row.input.getAttribute("aria-invalid"))?.input.focus();
  }

  private row(field: Field, changed: () => void): Row {
    const id = `f${++made}`;
    const kind = field.type ?? field.kind ?? "text";
    const input = inputOf(field, kind, id);
    const fault = h("p", { class: "fault", id: `${id}e`, hidden: true });
    const label = h("span");
    setText(label, field.label || (words.find(`widget.field.${field.id}`) ?? field.id));
    const caption = [label, !field.required && h("small", {}, ` ${words("widget.form.optional")}`)];
    const node = kind === "checkbox" ? h("div", "field", h("label", "tick", input, ...caption), fault) : h("div", "field", h("label", { class: "label", for: id }, ...caption), input, fault);
    const row = { field, input, node, fault };
    input.addEventListener("input", () => {
      this.showWanted();
      changed();
    });
    return row;
  }

  private showWanted(): void {
    for (const row of this.rows) {
      const when = row.field.when;
      const other = when ? this.rows.find((each) => each.field.id === when.field) : undefined;
      row.node.hidden = !!when && (!other || other.node.hidden || valueOf(other) !== when.equals);
    }
  }
}

function inputOf(field: Field, kind: string, id: string): Input {
  const shared = { id, name: field.id, class: kind === "checkbox" ? "" : "input", "aria-required": field.required ? "true" : null, dir: "auto" };
  if (kind === "textarea") return h("textarea", { ...shared, rows: "3", maxlength: "10000" });
  if (kind === "choice") {
    const options = (field.options ?? []).map((each) => (typeof each === "string" ? { value: each, label: each } : each));
    return h("select", shared, h("option", { value: "" }, words("widget.form.choose")), ...options.map((each) => h("option", { value: each.value }, each.label)));
  }
  if (kind === "checkbox") return h("input", { ...shared, type: "checkbox" });
  const [type, complete] = TYPES[kind] ?? ["text", "on"];
  return h("input", { ...shared, type, autocomplete: field.id === "name" ? "name" : complete, maxlength: "300" });
}

function valueOf({ input }: Row): string | boolean {
  return input instanceof HTMLInputElement && input.type === "checkbox" ? input.checked : input.value.trim();
}

function faultOf(row: Row): string | null {
  const value = valueOf(row);
  if (value === "" || value === false) return row.field.required ? "required" : null;
  if ((row.field.type ?? row.field.kind) === "email" && !/^\S+@[^\s@]+\.[^\s@.]+$/.test(String(value))) return "email";
  return null;
}
