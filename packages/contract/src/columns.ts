import * as z from "zod/mini";
import { greatest } from "./columns-copy.js";
import type { Fault, Path } from "./issue.js";
import { jsonSchemas, word } from "./leaf.js";
import { isWhole, largest, list, type Bounds } from "./list.js";
import { isText } from "./text.js";

/** What a column means that is written another way, cell by cell; nothing where it is not written so. `jsonSchemas` has its form. */
type Unpack = (packed: unknown) => unknown[] | undefined;

const jsonOf = (plain: object, unpack: Unpack | undefined) => (unpack ? { anyOf: [plain, jsonSchemas.get(unpack)] } : plain);

/**
 * A column of a columnar table. Reports the first wrong cell only: a column may have 100,000 cells.
 * @param accepts tells whether one cell is allowed @param items the same, as JSON Schema @param unpack how it may also be written: the document has its cells
 */
export function column<T>(
  accepts: (cell: unknown) => boolean,
  items: object,
  { min = 0, max }: Bounds = { max: 1_000_000 },
  unpack?: Unpack,
) {
  const schema = z.custom<T[]>().check((payload) => {
    const given: unknown = payload.value;
    let value = given;
    try {
      if (unpack && !Array.isArray(given)) payload.value = (value = unpack(given)) as T[];
    } catch {
      // No column of any kind, and told as such.
    }
    const refuse = (code: string, path: number[]) => payload.issues.push({ code: "custom", input: value, path, params: { code } });
    if (!Array.isArray(value)) return void refuse("wrong-type", []);
    if (value.length < min || value.length > max) return void refuse("bad-list", []);
    if (accepts === isWhole && greatest.get(value)! <= largest) return;
    let ordinary: T[] | undefined;
    for (let at = 0; at < value.length; at++) {
      const cell: unknown = value[at];
      if (!accepts(cell)) return void refuse("bad-cell", value === given ? [at] : []);
      // The checked copy inherits nothing; a document is made of ordinary objects.
      if (typeof cell === "object") (ordinary ??= [...(value as T[])])[at] = { ...cell } as T;
    }
    if (ordinary) payload.value = ordinary;
  });
  jsonSchemas.set(schema, jsonOf({ type: "array", items, minItems: min, maxItems: max }, unpack));
  return schema;
}

/** Positions in another list. */
export const positions = () => column<number>(isWhole, { type: "integer", minimum: 0, maximum: largest });
/** Exact counts of things (never of people). */
export const wholes = positions;
/** Text cells of at most `max` characters. */
export const texts = (max: number, bounds?: Bounds) =>
  column<string>((cell) => typeof cell === "string" && isText(cell, max), { type: "string", maxLength: max, pattern: "\\S" }, bounds);
/** Cells that match a pattern, at most `max` characters long. */
export const codes = (pattern: RegExp, max = 60, bounds?: Bounds, unpack?: Unpack) =>
  column<string>(
    (cell) => typeof cell === "string" && cell.length <= max && pattern.test(cell),
    { type: "string", pattern: pattern.source, maxLength: max },
    bounds,
    unpack,
  );

/** A column with few different values: each value once, and for every row its position among them. */
export const coded = <T extends string>(values: z.ZodMiniType<T[]>) => z.strictObject({ values, index: positions() });
/** A column of words from a fixed list. */
export const words = <const W extends string>(allowed: readonly W[]) => list(word(...allowed), { max: allowed.length });
export interface Coded<T extends string = string> {
  values: T[];
  index: number[];
}

/** Whether a value has this shape. */
export function fits(schema: z.ZodMiniType, value: unknown): boolean {
  try {
    z.parse(schema, value);
    return true;
  } catch {
    return false;
  }
}

/** The first cell that points past the end of a list, or -1. A loop and no callback: a document has a dozen columns of up to a million cells. */
export function firstBeyond(cells: readonly number[], limit: number): number {
  if (greatest.get(cells)! < limit) return -1;
  for (let at = 0; at < cells.length; at++) if (cells[at]! >= limit) return at;
  return -1;
}

/** Columns of a table that have another length than its rows, and coded cells that point past their values. */
export function columnFaults(table: object, path: Path, rows: number): Fault[] {
  const faults: Fault[] = [];
  for (const [key, value] of Object.entries(table) as [string, unknown][]) {
    const coded = typeof value === "object" && value !== null && "index" in value ? (value as Coded) : undefined;
    const length = coded ? coded.index.length : Array.isArray(value) ? value.length : rows;
    if (length !== rows) faults.push({ code: "column-length", path: [...path, key] });
    const wrong = coded ? firstBeyond(coded.index, coded.values.length) : -1;
    if (wrong >= 0) faults.push({ code: "no-such-position", path: [...path, key, "index", wrong] });
  }
  return faults;
}
