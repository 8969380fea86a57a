import * as z from "zod/mini";
import { jsonSchemas } from "./leaf.js";

export interface Bounds {
  min?: number;
  max: number;
}

/** A short list. Its length is checked before its elements, so that a huge list costs one look. */
export function list<T extends z.ZodMiniType>(element: T, { min = 0, max }: Bounds) {
  const fits = z.custom<unknown[]>((value) => Array.isArray(value) && value.length >= min && value.length <= max, {
    params: { code: "bad-list" },
  });
  const schema = z.pipe(fits, z.array(element as T));
  jsonSchemas.set(schema, { minItems: min, maxItems: max });
  return schema;
}

/** The largest number that counts something. A longer one is the number of somebody. */
export const largest = 999_999_999;
export const isWhole = (cell: unknown) => Number.isInteger(cell) && (cell as number) >= 0 && (cell as number) <= largest;
