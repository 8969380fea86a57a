/**
 * The part of Lit's templates that our drawings and elements use, for the files a page loads: the build of the elements puts it in place
 * of `lit`. Tests hold it to the trees that Lit makes. Templates are written as XML, without entities and comments; a value stands
 * where a child does, or in an attribute (`x=`, `?x=`, `.x=`, `@x=`). No custom element stands in one: what is copied would come to life as well.
 * Nothing is ever parsed as HTML: a page may forbid that to every script.
 */
interface Template {
  strings: readonly string[];
  values: readonly unknown[];
  space: string;
}
/**
 * A place for a value. `at` counts the elements and texts before it; `from` is the position of its first value. `node` and `held` say where a
 * copy's state has its element or mark, and what was put there last.
 */
interface Hole {
  at: number;
  from: number;
  node: number;
  held: number;
  name?: string;
  around?: readonly string[];
}
interface Prepared {
  strings: readonly string[];
  /** What is copied: a lone element, or several nodes. */
  content: Node;
  holes: readonly Hole[];
  /** Of a copy's state. An array that grows takes room for twenty more. */
  size: number;
}

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

const prepared = new WeakMap<readonly string[], Prepared>();

function prepare({ strings, space }: Template): Prepared {
  const content = document.createDocumentFragment();
  const holes: Hole[] = [];
  let parent: Element | DocumentFragment = content;
  let at = 0;
  let from = 0;
  let size = 0;
  // Each piece is a tag without its first sign, and the text after it.
  for (const piece of `>${strings.join("\0")}`.split("<")) {
    const end = piece.indexOf(">");
    if (piece[0] === "/") parent = parent.parentNode as Element;
    else if (end) {
      const [[tag], ...attributes] = piece.slice(0, end).matchAll(/([^\s="/]+)(?:="([^"]*)"|=([^\s"]+))?/g) as unknown as [
        [string],
        ...string[][],
      ];
      const element: Element = document.createElementNS(tag === "svg" ? svg11 : ((parent as Element).namespaceURI ?? space), tag!);
      for (const [, name = "", quoted, bare] of attributes) {
        const value = quoted ?? bare ?? "";
        const around = value.split("\0");
        // A tree has its name spaces anyway.
        if (name === "xmlns") continue;
        if (around[1] === undefined) element.setAttribute(name, value);
        else {
          const before = holes.at(-1);
          const node = before?.at === at ? before.node : size++;
          holes.push({ at, from, node, held: size, name, around });
          from += around.length - 1;
          // What an attribute was set to can be read from it.
          if (/[.@]/.test(name[0]!)) size++;
        }
      }
      at++;
      parent.append(element);
      if (!/^(?:br|col|input)$/.test(tag!)) parent = element;
    }
    piece
      .slice(end + 1)
      .split("\0")
      .forEach((text, before) => {
        if (before) {
          parent.append("");
          holes.push({ at: at++, from: from++, node: size++, held: size++ });
        }
        if (text) {
          parent.append(text);
          at++;
        }
      });
  }
  const { firstChild: first } = content;
  return { strings, content: first instanceof Element && first === content.lastChild ? first : content, holes, size };
}

/** What stands before a mark or as an item of a list: nothing, a text, somebody's node, a copy of a template, or a list. */
export type Held = ChildNode | Copy | Held[] | undefined;
/** A copy of a template's tree. Of its nodes only those are kept that a value may change. */
class Copy {
  constructor(
    readonly pattern: Prepared,
    readonly first: ChildNode | null,
    readonly state: unknown[],
  ) {}
}
/** What shows itself. */
interface Shown {
  show(held: Held, after: ChildNode): Held;
}

export function firstOf(held: Held): ChildNode | null | undefined {
  if (Array.isArray(held)) return held.map(firstOf).find(Boolean);
  if (!(held instanceof Copy)) return held;
  const [hole] = held.pattern.holes;
  // A template that begins with a value begins where that does.
  return (hole?.at === 0 && !hole.name && firstOf(held.state[hole.held] as Held)) || held.first;
}

/** Takes away every node from the first of what is held to the one after it. */
export function clear(held: Held, after: ChildNode): void {
  for (let node = firstOf(held); node && node !== after;) {
    const gone = node;
    node = node.nextSibling;
    gone.remove();
  }
}

/** The text of a value that is one. */
const textIn = (value: unknown): string =>
  value === undefined || value === null || value === nothing || typeof value === "object" ? "" : `${value as string}`;

const put = (node: Node, after: ChildNode): unknown => after.parentNode!.insertBefore(node, after);

/** Shows a value before a node, in place of what was shown there. */
export function show(held: Held, value: unknown, after: ChildNode): Held {
  if (Array.isArray(value)) {
    let items = Array<Held>(value.length);
    if (Array.isArray(held)) items = held;
    else clear(held, after);
    clear(items.splice(value.length), after);
    // From the last to the first: each stands before the next.
    for (let at = value.length; at--; after = firstOf(items[at]) ?? after) items[at] = show(items[at], value[at], after);
    return items;
  }
  const text = textIn(value);
  const template = typeof value === "object" && (value as Template & Partial<Shown>);
  if (text && held instanceof Text) {
    if (held.data !== text) held.data = text;
  } else if (template && template.show) return template.show(held, after);
  else if (template && held instanceof Copy && held.pattern.strings === template.strings) fill(held, template.values);
  else {
    clear(held, after);
    held = undefined;
    if (text || value instanceof Node) put((held = text ? new Text(text) : (value as ChildNode)), after);
    else if (template) held = copy(template, after);
  }
  return held;
}

/** The node that follows in its tree: parents stand before children. A walker for each copy would take longer than the steps. */
function following(node: Node): Node {
  let next = node.firstChild;
  for (; !next; node = node.parentNode!) next = node.nextSibling;
  return next;
}

/** A copy before a node. */
function copy(template: Template, after: ChildNode): Copy {
  let pattern = prepared.get(template.strings);
  if (!pattern) prepared.set(template.strings, (pattern = prepare(template)));
  const tree = pattern.content.cloneNode(true);
  const state = Array<unknown>(pattern.size);
  const several = tree instanceof DocumentFragment;
  let at = several ? -1 : 0;
  let found: Node = tree;
  for (const hole of pattern.holes) {
    for (; at < hole.at; at++) found = following(found);
    const { node, held, name } = hole;
    state[node] = found;
    if (name?.[0] === "@") found.addEventListener(name.slice(1), (event) => (state[held] as ((event: Event) => void) | undefined)?.(event));
  }
  const made = new Copy(pattern, several ? tree.firstChild : (tree as ChildNode), state);
  // Each time a tree is put into another its nodes are gone through: it is put first where nobody sees it, and filled after that.
  const isLast = after.isConnected;
  if (!isLast) put(tree, after);
  fill(made, template.values, true);
  if (isLast) put(tree, after);
  return made;
}

/** @param isNew nothing was filled in before */
function fill({ pattern, state }: Copy, values: readonly unknown[], isNew?: boolean): void {
  for (const hole of pattern.holes) {
    const { from, node, held } = hole;
    if (hole.name) setAttribute(state, hole, values, isNew);
    else state[held] = showBefore(state[node] as Text, state[held] as Held, values[from]);
  }
}

/** A value before its mark, which is an empty text; a lone text stands in the mark. */
function showBefore(mark: Text, held: Held, value: unknown): Held {
  const text = textIn(value);
  const shown = show(held, text ? "" : value, mark);
  if (mark.data !== text) mark.data = text;
  return shown;
}

function setAttribute(state: unknown[], { from, node, held, name, around }: Hole, values: readonly unknown[], isNew?: boolean): void {
  const kind = name![0]!;
  const key = name!.slice(1);
  const element = state[node] as Element;
  const own = element as unknown as Record<string, unknown>;
  let value = values[from];
  if (kind === "@") state[held] = typeof value === "function" ? value : undefined;
  else if (kind === "?") element.toggleAttribute(key, value !== nothing && !!value);
  else if (kind === ".") {
    let last = state[held];
    const asked = value as { live?: unknown } | null | undefined;
    if (asked?.live !== undefined) {
      value = asked.live;
      last = own[key];
    }
    state[held] = value;
    if (value !== last) own[key] = value === nothing ? undefined : value;
  } else {
    let text = around![0]!;
    let gone = false;
    for (let next = 1; next < around!.length; next++) {
      value = values[from + next - 1];
      gone ||= value === nothing;
      text += textIn(value) + around![next]!;
    }
    if (gone) {
      if (!isNew) element.removeAttribute(name!);
    } else if (isNew || element.getAttribute(name!) !== text) element.setAttribute(name!, text);
  }
}

const roots = new WeakMap<Node, [mark: Text, held: Held]>();

/** Draws at the end of a node, and there again whenever it is called again. */
export function render(value: unknown, into: Node): void {
  let root = roots.get(into);
  if (!root) {
    roots.set(into, (root = [new Text(), undefined]));
    into.appendChild(root[0]);
  }
  root[1] = showBefore(root[0], root[1], value);
}
