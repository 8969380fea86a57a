import { issue, type Issue } from "./issue.js";
import type { Path } from "./kind.js";

/** Bounds on any value that claims to be a document. A document of 100,000 schools has about 1.2 million values. */
export const limits = { depth: 12, values: 3_000_000, keys: 100, text: 4000, characters: 48_000_000 };

const forbidden = new Set(["__proto__", "prototype", "constructor"]);
/** Keys whose text is an address, a register's code, a date or a digest and may look like a telephone number. */
const exempt = new Set(["id", "href", "url", "checkedWith", "asOf", "from", "to", "due", "file", "schema"]);

const mailLike = /[^\s@]@[^\s@]+\.[a-z]{2,}/i;
const phoneLike = /(?<!\d)(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?!\d)|\+\d[\d\s.-]{7,}\d/;
const numberLike = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)|\d{7,}/;

/** Text that looks like an e-mail address, a telephone number or the number of a person. */
export const looksPersonal = (text: string): boolean =>
  /[@\d]/.test(text) && (mailLike.test(text) || phoneLike.test(text) || numberLike.test(text));

/**
 * Looks at a value before any schema does: plain JSON only, bounded in depth and size, no key that touches prototypes,
 * no text that looks like a person's address or number. One issue, the first; none when the value may be parsed.
 */
export function guard(root: unknown): Issue | undefined {
  if (typeof root !== "object" || root === null || Array.isArray(root)) return issue("not-an-object", []);
  const open: { value: object; path: Path; exempt: boolean }[] = [{ value: root, path: [], exempt: false }];
  let values = 0;
  let characters = 0;
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at;
    const array = Array.isArray(value);
    if (path.length > limits.depth) return issue("too-deep", path.slice(0, 4));
    if (!array && Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
      return issue("not-plain", path);
    if (array && (values += value.length) > limits.values) return issue("too-large", path);
    const keys = array ? undefined : Object.keys(value);
    if (keys && keys.length > limits.keys) return issue("too-large", path);
    if (!array && Object.getOwnPropertySymbols(value).length > 0) return issue("not-plain", path);
    const size = keys ? keys.length : (value as unknown[]).length;
    if (keys) values += size;
    for (let i = 0; i < size; i++) {
      const key = keys ? keys[i]! : i;
      if (keys && forbidden.has(key as string)) return issue("forbidden-key", path);
      const child = (value as Record<string | number, unknown>)[key];
      const free = at.exempt || (typeof key === "string" && exempt.has(key));
      if (typeof child === "string") {
        if ((characters += child.length) > limits.characters || child.length > limits.text) return issue("too-large", [...path, key]);
        if (!free && looksPersonal(child)) return issue("privacy-person", [...path, key]);
      } else if (typeof child === "object" && child !== null)
        open.push({ value: child, path: [...path, key], exempt: free && Array.isArray(child) });
      else if (typeof child === "number" ? !Number.isFinite(child) : typeof child !== "boolean" && child !== null)
        return issue("not-plain", [...path, key]);
    }
    if (values > limits.values) return issue("too-large", path);
  }
  return undefined;
}
