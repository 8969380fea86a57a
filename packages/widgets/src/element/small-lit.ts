/**
 * The part of Lit's templates that our drawings and elements use, for the files a page loads: the build of the elements puts it in place
 * of `lit`. Tests hold it to the trees that Lit makes. Templates are written as XML, without entities and comments; a value stands
 * where a child does, or in an attribute (`x=`, `?x=`, `.x=`, `@x=`). Nothing is ever parsed as HTML: a page may forbid that to every script.
 */
interface Template {
  strings: readonly string[];
  values: readonly unknown[];
  space: string;
}
/** A place for a value. `at` counts the elements and marks before it; `from` is the position of its first value. */
interface Hole {
  at: number;
  from: number;
  name?: string;
  around?: readonly string[];
}
interface Prepared {
  content: DocumentFragment;
  holes: readonly Hole[];
}
type Fill = (values: readonly unknown[]) => void;

const html5 = "http://www.w3.org/1999/xhtml";
const svg11 = "http://www.w3.org/2000/svg";
const templateIn =
  (space: string) =>
  (strings: TemplateStringsArray, ...values: unknown[]): Template => ({ strings, values, space });

export const html = templateIn(html5);
export const svg = templateIn(svg11);
export const nothing: unique symbol = Symbol();
export const unsafeCSS = (text: string): string => text;
export const css = (strings: TemplateStringsArray, ...values: string[]): { cssText: string } => ({
  cssText: String.raw({ raw: strings }, ...values),
});
/** A property that a reader may have changed: it is compared with what stands there, not with what was set last. */
export const live = (value: unknown): object => ({ live: value });

const textOf = (value: unknown): string => `${value as string}`;

/** Elements made here are not upgraded: they are patterns to copy. */
const patterns = document.createElement("template").content.ownerDocument;
const prepared = new WeakMap<readonly string[], Prepared>();

function prepare({ strings, space }: Template): Prepared {
  const content = patterns.createDocumentFragment();
  const holes: Hole[] = [];
  let parent: Node = content;
  let at = 0;
  let from = 0;
  const text = strings.join("\0");
  for (const [token, close, tag, attributes, empty] of text.matchAll(/<(\/?)([\w-]+)((?:"[^"]*"|[^">])*?)(\/?)>|[^<]+/g))
    if (close) parent = parent.parentNode!;
    else if (tag) {
      const element = patterns.createElementNS(tag === "svg" ? svg11 : ((parent as Element).namespaceURI ?? space), tag);
      for (const [, name, quoted, bare] of attributes!.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g)) {
        const value = quoted ?? bare ?? "";
        const around = value.split("\0");
        if (around[1] === undefined) element.setAttributeNS(name === "xmlns" ? "http://www.w3.org/2000/xmlns/" : null, name!, value);
        else {
          holes.push({ at, from, name: name!, around });
          from += around.length - 1;
        }
      }
      at++;
      parent.appendChild(element);
      if (!empty && !/^(?:br|col|input)$/.test(tag)) parent = element;
    } else
      token.split("\0").forEach((piece, before) => {
        if (before) {
          parent.appendChild(patterns.createComment(""));
          holes.push({ at: at++, from: from++ });
        }
        if (piece) parent.appendChild(patterns.createTextNode(piece));
      });
  return { content, holes };
}

/** A copy of a template's tree and what fills it. */
function copy(template: Template): [DocumentFragment, Fill] {
  let pattern = prepared.get(template.strings);
  if (!pattern) prepared.set(template.strings, (pattern = prepare(template)));
  const tree = document.importNode(pattern.content, true);
  const walker = document.createTreeWalker(tree, 129 /* elements and comments */);
  let at = -1;
  const fills = pattern.holes.map((hole) => {
    for (; at < hole.at; at++) walker.nextNode();
    return hole.name ? attribute(walker.currentNode as Element, hole) : child(walker.currentNode as Comment, hole.from);
  });
  return [tree, (values) => fills.forEach((fill) => fill(values))];
}

function child(mark: Comment, from: number): Fill {
  const part = new Child(mark);
  return (values) => part.set(values[from]);
}

