import { duckdb } from "../engine/dialects.js";
import type { Engine } from "../engine/engine.js";
import { at, own } from "../engine/sql.js";
import type { RosterConfig } from "../config/schema.js";
import { need, type Columns } from "../rows/columns.js";
import { rowsWhere, type Rows } from "../rows/load.js";
import type { Faults } from "../faults.js";
import { day, type RosterInputs } from "./sources.js";

/** The name under which rows have a column of another source: of the same files, or joined with it. */
function nameIn(columns: Columns, of: Columns, column: string): string | undefined {
  if (columns === of || columns.files.some(({ path }) => of.files.some((file) => file.path === path))) return column;
  for (const [name, { side, column: origin }] of columns.join?.from ?? [])
    if (nameIn(columns.join!.sides[side], of, column) === origin) return name;
  return undefined;
}
const cellIn = (columns: Columns, of: Columns, column: string | undefined): string | undefined => {
  const name = column === undefined ? undefined : nameIn(columns, of, column);
  return name !== undefined && columns.names.includes(name) ? at(need(columns, name, [])) : undefined;
};

/** Rows of a source as one roster sees them. */
interface Seen {
  /** Where the id of an enrolment stands. */
  id?: string | undefined;
  /** SQL of the rows that nobody objects to be counted, when the tables stand. */
  consenting?: (tableOf: (source: string) => string) => string;
}
/** Sources by name. Their columns are asked for, so this comes before rows are loaded. */
export type SeenByRoster = ReadonlyMap<string, Seen>;

/**
 * In which sources the people of a roster stand: its enrolments, and whatever is read from the same file or joined with it, by the row;
 * its attendance and its activity by the account.
 */
export function seenByRoster(
  { enrolments, attendance, activity, accounts }: RosterConfig,
  inputs: RosterInputs,
  known: ReadonlyMap<string, Columns>,
): SeenByRoster {
  const of = (source: string) => known.get(source)!;
  const signed = of(enrolments.from);
  const agreed = day(cellIn(signed, signed, enrolments.consentOn)!);
  const without = refusing(cellIn(signed, signed, enrolments.account), agreed, inputs.enrolments.where);
  const pair =
    accounts &&
    ([
      cellIn(of(accounts.from), of(accounts.from), accounts.account)!,
      cellIn(of(accounts.from), of(accounts.from), accounts.other)!,
    ] as const);
  const seen = new Map<string, Seen>();
  for (const [name, columns] of known) {
    const [id, teacher, consent] = [enrolments.id, enrolments.teacher, enrolments.consentOn].map((column) =>
      cellIn(columns, signed, column),
    );
    if (consent !== undefined) {
      // Of the rows of another source those that no enrolment belongs to are none of the roster's.
      const others = columns === signed ? `NOT coalesce((${inputs.enrolments.where}), FALSE)` : `(${id} IS NULL AND ${teacher} IS NULL)`;
      seen.set(name, { id, consenting: () => `(${others} OR ${day(consent)} IS NOT NULL)` });
      continue;
    }
    const account = [activity, ...(attendance ? [attendance] : [])]
      .map((block) => cellIn(columns, of(block.from), block.account))
      .find((cell) => cell !== undefined);
    if (account === undefined || without === undefined) continue;
    seen.set(name, {
      consenting: (tableOf) => {
        const links = pair && { table: tableOf(accounts.from), pair };
        return `(${account} IS NULL OR lower(${account}) NOT IN (${without(tableOf(enrolments.from), links)}))`;
      },
    });
  }
  return seen;
}

/** Query of the accounts, one's own and linked ones, of those who are enrolled and did not agree. */
function refusing(account: string | undefined, agreed: string, where: string) {
  if (account === undefined) return undefined;
  return (table: string, links?: { table: string; pair: readonly [string, string] }) => {
    const those = (which: string) =>
      `SELECT lower(${account}) AS account FROM ${table} WHERE ${account} IS NOT NULL AND (${where}) AND ${which}`;
    const own = those(`${agreed} IS NULL`);
    const linked = (one: string, other: string) =>
      `SELECT lower(${other}) FROM ${links!.table} WHERE ${other} IS NOT NULL AND lower(${one}) IN (${own})`;
    const all = links ? [own, linked(...links.pair), linked(links.pair[1], links.pair[0])].join(" UNION ") : own;
    return `SELECT account FROM (${all}) EXCEPT ${those(`${agreed} IS NOT NULL`)}`;
  };
}

/**
 * The rows of every source without those of people who are enrolled and did not agree: these are counted in no document (privacy policy, 6).
 * Whoever holds a roster would find them as what is left of a count.
 * @param read the sources of documents other than rosters
 */
export async function consenting(
  engine: Engine,
  rosters: readonly { config: RosterConfig; seen: SeenByRoster }[],
  rows: ReadonlyMap<string, Rows>,
  read: ReadonlySet<string>,
  faults: Faults,
): Promise<Map<string, Rows>> {
  const kept = new Map(rows);
  const tableOf = (source: string) => rows.get(source)!.table;
  for (const [position, [name, all]] of [...rows].entries()) {
    if (!read.has(name)) continue;
    const conditions = rosters.flatMap(({ seen }) => seen.get(name)?.consenting?.(tableOf) ?? []);
    if (conditions.length === 0) continue;
    const some = await rowsWhere(engine, all, own(`consenting_${position}`), conditions.join(" AND "));
    if (some.count === all.count) continue;
    faults.add({ in: name, file: all.columns.shown, reason: "no-consent", rows: all.count - some.count });
    kept.set(name, some);
  }
  return kept;
}

const { literal } = duckdb;

/** A table of the ids of a roster's rows. */
export async function listIds(engine: Engine, name: string, ids: readonly string[]): Promise<string> {
  const table = own(name);
  await engine.run(`CREATE TABLE ${table} (id VARCHAR)`);
  for (let start = 0; start < ids.length; start += 1000)
    await engine.run(
      `INSERT INTO ${table} VALUES ${ids
        .slice(start, start + 1000)
        .map((id) => `(${literal(id)})`)
        .join(", ")}`,
    );
  return table;
}
