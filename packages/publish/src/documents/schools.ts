import { accessStatuses, looksPersonal, schoolActivities, schoolLevels, type AccessSchools, type Count } from "@vitrine/contract";
import type { AccessConfig, Publication } from "../config/schema.js";
import type { Control } from "../control/control.js";
import type { Counter } from "../engine/engine.js";
import { at, own } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { FaultReason, Faults } from "../faults.js";
import { need, type Columns } from "../rows/columns.js";
import { whereSql, type Rows } from "../rows/load.js";
import { code, nameAreas } from "./areas.js";
import type { Area } from "./states.js";
import { meant, type Meant } from "./meaning.js";
import { plainText } from "./plain.js";
import { mostOnOneSpot, placeFaults, placeSql } from "./places.js";

type Path = readonly (string | number)[];

/** Cells of a school, as SQL over the rows of a source. */
export interface SchoolSql {
  where: string;
  columns: [name: string, sql: string][];
  meanings: Meant[];
  hasPlace: boolean;
  hasStudents: boolean;
  areas: { cell: string; label: string | undefined }[];
}

/** Checks the columns an access document needs and says how each is read. @throws PublishError for a missing one */
export function schoolSql(config: AccessConfig, columns: Columns, path: Path): SchoolSql {
  const { school } = config;
  const { literal: word, number } = columns.sql;
  const cell = (name: string, ...steps: (string | number)[]) => at(need(columns, name, [...path, ...steps]));
  const optional = (name: string | undefined, step: string): [string, string][] =>
    name === undefined ? [] : [[step.toLowerCase(), cell(name, "school", step)]];
  const status = meant(school.status, columns, [...path, "school", "status"], word, "'unknown'");
  const level = school.level && meant(school.level, columns, [...path, "school", "level"], word, "'unknown'");
  const activity = school.activity && meant(school.activity, columns, [...path, "school", "activity"], word, "'unknown'");
  const source = school.source && meant(school.source, columns, [...path, "school", "source"], (position) => String(position), "0");
  const where = (config.where ?? []).map((condition, position) => ({
    ...condition,
    cell: cell(condition.column, "where", position, "column"),
  }));
  const outer = {
    cell: cell(config.areas.column, "areas", "column"),
    label: config.areas.name && cell(config.areas.name, "areas", "name"),
  };
  const inside = config.eachArea?.areas;
  const inner = inside && {
    cell: cell(inside.column, "eachArea", "areas", "column"),
    label: inside.name && cell(inside.name, "eachArea", "areas", "name"),
  };
  const place =
    school.latitude === undefined
      ? undefined
      : placeSql(
          columns.sql,
          cell(school.latitude, "school", "latitude"),
          cell(school.longitude!, "school", "longitude"),
          config.places?.within,
        );
  const students = school.students === undefined ? undefined : cell(school.students, "school", "students");
  return {
    where: whereSql(columns.sql, where),
    columns: [
      [
        "id",
        school.id === undefined
          ? `${word(`${school.numbered!}-`)} || lpad(CAST(n + 1 AS VARCHAR), 7, '0')`
          : cell(school.id, "school", "id"),
      ],
      ["name", cell(school.name, "school", "name")],
      ["status", status.sql],
      ...(level ? [["level", level.sql] as [string, string]] : []),
      ...(activity ? [["activity", activity.sql] as [string, string]] : []),
      ...(source ? [["source", source.sql] as [string, string]] : []),
      ...optional(school.district, "district"),
      ...optional(school.city, "city"),
      ...optional(school.offering, "offering"),
      ...optional(school.saidOn, "saidOn"),
      ...(place
        ? ([
            ["fault", place.fault],
            ["latitude", place.latitude],
            ["longitude", place.longitude],
          ] as [string, string][])
        : []),
      ...(students === undefined
        ? []
        : ([
            ["students_cell", students],
            ["students", number(students)],
          ] as [string, string][])),
      ["area_cell", `coalesce(${outer.cell}, '')`],
      ["inner_cell", inner ? `coalesce(${inner.cell}, '')` : "''"],
    ],
    meanings: [status, ...(level ? [level] : []), ...(activity ? [activity] : []), ...(source ? [source] : [])],
    hasPlace: place !== undefined,
    hasStudents: students !== undefined,
    areas: [outer, ...(inner ? [inner] : [])],
  };
}

/** Schools in the engine, each once, and what their cells mean. */
export interface Schools {
  engine: Counter;
  /** What a query says after `FROM`. */
  table: string;
  /** The area of every cell of `area_cell`, and of `inner_cell` where there are smaller ones. */
  areas: ReadonlyMap<string, Area>;
  inner: ReadonlyMap<string, Area> | undefined;
  /** Spots that more schools share than the config believes. */
  crowded: ReadonlySet<string>;
}

const spotOf = (latitude: unknown, longitude: unknown) => `${String(latitude)} ${String(longitude)}`;

