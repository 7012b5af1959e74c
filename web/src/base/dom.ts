// Elements without a framework: h("a.title", { href }, "words") makes one. Texts become text nodes, so nothing that stands in a document
// can become markup; there is no way here to set markup from a string.
export type Child = Node | string | number | null | undefined | false | Child[];
type Handler = (event: never) => void;
export type Props = Record<string, string | number | boolean | null | undefined | Handler>;

const SVG = "http://www.w3.org/2000/svg";

function fill(node: Element, props: Props | null, children: Child[]): void {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value as EventListener);
    else if (name === "class") for (const word of String(value).split(" ")) word && node.classList.add(word);
    else if (name === "value" && "value" in node)
      node.setAttribute("value", String(value)); // an input's value as drawn; what is typed differs from it
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  append(node, children);
}

export function append(node: Node, children: Child): void {
  if (Array.isArray(children)) for (const child of children) append(node, child);
  else if (children instanceof Node) node.appendChild(children);
  else if (children !== null && children !== undefined && children !== false) node.appendChild(document.createTextNode(String(children)));
}

// `what`: tag and classes, as in "li.hit.first".
export function h<T extends HTMLElement = HTMLElement>(what: string, props?: Props | null, ...children: Child[]): T {
  const [tag = "div", ...classes] = what.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.classList.add(...classes);
  fill(node, props ?? null, children);
  return node as T;
}

export function s(tag: string, props?: Props | null, ...children: Child[]): SVGElement {
  const node = document.createElementNS(SVG, tag);
  fill(node, props ?? null, children);
  return node as SVGElement;
}

// Words between two nodes: join(["a", "b"], " · ") -> a · b, leaving out what is empty.
export function join(parts: Child[], between: Child = " · "): Child[] {
  const out: Child[] = [];
  for (const part of parts) {
    if (part === null || part === undefined || part === false || part === "") continue;
    if (out.length) out.push(between instanceof Node ? between.cloneNode(true) : between);
    out.push(part);
  }
  return out;
}

export function replace(node: Element, ...children: Child[]): void {
  node.replaceChildren();
  append(node, children);
}
