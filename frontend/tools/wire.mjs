// Types of the API from the committed openapi.json into packages/wire/src/api.ts; --check only compares.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapi, { astToString } from "openapi-typescript";
import { FRONTEND, REPOSITORY } from "./apps.mjs";

const source = join(REPOSITORY, "openapi.json");
const target = join(FRONTEND, "packages/wire/src/api.ts");
const head = "// Made by tools/wire.mjs from openapi.json: do not edit.\n\n";

if (!existsSync(source)) {
  console.error("openapi.json is not there");
  process.exit(1);
}
const made = head + astToString(await openapi(JSON.parse(readFileSync(source, "utf8"))));
const kept = existsSync(target) ? readFileSync(target, "utf8") : "";
if (process.argv.includes("--check")) {
  if (made !== kept) {
    console.error("packages/wire/src/api.ts does not match openapi.json: run `node tools/wire.mjs` in frontend/");
    process.exitCode = 1;
  }
} else if (made !== kept) {
  writeFileSync(target, made);
}
