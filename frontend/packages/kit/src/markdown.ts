// Agents' Markdown, as nodes and never as HTML: paragraphs, lists, quotes, code, emphasis and links. Whatever is
// not understood stays the text it was. Every pattern is bounded, so that no text takes more than linear time.

export type Span =
  | string
  | { kind: "strong" | "em" | "del"; spans: Span[] }
  | { kind: "code"; text: string }
  | { kind: "link"; href: string; spans: Span[] };

export type Block =
  | { kind: "p" | "quote"; lines: Span[][] }
  | { kind: "ul" | "ol"; start: number; items: Span[][] }
  | { kind: "code"; text: string };

const DEEPEST = 4;
const FENCE = /^```/;
const BULLET = /^ {0,3}[-*+] +(?=\S)/;
const NUMBER = /^ {0,3}(\d{1,4})[.)] +(?=\S)/;
const QUOTE = /^> ?/;
const LINK = /\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)/y;
const ADDRESS = /https?:\/\/[^\s<>"'`]{1,2000}/y;
const SPECIAL = /[\\`*_~[h]/g;
const MARKS = [["**", "strong"], ["__", "strong"], ["~~", "del"], ["*", "em"], ["_", "em"]] as const;

export function parseMarkdown(source: string): Block[] {
  const lines = source.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (FENCE.test(line)) {
      let end = at + 1;
      while (end < lines.length && !FENCE.test(lines[end] ?? "")) end++;
      blocks.push({ kind: "code", text: lines.slice(at + 1, end).join("\n") });
      at = end + 1;
    } else if (!line.trim()) at++;
    else at = takeBlock(lines, at, blocks);
  }
  return blocks;
}

/** The words alone, in one line: for lists, titles and notifications. */
export function plainLine(source: string): string {
  return parseMarkdown(source)
    .map((block) => (block.kind === "code" ? block.text : ("lines" in block ? block.lines : block.items).map(wordsOf).join(" ")))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function wordsOf(spans: Span[]): string {
  return spans.map((span) => (typeof span === "string" ? span : span.kind === "code" ? span.text : wordsOf(span.spans))).join("");
}

function takeBlock(lines: string[], from: number, blocks: Block[]): number {
  const kind = kindOf(lines[from] ?? "");
  let end = from + 1;
  while (end < lines.length && lines[end]?.trim() && !FENCE.test(lines[end] ?? "") && kindOf(lines[end] ?? "") === kind) end++;
  const texts = lines.slice(from, end);
  if (kind === "p") blocks.push({ kind, lines: texts.map((text) => parseSpans(text)) });
  else if (kind === "quote") blocks.push({ kind, lines: texts.map((text) => parseSpans(text.replace(QUOTE, ""))) });
  else {
    const mark = kind === "ul" ? BULLET : NUMBER;
    blocks.push({ kind, start: Number(NUMBER.exec(texts[0] ?? "")?.[1] ?? 1), items: texts.map((text) => parseSpans(text.replace(mark, ""))) });
  }
  return end;
}

function kindOf(line: string): "p" | "quote" | "ul" | "ol" {
  return QUOTE.test(line) ? "quote" : BULLET.test(line) ? "ul" : NUMBER.test(line) ? "ol" : "p";
}

function parseSpans(text: string, depth = 0): Span[] {
  const spans: Span[] = [];
  /** Marks whose closing was looked for in vain: they are not looked for again. */
  const open = new Set<string>();
  let plain = "";
  let at = 0;
  const flush = (): void => {
    if (plain) spans.push(plain);
    plain = "";
  };
  while (at < text.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text)?.index ?? text.length;
    plain += text.slice(at, next);
    if (next >= text.length) break;
    const found = spanAt(text, next, depth, open);
    if (found) {
      if (typeof found.span === "string") plain += found.span;
      else {
        flush();
        spans.push(found.span);
      }
      at = found.end;
    } else {
      plain += text[next];
      at = next + 1;
    }
  }
  flush();
  return spans;
}

interface Found {
  span: Span;
  end: number;
}

function spanAt(text: string, at: number, depth: number, open: Set<string>): Found | null {
  switch (text[at]) {
    case "\\":
      return /[\\`*_~[\]()#>-]/.test(text[at + 1] ?? "") ? { span: text[at + 1] ?? "", end: at + 2 } : null;
    case "`": {
      const end = open.has("`") ? -1 : text.indexOf("`", at + 1);
      if (end < 0) open.add("`");
      return end > at + 1 ? { span: { kind: "code", text: text.slice(at + 1, end) }, end: end + 1 } : null;
    }
    case "[":
      return linkAt(text, at, depth);
    case "h":
      return addressAt(text, at);
    default:
      return depth < DEEPEST ? markedAt(text, at, depth, open) : null;
  }
}

