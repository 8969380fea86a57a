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
    const document = z.parse(kind.shape, copyOf(value, kind));
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

/** What copies inherit from, which is nothing. Those that inherit from `null` itself take three times as long to fill and to read. */
const nobody = Object.create(null) as object;

/** What `copyPlain` copies, with the same bounds. Throws at the first thing it would refuse. */
function copyOf<D>(root: unknown, { personal, copyColumn }: Kind<D>): unknown {
  let [values, containers, characters] = [0, 0, 0];
  const must = (holds: boolean) => {
    if (!holds) throw new Error();
  };
  /** A column of texts is looked at as one text: what stands nowhere in that stands in none of them. */
  const judge = (text: string, texts: readonly string[], key: string, known: boolean) => {
    must((characters += text.length + 1 - texts.length) <= limits.characters && !hidesText(text));
    if (!personal?.includes(key) && (known || looksPersonal(text))) must(!texts.some(known ? looksDialled : looksPersonal));
  };
  const copy = (child: unknown, depth: number, key: string, known: boolean): unknown => {
    if (typeof child === "string") {
      must(child.length <= limits.text);
      judge(child, [child], key, known);
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
      must((values += child.length) <= limits.values);
      const column = copyColumn?.(child);
      if (!column) {
        const to: unknown[] = [];
        for (const one of child) to.push(copy(one, depth + 1, key, known));
        return to;
      }
      if (typeof column[0] === "string") judge(column.join("~"), column as string[], key, known);
      return column;
    }
    const keys = Object.keys(child);
    must((values += keys.length) <= limits.values && keys.length <= limits.keys);
    must(isPlain(child) && Object.getOwnPropertySymbols(child).length === 0);
    const to = Object.create(nobody) as Values;
    for (const one of keys) {
      must(!forbidden.has(one));
      to[one] = copy((child as Values)[one], depth + 1, one, known || numbered.has(one));
    }
    return to;
  };
  // Whatever it is: a shape is an object's.
  return copy(root, 0, "", false);
}
