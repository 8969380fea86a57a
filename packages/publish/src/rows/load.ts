import { basename } from "node:path";
import type { SourceConfig } from "../config/schema.js";
import { duckdb, type Sql } from "../engine/dialects.js";
import { EngineFailure, type Counter, type Engine } from "../engine/engine.js";
import { at, jsonCell, own, readCsv, readJsonLines, readParquet } from "../engine/sql.js";
import { PublishError } from "../error.js";
import type { FaultReason, Faults } from "../faults.js";
import type { Columns } from "./columns.js";
import { readThrough, type Look } from "./look.js";
import { writeAsUtf8 } from "./windows.js";

const { literal, quoted } = duckdb;
const clean = (cell: string, unknown: readonly string[], digits?: number) => duckdb.clean(duckdb.trimmed(cell), unknown, digits);

/**
 * Rows in an engine. Its columns are `c0`, `c1`, ... as {@link Columns.needed} says, and, where rows are ordered, `n`, the row's position
 * from 0.
 */
export interface Rows {
  columns: Columns;
  engine: Counter;
  /** What a query says after `FROM`. */
  table: string;
  count: number;
  /** Where the rows were not copied: a table of their cells as the files have them, and what each column of ours makes of them. */
  uncopied?: { table: string; cells: ReadonlyMap<string, { raw: string; clean: string }> };
}

/**
 * Query of the cells that differ and, as `many`, how many rows have them. Millions of rows are looked at once, and their cells are tidied
 * when few are left; so the same cells may stand in several lines.
 * @param cells columns of ours @param where a condition on columns of ours
 */
export function differentRows({ table, uncopied }: Rows, cells: readonly string[], where: string): string {
  if (!uncopied) return `SELECT ${[...cells, "count(*) AS many"].join(", ")} FROM ${table} WHERE ${where} GROUP BY ${cells.join(", ")}`;
  const of = cells.map((cell) => ({ cell, ...uncopied.cells.get(cell)! }));
  const raw = `SELECT ${[...of.map((one) => one.raw), "count(*) AS many"].join(", ")} FROM ${uncopied.table} WHERE ${where} GROUP BY ALL`;
  return `SELECT ${[...of.map(({ cell, clean: tidy }) => `${tidy} AS ${cell}`), "many"].join(", ")} FROM (${raw})`;
}

/** The rows that a condition on columns of ours keeps, as a source of their own. @param name one of our own */
export async function rowsWhere(engine: Engine, rows: Rows, name: string, condition: string): Promise<Rows> {
  const keep = (table: string, from: string) => engine.run(`CREATE VIEW ${table} AS SELECT * FROM ${from} WHERE ${condition}`);
  await keep(name, rows.table);
  const uncopied = rows.uncopied && { ...rows.uncopied, table: `${name}_uncopied` };
  if (uncopied) await keep(uncopied.table, rows.uncopied!.table);
  const [found] = await engine.all<[number]>(`SELECT count(*) FROM ${name}`);
  return { ...rows, table: name, count: found![0], ...(uncopied && { uncopied }) };
}

/** Names the file when the engine fails at it. */
async function ofFile<T>({ shown }: Look, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    throw failure instanceof EngineFailure ? new EngineFailure(failure.reason, shown) : failure;
  }
}

/** Column names of a file that only the engine can read. */
export const engineColumns = (engine: Engine, file: Look): Promise<string[]> => ofFile(file, () => columnsIn(engine, file));

