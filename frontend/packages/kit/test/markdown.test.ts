import assert from "node:assert/strict";
import { test } from "node:test";
import { parseMarkdown, plainLine, safeAddress, type Span } from "../src/markdown.ts";

function spans(text: string): Span[] {
  const [block] = parseMarkdown(text);
  return block && "lines" in block ? (block.lines[0] ?? []) : [];
}

test("emphasis, code and links are understood, and may stand in each other", () => {
  assert.deepEqual(spans("a **b *c*** d"), ["a ", { kind: "strong", spans: ["b *c"] }, "* d"]);
  assert.deepEqual(spans("**bold** and _it_ and `x*y*`"), [
    { kind: "strong", spans: ["bold"] }, " and ", { kind: "em", spans: ["it"] }, " and ", { kind: "code", text: "x*y*" },
  ]);
  assert.deepEqual(spans("[**us**](https://example.org/a)"), [
    { kind: "link", href: "https://example.org/a", spans: ["**us**"] },
  ]);
});

test("what is not meant as Markdown stays as it was written", () => {
  for (const text of ["2 * 3 * 4", "snake_case_name", "a ** b", "**", "`", "[x](", "[x](y)", "<b>no</b>", "5 ~~ 6"]) {
    assert.deepEqual(spans(text), [text]);
  }
  assert.deepEqual(spans("\\*stars\\*"), ["*stars*"]);
});

test("only addresses of the web, of mail and of calls are links", () => {
  const bad = ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "//example.org", "/desk", "java\tscript:x", "https://"];
  for (const address of bad) {
    assert.equal(safeAddress(address), null, address);
    assert.deepEqual(spans(`[x](${address.replace(/\s/g, "")})`).some((one) => typeof one !== "string"), false, address);
  }
  assert.equal(safeAddress("mailto:ana@example.org"), "mailto:ana@example.org");
});

test("an address in a sentence ends before the full stop", () => {
  assert.deepEqual(spans("see https://example.org/a?b=1."), [
    "see ", { kind: "link", href: "https://example.org/a?b=1", spans: ["https://example.org/a?b=1"] }, ".",
  ]);
});

test("lists, quotes, code and paragraphs are told apart", () => {
  const blocks = parseMarkdown("one\ntwo\n\n- a\n- b\n3. c\n4. d\n> q\n```\n<i>*x*\n```\nend");
  assert.deepEqual(blocks.map((block) => block.kind), ["p", "ul", "ol", "quote", "code", "p"]);
  assert.deepEqual(blocks[2], { kind: "ol", start: 3, items: [["c"], ["d"]] });
  assert.deepEqual(blocks[4], { kind: "code", text: "<i>*x*" });
});

test("long hostile text is read to its end", () => {
  // Quadratic work on these would not come back in a person's patience.
  for (const piece of ["*a ", "**a", "_a ", "[a", "[a](", "`a", "~~a ", "https://", "\\*", "*_~`["]) {
    const [block] = parseMarkdown(piece.repeat(50_000));
    assert.equal(block?.kind, "p", piece);
  }
});

test("a list shows the words alone", () => {
  assert.equal(plainLine("It takes **half an _hour_**:\n\n- [see](https://example.org)\n- `cut`"), "It takes half an hour: see cut");
  assert.equal(plainLine("2 * 3 * 4 < 5"), "2 * 3 * 4 < 5");
});
