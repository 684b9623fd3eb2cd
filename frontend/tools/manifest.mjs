// manifest.json: what the pages ask for by logical name, and which hashed file answers.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { ASSETS, FRONTEND, buildsOf, listApps } from "./apps.mjs";

/** Read what Vite wrote for one build, or null if it has not been built. */
export function readBuild({ id }) {
  const file = join(ASSETS, `${id}.vite.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** Files that the entry needs at once: itself, its static imports, their styles. */
export function firstView(build, key) {
  const seen = new Set();
  const walk = (name) => {
    const chunk = build[name];
    if (!chunk || seen.has(name)) return [];
    seen.add(name);
    return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap(walk)];
  };
  return [...new Set(walk(key))];
}

// The style of an app is one, whatever the language: `widget.css` beside `widget.en.js`.
function addEntry(manifest, build, [key, chunk], style) {
  manifest[`${chunk.name}.js`] = chunk.file;
  const needed = firstView(build, key);
  const styles = needed.filter((file) => file.endsWith(".css"));
  styles.forEach((file, n) => (manifest[n === 0 ? `${style}.css` : `${style}.${n}.css`] = file));
  const parts = needed.filter((file) => file.endsWith(".js") && file !== chunk.file);
  parts.forEach((file, n) => (manifest[`${chunk.name}.part${n}.js`] = file));
}

function addStatic(manifest) {
  const folder = join(FRONTEND, "static");
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const body = readFileSync(join(folder, name));
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 8);
    const file = `${name.slice(0, -extname(name).length)}-${hash}${extname(name)}`;
    copyFileSync(join(folder, name), join(ASSETS, file));
    manifest[name] = file;
  }
}

/** Write manifest.json for every app that has been built. */
export function writeManifest() {
  const manifest = {};
  for (const app of listApps().flatMap(buildsOf)) {
    const build = readBuild(app);
    if (!build) continue;
    for (const [key, chunk] of Object.entries(build)) {
      if (chunk.isEntry) addEntry(manifest, build, [key, chunk], app.locale ? app.name : chunk.name);
      const locale = /generated\/messages\/([A-Za-z-]+)\.ts$/.exec(key);
      if (locale && chunk.isDynamicEntry) manifest[`${app.name}.${locale[1]}.js`] = chunk.file;
    }
  }
  addStatic(manifest);
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(ASSETS, "manifest.json"), `${JSON.stringify(sorted, null, 1)}\n`);
}

/** Drop files of earlier builds, which a partial build leaves behind. */
export function sweep() {
  const kept = new Set(["manifest.json"]);
  for (const app of listApps().flatMap(buildsOf)) {
    const build = readBuild(app);
    if (!build) continue;
    kept.add(`${app.id}.vite.json`);
    for (const chunk of Object.values(build)) {
      for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) kept.add(file);
    }
  }
  for (const file of readdirSync(ASSETS)) if (!kept.has(file)) rmSync(join(ASSETS, file), { force: true });
}
