import type { core } from "zod/mini";
import { exposed } from "./bounds.js";
import type { Envelope } from "./envelope.js";
import { copyPlain } from "./guard.js";
import { found, type Fault, type Found, type Path } from "./issue.js";
import type { Form, Kind } from "./kind.js";
import { limits } from "./limits.js";
import { rules } from "./rules.js";
import { scan } from "./scan.js";
import { safeParse } from "./zod-issues.js";

export type Parsed<D, I = Found> = { ok: true; document: D } | { ok: false; issues: I[] };

/** At most so many issues are told: the rest rarely helps. */
const most = 50;

function refuse(kinds: readonly Form[], faults: readonly Fault[]): { ok: false; issues: Found[] } {
  const known = new Set<string>();
  for (const { shape } of kinds) collectKeys(shape, known);
  return { ok: false, issues: faults.slice(0, most).map((fault) => found(fault, known)) };
}

/**
 * Is this value a document of one of these kinds, and may it be shown (privacy policy, 9)?
 * Never throws, changes nothing, and no issue holds a value from the data. The document is a copy.
 */
export const parseAs = <D>(kinds: readonly Kind<D>[], value: unknown): Parsed<D> =>
  parseWith(kinds, value, (document, kind) => rules(document as Envelope, kind.facts(document), exposed));

/** As {@link parseAs}, from the text of a file. Also refuses a key given twice, which a parsed value no longer shows. */
export const readAs = <D>(kinds: readonly Kind<D>[], text: string): Parsed<D> => readWith(kinds, text, (value) => parseAs(kinds, value));

/**
 * Whether a value has one of these forms, and what is wrong with it besides its shape. Never throws.
 * @param judge what of a value in the right form contradicts itself or may not be told
 */
export function parseWith<D, F extends Form<D>>(kinds: readonly F[], value: unknown, judge: (value: D, form: F) => Fault[]): Parsed<D> {
  try {
    const looked = copyPlain(value);
    if ("code" in looked) return refuse(kinds, [looked]);
    const { schema: name } = looked.copy as { schema?: unknown };
    const kind = kinds.find(({ schema }) => schema === name);
    if (!kind) return refuse(kinds, [{ code: unknownSchema(kinds, name), path: ["schema"] }]);
    for (const [key, fault] of looked.personal) if (!kind.personal?.includes(key)) return refuse(kinds, [fault]);
    const parsed = safeParse(kind.shape, looked.copy);
    if (!parsed.success)
      return refuse(
        kinds,
        parsed.error.issues.slice(0, most).flatMap((issue) => translate(issue, looked.copy)),
      );
    const faults = judge(parsed.data, kind);
    return faults.length > 0 ? refuse(kinds, faults) : { ok: true, document: parsed.data };
  } catch {
    // A proxy or getter that throws, or a page whose prototypes are broken: nothing that can be shown.
    return refuse([], [{ code: "not-plain", path: [] }]);
  }
}

/** Parses the value in a JSON text of one of these forms, or says why there is none. */
export function readWith<D>(kinds: readonly Form[], text: string, parse: (value: unknown) => Parsed<D>): Parsed<D> {
  if (text.length > limits.json) return refuse([], [{ code: "too-large", path: [] }]);
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  let value: unknown;
  try {
    const fault = scan(json);
    if (fault) return refuse(kinds, [fault]);
    value = JSON.parse(json);
  } catch {
    return refuse([], [{ code: "not-json", path: [] }]);
  }
  return parse(value);
}

/** A later version of a kind that is read here, or something else. */
function unknownSchema(kinds: readonly Form[], name: unknown): string {
  if (name === undefined) return "missing";
  const [, kind, version] = (typeof name === "string" && /^(.*)\/([1-9]\d{0,5})$/.exec(name)) || [];
  const newer = kinds.some(({ schema }) => {
    const [ours, read] = schema.split("/");
    return ours === kind && Number(version) > Number(read);
  });
  return newer ? "newer-schema" : "unknown-schema";
}

/** Where the schema refuses what the privacy policy asks for, the rule is named rather than the type. */
const privacyCodes: Record<string, string> = {
  privacy: "privacy-missing",
  "privacy.policy": "privacy-policy",
  "privacy.threshold": "privacy-threshold",
  "privacy.check": "privacy-check",
  "privacy.check.result": "privacy-check",
};

function translate(issue: core.$ZodIssue, root: unknown, base: Path = []): Fault[] {
  const path = [...base, ...issue.path] as Path;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ code: "unknown-key", path: [...path, key] }));
  // Of the alternatives the one that was meant: all that is wrong with it lies inside keys it names.
  const meant = issue.code === "invalid_union" && issue.errors.find((inner) => inner.every(({ path: [key] }) => key && key !== "kind"));
  if (meant) return meant.flatMap((inner) => translate(inner, root, path));
  const kind = issue.code === "invalid_union" && issue.errors.map((inner) => inner.find(({ path: [key] }) => key === "kind"));
  if (kind && kind[0] && kind.every(Boolean)) return translate(kind[0], root, path);
  const value = valueAt(root, path);
  return [{ code: privacyCodes[path.join(".")] ?? (value === undefined ? "missing" : wrong(issue, value)), path }];
}

function wrong(issue: core.$ZodIssue, value: unknown): string {
  if (issue.code === "invalid_union") return "not-a-figure";
  const { code, type } = (issue.code === "custom" && (issue.params as { code?: string; type?: string })) || {};
  return code && (!type || typeof value === type) ? code : "wrong-type";
}

/** Whatever stands there; nothing in plain JSON is undefined. The copy inherits nothing. */
const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step], root);

/** Every key a schema names, however deep. */
function collectKeys(schema: core.$ZodType, into: Set<string>) {
  const {
    shape,
    options,
    element,
    innerType,
    in: first,
    out,
  } = schema._zod.def as {
    shape?: Record<string, core.$ZodType>;
    options?: core.$ZodType[];
  } & Partial<Record<"element" | "innerType" | "in" | "out", core.$ZodType>>;
  for (const key of Object.keys(shape ?? {})) into.add(key);
  for (const inner of [...Object.values(shape ?? {}), ...(options ?? []), element, innerType, first, out])
    if (inner) collectKeys(inner, into);
}
