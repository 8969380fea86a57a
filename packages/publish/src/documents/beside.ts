import { isExact, type Figure, type VitrineDocument } from "@vitrine/contract";
import type { KnownSum, Named, Same } from "@vitrine/disclosure";
import type { Addition, At, Before, Besides, Count, Line } from "../control/control.js";
import type { Counter } from "../engine/engine.js";
import type { People } from "./maker.js";
import { inCommon } from "./overlap.js";
import { unionsBetween, unionsOf, type Grouped } from "./unions.js";

/** A number of people that a document tells or withholds. */
export interface Told {
  /** Its name, as the attack has it. */
  figure: string;
  count: number;
  shown: Figure;
  /** Whether no figure says it, and it follows from others: its name is then none of the document's. */
  implied?: true;
}

/** A way to split people, and of each group its figures: all its people first, then those the document tells apart. */
export interface Way<C = number> extends Grouped {
  lines: readonly (readonly C[])[];
}

/** What a document tells, as counts and sums: figures by their number. */
export interface Telling {
  told: readonly Told[];
  sums: readonly Addition[];
  ways: readonly Way[];
  /** What the figures of a line after the first mean: only those of one meaning are compared. */
  meaning: string;
}

/** What is told of groups, and how rows of the source fall into them. */
export interface TellingGroups extends Grouped {
  told: readonly Told[];
}

/** A document that is written already, for those that count the same people. */
export interface Beside {
  document: VitrineDocument;
  people: People;
  /** Where the columns are that split its people. */
  source: string;
  whole: Told;
  /** Its groups, by the column that splits them. */
  groups: ReadonlyMap<string, TellingGroups>;
  /** Columns that it reads in another way than by groups: what they split cannot be compared. */
  otherwise: readonly string[];
  telling: Telling;
}

/** People counted in a document that is still to be written, as one number, or one with its parts by a column. */
export interface ToCount {
  people: People;
  source: string;
  /** What a query says after `FROM`: their rows. */
  from: string;
  line: Line;
  parts?: ({ column: string } & Grouped) | undefined;
}

/**
 * The documents that count exactly the same people; nothing where one of them splits these in a way that cannot be compared: groups of
 * one column that are put together otherwise, groups that are sums of groups of another column, or columns of another source.
 */
export async function besideOf({ people, source, from, line, parts }: ToCount, engine: Counter, all: readonly Beside[]): Promise<Beside[]> {
  const found: Beside[] = [];
  for (const one of all) {
    if (one.whole.count !== line.total || (await inCommon(people, one.people)) !== line.total) continue;
    if (parts) {
      const { column } = parts;
      const groups = one.groups.get(column);
      const counts = (list: readonly number[]) =>
        list
          .filter((count) => count > 0)
          .sort((a, b) => a - b)
          .join();
      if (one.source !== source || one.otherwise.includes(column)) return [];
      if (groups && counts(groups.told.map(({ count }) => count)) !== counts(line.parts)) return [];
      for (const [other, grouped] of one.groups)
        if (other !== column && (await unionsOf(engine, from, [parts, grouped])).some(({ parts: of }) => of.length > 1)) return [];
    }
    found.push(one);
  }
  return found;
}

/** Figures that may be the same number: of the same people, and as many. Some may be so by chance: then a reader is taken to know more than she does. */
const alike = (count: number, { whole, groups }: Beside): Told[] =>
  [whole, ...[...groups.values()].flatMap(({ told }) => told)].filter((told) => told.count === count);

/** A line beside what is told of the same people: what is withheld there is withheld here, and what is told there hides nothing here. */
export function lineBeside(line: Line, besides: readonly Beside[]): Line {
  const before = (count: number): Before => {
    const told = besides.flatMap((one) => alike(count, one));
    return told.length === 0 ? undefined : told.every(({ shown }) => isExact(shown)) ? "known" : "withhold";
  };
  return { ...line, before: { total: before(line.total), parts: line.parts.map(before) } };
}

/** Which figures of a document are the same numbers as those of others. */
export const sameAs = (document: string, told: readonly Told[], besides: readonly Beside[]): Same[] =>
  told.flatMap(({ figure, count }) => {
    const others = besides.flatMap((one) => alike(count, one).map((other) => ({ document: one.document.id, figure: other.figure })));
    return others.length === 0 ? [] : [[{ document, figure }, ...others]];
  });

/** Classes of figures that have one in common are one class. */
export function joined(same: readonly Same[]): Same[] {
  let classes: Same[] = [];
  for (const figures of same) {
    const isIn = (one: Same) => one.some((a) => figures.some((b) => a.document === b.document && a.figure === b.figure));
    const all = [...classes.filter(isIn), figures].flat();
    const unique = new Map(all.map((one) => [`${one.document} ${one.figure}`, one]));
    classes = [...classes.filter((one) => !isIn(one)), [...unique.values()]];
  }
  return classes;
}

