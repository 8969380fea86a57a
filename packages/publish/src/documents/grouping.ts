import type { Counter } from "../engine/engine.js";
import type { Faults } from "../faults.js";
import { groupsOf, type GroupName } from "./groups.js";

/** How rows fall into groups. */
export interface Grouping {
  names: GroupName[];
  /** SQL for the id of a row's group. */
  sql: string;
}

const unknown: GroupName = { id: "unknown", name: "Not known" };

/**
 * The groups of a column: those the config lists in its order, or else the cells themselves; and one for rows of no listed group.
 * @param cell a column that is never nothing @param rows how many rows stand in some lines of the table
 */
export async function groupingOf(
  engine: Counter,
  table: string,
  cell: string,
  { column, groups }: { column: string; groups?: Record<string, GroupName> | undefined },
  document: string,
  faults: Faults,
  rows = "count(*)",
): Promise<Grouping> {
  const { literal, pick } = engine.sql;
  const named = Object.entries(groups ?? (await groupsOf(engine, table, cell, { column }, document, faults, rows)));
  const listed = [...new Map(named.map(([, group]) => [group.id, group])).values()];
  const sql = pick(
    cell,
    listed.map(({ id }) => ({ keys: named.filter(([, group]) => group.id === id).map(([key]) => key), gives: literal(id) })),
    literal(unknown.id),
  );
  const [rest] = await engine.all<[number]>(`SELECT coalesce(${rows}, 0) FROM ${table} WHERE ${sql} = ${literal(unknown.id)}`);
  if (groups) faults.add({ in: document, column, reason: "value-not-listed", rows: rest![0] });
  const without = rest![0] > 0 && !listed.some(({ id }) => id === unknown.id);
  return { names: without ? [...listed, unknown] : listed, sql };
}
