import type { AccessAreas, AccessDocument, Figure, VitrineDocument } from "@vitrine/contract";
import type { AccessConfig, AreasConfig, Publication } from "../config/schema.js";
import type { Control } from "../control/control.js";
import type { Engine } from "../engine/engine.js";
import { literal } from "../engine/sql.js";
import type { Faults } from "../faults.js";
import { lastOf, singleBeside } from "../ledger/before.js";
import type { Past } from "../ledger/ledger.js";
import type { Columns } from "../rows/columns.js";
import type { Rows } from "../rows/load.js";
import { areaColumns, type Counted } from "./areas.js";
import { envelope } from "./envelope.js";
import { readSchools, schoolColumns, schoolSql, Texts, type SchoolSql } from "./schools.js";

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

const idOf = (document: string, area: string) =>
  `${document}-${area
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}`;

/** Counts schools in the engine and writes the document, or the overview and the document of each area. */
export async function writeAccess(
  plan: AccessPlan,
  engine: Engine,
  rows: Rows,
  publication: Publication,
  control: Control,
  index: number,
  faults: Faults,
  past: Past,
): Promise<WrittenAccess[]> {
  const { config, sql } = plan;
  const table = await readSchools(engine, config, sql, rows, index, faults);
  const texts = new Texts();
  const write = async (over: Parameters<typeof envelope>[3], areas: AccessAreas, from?: string, area: "area" | "inner_area" = "area") => {
    let withheld = 0;
    const schools =
      from === undefined ? undefined : await schoolColumns(engine, from, area, sql, texts, control, publication.privacy, () => withheld++);
    const said = envelope("access/1", publication, config, over);
    if (schools?.students) {
      const students = studentsOf(lastOf(past, said)?.document);
      schools.students = schools.students.map((count, at) =>
        singleBeside(count, students.get(schools.id[at]!), publication.privacy.threshold),
      );
      withheld = schools.students.filter((count) => count === "withheld").length;
    }
    const document = { ...said, areas, ...(schools ? { schools } : {}) } as AccessDocument;
    return { document, withheld };
  };
  const written: WrittenAccess[] = [];
  const each = config.eachArea;
  const file = (id: string) => `${idOf(config.id, id)}.json`;
  const counted = await countAreas(engine, table, "area");
  written.push(await write({}, areaColumns(counted, config.areas, each && file), config.write === "schools" ? table : undefined));
  if (each)
    for (const [id, { name }] of [...counted].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const from = `(SELECT * FROM ${table} WHERE area = ${literal(id)})`;
      const inside = await countAreas(engine, from, each.areas ? "inner_area" : "area");
      const areas: AreasConfig = each.areas ?? { level: config.areas.level, column: config.areas.column, ...withoutMissing(config.areas) };
      const say = (text: string) => text.replaceAll("{area}", name);
      const over = {
        id: idOf(config.id, id),
        title: say(each.title),
        ...(each.summary === undefined ? {} : { summary: say(each.summary) }),
        scope: { level: config.areas.level, id, name },
      };
      written.push(await write(over, areaColumns(inside, areas), from, each.areas ? "inner_area" : "area"));
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

async function countAreas(engine: Engine, from: string, area: "area" | "inner_area"): Promise<Counted> {
  const counted: Counted = new Map();
  await engine.each<[string, string, string, number]>(
    `SELECT ${area}, min(${area === "area" ? "area_name" : "inner_name"}), status, count(*) FROM ${from} GROUP BY ${area}, status ORDER BY ${area}, status`,
    ([id, name, status, schools]) => {
      const known = counted.get(id) ?? { name, by: new Map<string, number>() };
      known.by.set(status, schools);
      counted.set(id, known);
    },
  );
  return counted;
}
