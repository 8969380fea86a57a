import type { Coded } from "./list.js";
import type { Fault, Path } from "./issue.js";

/** Columns of a table that have another length than its rows, and coded cells that point past their values. */
export function columnFaults(table: object, path: Path, rows: number): Fault[] {
  const faults: Fault[] = [];
  for (const [key, value] of Object.entries(table) as [string, unknown][]) {
    const coded = typeof value === "object" && value !== null && "index" in value ? (value as Coded) : undefined;
    const length = coded ? coded.index.length : Array.isArray(value) ? value.length : rows;
    if (length !== rows) faults.push({ code: "column-length", path: [...path, key] });
    const wrong = coded?.index.findIndex((at) => at >= coded.values.length) ?? -1;
    if (wrong >= 0) faults.push({ code: "no-such-position", path: [...path, key, "index", wrong] });
  }
  return faults;
}
