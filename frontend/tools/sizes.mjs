// The size check: gzip bytes of a first view against the budget. A build over budget fails.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ASSETS, BUDGETS, buildsOf, listApps } from "./apps.mjs";
import { firstView, readBuild } from "./manifest.mjs";

const gzipped = (file) => gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length;

function sizeOf(app, build) {
  const entry = Object.entries(build).find(([, chunk]) => chunk.isEntry && chunk.name === app.id);
  if (!entry) return null;
  const languages = Object.entries(build)
    .filter(([key, chunk]) => key.includes("generated/messages/") && chunk.isDynamicEntry)
    .map(([, chunk]) => gzipped(chunk.file));
  const first = firstView(build, entry[0]).reduce((sum, file) => sum + gzipped(file), 0);
  return first + Math.max(0, ...languages);
}

/** Print each first view beside its budget; true when all are kept. Writes sizes.json for the bench. */
export function checkSizes() {
  const sizes = {};
  for (const app of listApps()) {
    const builds = buildsOf(app).map((each) => [each, readBuild(each)]);
    const size = Math.max(0, ...builds.map(([each, build]) => (build && sizeOf(each, build)) ?? 0));
    if (size) sizes[app.name] = { bytes: size, budget: BUDGETS[app.name] ?? null };
  }
  writeFileSync(join(ASSETS, "sizes.json"), `${JSON.stringify(sizes, null, 1)}\n`);
  let kept = true;
  for (const [name, { bytes, budget }] of Object.entries(sizes)) {
    const over = budget !== null && bytes > budget;
    kept &&= !over;
    const limit = budget === null ? "" : ` of ${(budget / 1000).toFixed(0)} kB`;
    console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gzip${limit}${over ? "  TOO LARGE" : ""}`);
  }
  return kept;
}
