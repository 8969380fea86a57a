import type { Fault, Path } from "./issue.js";
import { forbidden, isPlain, limits, numbered } from "./limits.js";
import { hidesText, looksDialled, looksPersonal } from "./personal.js";

type Values = Record<string | number, unknown>;
/** A container that is still to be copied. */
interface Open {
  from: Values;
  to: Values;
  depth: number;
  parent: Open | undefined;
  key: string | number;
  numbered: boolean;
}

const pathTo = (open: Open | undefined, ...rest: (string | number)[]): Path =>
  open?.parent ? pathTo(open.parent, open.key, ...rest) : rest;

const isNumbered = (open: Open, key: string | number) => open.numbered || (typeof key === "string" && numbered.has(key));

/**
 * Looks at a value before any schema does and copies it: plain JSON only, bounded in depth and size, no key that touches
 * prototypes, no text that hides something or looks like a person's address or number. Every property is read once, so a
 * getter or a proxy cannot show one value to the check and another to the reader; the copy inherits nothing.
 * @returns the copy, and by key the first text that looks like a person's address or number: a kind may allow some of its keys
 */
export function copyPlain(root: unknown): { copy: object; personal: Map<string, Fault> } | Fault {
  if (typeof root !== "object" || root === null || Array.isArray(root)) return { code: "not-an-object", path: [] };
  const copy = Object.create(null) as Values;
  const stack: Open[] = [{ from: root as Values, to: copy, depth: 0, parent: undefined, key: "", numbered: false }];
  const personal = new Map<string, Fault>();
  let values = 0;
  let containers = 0;
  let characters = 0;
  for (let open = stack.pop(); open; open = stack.pop()) {
    const { from, to, depth } = open;
    if (depth > limits.depth) return { code: "too-deep", path: pathTo(open) };
    const keys = Array.isArray(from) ? undefined : Object.keys(from);
    if (keys && !isPlain(from)) return { code: "not-plain", path: pathTo(open) };
    const size = keys ? keys.length : (from as unknown as unknown[]).length;
    if ((keys && size > limits.keys) || (values += size) > limits.values) return { code: "too-large", path: pathTo(open) };
    if (keys && Object.getOwnPropertySymbols(from).length > 0) return { code: "not-plain", path: pathTo(open) };
    for (let i = 0; i < size; i++) {
      const key = keys ? keys[i]! : i;
      if (keys && forbidden.has(keys[i]!)) return { code: "forbidden-key", path: pathTo(open) };
      const child = from[key];
      if (typeof child === "string") {
        if ((characters += child.length) > limits.characters || child.length > limits.text)
          return { code: "too-large", path: pathTo(open, key) };
        if (hidesText(child)) return { code: "hidden-character", path: pathTo(open, key) };
        const name = typeof key === "string" ? key : String(open.key);
        if (!personal.has(name) && (isNumbered(open, key) ? looksDialled : looksPersonal)(child))
          personal.set(name, { code: "privacy-person", path: pathTo(open, key) });
        to[key] = child;
      } else if (typeof child === "object" && child !== null) {
        if (++containers > limits.containers) return { code: "too-large", path: pathTo(open) };
        const next = (Array.isArray(child) ? [] : Object.create(null)) as Values;
        to[key] = next;
        stack.push({ from: child as Values, to: next, depth: depth + 1, parent: open, key, numbered: isNumbered(open, key) });
      } else if (typeof child === "number" && Number.isFinite(child)) {
        // Adding zero makes -0 a plain 0.
        to[key] = child + 0;
      } else if (typeof child === "boolean" || child === null) to[key] = child;
      else return { code: "not-plain", path: pathTo(open, key) };
    }
  }
  return { copy, personal };
}
