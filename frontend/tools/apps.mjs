// What is built, and how large it may be. One list, read by the build, the size check and the lint.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const FRONTEND = fileURLToPath(new URL("..", import.meta.url));
export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
export const ASSETS = join(REPOSITORY, "src/ringonce/web/assets");
export const CATALOGUE = join(REPOSITORY, "src/ringonce/web/messages");

// gzip bytes of everything that a first view loads: script, style, and the largest language.
export const BUDGETS = {
  loader: 3_000,
  widget: 35_000,
  booking: 45_000,
  console: 150_000,
};

/** The apps that exist: name, folder, entries (logical name -> file), prefixes of the words they need. */
export function listApps() {
  const root = join(FRONTEND, "apps");
  return readdirSync(root)
    .sort()
    .map((name) => {
      const source = join(root, name, "src");
      const entries = {};
      if (existsSync(join(source, "main.ts"))) entries[name] = join(source, "main.ts");
      for (const file of existsSync(source) ? readdirSync(source).sort() : []) {
        const found = /^entry-(.+)\.ts$/.exec(basename(file));
        if (found) entries[found[1]] = join(source, file);
      }
      const own = JSON.parse(readFileSync(join(root, name, "package.json"), "utf8"));
      const { messages = [], script = false, perLocale = false } = own;
      return { name, folder: join(root, name), entries, prefixes: messages, script, perLocale };
    })
    .filter((app) => Object.keys(app.entries).length > 0);
}

/**
 * What Vite is run for: an app, or (`perLocale`) one module per language, because a page that must be quick asks
 * for one file only. `script`: a classic script, which any site can load with a plain tag.
 */
export function buildsOf(app) {
  if (!app.perLocale) return [{ ...app, id: app.name, locale: null }];
  const locales = readdirSync(CATALOGUE).filter((name) => !name.includes(".")).sort();
  return locales.map((locale) => {
    const entries = Object.fromEntries(Object.entries(app.entries).map(([name, file]) => [`${name}.${locale}`, file]));
    return { ...app, entries, id: `${app.name}.${locale}`, locale };
  });
}