/** Reads the schools of a document, and counts what is wrong with them. @throws PublishError where a warehouse has two schools of one id */
export async function readSchools(config: AccessConfig, sql: SchoolSql, rows: Rows, index: number, faults: Faults): Promise<Schools> {
  const { engine } = rows;
  const { school } = config;
  const note = (reason: FaultReason, count: number, column?: string) =>
    faults.add({ in: config.id, ...(column === undefined ? {} : { column }), reason, rows: count });
  const one = async (query: string) => (await engine.all<[number]>(query))[0]![0];
  const kept = `${rows.table} WHERE ${sql.where}`;
  const columns = [...(engine.ordered ? ["n"] : []), ...sql.columns.map(([name, expression]) => `${expression} AS ${own(name)}`)];
  const read = await engine.keep(`document_${index}_read`, `SELECT ${columns.join(", ")} FROM ${kept}`);
  for (const { column, unlisted } of sql.meanings)
    if (column) note("value-not-listed", await one(`SELECT count(*) FROM ${kept} AND ${unlisted}`), column);
  const isCode = engine.sql.matches("id", "[A-Za-z0-9][A-Za-z0-9._:-]{0,59}");
  note("id-missing", await one(`SELECT count(*) FROM ${read} WHERE id IS NULL`), school.id);
  note("id-not-a-code", await one(`SELECT count(*) FROM ${read} WHERE NOT ${isCode}`), school.id);
  const repeated = await one(`SELECT count(*) - count(DISTINCT id) FROM ${read} WHERE ${isCode}`);
  note("id-repeated", repeated, school.id);
  if (repeated > 0 && !engine.ordered)
    throw new PublishError(
      "ids-collide",
      `Several rows of ${rows.columns.shown} have the same ${JSON.stringify(school.id)}, and rows of a warehouse have no order to take the first by: make a view in which each school stands once, and name that.`,
      { column: school.id! },
    );
  const first = engine.ordered ? ` AND n IN (SELECT min(n) FROM ${read} WHERE ${isCode} GROUP BY id)` : "";
  const table = await engine.keep(`document_${index}`, `SELECT * FROM ${read} WHERE ${isCode}${first}`);
  const [outer, inner] = sql.areas;
  const inside = config.eachArea?.areas;
  const from = `(SELECT * FROM ${kept}) AS kept`;
  const areas = await nameAreas(engine, from, outer!.cell, outer!.label, config.areas);
  note("area-not-known", areas.lost, config.areas.column);
  const smaller = inside && (await nameAreas(engine, from, inner!.cell, inner!.label, inside));
  if (smaller) note("area-not-known", smaller.lost, inside.column);
  const crowded = sql.hasPlace ? await checkSpots(engine, config, table, note, one) : new Set<string>();
  if (sql.hasStudents) {
    const wrong = async (reason: FaultReason, test: string) =>
      note(reason, await one(`SELECT count(*) FROM ${table} WHERE ${test}`), school.students);
    await wrong("not-a-number", "students_cell IS NOT NULL AND students IS NULL");
    await wrong("negative", "students < 0");
    await wrong("not-whole", "students >= 0 AND students <> floor(students)");
  }
  return { engine, table, areas: areas.areas, inner: smaller?.areas, crowded };
}

/** Counts locations by what is wrong with them; gives those that too many schools share. */
async function checkSpots(
  engine: Counter,
  config: AccessConfig,
  table: string,
  note: (reason: FaultReason, rows: number) => void,
  one: (query: string) => Promise<number>,
): Promise<Set<string>> {
  const most = config.places?.schoolsOnOneSpot ?? mostOnOneSpot;
  const grouped = `SELECT latitude, longitude, count(*) AS schools FROM ${table} WHERE fault IS NULL GROUP BY latitude, longitude`;
  const spots = `SELECT * FROM (${grouped}) AS grouped WHERE schools > 1`;
  note("spots-shared", await one(`SELECT count(*) FROM (${spots}) AS spots`));
  note("spot-shared", await one(`SELECT coalesce(sum(schools), 0) FROM (${spots}) AS spots WHERE schools <= ${most}`));
  const faulty = new Map(await engine.all<[string, number]>(`SELECT fault, count(*) FROM ${table} WHERE fault IS NOT NULL GROUP BY fault`));
  for (const reason of placeFaults) note(reason, faulty.get(reason) ?? 0);
  const crowds = await engine.all<[number, number, number]>(
    `SELECT latitude, longitude, schools FROM (${spots}) AS spots WHERE schools > ${most}`,
  );
  note(
    "place-on-a-crowded-spot",
    crowds.reduce((sum, [, , schools]) => sum + schools, 0),
  );
  return new Set(crowds.map(([latitude, longitude]) => spotOf(latitude, longitude)));
}

const limits = { name: 160, district: 160, city: 120, offering: 200, saidon: 40 } as const;
type TextColumn = keyof typeof limits;

/** Texts of schools as they may be shown. Counts what had to be changed. */
export class Texts {
  private readonly changed = new Map<string, number>();
  private readonly seen = new Set<string>();

