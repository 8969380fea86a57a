import { pathText } from "../config/read.js";
import type { Config } from "../config/schema.js";
import { duckdb } from "../engine/dialects.js";
import type { Engine } from "../engine/engine.js";
import type { Warehouses } from "../engine/warehouses.js";
import { PublishError } from "../error.js";
import type { Faults } from "../faults.js";
import { joinColumns, need, type Columns } from "./columns.js";
import { engineColumns, loadFiles, loadJoin, warehouseRows, type Rows } from "./load.js";
import { columnsText, filesOf, look, type Look } from "./look.js";
import { looksLikeStudent } from "./students.js";

/** The files of every source, looked at. @throws PublishError for the first that cannot be read */
export async function lookAtFiles(config: Config, folder: string): Promise<Map<string, Look[]>> {
  const looks = new Map<string, Look[]>();
  for (const [name, source] of Object.entries(config.sources)) {
    if (source.join || source.warehouse) continue;
    const files = await filesOf(source, name, folder);
    const at = pathText(["sources", name]);
    const list: Look[] = [];
    for (const file of files) list.push(await look(file, source, at));
    looks.set(name, list);
  }
  return looks;
}

/** The columns of every source, joins after what they join. Refuses columns that look like student records. */
export async function describeSources(
  config: Config,
  looks: Map<string, Look[]>,
  engine: Engine,
  warehouses: Warehouses,
): Promise<Map<string, Columns>> {
  const known = new Map<string, Columns>();
  const called = calledColumns(config);
  for (const [name, source] of Object.entries(config.sources)) {
    if (!source.warehouse) continue;
    const { counter, table, names } = await warehouses.open(name, source.warehouse);
    refuseStudents(name, `the table of the source "${name}"`, names);
    known.set(name, {
      name,
      shown: `a table of ${counter.sql.name}`,
      files: [],
      names,
      sql: counter.sql,
      warehouse: { counter, table },
      needed: new Map(),
    });
  }
  for (const [name, files] of looks) {
    for (const file of files) if (file.format !== "csv") file.header = await engineColumns(engine, file);
    const isSecret = ({ format, header }: Look) => format === "csv" && !header.some((column) => called.has(column));
    for (const file of files) refuseStudents(name, file.shown, file.header, isSecret(file));
    const [first, ...others] = files as [Look, ...Look[]];
    for (const file of others) {
      const lacks = first.header.filter((column) => !file.header.includes(column));
      if (lacks.length > 0)
        throw new PublishError(
          "columns-differ",
          `${file.shown} has not the same columns as ${first.shown} in the source "${name}": ${isSecret(first) ? "give both a line with the names of columns" : `add ${columnsText(lacks)}`}, or make it a source of its own.`,
          { file: file.shown, row: 1, path: pathText(["sources", name]) },
        );
    }
    const shown = others.length > 0 ? `${first.shown} and ${others.length} more` : first.shown;
    const { fileColumn } = config.sources[name]!;
    const names = fileColumn === undefined ? first.header : [...first.header, fileColumn];
    known.set(name, { name, shown, files, names, secret: isSecret(first), sql: duckdb, needed: new Map() });
  }
  for (const [name, columns] of known)
    for (const column of Object.keys(config.sources[name]!.digits ?? {}))
      if (!columns.names.includes(column)) need(columns, column, ["sources", name, "digits", column]);
  for (const name of Object.keys(config.sources)) describeJoin(config, name, known, []);
  return known;
}

function describeJoin(config: Config, name: string, known: Map<string, Columns>, open: string[]): Columns {
  const ready = known.get(name);
  if (ready) return ready;
  const source = config.sources[name];
  if (!source?.join || open.includes(name)) {
    const at = pathText(["sources", open.at(-1) ?? name, "join"]);
    throw new PublishError(
      "config-refused",
      open.includes(name)
        ? `${at} joins a source with itself: name two other sources.`
        : `${at} names the source "${name}", which does not exist: use one of ${Object.keys(config.sources).join(", ")}.`,
      { path: at },
    );
  }
  const sides = source.join.map((side) => describeJoin(config, side, known, [...open, name])) as [Columns, Columns];
  const columns = joinColumns(name, sides, source.on ?? {}, source.keep ?? "matched");
  for (const [left, right] of columns.join!.on) {
    need(sides[0], left, ["sources", name, "on", left]);
    need(sides[1], right, ["sources", name, "on", left]);
  }
  known.set(name, columns);
  return columns;
}

/** What stands in the lists under these keys is what cells say or what readers read, never a column. */
const notColumns = new Set(["values", "groups", "in", "notIn", "notes", "actions"]);

/** All words of a config that may be the name of a column. A file whose first line has none of them may have no line of names. */
function calledColumns({ documents, sources }: Config): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === "string") found.add(value);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) if (!notColumns.has(key) || typeof inner === "string") walk(inner);
  };
  walk(documents);
  for (const { on = {}, digits = {} } of Object.values(sources))
    for (const [left, right] of Object.entries({ ...digits, ...on })) found.add(left).add(String(right));
  return found;
}

function refuseStudents(name: string, shown: string, header: readonly string[], secret = false) {
  const at = header.findIndex(looksLikeStudent);
  if (at < 0) return;
  const column = secret ? `${at + 1}` : header[at]!.slice(0, 60);
  throw new PublishError(
    "student-records",
    `Column ${secret ? column : JSON.stringify(column)} of ${shown} (source "${name}") looks like a record about a student: leave it out there; only counts of students may be read.`,
    { file: shown, row: 1, column, path: pathText(["sources", name]) },
  );
}

/** Loads what the documents asked for, files before joins. */
export async function loadSources(
  config: Config,
  known: Map<string, Columns>,
  used: ReadonlySet<string>,
  engine: Engine,
  faults: Faults,
  done: (name: string, rows: number) => void,
): Promise<Map<string, Rows>> {
  const loaded = new Map<string, Rows>();
  const load = async (name: string): Promise<Rows> => {
    const ready = loaded.get(name);
    if (ready) return ready;
    const columns = known.get(name)!;
    const index = loaded.size;
    let rows: Rows;
    if (columns.join) {
      const sides: [Rows, Rows] = [await load(columns.join.sides[0].name), await load(columns.join.sides[1].name)];
      rows = await loadJoin(engine, columns, sides, loaded.size, faults);
    } else if (columns.warehouse) rows = await warehouseRows(columns, config.sources[name]!);
    else rows = await loadFiles(engine, columns, config.sources[name]!, index, faults);
    loaded.set(name, rows);
    done(name, rows.count);
    if (rows.count === 0)
      throw new PublishError(
        "nothing-left",
        `The source "${name}" (${columns.shown}) has no row that can be used: check ${columns.warehouse ? "its table" : `its files${columns.join ? " and the columns of its join" : ""}`}.`,
        { file: columns.shown, path: pathText(["sources", name]) },
      );
    return rows;
  };
  for (const name of used) await load(name);
  return loaded;
}
