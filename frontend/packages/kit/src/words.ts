// Words at run time: picks a language and fills compiled messages. The parser stays in the build.
// What this prints equals src/ringonce/web/messages.py for every row of tests/golden/words.json.

export type Value = string | number;
export type Branches = Record<string, () => string>;

export interface Formatter {
  t(value: Value): string;
  n(value: Value): string;
  d(value: Value, style: string): string;
  p(value: Value, branches: Branches): string;
  s(value: Value, branches: Branches): string;
}

// The generated modules use argument names freely; `index.ts` types each call.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Message = string | ((a: any, f: Formatter) => string);
export type Compiled = Record<string, Message>;

export interface Words<M> {
  <K extends keyof M & string>(key: K, ...args: M[K] extends null ? [] : [M[K]]): string;
  /** For keys made at run time, such as `problem.${code}`: undefined when the catalogue lacks it. */
  find(key: string, args?: Record<string, Value>): string | undefined;
  readonly locale: string;
  readonly format: Formatter;
}

/** The first wanted language (BCP 47, best first, comma separated) that we have, by its primary subtag; else English. */
export function pickLocale(wanted: string, have: readonly string[]): string {
  for (const tag of wanted.split(",").map((part) => part.split(";")[0]?.trim().toLowerCase() ?? "")) {
    const exact = have.find((locale) => locale.toLowerCase() === tag);
    if (exact) return exact;
    const near = have.find((locale) => tag && locale.toLowerCase().split("-")[0] === tag.split("-")[0]);
    if (near) return near;
  }
  return "en";
}

export function makeWords<M>(locale: string, messages: Compiled, hour12 = false): Words<M> {
  const format = makeFormatter(locale, messages, hour12);
  const find = (key: string, args: Record<string, Value> = {}): string | undefined => {
    const message = messages[key];
    return typeof message === "function" ? message(args, format) : message;
  };
  const words = (key: string, args: Record<string, Value> = {}): string => find(key, args) ?? key;
  return Object.assign(words, { find, locale, format }) as Words<M>;
}

function makeFormatter(locale: string, messages: Compiled, hour12: boolean): Formatter {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const plurals = new Intl.PluralRules(locale);
  const pick = (branches: Branches, name: string): string => (branches[name] ?? branches["other"])?.() ?? "";
  return {
    t: (value) => String(value),
    n: (value) => numbers.format(Number(value)),
    p: (value, branches) => {
      const exact = branches[`=${value}`];
      return exact ? exact() : pick(branches, plurals.select(Number(value)));
    },
    s: (value, branches) => pick(branches, String(value)),
    d: (value, style) => {
      const pattern = (hour12 && messages[`pattern.${style}12`]) || messages[`pattern.${style}`];
      if (typeof pattern !== "string") throw new Error(`no pattern for ${style}`);
      return wallText(String(value), pattern, locale);
    },
  };
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/;

/** A civil date or wall time (`2026-12-16`, `2026-12-16T15:30`) in a CLDR pattern of the letters y M E d H h m a. */
export function wallText(value: string, pattern: string, locale: string): string {
  const found = WALL.exec(value);
  if (!found) throw new RangeError(`not a wall time: ${value}`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const name = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(date);
  const fields: Record<string, () => string> = {
    y: () => String(year),
    MMMM: () => name({ month: "long" }),
    MMM: () => name({ month: "short" }),
    M: () => String(month),
    EEEE: () => name({ weekday: "long" }),
    EEE: () => name({ weekday: "short" }),
    d: () => String(day),
    H: () => String(hour),
    h: () => String(hour % 12 || 12),
    m: () => String(minute),
    a: () => dayPeriod(date, locale),
  };
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (letters, quoted?: string) => {
    if (quoted !== undefined) return quoted;
    const field = fields[letters];
    if (field) return field();
    const padded = fields[letters[0] ?? ""];
    if (!padded || letters.length !== 2) throw new RangeError(`unknown pattern letters ${letters}`);
    return padded().padStart(2, "0");
  });
}

function dayPeriod(date: Date, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "numeric", hour12: true }).formatToParts(date);
  return parts.find((part) => part.type === "dayPeriod")?.value ?? "";
}
