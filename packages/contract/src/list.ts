import * as z from "zod/mini";

/** A short list. Its length is checked before its elements, so that a huge list costs one look. */
export function list<T extends z.ZodMiniType>(element: T, bounds: { min?: number; max: number }) {
  const fits = z.custom<unknown[]>((value) => Array.isArray(value) && value.length >= (bounds.min ?? 0) && value.length <= bounds.max, {
    params: { code: "bad-list" },
  });
  return z.pipe(fits, z.array(element as T));
}

/** What JSON Schema says of a column that is checked by our own loop. Filled by {@link column}, read by the generator. */
export const columnItems = new WeakMap<object, object>();

/**
 * A column of a columnar table. Reports the first wrong cell only: a column may have 100,000 cells.
 * @param accepts tells whether one cell is allowed @param items the same, as JSON Schema
 */
export function column<T>(accepts: (cell: unknown) => boolean, items: object) {
  const schema = z.custom<T[]>().check((payload) => {
    const value: unknown = payload.value;
    if (!Array.isArray(value)) {
      payload.issues.push({ code: "custom", input: value, path: [], params: { code: "not-a-column" } });
      return;
    }
    for (let row = 0; row < value.length; row++)
      if (!accepts(value[row])) {
        payload.issues.push({ code: "custom", input: value[row], path: [row], params: { code: "bad-cell" } });
        return;
      }
  });
  columnItems.set(schema, items);
  return schema;
}

const isWhole = (cell: unknown) => Number.isInteger(cell) && (cell as number) >= 0;
/** Positions in another list. */
export const positions = () => column<number>(isWhole, { type: "integer", minimum: 0 });
/** Exact counts of things (never of people). */
export const wholes = positions;
/** Text cells of at most `max` characters. */
export const texts = (max: number) =>
  column<string>((cell) => typeof cell === "string" && cell.length > 0 && cell.length <= max, {
    type: "string",
    minLength: 1,
    maxLength: max,
  });
/** Cells that match a pattern. */
export const codes = (pattern: RegExp) =>
  column<string>((cell) => typeof cell === "string" && cell.length <= 60 && pattern.test(cell), {
    type: "string",
    pattern: pattern.source,
    maxLength: 60,
  });

/** A column with few different values: each value once, and for every row its position among them. */
export const coded = <T extends z.ZodMiniType>(value: T, max = 5000) =>
  z.strictObject({ values: list(value, { max }), index: positions() });
export interface Coded<T extends string = string> {
  values: T[];
  index: number[];
}
