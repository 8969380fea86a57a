import {
  isAbsence,
  isRange,
  rosterFlags,
  rosterStages,
  participations,
  type Coded,
  type RosterDocument,
  type RosterFlag,
} from "@vitrine/contract";
import { foldText } from "./fold.js";

/** What can stand in a column of the table, in its usual order. */
export const rosterColumns = [
  "teacher",
  "stage",
  "flags",
  "school",
  "district",
  "course",
  "students",
  "bar",
  "unit",
  "year",
  "workshop",
  "participation",
  "account",
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** What rows can be filtered by. Each choice is a position: of a school year, a course, a district; of a word in its list. */
export const rosterFilters = ["stage", "bar", "flag", "course", "year", "district"] as const;
export type RosterFilter = (typeof rosterFilters)[number];
export const bars = ["yes", "no", "unknown"] as const;

/** Flags that a reader can do something about. Of a highest unit known to be wrong only the publisher can. */
const actionable = rosterFlags.reduce((bits, flag, bit) => (flag === "highest-unit-unknown" ? bits : bits | (1 << bit)), 0);

/** What a reader asked to see. An empty set and an empty text mean everything. */
export interface RosterQuery {
  text: string;
  chosen: Readonly<Record<RosterFilter, ReadonlySet<number>>>;
  /** Only rows of this list, such as those that are marked. */
  only?: ReadonlySet<number> | undefined;
}
const none: ReadonlySet<number> = new Set();
export const wholeRoster: RosterQuery = {
  text: "",
  chosen: { stage: none, bar: none, flag: none, course: none, year: none, district: none },
};

export interface RosterSort {
  column: RosterColumn;
  descending: boolean;
}

/** How many rows each choice would show if it alone were taken in its filter, the other filters staying as they are. */
export type RosterFacets = Record<RosterFilter, Uint32Array>;

/** Numbers of rows. */
export interface RosterTally {
  rows: number;
  met: number;
  notStarted: number;
  /** With a flag that a reader can do something about. */
  look: number;
  /** Not in the base of the implementation rate. */
  leftOut: number;
}

/** Rank of a row that has nothing to be sorted by: it stands last in either direction. */
const last = 0xffffffff;

/**
 * Rows of one roster, ready to be filtered, sorted and grouped. Rows are positions in the document's columns and nothing is copied: 50,000 rows
 * are a few typed arrays. Each column is compared once, by one collator; after that a sort only counts.
 */
export class RosterModel {
  readonly size: number;
  /** By filter, the choice each row has; of flags, a bit for each. */
  readonly codes: Readonly<Record<RosterFilter, Uint32Array>>;
  /** How many choices each filter has. */
  readonly choices: Readonly<Record<RosterFilter, number>>;
  /** How many rows have a flag that a reader can do something about. */
  readonly toLookAt: number;
  readonly #collator: Intl.Collator;
  readonly #ranks = new Map<RosterColumn, Uint32Array>();
  #whole: RosterFacets | undefined;
  #teachers: string[] | undefined;
  #accounts: string[] | undefined;

  /** @param locale of the reader: names are ordered as that language does */
  constructor(
    readonly document: RosterDocument,
    locale: string,
  ) {
    const { rows, schools, districts, courses } = document;
    this.size = rows.id.length;
    this.#collator = new Intl.Collator(locale, { numeric: true });
    const spread = ({ values, index }: Coded, words: readonly string[]) => {
      return spreadOver(
        values.map((value) => words.indexOf(value)),
        index,
      );
    };
    const flag = new Uint32Array(this.size);
    rosterFlags.forEach((name, bit) => rows.flags[name]?.forEach((row) => (flag[row]! |= 1 << bit)));
    this.codes = {
      stage: spread(rows.stage, rosterStages),
      bar: spread(rows.metBar, bars),
      flag,
      course: new Uint32Array(rows.course),
      year: new Uint32Array(rows.schoolYear.index),
      district: spreadOver(schools.district, rows.school),
    };
    this.choices = {
      stage: rosterStages.length,
      bar: bars.length,
      flag: rosterFlags.length,
      course: courses.id.length,
      year: rows.schoolYear.values.length,
      district: districts.id.length,
    };
    this.toLookAt = flag.reduce((sum, bits) => sum + (bits & actionable ? 1 : 0), 0);
  }

  /** Whether a row has a flag that a reader can do something about. */
  needsLook = (row: number): boolean => (this.codes.flag[row]! & actionable) !== 0;

  flagsOf = (row: number): RosterFlag[] => rosterFlags.filter((_, bit) => this.codes.flag[row]! & (1 << bit));

  /** Rows a query lets through, in order; nothing to sort by leaves them as the document has them. */
  select(query: RosterQuery, sort?: RosterSort): Uint32Array {
    const passes = this.#filter(query);
    const found = new Uint32Array(this.size);
    let count = 0;
    const order = sort && this.order(sort);
    for (let at = 0; at < this.size; at++) {
      const row = order ? order[at]! : at;
      if (passes(row) === 0) found[count++] = row;
    }
    return found.subarray(0, count);
  }

  /** Every row in this order, equals as the document has them. */
  order({ column, descending }: RosterSort): Uint32Array {
    return countingSort(this.rank(column), descending);
  }

  /** For every row its place among the values of a column. Worked out once; see {@link prepare}. */
  rank(column: RosterColumn): Uint32Array {
    const known = this.#ranks.get(column);
    if (known) return known;
    const made = this.#rankOf(column);
    this.#ranks.set(column, made);
    return made;
  }

  /** Compares what takes long to compare, one column at each step, so that a page can do it while nobody waits. False when all is done. */
  prepare(): boolean {
    const next = (["teacher", "school", "account"] as const).find((column) => !this.#ranks.has(column));
    if (next) this.rank(next);
    else if (!this.#teachers) this.#folded();
    else return false;
    return true;
  }

  /** Numbers beside the choices. Those of the whole roster are counted once. */
  facets(query: RosterQuery): RosterFacets {
    if (query === wholeRoster) return (this.#whole ??= this.#count(query));
    return this.#count(query);
  }

  /** What a reader is told of rows that are shown. */
  tally(rows: Uint32Array): RosterTally {
    const { stage, flag } = this.codes;
    const { values, index } = this.document.rows.counted;
    const out = values.indexOf("left-out");
    const tally = { rows: rows.length, met: 0, notStarted: 0, look: 0, leftOut: 0 };
    for (const row of rows) {
      if (stage[row] === 0) tally.met++;
      else if (stage[row] === 2) tally.notStarted++;
      if (flag[row]! & actionable) tally.look++;
      if (index[row] === out) tally.leftOut++;
    }
    return tally;
  }

  #count(query: RosterQuery): RosterFacets {
    const passes = this.#filter(query);
    const fails = new Uint8Array(this.size);
    for (let row = 0; row < this.size; row++) fails[row] = passes(row);
    const facets = Object.fromEntries(rosterFilters.map((name) => [name, new Uint32Array(this.choices[name])])) as RosterFacets;
    rosterFilters.forEach((name, at) => {
      const others = ~(1 << at);
      const codes = this.codes[name];
      const counts = facets[name];
      for (let row = 0; row < codes.length; row++) {
        if (fails[row]! & others) continue;
        const code = codes[row]!;
        if (name !== "flag") counts[code]!++;
        else if (code) for (let bit = 0; bit < counts.length; bit++) counts[bit]! += (code >> bit) & 1;
      }
    });
    return facets;
  }

  /** For each row, a bit for every part of the query that it fails; 0 passes. */
  #filter({ text, chosen, only }: RosterQuery): (row: number) => number {
    const tests: ((row: number) => number)[] = [];
    rosterFilters.forEach((name, at) => {
      const wanted = chosen[name];
      if (wanted.size === 0) return;
      const codes = this.codes[name];
      const bit = 1 << at;
      if (name === "flag") {
        const mask = [...wanted].reduce((bits, one) => bits | (1 << one), 0);
        tests.push((row) => (codes[row]! & mask ? 0 : bit));
      } else {
        const yes = Uint8Array.from({ length: this.choices[name] }, (_, one) => (wanted.has(one) ? 1 : 0));
        tests.push((row) => (yes[codes[row]!] ? 0 : bit));
      }
    });
    if (only) tests.push((row) => (only.has(row) ? 0 : beyondFilters));
    for (const word of foldText(text).split(/\s+/).filter(Boolean)) tests.push(this.#has(word));
    if (tests.length === 1) return tests[0]!;
    return (row) => {
      let fails = 0;
      for (let at = 0; at < tests.length; at++) fails |= tests[at]!(row);
      return fails;
    };
  }

  /** Whether a row has a word anywhere in its names. What few rows share is looked at once, not once for every row. */
  #has(word: string): (row: number) => number {
    const { rows, schools, districts, courses, workshops } = this.document;
    const hits = (names: readonly string[]) => Uint8Array.from(names, (name) => (foldText(name).includes(word) ? 1 : 0));
    const district = hits(districts.name);
    const school = hits(schools.name).map((hit, at) => hit | district[schools.district[at]!]!);
    const [course, workshop] = [hits(courses.name), hits(workshops.name)];
    const { teachers, accounts } = this.#folded();
    return (row) =>
      school[rows.school[row]!] ||
      course[rows.course[row]!] ||
      workshop[rows.workshop[row]!] ||
      teachers[row]!.includes(word) ||
      accounts[row]?.includes(word)
        ? 0
        : beyondFilters;
  }

  #folded(): { teachers: string[]; accounts: string[] } {
    const { teacher, account } = this.document.rows;
    this.#teachers ??= teacher.map(foldText);
    this.#accounts ??= (account ?? []).map((cell) => (isAbsence(cell) ? "" : foldText(cell)));
    return { teachers: this.#teachers, accounts: this.#accounts };
  }

  #rankOf(column: RosterColumn): Uint32Array {
    const { rows, schools, districts, courses, workshops } = this.document;
    const texts = (values: readonly string[]) => this.#rankTexts(values);
    const by = spreadOver;
    switch (column) {
      case "teacher":
        return texts(rows.teacher);
      case "account":
        return rows.account ? texts(rows.account) : new Uint32Array(this.size);
      case "school":
        return by(texts(schools.name), rows.school);
      case "district":
        return by(by(texts(districts.name), schools.district), rows.school);
      case "course":
        return by(texts(courses.name), rows.course);
      case "workshop":
        return by(texts(workshops.name), rows.workshop);
      case "year":
        return by(texts(rows.schoolYear.values), rows.schoolYear.index);
      case "unit":
        return by(texts(rows.highestUnit.values), rows.highestUnit.index);
      case "stage":
        return this.codes.stage;
      case "bar":
        return this.codes.bar;
      case "participation":
        return by(
          Uint32Array.from(rows.participation.values, (value) => participations.indexOf(value)),
          rows.participation.index,
        );
      case "flags":
        return this.codes.flag.map((bits) => (bits === 0 ? last : 31 - Math.clz32(bits & -bits)));
      case "students":
        return Uint32Array.from(rows.students, (cell) => (isAbsence(cell) ? last : isRange(cell) ? cell.min : cell));
    }
  }

  /** Places of texts among each other, equals alike. An absence has nothing to be sorted by. */
  #rankTexts(values: readonly string[]): Uint32Array {
    const { compare } = this.#collator;
    const order = Uint32Array.from(values.keys()).sort((a, b) => compare(values[a]!, values[b]!));
    const ranks = new Uint32Array(values.length);
    let rank = 0;
    order.forEach((at, place) => {
      const before = order[place - 1];
      if (before !== undefined && values[before] !== values[at] && compare(values[before]!, values[at]!) !== 0) rank = place;
      ranks[at] = isAbsence(values[at]) ? last : rank;
    });
    return ranks;
  }
}

const beyondFilters = 1 << rosterFilters.length;

/** For each position its value. */
function spreadOver(values: ArrayLike<number>, index: readonly number[]): Uint32Array {
  const spread = new Uint32Array(index.length);
  for (let at = 0; at < index.length; at++) spread[at] = values[index[at]!]!;
  return spread;
}

/** Positions by rank, equals in their own order, {@link last} at the end in either direction. Compares nothing. */
function countingSort(ranks: Uint32Array, descending: boolean): Uint32Array {
  let most = 0;
  for (const rank of ranks) if (rank !== last && rank > most) most = rank;
  const end = most + 1;
  const place = (rank: number) => (rank === last ? end : descending ? most - rank : rank);
  const starts = new Uint32Array(end + 2);
  for (const rank of ranks) starts[place(rank) + 1]!++;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const order = new Uint32Array(ranks.length);
  for (let row = 0; row < ranks.length; row++) order[starts[place(ranks[row]!)]!++] = row;
  return order;
}
