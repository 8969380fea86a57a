import type { Union } from "../control/control.js";
import type { Counter } from "../engine/engine.js";

/** A way to split people into groups: SQL for the group of a row, and the groups in their order. */
export interface Grouped {
  sql: string;
  groups: readonly string[];
}

/** More different rows than this are not fetched: the engine is then asked for two ways at a time. */
const most = 20_000;

/** Which groups of two ways stand together in a row, for any two of them. */
async function pairsOf(engine: Counter, from: string, splits: readonly Grouped[]) {
  const all = splits.map(({ sql }, at) => `${sql} AS s${at}`).join(", ");
  const names = splits.map((_, at) => `s${at}`);
  const ask = (columns: readonly string[], limit: string) =>
    engine.all<string[]>(`SELECT DISTINCT ${columns.join(", ")} FROM (SELECT ${all} FROM ${from}) AS ways${limit}`);
  const rows = await ask(names, ` LIMIT ${most + 1}`);
  return async (one: number, other: number): Promise<[string, string][]> => {
    const pairs = rows.length > most ? await ask([names[one]!, names[other]!], "") : rows.map((row) => [row[one]!, row[other]!]);
    return [...new Map(pairs.map(([a, b]) => [`${a}\n${b}`, [a, b] as [string, string]])).values()];
  };
}

/** Groups of `wholes` that are made up of whole groups of `parts`, each by its place and theirs. */
function madeUp(wholes: readonly string[], parts: readonly string[], pairs: readonly (readonly [whole: string, part: string])[]) {
  const wholesOf = new Map<string, Set<string>>();
  for (const [of, name] of pairs) wholesOf.set(name, (wholesOf.get(name) ?? new Set()).add(of));
  return wholes.flatMap((group, row) => {
    const inside = pairs.flatMap(([of, name]) => (of === group ? [name] : [])).sort();
    if (inside.length === 0 || inside.some((name) => wholesOf.get(name)!.size > 1)) return [];
    const rows = inside.map((name) => parts.indexOf(name));
    return rows.includes(-1) ? [] : [{ row, rows }];
  });
}

/**
 * Which groups are made up of whole groups of another split. Everybody knows that of districts and regions, and can add them up.
 * @param from what a query says after `FROM`: rows of those who are counted
 */
export async function unionsOf(engine: Counter, from: string, splits: readonly Grouped[]): Promise<Union[]> {
  if (splits.length < 2) return [];
  const pairs = await pairsOf(engine, from, splits);
  const found: Union[] = [];
  for (const [first, one] of splits.entries())
    for (const [second, other] of splits.entries()) {
      if (second <= first) continue;
      const list = await pairs(first, second);
      const add = (whole: number, part: number, made: ReturnType<typeof madeUp>) =>
        found.push(...made.map(({ row, rows }): Union => ({ of: [whole, row], parts: rows.map((at) => [part, at] as const) })));
      add(first, second, madeUp(one.groups, other.groups, list));
      add(
        second,
        first,
        madeUp(
          other.groups,
          one.groups,
          list.map(([a, b]) => [b, a] as const),
        ),
      );
    }
  return found;
}

/** The same between ways of two documents: `turned` where groups of the other's make up one of ours. */
export interface UnionBetween {
  own: number;
  other: number;
  /** Groups of one that together are `whole` of the other. */
  whole: number;
  parts: number[];
  /** Whether the whole is the other document's. */
  turned: boolean;
}

/** As {@link unionsOf}, of each way of one document with each of another. */
export async function unionsBetween(
  engine: Counter,
  from: string,
  ones: readonly Grouped[],
  others: readonly Grouped[],
): Promise<UnionBetween[]> {
  const pairs = await pairsOf(engine, from, [...ones, ...others]);
  const found: UnionBetween[] = [];
  for (const [own, one] of ones.entries())
    for (const [other, two] of others.entries()) {
      const list = await pairs(own, ones.length + other);
      for (const { row, rows } of madeUp(one.groups, two.groups, list)) found.push({ own, other, whole: row, parts: rows, turned: false });
      const back = list.map(([a, b]) => [b, a] as const);
      for (const { row, rows } of madeUp(two.groups, one.groups, back))
        // Of two groups that are the same one says it.
        if (rows.length > 1) found.push({ own, other, whole: row, parts: rows, turned: true });
    }
  return found;
}
