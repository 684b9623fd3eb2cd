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
      const { messages = [] } = JSON.parse(readFileSync(join(root, name, "package.json"), "utf8"));
      return { name, folder: join(root, name), entries, prefixes: messages };
    })
    .filter((app) => Object.keys(app.entries).length > 0);
}
