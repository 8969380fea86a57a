import type { RosterConfig } from "../config/schema.js";
import type { Engine } from "../engine/engine.js";
import { duckdb } from "../engine/dialects.js";
import { at, own } from "../engine/sql.js";
import type { FaultReason, Faults } from "../faults.js";
import { meant, type Meant } from "../documents/meaning.js";
import type { Meaning } from "../config/parts.js";
import { need, type Columns } from "../rows/columns.js";
import { whereSql, type Rows } from "../rows/load.js";

const { among, number, pick } = duckdb;

type Path = readonly (string | number)[];

/** What a cell is read as: an SQL expression, and the owner's column for the report. */
interface Field {
  name: string;
  sql: string;
  column?: string;
  meaning?: Meant;
}

/** One of a roster's sources, its columns known to exist. */
export interface Input {
  source: string;
  fields: Field[];
  where: string;
}

/** SQL of a cell that is a day, as `2026-06-30`; nothing where it is none. */
export const day = (cell: string) =>
  `CASE WHEN regexp_full_match(${cell}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN CAST(try_cast(${cell} AS DATE) AS VARCHAR) END`;

/** Reads what one block of the config names: from which source, which rows, which columns. */
class Reader {
  readonly fields: Field[] = [];
  readonly where: string;
  constructor(
    readonly columns: Columns,
    readonly path: Path,
    where: { column: string; in?: string[] | undefined; notIn?: string[] | undefined }[] | undefined,
  ) {
    this.where = whereSql(
      columns.sql,
      (where ?? []).map((one, position) => ({ ...one, cell: this.cell(one.column, "where", position, "column") })),
    );
  }
  cell(name: string, ...steps: (string | number)[]): string {
    return at(need(this.columns, name, [...this.path, ...steps]));
  }
  /** `as` wraps the cell in an expression. A column that is left out gives nothing. */
  text(name: string, column: string | undefined, steps: Path, as: (cell: string) => string = (cell) => cell): this {
    if (column === undefined) this.fields.push({ name, sql: "CAST(NULL AS VARCHAR)" });
    else {
      const cell = this.cell(column, ...steps);
      this.fields.push({ name, sql: as(cell), column });
    }
    return this;
  }
  /** A day; what is none is told apart from an empty cell by `<name>_bad`. */
  day(name: string, column: string | undefined, steps: Path): this {
    this.text(name, column, steps, day);
    if (column !== undefined) {
      const cell = this.cell(column, ...steps);
      this.fields.push({ name: `${name}_bad`, sql: `(${cell} IS NOT NULL AND ${day(cell)} IS NULL)`, column });
    }
    return this;
  }
  word<T extends string>(name: string, meaning: Meaning<T> | undefined, steps: Path, otherwise: string): this {
    const text = (word: string) => `'${word}'`;
    const found = meaning && meant(meaning, this.columns, [...this.path, ...steps], text, text(otherwise));
    this.fields.push({ name, sql: found?.sql ?? text(otherwise), ...(found ? { meaning: found } : {}) });
    return this;
  }
  input(): Input {
    return { source: this.columns.name, fields: this.fields, where: this.where };
  }
}

/** A roster's sources as the config names them. `bar` is the number from which it is met, unless a column says it. */
export interface RosterInputs {
  enrolments: Input;
  attendance: Input | undefined;
  accounts: Input | undefined;
  activity: Input;
  nicknames: Input | undefined;
}

/** @param columnsOf the columns of a source; throws when there is none of that name */
export function rosterInputs(config: RosterConfig, path: Path, columnsOf: (name: string, path: Path) => Columns): RosterInputs {
  const reader = <K extends keyof RosterInputs>(key: K) => {
    const block = config[key]!;
    return new Reader(columnsOf(block.from, [...path, key, "from"]), [...path, key], block.where);
  };
  const lower = (cell: string) => `lower(${cell})`;
  const { enrolments, attendance, accounts, activity, nicknames } = config;
  const { bar } = activity;
  const acts = reader("activity")
    .text("account", activity.account, ["account"], lower)
    .text("course", activity.course, ["course"])
    .text("students", activity.students, ["students"])
    .text("unit", activity.highestUnit, ["highestUnit"])
    .text("measure", bar.measure, ["bar", "measure"])
    .word("bar", bar.column === undefined ? undefined : { column: bar.column, values: bar.values! }, ["bar"], "unknown");
  return {
    enrolments: reader("enrolments")
      .text("id", enrolments.id, ["id"])
      .text("teacher", enrolments.teacher, ["teacher"])
      .text("account", enrolments.account, ["account"], lower)
      .text("school_id", enrolments.school.id, ["school", "id"])
      .text("school", enrolments.school.name, ["school", "name"])
      .text("district_id", enrolments.district?.id, ["district", "id"])
      .text("district", enrolments.district?.name, ["district", "name"])
      .text("workshop", enrolments.workshop, ["workshop"])
      .day("consent_on", enrolments.consentOn, ["consentOn"])
      .day("withdrew_on", enrolments.withdrewOn, ["withdrewOn"])
      .word("participation", enrolments.participation, ["participation"], "taking-part")
      .word("role", enrolments.role, ["role"], "unknown")
      .input(),
    attendance:
      attendance &&
      reader("attendance")
        .text("id", attendance.id, ["id"])
        .text("teacher", attendance.teacher, ["teacher"])
        .text("account", attendance.account, ["account"], lower)
        .text("school_id", attendance.school?.id, ["school", "id"])
        .text("school", attendance.school?.name, ["school", "name"])
        .text("workshop", attendance.workshop, ["workshop"])
        .day("consent_on", attendance.consentOn, ["consentOn"])
        .word("attended", attendance.attended, ["attended"], attendance.attended ? "no" : "yes")
        .word("role", attendance.role, ["role"], "unknown")
        .input(),
    accounts:
      accounts &&
      reader("accounts")
        .text("account", accounts.account, ["account"], lower)
        .text("other", accounts.other, ["other"], lower)
        .word("state", accounts.state, ["state"], "suggested")
        .input(),
    activity: acts.input(),
    nicknames:
      nicknames && reader("nicknames").text("name", nicknames.name, ["name"]).text("nickname", nicknames.nickname, ["nickname"]).input(),
  };
}