function attribute(element: Element, { from, name, around }: Hole): Fill {
  const kind = name![0]!;
  const key = name!.slice(1);
  let last: unknown = nothing;
  if (kind === "@") {
    element.addEventListener(key, (event) => typeof last === "function" && (last as (event: Event) => void)(event));
    return (values) => (last = values[from]);
  }
  const own = element as unknown as Record<string, unknown>;
  return (values) => {
    const given = values.slice(from, from + around!.length - 1);
    let value = given[0];
    if (kind === "." && (value as { live?: unknown } | null)?.live !== undefined) {
      value = (value as { live: unknown }).live;
      last = own[key];
    } else if (given.includes(nothing)) value = nothing;
    else if (!".?".includes(kind)) value = around!.reduce((text, part, at) => text + textOf(given[at - 1] ?? "") + part);
    if (value === last) return;
    last = value;
    if (kind === ".") own[key] = value === nothing ? undefined : value;
    else if (kind === "?") element.toggleAttribute(key, value !== nothing && !!value);
    else if (value === nothing) element.removeAttribute(name!);
    else element.setAttribute(name!, value as string);
  };
}

/** A list whose items keep their nodes by key, wherever they move. */
interface Keyed {
  keys: readonly unknown[];
  values: readonly unknown[];
}
export const repeat = <T>(items: readonly T[], key: (item: T, at: number) => unknown, draw: (item: T, at: number) => unknown): Keyed => ({
  keys: items.map(key),
  values: items.map(draw),
});

/** What stands before a mark: text, a node, a template, or a list of these. */
class Child {
  #text: Text | undefined;
  #strings: readonly string[] | undefined;
  #fill: Fill | undefined;
  #items: Map<unknown, Child> | undefined;
  /** What stands between it and the mark is this one's. A lone text needs none. */
  #start: Comment | undefined;

  constructor(private readonly end: Comment) {}

  set(value: unknown): void {
    if (value === undefined || value === null || value === nothing || value === "") this.#clear();
    else if (typeof value !== "object") {
      const text = textOf(value);
      if (!this.#text) {
        this.#clear();
        this.end.before((this.#text = new Text()));
      }
      if (this.#text.data !== text) this.#text.data = text;
    } else if (value instanceof Node) this.#put(value);
    else if (Array.isArray(value)) this.#list([...value.keys()], value);
    else if ("keys" in value) this.#list((value as Keyed).keys, (value as Keyed).values);
    else this.#show(value as Template);
  }

  #show(template: Template): void {
    if (this.#strings === template.strings) return this.#fill!(template.values);
    const [tree, fill] = copy(template);
    fill(template.values);
    this.#put(tree);
    this.#strings = template.strings;
    this.#fill = fill;
  }

  #list(keys: readonly unknown[], values: readonly unknown[]): void {
    if (!this.#items) this.#clear();
    const before = this.#items ?? new Map<unknown, Child>();
    this.#items = new Map();
    this.#begin();
    const kept = new Set(keys);
    for (const [key, item] of before) if (!kept.has(key)) item.#remove();
    // From the last to the first: what stands where it should is not touched, and keeps its focus.
    let next: Comment = this.end;
    for (const key of [...keys].reverse()) {
      let item = before.get(key);
      if (!item) {
        const end = new Comment();
        next.before(end);
        item = new Child(end);
      } else if (item.end.nextSibling !== next) item.#moveBefore(next);
      this.#items.set(key, item);
      next = item.#begin();
    }
    keys.forEach((key, at) => this.#items!.get(key)!.set(values[at]));
  }

  #begin(): Comment {
    if (!this.#start) this.end.before((this.#start = new Comment()));
    return this.#start;
  }

  #moveBefore(next: Comment): void {
    const range = document.createRange();
    range.setStartBefore(this.#start!);
    range.setEndAfter(this.end);
    next.before(range.extractContents());
  }

  #remove(): void {
    this.#clear();
    this.#start!.remove();
    this.end.remove();
  }

  #put(node: Node): void {
    this.#clear();
    this.#begin();
    this.end.before(node);
  }

  #clear(): void {
    this.#text?.remove();
    this.#text = this.#strings = this.#fill = this.#items = undefined;
    if (this.#start) while (this.#start.nextSibling !== this.end) this.#start.nextSibling!.remove();
  }
}

const roots = new WeakMap<Node, Child>();

/** Draws at the end of a node, and there again whenever it is called again. */
export function render(value: unknown, into: Node): void {
  let root = roots.get(into);
  if (!root) {
    roots.set(into, (root = new Child(new Comment())));
    into.appendChild(root["end"]);
  }
  root.set(value);
}
