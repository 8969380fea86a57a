/**
 * As much of `zod/mini` as the schemas here use, for the files a page loads: the real one would be a quarter of them. The build of
 * the elements puts this in its place (`vite.config.ts`); whoever imports `@vitrine/contract` gets the real one. That both
 * refuse the same values with the same issues at the same paths is a test's work: `test/contract/small-zod.test.ts`.
 * Unlike the real one it has no code to try `eval`, which a strict page reports as a violation of its policy.
 */
interface Issue {
  code: string;
  path: (string | number)[];
  keys?: string[];
  errors?: Issue[][];
  params?: object;
  /** The value has the right shape all the same, so that further rules may look at it. */
  continue?: boolean;
}
interface Payload {
  value: unknown;
  issues: Issue[];
}
type Check = (payload: Payload) => void;
interface Parts {
  shape?: Record<string, Schema>;
  options?: readonly Schema[];
  element?: Schema;
  innerType?: Schema;
  in?: Schema;
  out?: Schema;
}
export interface Schema {
  /** What the schema is made of. */
  _zod: { def: Parts };
  run(value: unknown): Payload;
  check(...more: Check[]): Schema;
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } };
}

const isAborted = ({ issues }: Payload) => issues.some((issue) => !issue.continue);

function schema(def: Parts, parse: (value: unknown) => Payload, checks: readonly Check[] = []): Schema {
  const run = (value: unknown) => {
    const payload = parse(value);
    for (const check of checks) if (!isAborted(payload)) check(payload);
    return payload;
  };
  return {
    _zod: { def },
    run,
    check: (...more) => schema(def, parse, [...checks, ...more]),
    safeParse(value) {
      const { value: data, issues } = run(value);
      return issues.length > 0 ? { success: false, error: { issues } } : { success: true, data };
    },
  };
}

const result = (value: unknown, ...issues: Issue[]): Payload => ({ value, issues });
const wrongType = (value: unknown) => result(value, { code: "invalid_type", path: [] });
/** Issues of a part, as seen from the whole. */
const within = (step: string | number, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: [step, ...issue.path] }));

export const refine =
  (holds: (value: never) => boolean, { params }: { params: object }): Check =>
  ({ value, issues }) => {
    if (!holds(value as never)) issues.push({ code: "custom", path: [], params, continue: true });
  };

export const custom = (holds?: (value: unknown) => boolean, more?: { params: object }): Schema =>
  schema({}, (value) => (!holds || holds(value) ? result(value) : result(value, { code: "custom", path: [], ...more })));

export const optional = (innerType: Schema): Schema =>
  schema({ innerType }, (value) => (value === undefined ? result(value) : innerType.run(value)));

export const array = (element: Schema): Schema =>
  schema({ element }, (value) => {
    if (!Array.isArray(value)) return wrongType(value);
    const items = value.map((item) => element.run(item));
    return { value: items.map((item) => item.value), issues: items.flatMap(({ issues }, at) => within(at, issues)) };
  });

export const pipe = (first: Schema, out: Schema): Schema =>
  schema({ in: first, out }, (value) => {
    const left = first.run(value);
    return left.issues.length > 0 ? left : out.run(left.value);
  });

export const union = (options: readonly Schema[]): Schema =>
  schema({ options }, (value) => {
    const results: Payload[] = [];
    for (const option of options) {
      const tried = option.run(value);
      if (tried.issues.length === 0) return tried;
      results.push(tried);
    }
    // One alternative that only a rule refuses is the one that was meant.
    const [meant, ...others] = results.filter((tried) => !isAborted(tried));
    if (meant && others.length === 0) return meant;
    return result(value, { code: "invalid_union", path: [], errors: results.map(({ issues }) => issues) });
  });

export const strictObject = (shape: Record<string, Schema>): Schema =>
  schema({ shape }, (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrongType(value);
    const given = value as Record<string, unknown>;
    const made: Record<string, unknown> = {};
    const issues: Issue[] = [];
    for (const key of Object.keys(shape)) {
      const part = shape[key]!.run(given[key]);
      issues.push(...within(key, part.issues));
      if (key in given) made[key] = part.value;
    }
    const keys = Object.keys(given).filter((key) => !Object.hasOwn(shape, key));
    if (keys.length > 0) issues.push({ code: "unrecognized_keys", path: [], keys, continue: true });
    return { value: made, issues };
  });
