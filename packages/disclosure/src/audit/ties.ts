import type { KnownSum, Named, Same } from "./documents.js";
import type { Read, Reading } from "./read.js";

/** What a reader may take to be the same people: figures that are one number, and figures that add up, in documents that say so by themselves. */
export interface Ties {
  same: Same[];
  sums: KnownSum[];
}

/** Where a document says how many people it speaks of, and how many of them are in each group of its breakdowns. */
interface Stand {
  whole: string;
  asOf: string;
  breakdowns: Map<string, string>[];
}

const named = ({ document }: Reading, figure: string): Named => ({ document: document.id, figure });
const isExact = ({ low, high }: Read) => low === high;
const agree = (a: Read, b: Read) => a.low <= b.high && b.low <= a.high;

/** Two documents say that they speak of the same place, time and day. */
function speakAlike({ document: a }: Reading, { document: b }: Reading): boolean {
  const period = a.period.label === b.period.label || (a.period.from !== undefined && a.period.from === b.period.from);
  return a.scope.level === b.scope.level && a.scope.id === b.scope.id && period;
}

/** Figures by group: the name of a group's figure in each list of groups that a name leads through. */
function groupsIn({ cells }: Reading, pattern: RegExp): Map<string, string>[] {
  const found = new Map<string, Map<string, string>>();
  for (const name of cells.keys()) {
    const [, list, id] = pattern.exec(name) ?? [];
    if (list === undefined || id === undefined) continue;
    const groups = found.get(list) ?? new Map<string, string>();
    found.set(list, groups.set(id, name));
  }
  return [...found.values()];
}

function standsOf(reading: Reading): Stand[] {
  const { document } = reading;
  const one = (whole: string, pattern: RegExp, asOf = document.asOf): Stand => ({ whole, asOf, breakdowns: groupsIn(reading, pattern) });
  if (document.schema === "implementation/1") return [one("trained", /^breakdowns\/([^/]+)\/groups\/([^/]+)\/trained$/)];
  if (document.schema === "composition/1") return [one("subject/students", /^breakdowns\/([^/]+)\/groups\/([^/]+)\/students$/)];
  if (document.schema !== "metrics/1") return [];
  return document.metrics.flatMap(({ id, counts, asOf }) =>
    counts === "people" ? [one(`metrics/${id}/value`, new RegExp(`^(metrics/${id}/parts)/([^/]+)/value$`), asOf)] : [],
  );
}

/** Two lists of groups that are called the same and can be the same numbers. */
function sameGroups(a: Reading, b: Reading, one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): [string, string][] {
  if (one.size !== other.size || one.size < 2) return [];
  const pairs = [...one].map(([id, name]): [string, string | undefined] => [name, other.get(id)]);
  const fits = pairs.every(([x, y]) => y !== undefined && agree(a.cells.get(x)!, b.cells.get(y)!));
  return fits ? (pairs as [string, string][]) : [];
}

/** Documents of one kind about the same: what is called the same in both is the same, when nothing of it differs and something agrees exactly. */
function sameKind(a: Reading, b: Reading): Same[] {
  if (a.document.schema !== b.document.schema || a.document.asOf !== b.document.asOf) return [];
  const shared = [...a.cells].flatMap(([name, one]) => {
    const other = b.cells.get(name);
    return other ? [{ name, one, other }] : [];
  });
  const wholes = standsOf(a).map(({ whole }) => whole);
  const isTold = ({ one, other }: (typeof shared)[number]) => isExact(one) && isExact(other) && one.low > 0;
  const isSure = shared.some((cell) => isTold(cell) && (wholes.length === 0 || wholes.includes(cell.name)));
  if (!isSure || !shared.every(({ one, other }) => agree(one, other))) return [];
  return shared.map(({ name }) => [named(a, name), named(b, name)]);
}

/** Documents of two kinds: as many people on one day, and groups that are called the same. */
function sameWhole(a: Reading, b: Reading): Same[] {
  if (a.document.schema === b.document.schema && a.document.schema !== "metrics/1") return [];
  return standsOf(a).flatMap((one) =>
    standsOf(b).flatMap((other): Same[] => {
      const [x, y] = [a.cells.get(one.whole), b.cells.get(other.whole)];
      if (one.asOf !== other.asOf || !x || !y || !isExact(x) || x.low === 0 || x.low !== y.low || !isExact(y)) return [];
      const groups = one.breakdowns.flatMap((list) => other.breakdowns.flatMap((beside) => sameGroups(a, b, list, beside)));
      return [[one.whole, other.whole], ...groups].map(([first, second]) => [named(a, first!), named(b, second!)]);
    }),
  );
}

