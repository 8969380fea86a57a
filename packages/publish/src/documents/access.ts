import type { AccessAreas, AccessDocument, Figure, VitrineDocument } from "@vitrine/contract";
import type { AccessConfig, AreasConfig, Publication } from "../config/schema.js";
import type { Control } from "../control/control.js";
import type { Faults } from "../faults.js";
import { lastOf, singleBeside } from "../ledger/before.js";
import type { Past } from "../ledger/ledger.js";
import type { Columns } from "../rows/columns.js";
import type { Rows } from "../rows/load.js";
import { areaColumns, nowhere, type Counted } from "./areas.js";
import { envelope } from "./envelope.js";
import { readSchools, schoolColumns, schoolSql, Texts, type Schools, type SchoolSql } from "./schools.js";

/** An access document prepared: its columns are known to exist. */
export interface AccessPlan {
  config: AccessConfig;
  source: string;
  sql: SchoolSql;
}

/** Checks the columns an access document needs. @throws PublishError for a missing one */
export const planAccess = (config: AccessConfig, columns: Columns, path: readonly (string | number)[]): AccessPlan => ({
  config,
  source: config.from,
  sql: schoolSql(config, columns, path),
});

/** A document with the number of figures withheld in it. */
export interface WrittenAccess {
  document: AccessDocument;
  withheld: number;
}

type AreaCell = "area_cell" | "inner_cell";

const idOf = (document: string, area: string) =>
  `${document}-${area
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}`;

/** Counts schools in the engine and writes the document, or the overview and the document of each area. */
export async function writeAccess(
  plan: AccessPlan,
  rows: Rows,
  publication: Publication,
  control: Control,
  index: number,
  faults: Faults,
  past: Past,
): Promise<WrittenAccess[]> {
  const { config, sql } = plan;
  const schools = await readSchools(config, sql, rows, index, faults);
  const texts = new Texts();
  const write = async (over: Parameters<typeof envelope>[3], areas: AccessAreas, from?: string, area: AreaCell = "area_cell") => {
    let withheld = 0;
    const columns =
      from === undefined ? undefined : await schoolColumns(schools, from, area, sql, texts, control, publication.privacy, () => withheld++);
    const said = envelope("access/1", publication, config, over);
    if (columns?.students) {
      const students = studentsOf(lastOf(past, said)?.document);
      columns.students = columns.students.map((count, at) =>
        singleBeside(count, students.get(columns.id[at]!), publication.privacy.threshold),
      );
      withheld = columns.students.filter((count) => count === "withheld").length;
    }
    const document = { ...said, areas, ...(columns ? { schools: columns } : {}) } as AccessDocument;
    return { document, withheld };
  };
  const written: WrittenAccess[] = [];
  const each = config.eachArea;
  const file = (id: string) => `${idOf(config.id, id)}.json`;
  const counted = await countAreas(schools, schools.table, "area_cell");
  written.push(await write({}, areaColumns(counted, config.areas, each && file), config.write === "schools" ? schools.table : undefined));
  if (each)
    for (const [id, { name }] of [...counted].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const cells = [...schools.areas].flatMap(([cell, area]) => (area.id === id ? [schools.engine.sql.literal(cell)] : []));
      const from = `(SELECT * FROM ${schools.table} WHERE area_cell IN (${cells.join(", ")})) AS inside`;
      const by = each.areas ? "inner_cell" : "area_cell";
      const inside = await countAreas(schools, from, by);
      const areas: AreasConfig = each.areas ?? { level: config.areas.level, column: config.areas.column, ...withoutMissing(config.areas) };
      const say = (text: string) => text.replaceAll("{area}", name);
      const over = {
        id: idOf(config.id, id),
        title: say(each.title),
        ...(each.summary === undefined ? {} : { summary: say(each.summary) }),
        scope: { level: config.areas.level, id, name },
      };
      written.push(await write(over, areaColumns(inside, areas), from, by));
    }
  texts.report(faults, config.id, (column) => config.school[column === "saidon" ? "saidOn" : column]);
  return written;
}

/** Numbers of students by school, as they were published before. */
function studentsOf(last: VitrineDocument | undefined): Map<string, Figure> {
  const { schools } = (last ?? {}) as Partial<AccessDocument>;
  return new Map(schools?.students?.map((figure, at) => [schools.id[at]!, figure]) ?? []);
}

/** The coverage of an area is repeated in its own document; states that are missing from the data are not. */
function withoutMissing({ coverage }: AreasConfig): Partial<AreasConfig> {
  if (!coverage) return {};
  const { missing: _, ...own } = coverage;
  return { coverage: own };
}

async function countAreas({ engine, areas, inner }: Schools, from: string, by: AreaCell): Promise<Counted> {
  const counted: Counted = new Map();
  await engine.each<[string, string, number]>(
    `SELECT ${by}, status, count(*) FROM ${from} GROUP BY ${by}, status ORDER BY ${by}, status`,
    ([cell, status, schools]) => {
      const { id, name } = (by === "area_cell" ? areas : inner)?.get(cell) ?? nowhere;
      const known = counted.get(id) ?? { name, by: new Map<string, number>() };
      known.by.set(status, (known.by.get(status) ?? 0) + schools);
      counted.set(id, known);
    },
  );
  return counted;
}
