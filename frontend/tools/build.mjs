// Builds every app into src/ringonce/web/assets and writes manifest.json (logical name -> hashed file).
//   node tools/build.mjs                 all apps, once, sizes checked
//   node tools/build.mjs booking         only these
//   node tools/build.mjs --watch         keeps building; sizes are shown, not enforced
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { settingsFor } from "../vite.config.mjs";
import { ASSETS, buildsOf, listApps } from "./apps.mjs";
import { writeMessages } from "./messages.mjs";
import { sweep, writeManifest } from "./manifest.mjs";
import { checkSizes } from "./sizes.mjs";

const words = process.argv.slice(2);
const watch = words.includes("--watch");
const wanted = words.filter((word) => !word.startsWith("--"));
const apps = listApps().filter((app) => wanted.length === 0 || wanted.includes(app.name));

mkdirSync(ASSETS, { recursive: true });
// Whoever builds by hand invalidates the stamp by which the scripts know that the assets are fresh.
rmSync(join(ASSETS, "sources.sha256"), { force: true });
if (wanted.length === 0 && !watch) {
  for (const file of readdirSync(ASSETS)) rmSync(join(ASSETS, file), { recursive: true, force: true });
}

for (const app of apps) {
  writeMessages(app);
  for (const each of buildsOf(app)) {
    const result = await build(settingsFor(each, { watch }));
    if (watch) result.on("event", (event) => event.code === "BUNDLE_END" && finish(event));
  }
}
if (!watch) {
  sweep();
  writeManifest();
  if (!checkSizes()) process.exitCode = 1;
}

function finish(event) {
  event.result?.close?.();
  if (!apps.flatMap(buildsOf).every(({ id }) => existsSync(join(ASSETS, `${id}.vite.json`)))) return;
  writeManifest();
  checkSizes();
  const names = Object.keys(JSON.parse(readFileSync(join(ASSETS, "manifest.json"), "utf8")));
  console.log(`built: ${names.join(" ")}`);
}
