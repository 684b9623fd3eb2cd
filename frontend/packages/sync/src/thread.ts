// A conversation as one page knows it: a pure function of the frames that came, in any order, any number of times.
// tests/support/thread_replay.py does the same in Python; both are held to the traces in tests/golden/threads.

export interface Place {
  seq: number;
  id: string;
  client_id: string;
  kind: string;
  at: string;
  extra?: Record<string, unknown>;
}

/** A place that an undone merge left empty. */
export interface Withdrawn {
  seq: number;
  withdrawn: true;
}

export interface Versioned {
  id: string;
  version: number;
}

/** `messages` by seq, without withdrawn ones; `upto`: every place up to here has been taken in. */
export interface Thread<C extends Versioned, M extends Place> {
  conversation: C | null;
  messages: M[];
  upto: number;
}

/** Places `from + 1` to `upto`; `changed`: places we may have already, drawn anew. */
export interface ThreadFrame<C extends Versioned, M extends Place> {
  conversation: C | null;
  messages: readonly (M | Withdrawn)[];
  changed?: readonly (M | Withdrawn)[];
  from: number;
  upto: number;
  reset?: boolean;
}

export type View = "visitor" | "desk";

export function emptyThread<C extends Versioned, M extends Place>(): Thread<C, M> {
  return { conversation: null, messages: [], upto: 0 };
}

/** The thread after a frame; null when places are missing between them: then ask again with `after: thread.upto`. */
export function takeFrame<C extends Versioned, M extends Place>(
  thread: Thread<C, M>,
  frame: ThreadFrame<C, M>,
  view: View = "visitor",
): Thread<C, M> | null {
  if (frame.reset === true) {
    const fresh: Thread<C, M> = { conversation: frame.conversation, messages: [], upto: frame.from };
    return { ...fresh, messages: placed([], frame, view), upto: Math.max(frame.from, frame.upto) };
  }
  const [ours, theirs] = [thread.conversation, frame.conversation];
  if (ours && theirs && ours.id !== theirs.id) return null;
  if (frame.from > thread.upto) return null;
  const newer = ours && (!theirs || theirs.version < ours.version) ? ours : theirs;
  return { conversation: newer, messages: placed(thread.messages, frame, view), upto: Math.max(thread.upto, frame.upto) };
}

/** As one message of an answer by HTTP: taken if it is the next one or a known one, else the socket brings it. */
export function takeAnswer<C extends Versioned, M extends Place>(
  thread: Thread<C, M>,
  conversation: C,
  messages: readonly M[],
  view: View = "visitor",
): Thread<C, M> {
  let known = thread.conversation?.id === conversation.id ? thread : { conversation, messages: [], upto: 0 };
  for (const message of [...messages].sort((one, other) => one.seq - other.seq)) {
    const frame = { conversation, messages: [message], from: message.seq - 1, upto: message.seq };
    known = takeFrame(known, frame, view) ?? known;
  }
  return takeFrame(known, { conversation, messages: [], from: 0, upto: 0 }, view) ?? known;
}

/** In the order in which people read: by time, and by place where two have the same time. */
export function inOrder<M extends Place>(messages: readonly M[]): M[] {
  return [...messages].sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.seq - other.seq);
}

function placed<C extends Versioned, M extends Place>(before: readonly M[], frame: ThreadFrame<C, M>, view: View): M[] {
  const bySeq = new Map(before.map((message) => [message.seq, message]));
  const places = [...frame.messages, ...(frame.changed ?? [])];
  for (const place of places) {
    if ("withdrawn" in place) bySeq.delete(place.seq);
    else if (versionOf(bySeq.get(place.seq)) <= versionOf(place)) bySeq.set(place.seq, place);
  }
  for (const place of places) {
    for (const seq of "withdrawn" in place ? [] : emptiedBy(place, view)) bySeq.delete(seq);
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}

/** The places that the undoing of a merge emptied, as its line in the thread names them. */
function emptiedBy(place: Place, view: View): number[] {
  if (place.kind !== "event" || place.extra?.["code"] !== "unmerged") return [];
  const found = place.extra[view === "visitor" ? "visitor_withdrawn" : "withdrawn"];
  return Array.isArray(found) ? found.filter((seq): seq is number => typeof seq === "number") : [];
}

function versionOf(place: Place | undefined): number {
  const found = place?.extra?.["version"];
  return typeof found === "number" ? found : 0;
}
