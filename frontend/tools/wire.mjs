// Types of the API from the committed openapi.json, and of the socket's frames from events.schema.json, into
// packages/wire/src; --check only compares.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapi, { astToString } from "openapi-typescript";
import { FRONTEND, REPOSITORY } from "./apps.mjs";

const read = (name) => readFileSync(join(REPOSITORY, name), "utf8");

/** A JSON schema's definitions, as the components of an API without paths. */
function asComponents(text) {
  const schemas = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')).$defs;
  return { openapi: "3.1.0", info: { title: "frames", version: "1" }, paths: {}, components: { schemas } };
}

const made = [
  ["openapi.json", "api.ts", (text) => JSON.parse(text)],
  ["events.schema.json", "frames.ts", asComponents],
];
for (const [source, target, parse] of made) {
  if (!existsSync(join(REPOSITORY, source))) {
    console.error(`${source} is not there`);
    process.exit(1);
  }
  const file = join(FRONTEND, "packages/wire/src", target);
  const head = `// Made by tools/wire.mjs from ${source}: do not edit.\n\n`;
  const text = head + astToString(await openapi(parse(read(source))));
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (text === kept) continue;
  if (process.argv.includes("--check")) {
    console.error(`packages/wire/src/${target} does not match ${source}: run \`node tools/wire.mjs\` in frontend/`);
    process.exitCode = 1;
  } else writeFileSync(file, text);
}
