// Prints, as JSON, every row of words.json in every language, for test_words.py to compare.
import { readFileSync } from "node:fs";
import { compile } from "../../frontend/tools/messages.mjs";
import { makeWords } from "../../frontend/packages/kit/src/words.ts";

const table = JSON.parse(readFileSync(new URL("./words.json", import.meta.url), "utf8"));
const printed = [];
for (const [locale, patterns] of Object.entries(table.patterns)) {
  for (const hour12 of [false, true]) {
    const messages = { ...patterns };
    table.rows.forEach((row, n) => {
      messages[`row.${n}`] = new Function(`return ${compile(row.message)}`)();
    });
    const words = makeWords(locale, messages, hour12);
    table.rows.forEach((row, n) => printed.push([locale, hour12, n, words(`row.${n}`, row.arguments)]));
  }
}
console.log(JSON.stringify(printed));
