// Nodes from words. Text only ever becomes a text node: there is no place where a string could turn into markup.

export type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | boolean | ((event: never) => void) | null | undefined>;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes | string = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  const given = typeof attributes === "string" ? { class: attributes } : attributes;
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value as EventListener);
    else attr(node, name, value === true ? "" : value === false ? null : value);
  }
  node.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return node;
}

const PATHS = {
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  close: "M5 5l10 10M15 5L5 15",
  sent: "M4.5 10.5l3.7 3.7 7.3-8",
  seen: "M2 10.7l3.3 3.3L12 6.5M9 12.8l1.2 1.2L17.5 6.5",
  clock: "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M10 6v4.2l2.6 1.6",
  smile: "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M7.2 11.8c1.4 1.9 4.2 1.9 5.6 0M7.7 8v.1M12.3 8v.1",
  clip: "M15.5 9.3l-5.7 5.7a3.5 3.5 0 0 1-5-5l6-6a2.3 2.3 0 0 1 3.3 3.3l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.3-5.3",
  send: "M10 16V4.5M5 9.3l5-5 5 5",
  down: "M10 4v11.5M5 10.7l5 5 5-5",
  off: "M3 3l14 14M5.5 11.2a7 7 0 0 1 3-1.7M8 13.8a3 3 0 0 1 3.5-.3M3 8.3a10 10 0 0 1 2.7-1.8M10 5.4a10 10 0 0 1 7 2.9M10 16.3v.1",
  again: "M15.5 6.5A6.5 6.5 0 1 0 16.5 10M16 3v4h-4",
  warn: "M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.2v.1",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName, small = false): SVGElement {
  const node = svg("svg", { class: small ? "i s" : name === "more" ? "i dots3" : "i", viewBox: "0 0 20 20", "aria-hidden": "true" });
  node.append(svg("path", { d: PATHS[name] }));
  return node;
}

function svg(name: string, attributes: Record<string, string>): SVGElement {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

// Writing what is already there would wake live regions and observers for nothing.
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function attr(node: Element, name: string, value: string | null | undefined): void {
  if (value === null || value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Show these children, and touch nothing if they already are there. */
export function fill(node: Element, ...children: Child[]): void {
  const wanted = children.filter((child): child is Node | string => !!child);
  const same = wanted.length === node.childNodes.length && wanted.every((child, n) => child === node.childNodes[n]);
  if (!same) node.replaceChildren(...wanted);
}

/** Something in the log has grown by itself: who follows the newest message stays there. */
export function grown(): void {
  document.dispatchEvent(new Event("ringonce:grown"));
}

export function button(label: string, className: string, press: () => void, ...children: Child[]): HTMLButtonElement {
  const named = children.length ? { "aria-label": label, title: label } : {};
  return h("button", { type: "button", class: className, onclick: press, ...named }, ...(children.length ? children : [label]));
}
