import type { AccessAreas, AccessTally } from "@vitrine/contract";
import { accessStatuses, looksPersonal } from "@vitrine/contract";
import type { AreasConfig } from "../config/schema.js";
import type { Counter } from "../engine/engine.js";
import { codeOf } from "./groups.js";
import { plainText } from "./plain.js";
import { stateOf, union, type Area } from "./states.js";

/** Where schools go whose area is missing or not recognised. */
export const nowhere: Area = { id: "unknown", name: "unknown" };
const isCode = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,59}$/;

/**
 * The area of every area cell of a table, and how many rows have none. A cell that is no code makes one of its letters; the first name in
 * alphabetical order stands for a code with several.
 */
export async function nameAreas(
  engine: Counter,
  from: string,
  cell: string,
  label: string | undefined,
  config: AreasConfig,
): Promise<{ areas: Map<string, Area>; lost: number }> {
  const found = await engine.all<[string, string | null, number]>(
    `SELECT cell, min(called), count(*) FROM (SELECT coalesce(${cell}, '') AS cell, ${label ?? cell} AS called FROM ${from}) AS areas GROUP BY cell ORDER BY cell`,
  );
  let lost = 0;
  const taken = new Map<string, Area>();
  const areas = found.map(([key, called, count]): [string, Area] => {
    const area = areaOf(key, label === undefined ? null : called, config);
    if (!area) lost += count;
    const known = area && (taken.get(area.id) ?? area);
    if (known) taken.set(known.id, known);
    return [key, known ?? nowhere];
  });
  return { areas: new Map(areas), lost };
}

function areaOf(cell: string, label: string | null, config: AreasConfig): Area | undefined {
  if (cell === "") return undefined;
  if (config.level === "state") return stateOf(cell);
  if (looksPersonal(label ?? cell)) return undefined;
  return { id: isCode.test(cell) ? cell : codeOf(cell), name: plainText(label ?? cell).slice(0, 120) || nowhere.name };
}

/** Numbers of schools by area and status, as counted by the engine. */
export type Counted = Map<string, { name: string; by: Map<string, number> }>;

/** The areas of a document as columns, ordered by id. A status no school has is left out. */
export function areaColumns(counted: Counted, config: AreasConfig, file?: (id: string) => string): AccessAreas {
  const coverage = config.coverage ?? {};
  const missing = coverage.missing === "not-covered" && config.level === "state" ? union.filter(({ id }) => !counted.has(id)) : [];
  const all = [
    ...[...counted].map(([id, { name, by }]) => ({ id, name, by, present: true })),
    ...missing.map((area) => ({ ...area, by: new Map<string, number>(), present: false })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const covered = all.map(({ id, present }) => {
    if (!present || coverage["not-covered"]?.includes(id)) return "not-covered" as const;
    return coverage["partly-covered"]?.includes(id) ? ("partly-covered" as const) : (coverage.otherwise ?? ("covered" as const));
  });
  const by: AccessTally = {};
  for (const status of accessStatuses)
    if (all.some((area) => area.by.has(status))) by[status] = all.map((area) => area.by.get(status) ?? 0);
  return {
    level: config.level,
    id: all.map(({ id }) => id),
    name: all.map(({ name }) => name),
    coverage: code(covered),
    schools: all.map((area) => [...area.by.values()].reduce((total, count) => total + count, 0)),
    by,
    ...(file ? { file: all.map(({ id, present }) => (present ? file(id) : "not-applicable")) } : {}),
  };
}

/** A column as its different values and, for each row, which of them. Values stand in the order in which they appear. */
export function code<T extends string>(cells: readonly T[]): { values: T[]; index: number[] } {
  const position = new Map<T, number>();
  const index = cells.map((cell) => {
    if (!position.has(cell)) position.set(cell, position.size);
    return position.get(cell)!;
  });
  return { values: [...position.keys()], index };
}