async function columnsIn(engine: Engine, file: Look): Promise<string[]> {
  if (file.format === "parquet")
    return (await engine.all<[string]>(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${readParquet(engine.pathOf(file.path))})`)).map(
      ([name]) => name,
    );
  const keys = `SELECT DISTINCT unnest(json_keys(json)) AS name FROM ${readJsonLines(engine.pathOf(file.path), file.gzip)} WHERE json_type(json) = 'OBJECT'`;
  return (await engine.all<[string]>(`SELECT name FROM (${keys}) ORDER BY name`)).map(([name]) => name);
}

const cellsOf = (columns: Columns, source: SourceConfig, file: Look, cell: (name: string) => string) =>
  [...columns.needed].map(([name, position]) => {
    const text = name === source.fileColumn ? literal(fileName(file)) : clean(cell(name), source.unknown ?? [], source.digits?.[name]);
    return `${text} AS ${at(position)}`;
  });

/** A file's name without its folder and endings. */
const fileName = ({ path }: Look) => basename(path).replace(/(\.[a-z]+){1,2}$/i, "");

/** Parquet files as they stand, their needed columns as text: nothing is copied, and what a query does not need is not read. */
async function viewParquet(engine: Engine, columns: Columns, source: SourceConfig, table: string): Promise<Rows> {
  const names = [...columns.needed].map(([name, position]) => {
    const raw = own(`r${position}`);
    const text = name === source.fileColumn ? raw : clean(`CAST(${raw} AS VARCHAR)`, source.unknown ?? [], source.digits?.[name]);
    return { name, cell: at(position), raw, clean: text };
  });
  const parts: string[] = [];
  let count = 0;
  for (const file of columns.files) {
    const from = readParquet(engine.pathOf(file.path));
    const raw = names.map((one) => `${one.name === source.fileColumn ? literal(fileName(file)) : quoted(one.name)} AS ${one.raw}`);
    parts.push(`SELECT ${[`${count} + file_row_number AS n`, ...raw].join(", ")} FROM ${from}`);
    count += (await ofFile(file, () => engine.all<[number]>(`SELECT count(*) FROM ${from}`)))[0]![0];
  }
  const whole = own(`${table}_uncopied`);
  const both = names.map(({ cell, clean: text }) => `${text} AS ${cell}`);
  await engine.run(`CREATE VIEW ${whole} AS SELECT ${["*", ...both].join(", ")} FROM (${parts.join(" UNION ALL ")})`);
  await engine.run(`CREATE VIEW ${table} AS SELECT ${["n", ...names.map(({ cell }) => cell)].join(", ")} FROM ${whole}`);
  return { columns, engine, table, count, uncopied: { table: whole, cells: new Map(names.map((one) => [one.cell, one])) } };
}

/** Loads the needed columns of a source's files as text, file after file. Rows that cannot be read are counted. */
export async function loadFiles(engine: Engine, columns: Columns, source: SourceConfig, index: number, faults: Faults): Promise<Rows> {
  const table = own(`source_${index}`);
  if (columns.files.every(({ format }) => format === "parquet")) return viewParquet(engine, columns, source, table);
  const list = [...columns.needed.values()].map((position) => `${at(position)} VARCHAR`);
  await engine.run(`CREATE TABLE ${table} (${["n BIGINT", ...list].join(", ")})`);
  let count = 0;
  for (const [position, file] of columns.files.entries()) {
    const rejects = own(`${table}_rejects_${position}`);
    const insert = (from: string, cell: (name: string) => string, where = "TRUE") =>
      engine.run(
        `INSERT INTO ${table} SELECT ${[`${count} + row_number() OVER () - 1`, ...cellsOf(columns, source, file, cell)].join(", ")} FROM ${from} WHERE ${where}`,
      );
    const whole = file.gzip ? readThrough(file) : undefined;
    whole?.catch(() => undefined);
    await ofFile(file, async () => {
      if (file.format === "parquet") await insert(readParquet(engine.pathOf(file.path)), (name) => `CAST(${quoted(name)} AS VARCHAR)`);
      else if (file.format === "jsonl") {
        const from = readJsonLines(engine.pathOf(file.path), file.gzip);
        await insert(from, jsonCell, "json_type(json) = 'OBJECT'");
        const [bad] = await engine.all<[number]>(`SELECT count(*) FROM ${from} WHERE json_type(json) IS DISTINCT FROM 'OBJECT'`);
        faults.add({ in: columns.name, file: file.shown, reason: "not-an-object", rows: bad![0] });
      } else await loadCsv(columns, file, rejects, insert, engine, faults);
    });
    await whole;
    count = (await engine.all<[number]>(`SELECT count(*) FROM ${table}`))[0]![0];
  }
  return { columns, engine, table, count };
}

/** The rows of a warehouse's table where they stand: every query reads their cells as those of a file are read. */
export async function warehouseRows(columns: Columns, source: SourceConfig): Promise<Rows> {
  const { counter, table } = columns.warehouse!;
  const { sql } = columns;
  const needed = [...columns.needed];
  const trimmed = needed.map(([name, position]) => `${sql.trimmed(sql.text(sql.quoted(name)))} AS r${position}`);
  const cells = needed.map(
    ([name, position]) => `${sql.clean(`r${position}`, source.unknown ?? [], source.digits?.[name])} AS ${at(position)}`,
  );
  const read = `SELECT ${trimmed.length > 0 ? trimmed.join(", ") : "1 AS one"} FROM ${table}`;
  const [found] = await counter.all<[number]>(`SELECT count(*) FROM ${table}`);
  const from = `(SELECT ${cells.length > 0 ? cells.join(", ") : "one"} FROM (${read}) AS read_cells) AS cells`;
  return { columns, engine: counter, table: from, count: found![0] };
}

async function loadCsv(
  columns: Columns,
  file: Look,
  rejects: string,
  insert: (from: string, cell: (name: string) => string) => Promise<void>,
  engine: Engine,
  faults: Faults,
) {
  const cell = (name: string) => at(file.header.indexOf(name));
  const shape = {
    path: engine.pathOf(file.path),
    columns: file.header.length,
    delimiter: file.delimiter,
    gzip: file.gzip,
    encoding: file.encoding,
  };
  let table = rejects;
  try {
    await insert(readCsv({ ...shape, lenient: false, rejects: table }), cell);
  } catch (reason) {
    const windows = file.encoding === "latin-1";
    if (!(reason instanceof EngineFailure) || !(reason.mixedLines || windows)) throw reason;
    table = `${rejects}_again`;
    if (windows) {
      const path = engine.newFile();
      await writeAsUtf8(file.path, file.gzip, path);
      return loadCsv(columns, { ...file, path, gzip: false, encoding: "utf-8" }, table, insert, engine, faults);
    }
    await insert(readCsv({ ...shape, lenient: true, rejects: table }), cell);
    faults.add({ in: columns.name, file: file.shown, reason: "mixed-line-ends", rows: 1 });
  }
  // A quotation mark that is opened and not closed takes the lines after it along.
  const taken = `error_type::VARCHAR = 'UNQUOTED VALUE' AND regexp_matches(rtrim(csv_line, chr(10) || chr(13)), '[\\r\\n]')`;
  const found = await engine.all<[string, number, string, number | null]>(
    `SELECT kind, count(*), array_to_string(list(line ORDER BY line)[1:5], ' '), min(taken)
     FROM (SELECT min(error_type::VARCHAR) AS kind, line, min(CASE WHEN ${taken} THEN line END) AS taken FROM ${table} GROUP BY line)
     GROUP BY kind ORDER BY kind`,
  );
  for (const [kind, rows, lines, open] of found) {
    if (open !== null)
      throw new PublishError(
        "quote-open",
        `Row ${open} of ${file.shown} opens a quotation mark and does not close it, so that the rows after it are taken for part of it: close it, or write it twice where it belongs to the text.`,
        { file: file.shown, row: open },
      );
    const first = lines.split(" ").map(Number);
    if (kind === "INVALID ENCODING")
      throw new PublishError(
        "file-encoding",
        `Row ${first[0]} of ${file.shown} is not UTF-8: save the file as UTF-8, or add "encoding": "latin-1" to the source "${columns.name}".`,
        { file: file.shown, row: first[0]! },
      );
    faults.add({ in: columns.name, file: file.shown, reason: rejectReasons[kind] ?? "unreadable-row", rows, first });
  }
}

const rejectReasons: Record<string, FaultReason> = {
  "MISSING COLUMNS": "too-few-cells",
  "TOO MANY COLUMNS": "too-many-cells",
  "UNQUOTED VALUE": "quote-not-closed",
  "LINE SIZE OVER MAXIMUM": "row-too-long",
};

/** Joins two loaded sources. Of several rows of the second with one key the first is taken, so no row is doubled. */
export async function loadJoin(engine: Engine, columns: Columns, sides: [Rows, Rows], index: number, faults: Faults): Promise<Rows> {
  const { from, on, keep } = columns.join!;
  const table = own(`source_${index}`);
  const [first, second] = sides;
  const cell = (side: 0 | 1, name: string) => `s${side}.${at(sides[side].columns.needed.get(name)!)}`;
  const keys = on.map(([left, right]) => [cell(0, left), cell(1, right)] as const);
  const rights = keys.map(([, right]) => right.replace("s1.", ""));
  const blank = rights.map((right) => `${right} IS NULL`).join(" OR ");
  const unique = own(`${table}_second`);
  await engine.run(
    `CREATE TABLE ${unique} AS SELECT * FROM ${second.table} WHERE n IN (SELECT min(n) FROM ${second.table} WHERE NOT (${blank}) GROUP BY ${rights.join(", ")})`,
  );
  const list = [...columns.needed].map(([name, position]) => {
    const { side, column } = from.get(name)!;
    return `${cell(side, column)} AS ${at(position)}`;
  });
  const match = keys.map(([left, right]) => `${left} = ${right}`).join(" AND ");
  await engine.run(
    `CREATE TABLE ${table} AS SELECT ${["s0.n AS n", ...list].join(", ")} FROM ${first.table} s0 ${keep === "first" ? "LEFT" : "INNER"} JOIN ${unique} s1 ON ${match} ORDER BY s0.n`,
  );
  const lefts = keys.map(([left]) => left.replace("s0.", ""));
  const one = async (sql: string) => (await engine.all<[number]>(sql))[0]![0];
  const missing = (cells: string[]) => cells.map((name) => `${name} IS NULL`).join(" OR ");
  for (const [rows, cells, side] of [
    [first, lefts, 0],
    [second, rights, 1],
  ] as const) {
    const without = await one(`SELECT count(*) FROM ${rows.table} WHERE ${missing(cells)}`);
    const other = side === 0 ? unique : first.table;
    const alone = await one(
      `SELECT count(*) FROM ${side === 0 ? first.table : unique} s${side} ANTI JOIN ${other} s${side === 0 ? 1 : 0} ON ${match}`,
    );
    faults.add({ in: columns.name, file: rows.columns.shown, reason: "key-missing", rows: without });
    faults.add({ in: columns.name, file: rows.columns.shown, reason: "unmatched", rows: side === 0 ? alone - without : alone });
    if (side === 1) {
      const usable = second.count - without;
      faults.add({
        in: columns.name,
        file: rows.columns.shown,
        reason: "key-repeated",
        rows: usable - (await one(`SELECT count(*) FROM ${unique}`)),
      });
    }
  }
  return { columns, engine, table, count: await one(`SELECT count(*) FROM ${table}`) };
}

/** The conditions of a document's `where`, as SQL. */
export const whereSql = (
  { among }: Sql,
  conditions: readonly { cell: string; in?: string[] | undefined; notIn?: string[] | undefined }[],
): string =>
  conditions.length > 0
    ? conditions.map(({ cell, in: kept, notIn }) => (kept ? among(cell, kept) : `NOT (${among(cell, notIn ?? [])})`)).join(" AND ")
    : "1 = 1";