export type Cells = Record<string, string | null>;

/** The rows of an input, in the order of the source, with what the config does not list counted. */
export async function readInput(engine: Engine, input: Input, rows: Rows, document: string, faults: Faults): Promise<Cells[]> {
  const kept = `(SELECT * FROM ${rows.table} WHERE ${input.where})`;
  const note = async (reason: FaultReason, column: string | undefined, condition: string) => {
    const [found] = await engine.all<[number]>(`SELECT count(*) FROM ${kept} WHERE ${condition}`);
    faults.add({ in: document, file: rows.columns.shown, ...(column === undefined ? {} : { column }), reason, rows: found![0] });
  };
  for (const { name, sql, column, meaning } of input.fields) {
    if (meaning?.column) await note("value-not-listed", meaning.column, meaning.unlisted);
    if (name.endsWith("_bad")) await note("not-a-day", column, sql);
  }
  const shown = input.fields.filter(({ name }) => !name.endsWith("_bad"));
  const list: Cells[] = [];
  await engine.each<(string | null)[]>(
    `SELECT ${shown.map(({ name, sql }) => `${sql} AS ${own(name)}`).join(", ")} FROM ${kept} ORDER BY n`,
    (cells) => list.push(Object.fromEntries(shown.map(({ name }, position) => [name, cells[position] ?? null]))),
  );
  return list;
}

export interface ActivityRow {
  account: string;
  course: string;
  /** `null`: a cell of these rows is no count. */
  students: number | null;
  measure: number | null;
  bar: "yes" | "no" | "unknown";
  units: string[];
}

/** Class activity added up for each account and course. */
export async function readActivity(
  engine: Engine,
  { activity: input }: RosterInputs,
  config: RosterConfig,
  rows: Rows,
  faults: Faults,
): Promise<ActivityRow[]> {
  const sqlOf = (name: string) => input.fields.find((field) => field.name === name)!.sql;
  const note = async (reason: FaultReason, column: string, condition: string) => {
    const [found] = await engine.all<[number]>(`SELECT count(*) FROM ${kept} WHERE ${condition}`);
    faults.add({ in: config.id, file: rows.columns.shown, column, reason, rows: found![0] });
  };
  const kept = `(SELECT * FROM ${rows.table} WHERE ${input.where})`;
  const { bar, students, course, account } = config.activity;
  const whole = (cell: string) => `(CASE WHEN ${number(cell)} >= 0 AND ${number(cell)} = floor(${number(cell)}) THEN ${number(cell)} END)`;
  for (const [name, column] of [
    ["students", students],
    ...(bar.measure === undefined ? [] : [["measure", bar.measure] as const]),
  ] as const) {
    const cell = sqlOf(name);
    await note("not-a-number", column, `${cell} IS NOT NULL AND ${number(cell)} IS NULL`);
    await note("negative", column, `${number(cell)} < 0`);
    await note("not-whole", column, `${number(cell)} >= 0 AND ${number(cell)} <> floor(${number(cell)})`);
  }
  const barField = input.fields.find(({ name }) => name === "bar")!;
  if (barField.meaning?.column) await note("value-not-listed", barField.meaning.column, barField.meaning.unlisted);
  const keys = Object.keys(config.courses);
  await note("value-not-listed", course, `NOT ${among(sqlOf("course"), keys)}`);
  await note("account-missing", account, `${sqlOf("account")} IS NULL`);
  const courseId = pick(
    sqlOf("course"),
    keys.map((key) => ({ keys: [key], gives: `'${config.courses[key]!.id.replaceAll("'", "''")}'` })),
    "NULL",
  );
  const total = (cell: string) => `CASE WHEN count(*) = count(${whole(cell)}) THEN sum(${whole(cell)}) END`;
  const list: ActivityRow[] = [];
  await engine.each<[string, string, number | null, number | null, string, string | null]>(
    `SELECT account, course, ${total("students")}, ${total("measure")},
       CASE WHEN bool_or(bar = 'yes') THEN 'yes' WHEN bool_or(bar = 'unknown') THEN 'unknown' ELSE 'no' END,
       string_agg(DISTINCT unit, chr(10))
     FROM (SELECT ${sqlOf("account")} AS account, ${courseId} AS course, ${sqlOf("students")} AS students, ${sqlOf("measure")} AS measure, ${sqlOf("bar")} AS bar, ${sqlOf("unit")} AS unit FROM ${kept})
     WHERE account IS NOT NULL AND course IS NOT NULL GROUP BY account, course ORDER BY account, course`,
    ([account, course, students, measure, bar, units]) =>
      list.push({ account, course, students, measure, bar: bar as ActivityRow["bar"], units: units?.split("\n") ?? [] }),
  );
  return list;
}
