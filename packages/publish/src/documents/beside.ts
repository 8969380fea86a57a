import { isExact, type Figure, type VitrineDocument } from "@vitrine/contract";
import type { Same } from "@vitrine/disclosure";
import type { Before, Line } from "../control/control.js";
import type { Counter } from "../engine/engine.js";
import type { People } from "./maker.js";
import { inCommon } from "./overlap.js";
import { unionsOf, type Grouped } from "./unions.js";

/** A number of people that a document tells or withholds. */
export interface Told {
  /** Its name, as the attack has it. */
  figure: string;
  count: number;
  shown: Figure;
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
