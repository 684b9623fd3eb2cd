// Finding and changing the nodes that the template owns. Text only ever becomes a text node.

/** The element with this id. The template promises it; its absence is a bug of ours. */
export function node<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found as T;
}

export function find<T extends Element = HTMLElement>(within: ParentNode, selector: string): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`no element ${selector}`);
  return found;
}

/** Copies of what a template element holds. */
export function copyOf(id: string): Element {
  const first = node<HTMLTemplateElement>(id).content.firstElementChild;
  if (!first) throw new Error(`empty template ${id}`);
  return document.importNode(first, true);
}

// Writing what is already there would wake live regions and observers for nothing.
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function setAttr(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function setClass(element: Element, classes: string): void {
  if (element.className !== classes) element.className = classes;
}

export function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}

/** Read a sentence out politely; the same sentence twice is read twice. */
export function say(text: string): void {
  const place = node("say");
  place.textContent = "";
  requestAnimationFrame(() => (place.textContent = text));
}
