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
const textOf = (value: unknown): string => `${value as string}`;

/** Elements made here are not upgraded: they are patterns to copy. */
const patterns = document.createElement("template").content.ownerDocument;
const prepared = new WeakMap<readonly string[], Prepared>();

function prepare({ strings, space }: Template): Prepared {
  const content = patterns.createDocumentFragment();
  const holes: Hole[] = [];
  let parent: Element | DocumentFragment = content;
  let at = 0;
  let from = 0;
  const text = strings.join("\0");
  for (const [token, close, tag, attributes, empty] of text.matchAll(/<(\/?)([\w-]+)((?:"[^"]*"|[^">])*?)(\/?)>|[^<]+/g))
    if (close) parent = parent.parentNode as Element;
    else if (tag) {
      const element: Element = patterns.createElementNS(tag === "svg" ? svg11 : ((parent as Element).namespaceURI ?? space), tag);
      for (const [, name, quoted, bare] of attributes!.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g)) {
        const value = quoted ?? bare ?? "";
        const around = value.split("\0");
        // A tree has its name spaces anyway.
        if (name === "xmlns") continue;
        if (around[1] === undefined) element.setAttribute(name!, value);
        else {
          holes.push({ at, from, name: name!, around });
          from += around.length - 1;
        }
      }
      at++;
      parent.append(element);
      if (!empty && !/^(?:br|col|input)$/.test(tag)) parent = element;
    } else
      token.split("\0").forEach((piece, before) => {
        if (before) {
          parent.append(patterns.createComment(""));
          holes.push({ at: at++, from: from++ });
        }
        if (piece) parent.append(piece);
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
export interface Keyed {
  keys: readonly unknown[];
  values: readonly unknown[];
}
/** What stands before a mark: text, a node, a template, or a list of these. */
class Child {
  /** The text, the strings of the template, or the items. */
  #held: unknown;
  #fill: Fill | undefined;
  /** What stands between it and the mark is this one's. A lone text needs none. */
  #start: Comment | undefined;

  constructor(readonly end: Comment) {}

  set(value: unknown): void {
    const held = this.#held;
    if (value === undefined || value === null || value === nothing || value === "") this.#hold();
    else if (typeof value !== "object") {
      const text = textOf(value);
      if (!(held instanceof Text)) this.end.before(this.#hold(new Text(text)));
      else if (held.data !== text) held.data = text;
    } else if (Array.isArray(value)) this.#list([...value.keys()], value);
    else if ("keys" in value) this.#list((value as Keyed).keys, (value as Keyed).values);
    else if (value instanceof Node) this.#put(value);
    else {
      const { strings, values } = value as Template;
      if (held === strings) return this.#fill!(values);
      const [tree, fill] = copy(value as Template);
      fill(values);
      this.#put(tree, strings);
      this.#fill = fill;
    }
  }

  #list(keys: readonly unknown[], values: readonly unknown[]): void {
    const before = this.#held instanceof Map ? (this.#held as Map<unknown, Child>) : this.#hold(new Map<unknown, Child>());
    const items = (this.#held = new Map<unknown, Child>());
    this.#begin();
    const kept = new Set(keys);
    for (const [key, item] of before) if (!kept.has(key)) item.#take().deleteContents();
    // From the last to the first: what stands where it should is not touched, and keeps its focus.
    let next: Comment = this.end;
    for (const key of [...keys].reverse()) {
      let item = before.get(key);
      if (!item) {
        item = new Child(new Comment());
        next.before(item.end);
      } else if (item.end.nextSibling !== next) next.before(item.#take().extractContents());
      items.set(key, item);
      next = item.#begin();
    }
    keys.forEach((key, at) => items.get(key)!.set(values[at]));
  }

  #begin(): Comment {
    if (!this.#start) this.end.before((this.#start = new Comment()));
    return this.#start;
  }

  /** All of an item, its marks too. */
  #take(): Range {
    const range = document.createRange();
    range.setStartBefore(this.#start!);
    range.setEndAfter(this.end);
    return range;
  }

  #put(node: Node, held?: unknown): void {
    this.#hold(held);
    this.#begin();
    this.end.before(node);
  }

  /** Lets go of what was shown. */
  #hold<T>(held?: T): T {
    if (this.#held instanceof Text) this.#held.remove();
    this.#held = held;
    if (this.#start) while (this.#start.nextSibling !== this.end) this.#start.nextSibling!.remove();
    return held as T;
  }
}

const roots = new WeakMap<Node, Child>();

/** Draws at the end of a node, and there again whenever it is called again. */
export function render(value: unknown, into: Node): void {
  let root = roots.get(into);
  if (!root) {
    roots.set(into, (root = new Child(new Comment())));
    into.appendChild(root.end);
  }
  root.set(value);
}