/** All rows in one group. */
export const everybody: Grouped = { sql: "''", groups: [""] };

/** Figures of a document that is still to be written, by {@link At}, beside those that count the same people. */
export interface Own {
  document: string;
  people: People;
  total: number;
  source: string;
  /** What a query says after `FROM`: their rows. */
  from: string;
  ways: readonly Way<At>[];
  countOf: (at: At) => number;
  nameOf: (at: At) => string;
  /** Whether no figure of the document says it. */
  isImplied?: (at: At) => boolean;
  meaning: string;
  /** Columns that split its people in another way than by groups, and columns of its groups: these must not be others' of the first sort. */
  otherwise: readonly string[];
  columns: readonly string[];
}

/** Everything that the documents beside one tell, and how it adds up with its own figures. */
export interface Joined {
  others: Beside[];
  besides: Besides;
  sums: KnownSum[];
  same: Same[];
}

/**
 * The documents that count exactly the same people, as one system with the figures of this one; nothing where one of them splits these in
 * a way that cannot be compared.
 * @param knows what adds up and what is the same among them
 */
export async function joinedWith(
  own: Own,
  engine: Counter,
  all: readonly Beside[],
  knows: { sums: readonly KnownSum[]; same: readonly Same[] },
): Promise<Joined | undefined> {
  const others: Beside[] = [];
  for (const one of all) if (one.whole.count === own.total && (await inCommon(own.people, one.people)) === own.total) others.push(one);
  const isOdd = ({ source, otherwise, telling, groups }: Beside) =>
    source !== own.source ||
    own.columns.some((column) => otherwise.includes(column)) ||
    own.otherwise.some((column) => groups.has(column) || (telling.meaning !== own.meaning && otherwise.includes(column)));
  if (others.length === 0 || others.some(isOdd)) return undefined;
  const counts: Count[] = [];
  const numbers = new Map<string, number>();
  const keyOf = ({ document, figure }: Named) => `${document} ${figure}`;
  const found: Joined = { others, besides: { counts, sums: [] }, sums: [], same: [] };
  const sums: Addition<At>[] = [];
  found.besides.sums = sums;
  for (const { document, telling } of others) {
    const first = counts.length;
    for (const { figure, count, shown, implied } of telling.told) {
      numbers.set(keyOf({ document: document.id, figure }), counts.length);
      counts.push({ count, cost: implied ? 0 : 1, decided: implied ? undefined : shown === "withheld" ? "withheld" : "shown" });
    }
    sums.push(...telling.sums.map(({ total, parts }) => ({ total: first + total, parts: parts.map((part) => first + part) })));
    await addUnions(own, engine, { document: document.id, telling, first }, found, sums);
  }
  const among = (total: Named, parts: readonly Named[]) => {
    const [whole, ...rest] = [total, ...parts].map((one) => numbers.get(keyOf(one)));
    if (whole !== undefined && rest.every((one) => one !== undefined)) sums.push({ total: whole, parts: rest });
  };
  for (const { total, parts } of knows.sums) among(total, parts);
  for (const [one, ...more] of knows.same) for (const other of more) among(one!, [other]);
  return found;
}

/** How groups of one document add up to those of another, count by count: somebody may stand in several groups. */
async function addUnions(
  own: Own,
  engine: Counter,
  other: { document: string; telling: Telling; first: number },
  found: Joined,
  sums: Addition<At>[],
): Promise<void> {
  const { told, ways, meaning } = other.telling;
  const columns = meaning === own.meaning ? Infinity : 1;
  const ours = (at: At) => ({
    at,
    count: own.countOf(at),
    name: { document: own.document, figure: own.nameOf(at) },
    implied: own.isImplied?.(at) ?? false,
  });
  const theirs = (number: number) => ({
    at: other.first + number,
    count: told[number]!.count,
    name: { document: other.document, figure: told[number]!.figure },
    implied: told[number]!.implied ?? false,
  });
  for (const union of await unionsBetween(engine, own.from, own.ways, ways)) {
    const mine = (row: number) => own.ways[union.own]!.lines[row]!.map(ours);
    const yours = (row: number) => ways[union.other]!.lines[row]!.map(theirs);
    const [whole, parts] = union.turned ? [yours(union.whole), union.parts.map(mine)] : [mine(union.whole), union.parts.map(yours)];
    whole.slice(0, columns).forEach((total, column) => {
      const cells = parts.flatMap((line) => line[column] ?? []);
      if (cells.length < parts.length || cells.reduce((sum, { count }) => sum + count, 0) !== total.count) return;
      sums.push({ total: total.at, parts: cells.map(({ at }) => at) });
      if (cells.length === 1 && !total.implied && !cells[0]!.implied) found.same.push([total.name, cells[0]!.name]);
      else found.sums.push({ total: total.name, parts: cells.map(({ name }) => name) });
    });
  }
}
