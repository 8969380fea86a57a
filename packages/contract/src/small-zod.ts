/**
 * As much of `zod/mini` as the schemas here use, for the files a page loads: the real one would be a quarter of them. The build of
 * the elements puts this in its place (`vite.config.ts`); whoever imports `@vitrine/contract` gets the real one. That both
 * refuse the same values with the same issues at the same paths is a test's work: `test/contract/small-zod.test.ts`.
 * Unlike the real one it has no code to try `eval`, which a strict page reports as a violation of its policy.
 *
 * A schema is data. A page that only asks whether a document may be drawn needs `parse`, which stops at the first fault; what is
 * wrong and where is told by `safeParse`, a module of its own that is fetched when something was refused.
 */
export interface Issue {
  code: string;
  path: (string | number)[];
  keys?: string[];
  errors?: Issue[][];
  params?: object;
  /** The value has the right shape all the same, so that further rules may look at it. */
  continue?: boolean;
}
export interface Payload {
  value: unknown;
  issues: Issue[];
}
export type Check = (payload: Payload) => void;
/** One of: an object's shape, alternatives, the element of a list, an inner type, two in a row, or a function that judges. */
export interface Parts {
  shape?: Record<string, Schema>;
  options?: readonly Schema[];
  element?: Schema;
  innerType?: Schema;
  in?: Schema;
  out?: Schema;
  holds?: (value: unknown) => boolean;
  params?: object;
  checks?: readonly Check[];
}
export interface Schema {
  /** What the schema is made of. */
  _zod: { def: Parts };
  check(...more: Check[]): Schema;
}

const schema = (def: Parts): Schema => ({
  _zod: { def },
  check: (...checks) => schema({ ...def, checks }),
});

export const refine =
  (holds: (value: never) => boolean, { params }: { params: object }): Check =>
  ({ value, issues }) => {
    if (!holds(value as never)) issues.push({ code: "custom", path: [], params, continue: true });
  };
export const custom = (holds?: (value: unknown) => boolean, more?: { params: object }): Schema => schema({ holds, ...more });
export const optional = (innerType: Schema): Schema => schema({ innerType });
export const array = (element: Schema): Schema => schema({ element });
export const pipe = (first: Schema, out: Schema): Schema => schema({ in: first, out });
export const union = (options: readonly Schema[]): Schema => schema({ options });
export const strictObject = (shape: Record<string, Schema>): Schema => schema({ shape });

/** Stands for a value that is refused. To make and throw an error for each alternative that is not meant would take most of the time of a check. */
const refused = Symbol();

function made({ _zod: { def } }: Schema, value: unknown): unknown {
  const { shape, options, element, innerType, in: first, out, holds, checks = [] } = def;
  if (innerType) return value === undefined ? value : made(innerType, value);
  if (first) {
    const before = made(first, value);
    return before === refused ? before : made(out!, before);
  }
  for (const option of options ?? []) {
    const meant = made(option, value);
    if (meant !== refused) return meant;
  }
  if (options || (holds && !holds(value))) return refused;
  const payload: Payload = { value, issues: [] };
  if (element) {
    const items = Array.isArray(value) ? value.map((item) => made(element, item)) : [refused];
    if (items.includes(refused)) return refused;
    payload.value = items;
  }
  if (shape) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return refused;
    const given = value as Record<string, unknown>;
    const copy: Record<string, unknown> = (payload.value = {});
    for (const key of Object.keys(given)) if (!Object.hasOwn(shape, key)) return refused;
    for (const key of Object.keys(shape)) {
      const part = made(shape[key]!, given[key]);
      if (part === refused) return part;
      if (key in given) copy[key] = part;
    }
  }
  for (const check of checks) check(payload);
  return payload.issues.length > 0 ? refused : payload.value;
}

/** The value as the schema makes it. Throws at the first fault, without saying which. */
export function parse(schema: Schema, value: unknown): unknown {
  const whole = made(schema, value);
  if (whole === refused) throw new Error();
  return whole;
}
