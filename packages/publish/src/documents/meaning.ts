import type { Meaning } from "../config/parts.js";
import { at } from "../engine/sql.js";
import { need, type Columns } from "../rows/columns.js";

type Path = readonly (string | number)[];

/** A meaning as SQL: an expression for its code, and one that tells cells the config does not list. */
export interface Meant {
  sql: string;
  unlisted: string;
  column?: string;
}

/**
 * @param code the SQL value a word stands for @param otherwise the SQL value of cells that are not listed
 */
export function meant<T>(meaning: Meaning<T>, columns: Columns, path: Path, code: (word: T) => string, otherwise: string): Meant {
  if (meaning.value !== undefined) return { sql: code(meaning.value), unlisted: "1 = 0" };
  const column = meaning.column!;
  const { among, pick } = columns.sql;
  const cell = at(need(columns, column, [...path, "column"]));
  const keys = new Map<T, string[]>();
  for (const [key, word] of Object.entries(meaning.values!)) keys.set(word, [...(keys.get(word) ?? []), key]);
  const choices = [...keys].map(([word, of]) => ({ keys: of, gives: code(word) }));
  return { sql: pick(cell, choices, otherwise), unlisted: `NOT ${among(cell, Object.keys(meaning.values!))}`, column };
}
