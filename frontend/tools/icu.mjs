// The subset of ICU MessageFormat that the catalogue may use: {name}, {n, number}, {d, date, style},
// {t, time, style}, {n, plural, =0 {…} one {…} other {…}} with #, {x, select, a {…} other {…}}.
// src/ringonce/web/messages.py reads the same subset; tests/golden holds both to one table.

/** Parse a message into parts: text, or {arg, type, style} or {arg, type, branches}. Throws with the place. */
export function parse(text) {
  const reader = { text, at: 0 };
  const parts = readParts(reader, false);
  if (reader.at < text.length) fail(reader, "unexpected }");
  return parts;
}

/** Every argument of a message with its type; the same name must not have two types. */
export function argumentsOf(parts, found = {}) {
  for (const part of parts) {
    if (typeof part === "string" || part.type === "hash") continue;
    const type = part.type === "plural" ? "number" : part.type;
    if (part.arg in found && found[part.arg] !== type) throw new Error(`{${part.arg}} has two types`);
    found[part.arg] = type;
    for (const branch of Object.values(part.branches ?? {})) argumentsOf(branch, found);
  }
  return found;
}

function fail(reader, why) {
  throw new Error(`${why} at ${reader.at} in ${JSON.stringify(reader.text)}`);
}

function readParts(reader, inPlural) {
  const parts = [];
  let plain = "";
  const flush = () => {
    if (plain) parts.push(plain);
    plain = "";
  };
  while (reader.at < reader.text.length) {
    const char = reader.text[reader.at];
    if (char === "}") break;
    if (char === "'") {
      plain += readQuote(reader, inPlural);
    } else if (char === "{") {
      flush();
      parts.push(readArgument(reader));
    } else if (char === "#" && inPlural) {
      flush();
      reader.at += 1;
      parts.push({ type: "hash", arg: inPlural });
    } else {
      plain += char;
      reader.at += 1;
    }
  }
  flush();
  return parts;
}

function readQuote(reader, inPlural) {
  const next = reader.text[reader.at + 1];
  if (next === "'") {
    reader.at += 2;
    return "'";
  }
  if (next !== "{" && next !== "}" && !(next === "#" && inPlural)) {
    reader.at += 1;
    return "'";
  }
  const end = reader.text.indexOf("'", reader.at + 1);
  const quoted = reader.text.slice(reader.at + 1, end < 0 ? undefined : end);
  reader.at = end < 0 ? reader.text.length : end + 1;
  return quoted;
}

function readWord(reader) {
  const found = /^\s*([=\w-]+)\s*/.exec(reader.text.slice(reader.at));
  if (!found) fail(reader, "a word was expected");
  reader.at += found[0].length;
  return found[1];
}

function take(reader, char) {
  if (reader.text[reader.at] !== char) fail(reader, `${char} was expected`);
  reader.at += 1;
}

function readArgument(reader) {
  take(reader, "{");
  const arg = readWord(reader);
  if (reader.text[reader.at] === "}") {
    reader.at += 1;
    return { type: "text", arg };
  }
  take(reader, ",");
  const type = readWord(reader);
  if (type === "plural" || type === "select") {
    take(reader, ",");
    return { type, arg, branches: readBranches(reader, type === "plural" ? arg : false) };
  }
  if (!["number", "date", "time"].includes(type)) fail(reader, `unknown type ${type}`);
  let style = type === "number" ? "" : "short";
  if (reader.text[reader.at] === ",") {
    reader.at += 1;
    style = readWord(reader);
  }
  take(reader, "}");
  return { type, arg, style };
}

function readBranches(reader, inPlural) {
  const branches = {};
  for (;;) {
    const space = /^\s*/.exec(reader.text.slice(reader.at));
    reader.at += space[0].length;
    if (reader.text[reader.at] === "}") break;
    const name = readWord(reader);
    take(reader, "{");
    branches[name] = readParts(reader, inPlural);
    take(reader, "}");
  }
  reader.at += 1;
  if (!branches.other) fail(reader, "a branch `other` was expected");
  return branches;
}
