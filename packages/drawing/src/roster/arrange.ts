import type { RosterModel } from "./model.js";

export type RosterGrouping = "school" | "district";

/** One group of rows that are shown. */
export interface RosterGroup {
  /** Position of the school or district in the document. */
  at: number;
  rows: number;
  met: number;
}

/** What stands in the table, line by line: a row by its position, the head of group g as `-1 - g`. */
export interface Arranged {
  lines: Int32Array;
  groups: readonly RosterGroup[];
}

/**
 * Puts rows under the heads of their groups, groups by name, rows in the order given.
 * @param rows positions, sorted and filtered @param closed groups whose rows are folded away, by position of the school or district
 */
export function arrange(model: RosterModel, rows: Uint32Array, by: RosterGrouping | undefined, closed: ReadonlySet<number>): Arranged {
  if (!by) return { lines: new Int32Array(rows), groups: [] };
  const { schools, districts, rows: columns } = model.document;
  const groupOf = (row: number) => (by === "school" ? columns.school[row]! : schools.district[columns.school[row]!]!);
  const rank = model.rank(by);
  const found = new Map<number, { rank: number; rows: number[] }>();
  for (const row of rows) {
    const at = groupOf(row);
    const group = found.get(at);
    if (group) group.rows.push(row);
    else found.set(at, { rank: rank[row]!, rows: [row] });
  }
  const ids = by === "school" ? schools.id : districts.id;
  const sorted = [...found].sort(([a, one], [b, other]) => one.rank - other.rank || (ids[a]! < ids[b]! ? -1 : 1));
  const lines: number[] = [];
  const groups = sorted.map(([at, group], place) => {
    lines.push(-1 - place);
    if (!closed.has(at)) for (const row of group.rows) lines.push(row);
    return { at, rows: group.rows.length, met: group.rows.filter((row) => model.codes.stage[row] === 0).length };
  });
  return { lines: Int32Array.from(lines), groups };
}
