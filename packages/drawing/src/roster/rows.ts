import { rosterFlags, rosterStages, type Coded, type RosterDocument, type RosterFlag } from "@vitrine/contract";
import { bars, type RosterFacets, type RosterFilter, type RosterTally } from "./query.js";

/** Flags that a reader can do something about. Of a highest unit known to be wrong only the publisher can. */
export const actionable = rosterFlags.reduce((bits, flag, bit) => (flag === "highest-unit-unknown" ? bits : bits | (1 << bit)), 0);

/**
 * Rows of one roster as its document has them, and what is counted of all of them. Rows are positions in the document's columns and nothing is
 * copied.
 */
export class RosterRows {
  readonly size: number;
  /** How many choices each filter has. */
  readonly choices: Readonly<Record<RosterFilter, number>>;
  /** How many rows have a flag that a reader can do something about. */
  readonly toLookAt: number;
  /** For each row a bit for every flag it has, and how many rows have the same. */
  protected readonly flags: Uint8Array;
  readonly #flagged: Uint32Array;
  #whole: RosterFacets | undefined;
  #comparing: Intl.Collator | undefined;

  /** @param locale of the reader: names are ordered as that language does */
  constructor(
    readonly document: RosterDocument,
    readonly locale: string,
  ) {
    const { rows, districts, courses } = document;
    this.size = rows.id.length;
    this.flags = new Uint8Array(this.size);
    rosterFlags.forEach((name, bit) => addFlag(this.flags, rows.flags[name] ?? [], 1 << bit));
    this.#flagged = countOf(this.flags, 1 << rosterFlags.length);
    this.choices = {
      stage: rosterStages.length,
      bar: bars.length,
      flag: rosterFlags.length,
      course: courses.id.length,
      year: rows.schoolYear.values.length,
      district: districts.id.length,
    };
    this.toLookAt = this.#flagged.reduce((sum, rows, set) => sum + (set & actionable ? rows : 0), 0);
  }

  /** A browser's first takes long to make, and a picture needs none. */
  protected get collator(): Intl.Collator {
    return (this.#comparing ??= new Intl.Collator(this.locale, { numeric: true }));
  }

  /** Positions of names in the order of the reader's language. */
  inOrder = (names: readonly string[]): number[] => [...names.keys()].sort((a, b) => this.collator.compare(names[a]!, names[b]!));

  flagsOf = (row: number): RosterFlag[] => rosterFlags.filter((_, bit) => this.flags[row]! & (1 << bit));

  /** How many rows there are of each choice, of all rows. Counted once, column by column as the document has them. */
  get whole(): RosterFacets {
    return (this.#whole ??= this.#count());
  }

  /** What a reader is told of all rows. */
  get all(): RosterTally {
    const { stage } = this.whole;
    const { values, index } = this.document.rows.counted;
    const leftOut = countOf(index, values.length)[values.indexOf("left-out")] ?? 0;
    return { rows: this.size, met: stage[0]!, notStarted: stage[2]!, look: this.toLookAt, leftOut };
  }

  #count(): RosterFacets {
    const { rows, schools } = this.document;
    const { choices } = this;
    const told = (places: readonly number[], counts: Uint32Array, size: number) => {
      const sums = new Uint32Array(size);
      places.forEach((place, at) => (sums[place]! += counts[at]!));
      return sums;
    };
    const words = ({ values, index }: Coded, known: readonly string[]) =>
      told(
        values.map((value) => known.indexOf(value)),
        countOf(index, values.length),
        known.length,
      );
    return {
      stage: words(rows.stage, rosterStages),
      bar: words(rows.metBar, bars),
      flag: flagsIn(this.#flagged),
      course: countOf(rows.course, choices.course),
      year: countOf(rows.schoolYear.index, choices.year),
      district: told(schools.district, countOf(rows.school, schools.id.length), choices.district),
    };
  }
}

// Each of these is a loop over all rows and nothing else: a browser compiles a small one at once.

export function countOf(codes: ArrayLike<number>, choices: number): Uint32Array {
  const counts = new Uint32Array(choices);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return counts;
}

function addFlag(flags: Uint8Array, rows: readonly number[], bit: number): void {
  for (let at = 0; at < rows.length; at++) flags[rows[at]!]! |= bit;
}

/** A row may have several flags: rows are counted by their set of flags first. */
export const flagsIn = (sets: Uint32Array): Uint32Array =>
  Uint32Array.from(rosterFlags, (_, bit) => sets.reduce((sum, rows, set) => sum + (set & (1 << bit) ? rows : 0), 0));