/** A trend's points that can be all the people of another document: those of all, and of each group. */
function throughTime(trend: Reading, other: Reading): KnownSum[] {
  const { document } = trend;
  if (document.schema !== "trend/1" || !document.measure.people || document.asOf !== other.document.asOf) return [];
  const key = document.measure.kind === "count" ? "count" : "base";
  const points = (line: string) =>
    document.times.from.flatMap((day) => (trend.cells.has(`${line}/${key}/${day}`) ? [`${line}/${key}/${day}`] : []));
  const fits = (parts: readonly string[], total: Read) => {
    const cells = parts.map((name) => trend.cells.get(name)!);
    const [low, high] = [cells.reduce((sum, one) => sum + one.low, 0), cells.reduce((sum, one) => sum + one.high, 0)];
    return cells.length > 1 && low <= total.high && high >= total.low;
  };
  const sum = (total: string, parts: readonly string[]): KnownSum => ({
    total: named(other, total),
    parts: parts.map((name) => named(trend, name)),
  });
  const lines = document.groups.map(({ id }) => ({ id, parts: points(`groups/${id}`) }));
  // Of points that are all withheld nobody can see what they add up to.
  const isTold = (name: string) => isExact(trend.cells.get(name)!) && trend.cells.get(name)!.low > 0;
  if (![points("all"), ...lines.map(({ parts }) => parts)].flat().some(isTold)) return [];
  return standsOf(other).flatMap(({ whole, breakdowns }): KnownSum[] => {
    const total = other.cells.get(whole);
    if (!total || !isExact(total) || total.low === 0) return [];
    const all = points("all");
    // Without a line of all its groups must be told apart, else anything may be its sum.
    if (document.all ? !fits(all, total) : !document.partition) return [];
    const groups = breakdowns.flatMap((list) => {
      const isSame =
        list.size === lines.length &&
        lines.every(({ id, parts }) => {
          const name = list.get(id);
          return name !== undefined && fits(parts, other.cells.get(name)!);
        });
      return isSame ? lines.map(({ id, parts }) => sum(list.get(id)!, parts)) : [];
    });
    return document.all ? [sum(whole, all), ...groups] : groups;
  });
}

/**
 * Breakdowns by codes that nest, as those of states, counties, districts and schools do: the longer begin with the shorter. A group is
 * then the sum of those that begin with its code.
 */
function byCodes(a: Reading, b: Reading): KnownSum[] {
  const figures = (reading: Reading) => {
    const lists = new Map<string, { ids: Set<string>; columns: Set<string> }>();
    for (const name of reading.cells.keys()) {
      const [, list, id, column] = /^(breakdowns\/[^/]+\/groups)\/(\d+)\/(.+)$/.exec(name) ?? [];
      if (list === undefined || id === undefined || column === undefined) continue;
      const found = lists.get(list) ?? { ids: new Set<string>(), columns: new Set<string>() };
      lists.set(list, found);
      found.ids.add(id);
      found.columns.add(column);
    }
    return [...lists].map(([list, { ids, columns }]) => ({ list, ids: [...ids], columns: [...columns] }));
  };
  return figures(a).flatMap((short) =>
    figures(b).flatMap((long) => {
      const length = short.ids[0]!.length;
      const isCode = length > 1 && short.ids.every((id) => id.length === length) && long.ids.every((id) => id.length > length);
      if (!isCode || !long.ids.every((id) => short.ids.includes(id.slice(0, length)))) return [];
      return short.ids.flatMap((id) =>
        short.columns.flatMap((column): KnownSum[] => {
          const inside = long.ids.filter((one) => one.startsWith(id)).map((one) => `${long.list}/${one}/${column}`);
          const [total, parts] = [a.cells.get(`${short.list}/${id}/${column}`), inside.map((name) => b.cells.get(name))];
          if (inside.length === 0 || !total || !parts.every((one) => one !== undefined)) return [];
          const fits =
            parts.reduce((sum, { low }) => sum + low, 0) <= total.high && parts.reduce((sum, { high }) => sum + high, 0) >= total.low;
          return fits ? [{ total: named(a, `${short.list}/${id}/${column}`), parts: inside.map((name) => named(b, name)) }] : [];
        }),
      );
    }),
  );
}

/**
 * What a reader can see to be the same people in documents of one place, time and day, by their text alone: figures that are called the
 * same and agree, as many people in all, points in time that add up to them, and codes of places that nest. Somebody else's documents
 * may only look so: whoever attacks with these ties must drop those of two documents that contradict each other.
 */
export function tiesOf(a: Reading, b: Reading): Ties {
  if (a === b) return { same: [], sums: byCodes(a, a) };
  if (!speakAlike(a, b)) return { same: [], sums: [] };
  const same = [...sameKind(a, b), ...sameWhole(a, b)];
  const sums = [...throughTime(a, b), ...throughTime(b, a), ...(same.length > 0 ? [...byCodes(a, b), ...byCodes(b, a)] : [])];
  return { same, sums };
}
