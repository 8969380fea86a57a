import type * as z from "zod/mini";
import type { Envelope } from "./envelope.js";
import { guard, limits } from "./guard.js";
import { issue, type Issue } from "./issue.js";
import type { Kind, Path } from "./kind.js";
import { rules } from "./rules.js";

export type Parsed<D> = { ok: true; document: D } | { ok: false; issues: Issue[] };

/** At most so many issues are told: the rest rarely helps. */
const most = 50;

const refuse = (...issues: Issue[]) => ({ ok: false as const, issues: issues.slice(0, most) });

/**
 * Is this value a document of one of these kinds, and may it be shown (privacy policy, 9)?
 * Never throws, changes nothing, and no issue holds a value from the data.
 */
export function parseAs<D>(kinds: readonly Kind<D>[], value: unknown): Parsed<D> {
  try {
    const fault = guard(value);
    if (fault) return refuse(fault);
    const name = (value as { schema?: unknown }).schema;
    const kind = kinds.find(({ schema }) => schema === name);
    if (!kind) return refuse(issue("unknown-schema", ["schema"]));
    const parsed = kind.shape.safeParse(value);
    if (!parsed.success) return refuse(...parsed.error.issues.flatMap((found) => translate(found, value)));
    const issues = rules(parsed.data as Envelope, kind.facts(parsed.data));
    return issues.length > 0 ? refuse(...issues) : { ok: true, document: parsed.data };
  } catch {
    return refuse(issue("not-plain", []));
  }
}

/** As {@link parseAs}, from the text of a file. */
export function readAs<D>(kinds: readonly Kind<D>[], text: string): Parsed<D> {
  if (text.length > limits.characters) return refuse(issue("too-large", []));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(issue("not-json", []));
  }
  return parseAs(kinds, value);
}

function translate(found: z.core.$ZodIssue, root: unknown): Issue[] {
  const path = found.path as Path;
  switch (found.code) {
    case "unrecognized_keys":
      return found.keys.map((key) => issue("unknown-key", [...path, key]));
    case "invalid_type":
      return [issue(present(root, path) ? "wrong-type" : "missing", path)];
    case "invalid_union":
      return [issue(present(root, path) ? "not-a-figure" : "missing", path)];
    case "invalid_value":
      return [issue(present(root, path) ? "unknown-word" : "missing", path)];
    case "too_small":
    case "too_big":
      return [issue("out-of-range", path)];
    case "invalid_format":
      return [issue("bad-format", path)];
    case "custom":
      return [issue(present(root, path) ? String(found.params?.["code"] ?? "wrong-type") : "missing", path)];
    default:
      return [issue("wrong-type", path)];
  }
}

function present(root: unknown, path: Path): boolean {
  let at = root;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as Record<string | number, unknown>)[step];
  }
  return true;
}