function markedAt(text: string, at: number, depth: number, open: Set<string>): Found | null {
  for (const [mark, kind] of MARKS) {
    if (!text.startsWith(mark, at) || open.has(mark)) continue;
    const from = at + mark.length;
    if (!/\S/.test(text[from] ?? "") || text[from] === mark[0] || (mark[0] === "_" && isWord(text[at - 1]))) continue;
    let end = text.indexOf(mark, from + 1);
    while (end >= 0 && (/\s/.test(text[end - 1] ?? "") || (mark[0] === "_" && isWord(text[end + mark.length])))) end = text.indexOf(mark, end + 1);
    if (end < 0) open.add(mark);
    else return { span: { kind, spans: parseSpans(text.slice(from, end), depth + 1) }, end: end + mark.length };
  }
  return null;
}

function linkAt(text: string, at: number, depth: number): Found | null {
  LINK.lastIndex = at;
  const match = LINK.exec(text);
  const href = safeAddress(match?.[2] ?? "");
  if (!match || !href) return null;
  return { span: { kind: "link", href, spans: depth < DEEPEST ? parseSpans(match[1] ?? "", DEEPEST) : [match[1] ?? ""] }, end: at + match[0].length };
}

function addressAt(text: string, at: number): Found | null {
  if (isWord(text[at - 1])) return null;
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text)?.[0].replace(/[.,;:!?)\]}*_~。，；：！？）]{1,20}$/, "");
  const href = safeAddress(found ?? "");
  return found && href ? { span: { kind: "link", href, spans: [found] }, end: at + found.length } : null;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);
}

/** The address if a person may be sent there: the web, a mail, a call. Else null. */
export function safeAddress(text: string): string | null {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(text)) return null;
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}

export function renderMarkdown(source: string, page: Document): DocumentFragment {
  const whole = page.createDocumentFragment();
  for (const block of parseMarkdown(source)) whole.append(blockNode(block, page));
  return whole;
}

function blockNode(block: Block, page: Document): Node {
  if (block.kind === "code") {
    const pre = page.createElement("pre");
    const code = page.createElement("code");
    code.textContent = block.text;
    pre.append(code);
    return pre;
  }
  const box = page.createElement(block.kind === "quote" ? "blockquote" : block.kind);
  box.dir = "auto";
  if ("lines" in block) {
    block.lines.forEach((line, n) => box.append(...(n ? [page.createElement("br")] : []), ...nodesOf(line, page)));
  } else {
    if (block.kind === "ol" && block.start !== 1) box.setAttribute("start", String(block.start));
    for (const item of block.items) {
      const row = page.createElement("li");
      row.append(...nodesOf(item, page));
      box.append(row);
    }
  }
  return box;
}

function nodesOf(spans: Span[], page: Document): (Node | string)[] {
  return spans.map((span) => {
    if (typeof span === "string") return span;
    const node = page.createElement(span.kind === "link" ? "a" : span.kind);
    if (span.kind === "code") node.textContent = span.text;
    else node.append(...nodesOf(span.spans, page));
    if (span.kind === "link") {
      node.setAttribute("href", span.href);
      node.setAttribute("target", "_blank");
      node.setAttribute("rel", "noopener noreferrer nofollow");
    }
    return node;
  });
}
