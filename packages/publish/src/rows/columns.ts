import { pathText } from "../config/read.js";
import { duckdb, type Sql } from "../engine/dialects.js";
import type { Counter } from "../engine/engine.js";
import { PublishError } from "../error.js";
import { columnsText, type Look } from "./look.js";

/** A source before it is loaded: which columns it has, and which of them the documents need. */
export interface Columns {
  name: string;
  /** For sentences: the file or the joined sources. */
  shown: string;
  files: Look[];
  names: string[];
  /** Whether names may be told: not where the first line of a file may be a row. */
  secret?: boolean;
  /** The words of the engine that counts its rows. */
  sql: Sql;
  /** Where its rows live and are counted, and the table as that engine names it, when that is not the embedded one. */
  warehouse?: { counter: Counter; table: string };
  /** Column name -> position among the loaded columns, in the order in which they were asked for. */
  needed: Map<string, number>;
  /** The columns of a join come from two other sources. */
  join?: {
    sides: [Columns, Columns];
    from: Map<string, { side: 0 | 1; column: string }>;
    on: [string, string][];
    keep: "matched" | "first";
  };
}

/** Asks for a column: its position. @throws PublishError naming the columns that exist */
export function need(columns: Columns, name: string, path: readonly (string | number)[]): number {
  const known = columns.needed.get(name);
  if (known !== undefined) return known;
  if (!columns.names.includes(name)) {
    const at = pathText(path);
    const advice =
      columns.names.length === 0
        ? "none of its lines is a JSON object; give one object on each line, as UTF-8"
        : columns.secret
          ? "its first line has none of the columns that the config names; give it a line with the names of columns, or name them as it does"
          : `use one of ${columnsText(columns.names)}`;
    throw new PublishError(
      "column-missing",
      `The source "${columns.name}" (${columns.shown}) has no column ${JSON.stringify(name)}, named at ${at}: ${advice}.`,
      { file: columns.shown, column: name, path: at },
    );
  }
  if (columns.names.indexOf(name) !== columns.names.lastIndexOf(name))
    throw new PublishError(
      "column-repeated",
      `The source "${columns.name}" (${columns.shown}) has several columns ${JSON.stringify(name)}, named at ${pathText(path)}: give each a name of its own.`,
      { file: columns.shown, column: name, path: pathText(path) },
    );
  const origin = columns.join?.from.get(name);
  if (origin) need(columns.join!.sides[origin.side], origin.column, path);
  columns.needed.set(name, columns.needed.size);
  return columns.needed.size - 1;
}

/** The columns of two sources joined. A name both have becomes `source.name`. */
export function joinColumns(name: string, sides: [Columns, Columns], on: Record<string, string>, keep: "matched" | "first"): Columns {
  const from = new Map<string, { side: 0 | 1; column: string }>();
  const names: string[] = [];
  for (const side of [0, 1] as const)
    for (const column of sides[side].names) {
      const both = sides[side === 0 ? 1 : 0].names.includes(column);
      const called = both ? `${sides[side].name}.${column}` : column;
      names.push(called);
      from.set(called, { side, column });
    }
  const shown = `${sides[0].shown} joined with ${sides[1].shown}`;
  const secret = sides.some((side) => side.secret === true);
  return { name, shown, files: [], names, secret, sql: duckdb, needed: new Map(), join: { sides, from, on: Object.entries(on), keep } };
}
