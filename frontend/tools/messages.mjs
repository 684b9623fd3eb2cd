// Compiles the catalogue (src/ringonce/web/messages/<locale>/<area>.json) into one module per locale, holding
// only the keys that an app asks for by prefix in its package.json ("messages": ["booking.", …]).
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argumentsOf, parse } from "./icu.mjs";
import { CATALOGUE } from "./apps.mjs";

const ALWAYS = ["pattern."];

export function listLocales() {
  return readdirSync(CATALOGUE).filter((name) => !name.includes(".")).sort();
}

/** All messages of a locale, flat: key -> text. */
export function readCatalogue(locale) {
  const folder = join(CATALOGUE, locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8"))));
}

/** The TypeScript expression of one message: a string, or a function of (a: arguments, f: formatter). */
export function compile(text) {
  const parts = parse(text);
  if (parts.every((part) => typeof part === "string")) return JSON.stringify(parts.join(""));
  return `(a, f) => ${expression(parts)}`;
}

function expression(parts) {
  if (parts.length === 0) return '""';
  const terms = parts.map(term);
  return typeof parts[0] === "string" ? terms.join(" + ") : ['""', ...terms].join(" + ");
}

function term(part) {
  if (typeof part === "string") return JSON.stringify(part);
  const value = `a[${JSON.stringify(part.arg)}]`;
  switch (part.type) {
    case "text":
      return `f.t(${value})`;
    case "number":
    case "hash":
      return `f.n(${value})`;
    case "plural":
      return `f.p(${value}, ${branches(part)})`;
    case "select":
      return `f.s(${value}, ${branches(part)})`;
    default:
      return `f.d(${value}, ${JSON.stringify(`${part.type}.${part.style}`)})`;
  }
}

function branches(part) {
  const lines = Object.entries(part.branches).map(([name, inner]) => `${JSON.stringify(name)}: () => ${expression(inner)}`);
  return `{ ${lines.join(", ")} }`;
}

function typeOf(text) {
  const found = Object.entries(argumentsOf(parse(text)));
  if (found.length === 0) return "null";
  const types = { text: "string | number", number: "number", select: "string", date: "string", time: "string" };
  return `{ ${found.map(([name, type]) => `${JSON.stringify(name)}: ${types[type]}`).join("; ")} }`;
}

/** Write src/generated/messages/{<locale>,index}.ts of one app. */
export function writeMessages(app) {
  if (app.prefixes.length === 0) return;
  const folder = join(app.folder, "src/generated/messages");
  mkdirSync(folder, { recursive: true });
  const prefixes = [...ALWAYS, ...app.prefixes];
  const locales = listLocales();
  for (const locale of locales) {
    const wanted = Object.entries(readCatalogue(locale)).filter(([key]) => prefixes.some((p) => key.startsWith(p)));
    const lines = wanted.map(([key, text]) => `  ${JSON.stringify(key)}: ${compile(text)},`);
    const head = 'import type { Compiled } from "@ringonce/kit/words.ts";\n\n';
    write(join(folder, `${locale}.ts`), `${head}const messages: Compiled = {\n${lines.join("\n")}\n};\n\nexport default messages;\n`);
    if (locale === "en") write(join(folder, "index.ts"), indexOf(wanted, locales));
  }
}

function indexOf(wanted, locales) {
  const types = wanted.map(([key, text]) => `  ${JSON.stringify(key)}: ${typeOf(text)};`);
  const loaders = locales.map((locale) => `  ${JSON.stringify(locale)}: () => import("./${locale}.ts"),`);
  return `// Made by tools/messages.mjs from the catalogue: do not edit.
import { makeWords, pickLocale, type Compiled, type Words } from "@ringonce/kit/words.ts";

export interface Messages {
${types.join("\n")}
}

const loaders: Record<string, () => Promise<{ default: Compiled }>> = {
${loaders.join("\n")}
};

export const locales = Object.keys(loaders);

/** The words of the nearest language that we have; \`hour12\` follows the visitor, not the language. */
export async function loadWords(wanted: string, hour12 = false): Promise<Words<Messages>> {
  const locale = pickLocale(wanted, locales);
  const loader = loaders[locale];
  if (!loader) throw new Error("no language");
  return makeWords<Messages>(locale, (await loader()).default, hour12);
}
`;
}

// Unchanged files are left alone, or the watcher would run in a circle.
function write(file, text) {
  try {
    if (readFileSync(file, "utf8") === text) return;
  } catch {
    // not there yet
  }
  writeFileSync(file, text);
}
