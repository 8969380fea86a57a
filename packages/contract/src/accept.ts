import * as z from "zod/mini";
import { alone } from "./alone.js";
import type { Envelope } from "./envelope.js";
import type { Kind } from "./kind.js";
import { forbidden, isPlain, limits, numbered } from "./limits.js";
import { hidesText, looksDialled, looksPersonal } from "./personal.js";
import { rules } from "./rules.js";

/**
 * Whether a page may draw this value as a document of this kind: a copy of the document, or `undefined`. The yes or no of `parseAs`
 * without its reasons, in a third of its size, and with the rule for sums that every widget keeps (`alone`). Never throws.
 */
export function accept<D>(kind: Kind<D>, value: unknown): D | undefined {
  try {
    const document = z.parse(kind.shape, copyOf(value, kind.personal));
    return rules(document as Envelope, kind.facts(document), alone).length > 0 ? undefined : document;
  } catch {
    return undefined;
  }
}

/** As {@link accept}, from the text of a file. A key given twice counts as its last: publishing and checking refuse it. */
export function acceptText<D>(kind: Kind<D>, text: string): D | undefined {
  try {
    return text.length > limits.json ? undefined : accept(kind, JSON.parse(text.replace(/^\ufeff/, "")));
  } catch {
    return undefined;
  }
}

type Values = Record<string, unknown>;

/**
 * Copies small whole numbers, which most cells of a long table are, and says where they end. A function of its own because a browser
 * compiles a small one sooner. -0 becomes a plain 0.
 */
function copyWholes(from: readonly unknown[], to: unknown[], start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const cell = from[at] as number;
    if (cell !== cell >> 0) return at;
    to[at] = cell >> 0;
  }
  return end;
}

/**
 * What `copyPlain` copies, with the same bounds. Throws at the first thing it would refuse. What goes for a whole list is settled before
 * its cells are looked at: a column has up to a million.
 */
function copyOf(root: unknown, personal: readonly string[] = []): unknown {
  let [values, containers, characters] = [0, 0, 0];
  const must = (holds: boolean) => {
    if (!holds) throw new Error();
  };
  const copy = (child: unknown, depth: number, key: string, known: boolean): unknown => {
    if (typeof child === "string") {
      must((characters += child.length) <= limits.characters && child.length <= limits.text && !hidesText(child));
      must(personal.includes(key) || !(known ? looksDialled : looksPersonal)(child));
      return child;
    }
    if (typeof child === "number") {
      must(Number.isFinite(child));
      // Adding zero makes -0 a plain 0.
      return child + 0;
    }
    if (typeof child !== "object" || !child) {
      must(child === null || typeof child === "boolean");
      return child;
    }
    must(depth <= limits.depth && ++containers <= limits.containers + 1);
    if (Array.isArray(child)) {
      const size = child.length;
      must((values += size) <= limits.values);
      const to: unknown[] = [];
      for (let at = copyWholes(child, to, 0, size); at < size; at = copyWholes(child, to, at + 1, size))
        to[at] = copy(child[at], depth + 1, key, known);
      return to;
    }
    const keys = Object.keys(child);
    must((values += keys.length) <= limits.values && keys.length <= limits.keys);
    must(isPlain(child) && Object.getOwnPropertySymbols(child).length === 0);
    const to = Object.create(null) as Values;
    for (const one of keys) {
      must(!forbidden.has(one));
      to[one] = copy((child as Values)[one], depth + 1, one, known || numbered.has(one));
    }
    return to;
  };
  must(typeof root === "object" && root !== null && !Array.isArray(root));
  return copy(root, 0, "", false);
}