  show(column: TextColumn, raw: string | null): string {
    const cell = plainText(raw ?? "");
    if (cell === "") return this.change("text-missing", column, "unknown");
    if (this.seen.has(cell) && cell.length <= limits[column]) return cell;
    if (looksPersonal(cell)) return this.change("text-personal", column, "unknown");
    if (cell.length > limits[column]) return this.change("text-too-long", column, `${cell.slice(0, limits[column] - 1)}…`);
    if (column !== "name") this.seen.add(cell);
    return cell;
  }

  /** @param columnOf the owner's name for a column */
  report(faults: Faults, document: string, columnOf: (column: TextColumn) => string | undefined): void {
    for (const [key, rows] of this.changed) {
      const [reason, column] = key.split(" ") as [FaultReason, TextColumn];
      const name = columnOf(column);
      faults.add({ in: document, ...(name === undefined ? {} : { column: name }), reason, rows });
    }
  }

  private change(reason: FaultReason, column: TextColumn, shown: string): string {
    const key = `${reason} ${column}`;
    this.changed.set(key, (this.changed.get(key) ?? 0) + 1);
    return shown;
  }
}

/** Four decimals of a degree are about ten metres: a building. Every digit more is an eighth of what a reader fetches. */
const degrees = (value: number) => Math.round(value * 10_000) / 10_000;

interface SchoolRow {
  id: string;
  area: string;
  name: string;
  status: (typeof accessStatuses)[number];
  level?: (typeof schoolLevels)[number];
  activity?: (typeof schoolActivities)[number];
  source?: number;
  district?: string;
  city?: string;
  offering?: string;
  saidon?: string;
  latitude: number | "unknown";
  longitude: number | "unknown";
  students?: Count;
}

/** The schools of a table as columns, ordered by id. Numbers of students pass through `control`. @param from the schools, or some of them */
export async function schoolColumns(
  { engine, areas, inner, crowded }: Schools,
  from: string,
  area: "area_cell" | "inner_cell",
  sql: SchoolSql,
  texts: Texts,
  control: Control,
  policy: Publication["privacy"],
  withheld: () => void,
): Promise<AccessSchools> {
  const has = new Set(sql.columns.map(([name]) => name));
  const plain = [
    "id",
    area,
    "name",
    "status",
    ...(["level", "activity", "source", "district", "city", "offering", "saidon"] as const).filter((name) => has.has(name)),
  ];
  const place = sql.hasPlace ? ["CASE WHEN fault IS NULL THEN latitude END", "CASE WHEN fault IS NULL THEN longitude END"] : [];
  const students = sql.hasStudents ? ["CASE WHEN students >= 0 AND students = floor(students) THEN students END"] : [];
  const rows: SchoolRow[] = [];
  await engine.each(`SELECT ${[...plain, ...place, ...students].join(", ")} FROM ${from} ORDER BY id`, (cells) => {
    const row = { latitude: "unknown", longitude: "unknown" } as Record<string, unknown>;
    plain.forEach((name, position) => (row[name] = cells[position]));
    row["area"] = (area === "area_cell" ? areas : inner!).get(row[area] as string)!.id;
    for (const name of Object.keys(limits) as TextColumn[]) if (name in row) row[name] = texts.show(name, row[name] as string | null);
    const spot = cells[plain.length];
    if (sql.hasPlace && typeof spot === "number" && !crowded.has(spotOf(spot, cells[plain.length + 1]))) {
      row["latitude"] = degrees(spot);
      row["longitude"] = degrees(cells[plain.length + 1] as number);
    }
    if (sql.hasStudents) {
      const count = cells.at(-1);
      const shown = typeof count === "number" ? control.single(count, policy) : "unknown";
      if (shown === "withheld") withheld();
      row["students"] = shown;
    }
    rows.push(row as unknown as SchoolRow);
  });
  const pick = <K extends keyof SchoolRow>(name: K) => rows.map((row) => row[name]);
  const coded = <K extends keyof SchoolRow>(name: K) => code(pick(name) as string[]);
  return {
    id: pick("id"),
    name: pick("name"),
    area: coded("area"),
    ...(has.has("district") ? { district: coded("district") } : {}),
    ...(has.has("city") ? { city: coded("city") } : {}),
    status: coded("status") as AccessSchools["status"],
    ...(has.has("level") ? { level: coded("level") as NonNullable<AccessSchools["level"]> } : {}),
    ...(has.has("activity") ? { activity: coded("activity") as NonNullable<AccessSchools["activity"]> } : {}),
    latitude: pick("latitude"),
    longitude: pick("longitude"),
    ...(sql.hasStudents ? { students: pick("students") as Count[] } : {}),
    ...(has.has("offering") ? { offering: coded("offering") } : {}),
    ...(has.has("source") ? { source: pick("source") as number[] } : {}),
    ...(has.has("saidon") ? { saidOn: coded("saidon") } : {}),
  };
}
