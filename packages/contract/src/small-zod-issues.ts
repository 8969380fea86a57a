import type { Issue, Payload, Schema } from "./small-zod.js";

const isAborted = ({ issues }: Payload) => issues.some((issue) => !issue.continue);
const result = (value: unknown, ...issues: Issue[]): Payload => ({ value, issues });
const wrongType = (value: unknown) => result(value, { code: "invalid_type", path: [] });
/** Issues of a part, as seen from the whole. */
const within = (step: string | number, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: [step, ...issue.path] }));

/** What is wrong with a value, and where: the issues of the real `safeParse`. */
export function safeParse(
  schema: Schema,
  value: unknown,
): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } } {
  const { value: data, issues } = run(schema, value);
  return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
}

function run(schema: Schema, value: unknown): Payload {
  const payload = look(schema, value);
  for (const check of schema._zod.def.checks ?? []) if (!isAborted(payload)) check(payload);
  return payload;
}

function look({ _zod: { def } }: Schema, value: unknown): Payload {
  const { shape, options, element, innerType, in: first, out, holds, params } = def;
  if (innerType) return value === undefined ? result(value) : run(innerType, value);
  if (element) return list(element, value);
  if (first) {
    const left = run(first, value);
    return left.issues.length > 0 ? left : run(out!, left.value);
  }
  if (options) return alternatives(options, value);
  if (shape) return object(shape, value);
  return !holds || holds(value) ? result(value) : result(value, { code: "custom", path: [], ...(params && { params }) });
}

function list(element: Schema, value: unknown): Payload {
  if (!Array.isArray(value)) return wrongType(value);
  const items = value.map((item) => run(element, item));
  return { value: items.map((item) => item.value), issues: items.flatMap(({ issues }, at) => within(at, issues)) };
}

function alternatives(options: readonly Schema[], value: unknown): Payload {
  const results: Payload[] = [];
  for (const option of options) {
    const tried = run(option, value);
    if (tried.issues.length === 0) return tried;
    results.push(tried);
  }
  // One alternative that only a rule refuses is the one that was meant.
  const [meant, ...others] = results.filter((tried) => !isAborted(tried));
  if (meant && others.length === 0) return meant;
  return result(value, { code: "invalid_union", path: [], errors: results.map(({ issues }) => issues) });
}

function object(shape: Record<string, Schema>, value: unknown): Payload {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrongType(value);
  const given = value as Record<string, unknown>;
  const made: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const key of Object.keys(shape)) {
    const part = run(shape[key]!, given[key]);
    issues.push(...within(key, part.issues));
    if (key in given) made[key] = part.value;
  }
  const keys = Object.keys(given).filter((key) => !Object.hasOwn(shape, key));
  if (keys.length > 0) issues.push({ code: "unrecognized_keys", path: [], keys, continue: true });
  return { value: made, issues };
}
