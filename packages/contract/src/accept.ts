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

type Values = Record<string | number, unknown>;

/** What `copyPlain` copies, with the same bounds. Throws at the first thing it would refuse. */
function copyOf(root: unknown, personal: readonly string[] = []): unknown {
  let [values, containers, characters] = [0, 0, 0];
  const must = (holds: boolean) => {
    if (!holds) throw new Error();
  };
  const copy = (from: Values, depth: number, name: string, isNumbered: boolean): Values => {
    const keys = Array.isArray(from) ? undefined : Object.keys(from);
    const size = keys ? keys.length : (from as unknown as unknown[]).length;
    must(depth <= limits.depth && (values += size) <= limits.values && ++containers <= limits.containers + 1);
    must(!keys || (size <= limits.keys && isPlain(from) && Object.getOwnPropertySymbols(from).length === 0));
    const to = (keys ? Object.create(null) : []) as Values;
    for (let i = 0; i < size; i++) {
      const key = keys?.[i] ?? name;
      const known = isNumbered || (keys !== undefined && numbered.has(key));
      must(!forbidden.has(key));
      const at = keys ? key : i;
      const child = from[at];
      if (typeof child === "object" && child) to[at] = copy(child as Values, depth + 1, key, known);
      else if (typeof child === "string") {
        must((characters += child.length) <= limits.characters && child.length <= limits.text && !hidesText(child));
        must(personal.includes(key) || !(known ? looksDialled : looksPersonal)(child));
        to[at] = child;
      } else {
        must(child === null || typeof child === "boolean" || Number.isFinite(child));
        // Adding zero makes -0 a plain 0.
        to[at] = typeof child === "number" ? child + 0 : child;
      }
    }
    return to;
  };
  must(typeof root === "object" && root !== null && !Array.isArray(root));
  return copy(root as Values, 0, "", false);
}
