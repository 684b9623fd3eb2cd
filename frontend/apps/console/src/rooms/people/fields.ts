// A person as the form has them, and as the server takes the changes.
import { tell, type Attribute, type Contact } from "../../lib/people.ts";

/** One attribute as typed; its type is kept where the text still fits it. */
export interface Row {
  key: string;
  text: string;
}

export interface Fields {
  name: string;
  zone: string;
  locale: string;
  email: string;
  phone: string;
  attributes: Row[];
}

export function fieldsOf(contact: Contact): Fields {
  return {
    name: contact.name, zone: contact.zone, locale: contact.locale, email: "", phone: "",
    attributes: Object.entries(contact.attributes).map(([key, value]) => ({ key, text: String(value) })),
  };
}

function valueOf(text: string, before: Attribute | undefined): Attribute {
  if (typeof before === "number" && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (typeof before === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** Attributes travel as changes: what is gone from the form is taken away. */
export function patchOf(stored: () => Contact): (changes: Partial<Fields>) => object {
  return ({ attributes, email, phone, ...rest }) => {
    const body: Record<string, unknown> = { ...rest };
    if (email?.trim()) body["email"] = email.trim();
    if (phone?.trim()) body["phone"] = phone.trim();
    if (attributes) {
      const before = stored().attributes;
      const next: Record<string, Attribute | null> = {};
      for (const key of Object.keys(before)) if (!attributes.some((row) => row.key.trim() === key)) next[key] = null;
      for (const row of attributes) {
        const key = row.key.trim();
        const value = valueOf(row.text, before[key]);
        if (key && before[key] !== value) next[key] = value;
      }
      body["attributes"] = next;
    }
    return body;
  };
}

export function wrongIn(fields: Fields): string | null {
  const names = fields.attributes.map((row) => row.key.trim());
  if (names.some((name) => !name)) return tell("attribute.nameMissing");
  if (new Set(names).size < names.length) return tell("attribute.twice");
  if (fields.email.trim() && !/.+@.+/.test(fields.email)) return tell("emailWrong");
  return null;
}

export function nameOf(field: keyof Fields): string {
  return tell(`field.${field}`);
}
