import type { Union } from "../control/control.js";
import type { Counter } from "../engine/engine.js";

/** A way to split people into groups: SQL for the group of a row, and the groups in their order. */
export interface Grouped {
  sql: string;
  groups: readonly string[];
}

/**
 * Which groups are made up of whole groups of another split. Everybody knows that of districts and regions, and can add them up.
 * @param from what a query says after `FROM`: rows of those who are counted
 */
export async function unionsOf(engine: Counter, from: string, splits: readonly Grouped[]): Promise<Union[]> {
  const found: Union[] = [];
  for (const [first, one] of splits.entries())
    for (const [second, other] of splits.entries()) {
      if (second <= first) continue;
      const pairs = await engine.all<[string, string]>(
        `SELECT DISTINCT a, b FROM (SELECT ${one.sql} AS a, ${other.sql} AS b FROM ${from}) AS pairs`,
      );
      const add = (whole: number, part: number, list: readonly (readonly [whole: string, part: string])[]) => {
        const wholesOf = new Map<string, Set<string>>();
        for (const [of, name] of list) wholesOf.set(name, (wholesOf.get(name) ?? new Set()).add(of));
        splits[whole]!.groups.forEach((group, row) => {
          const parts = list.flatMap(([of, name]) => (of === group ? [name] : []));
          if (parts.length === 0 || parts.some((name) => wholesOf.get(name)!.size > 1)) return;
          found.push({ of: [whole, row], parts: parts.sort().map((name) => [part, splits[part]!.groups.indexOf(name)] as const) });
        });
      };
      add(first, second, pairs);
      add(
        second,
        first,
        pairs.map(([a, b]) => [b, a] as const),
      );
    }
  return found.filter(({ parts }) => parts.every(([, row]) => row >= 0));
}
