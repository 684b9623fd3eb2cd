// Contrast of the tokens, computed from the file itself, in both schemes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../src/tokens.css", import.meta.url), "utf8");
const tokens = new Map<string, [string, string]>();
for (const found of css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)) {
  tokens.set(found[1] as string, [found[2] as string, found[3] as string]);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(over: string, under: string): number {
  const [light, dark] = [luminance(over), luminance(under)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

// Text needs 4.5; the border of a control and a graphic need 3.
const PAIRS: [string, string, number][] = [
  ...["paper", "surface", "sunk"].flatMap((under): [string, string, number][] => [
    ["ink", under, 4.5],
    ["ink-2", under, 4.5],
    ["ink-3", under, 4.5],
    ["edge", under, 3],
  ]),
  ["accent", "paper", 4.5],
  ["accent", "surface", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-dn", 4.5],
  ["on-tint", "tint", 4.5],
  ["ink-2", "tint", 4.5],
  ["good", "good-tint", 4.5],
  ["warn", "warn-tint", 4.5],
  ["bad", "bad-tint", 4.5],
  ["brass", "paper", 3],
  ...["open", "closed", "notice", "busy", "ext", "buffer", "held", "limit"].map(
    (reason): [string, string, number] => ["ink", `r-${reason}`, 7],
  ),
];

for (const [over, under, least] of PAIRS) {
  test(`${over} on ${under} has a contrast of ${least} or more`, () => {
    for (const scheme of [0, 1] as const) {
      const ratio = contrast(tokens.get(over)?.[scheme] ?? "", tokens.get(under)?.[scheme] ?? "");
      assert.ok(ratio >= least, `${scheme ? "dark" : "light"}: ${ratio.toFixed(2)}`);
    }
  });
}

test("a pair that is too weak would be found", () => {
  assert.ok(contrast("#8b8377", "#f3f0ea") < 4.5);
  assert.equal(Math.round(contrast("#000000", "#ffffff")), 21);
});
