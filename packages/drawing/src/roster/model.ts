import { isAbsence, isRange, rosterFlags, rosterStages, participations, type Coded } from "@vitrine/contract";
import { foldText } from "./fold.js";
import { countingSort, finish, last, rankTexts, spreadOver } from "./order.js";
import {
  bars,
  rosterFilters,
  wholeRoster,
  type RosterColumn,
  type RosterFacets,
  type RosterFilter,
  type RosterQuery,
  type RosterSort,
  type RosterTally,
} from "./query.js";
import { actionable, flagsIn, RosterRows } from "./rows.js";
import { RosterSearch } from "./search.js";

/**
 * Rows of one roster, ready to be filtered, sorted and grouped. Rows are positions in the document's columns and nothing is copied: 50,000 rows
 * are a few typed arrays. Each column is compared once, by one collator; after that a sort only counts.
 */
export class RosterModel extends RosterRows {
  readonly #search = new RosterSearch(this.document);
  #codes: Readonly<Record<RosterFilter, ArrayLike<number>>> | undefined;
  readonly #ranks = new Map<RosterColumn, ArrayLike<number>>();
  #ranking: { column: RosterColumn; steps: Generator<void, Uint32Array> } | undefined;
  #asked: { query: RosterQuery; fails: Uint8Array } | undefined;
  #sorted: { sort: RosterSort; order: Uint32Array } | undefined;

  /** By filter, the choice each row has; of flags, a bit for each. Made when rows are first told apart: a whole roster is counted without. */
  get codes(): Readonly<Record<RosterFilter, ArrayLike<number>>> {
    if (this.#codes) return this.#codes;
    const { rows, schools } = this.document;
    const spread = ({ values, index }: Coded, words: readonly string[]) =>
      spreadOver(
        values.map((value) => words.indexOf(value)),
        index,
      );
    return (this.#codes = {
      stage: spread(rows.stage, rosterStages),
      bar: spread(rows.metBar, bars),
      flag: this.flags,
      course: rows.course,
      year: rows.schoolYear.index,
      district: spreadOver(schools.district, rows.school),
    });
  }

  /** Whether a row has a flag that a reader can do something about. */
  needsLook = (row: number): boolean => (this.flags[row]! & actionable) !== 0;

  /** Rows a query lets through, in order; nothing to sort by leaves them as the document has them. */
  select(query: RosterQuery, sort?: RosterSort): Uint32Array {
    const order = sort && this.order(sort);
    const found = new Uint32Array(this.size);
    if (query === wholeRoster) {
      if (order) return order;
      for (let row = 0; row < found.length; row++) found[row] = row;
      return found;
    }
    const fails = this.#fails(query);
    let count = 0;
    for (let at = 0; at < found.length; at++) {
      const row = order ? order[at]! : at;
      if (fails[row] === 0) found[count++] = row;
    }
    return found.subarray(0, count);
  }

  /** Every row in this order, equals as the document has them. */
  order(sort: RosterSort): Uint32Array {
    if (this.#sorted?.sort !== sort) this.#sorted = { sort, order: countingSort(this.rank(sort.column), sort.descending) };
    return this.#sorted.order;
  }

  /** For every row its place among the values of a column. Worked out once; see {@link prepare}. */
  rank(column: RosterColumn): ArrayLike<number> {
    const known = this.#ranks.get(column);
    if (known) return known;
    const begun = this.#ranking?.column === column ? this.#ranking.steps : undefined;
    const made = begun ? finish(begun) : this.#rankOf(column);
    if (begun) this.#ranking = undefined;
    this.#ranks.set(column, made);
    return made;
  }

  /** Does a little of what takes long, comparing and folding names, so that a page can do it while nobody waits. False when all is done. */
  prepare(): boolean {
    if (this.#search.prepare()) return true;
    if (!this.#codes) {
      // Told apart once, so that the first filter is as quick as the next.
      const query = { ...wholeRoster };
      this.#count(query);
      this.tally(this.select(query).subarray(1));
      return true;
    }
    const { teacher, account } = this.document.rows;
    if (!this.#ranking) {
      const next = (["teacher", "account"] as const).find((column) => !this.#ranks.has(column));
      const values = next === "teacher" ? teacher : account;
      if (!next || !values) return false;
      this.#ranking = { column: next, steps: rankTexts(values, this.collator) };
    }
    const { done, value } = this.#ranking.steps.next();
    if (done) {
      this.#ranks.set(this.#ranking.column, value);
      this.#ranking = undefined;
    }
    return true;
  }

  /** Numbers beside the choices. Those of the whole roster are counted once. */
  facets(query: RosterQuery): RosterFacets {
    if (query === wholeRoster) return this.whole;
    return this.#count(query);
  }

  /** What a reader is told of rows that are shown. */
  tally(rows: Uint32Array): RosterTally {
    if (rows.length === this.size) return this.all;
    const { values, index } = this.document.rows.counted;
    const out = values.indexOf("left-out");
    const { stage, flag } = this.codes;
    const tally = { rows: rows.length, met: 0, notStarted: 0, look: 0, leftOut: 0 };
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (stage[row] === 0) tally.met++;
      else if (stage[row] === 2) tally.notStarted++;
      if (flag[row]! & actionable) tally.look++;
      if (index[row] === out) tally.leftOut++;
    }
    return tally;
  }

  #count(query: RosterQuery): RosterFacets {
    const fails = this.#fails(query);
    const count = (name: RosterFilter, at: number): Uint32Array => {
      const others = ~(1 << at);
      if (name !== "flag") return countCodes(this.codes[name], this.choices[name], fails, others);
      return flagsIn(countCodes(this.codes.flag, 1 << rosterFlags.length, fails, others));
    };
    return Object.fromEntries(rosterFilters.map((name, at) => [name, count(name, at)])) as RosterFacets;
  }

  /** For each row, a bit for every part of the query that it fails; 0 passes. Kept for the query that was asked last. */
  #fails(query: RosterQuery): Uint8Array {
    if (this.#asked?.query === query) return this.#asked.fails;
    const fails = new Uint8Array(this.size);
    rosterFilters.forEach((name, at) => {
      const wanted = query.chosen[name];
      if (wanted.size === 0) return;
      const flags = name === "flag" ? [...wanted].reduce((bits, one) => bits | (1 << one), 0) : 0;
      const passes = (code: number) => (name === "flag" ? (code & flags) !== 0 : wanted.has(code));
      const codes = { length: name === "flag" ? 1 << rosterFlags.length : this.choices[name] };
      const bits = Uint8Array.from(codes, (_, code) => (passes(code) ? 0 : 1 << at));
      fail(fails, this.codes[name], bits);
    });
    const { only } = query;
    if (only) for (let row = 0; row < fails.length; row++) if (!only.has(row)) fails[row]! |= beyondFilters;
    for (const word of foldText(query.text).split(/\s+/).filter(Boolean))
      fail(fails, this.#search.find(word), Uint8Array.of(beyondFilters, 0));
    this.#asked = { query, fails };
    return fails;
  }

  #rankOf(column: RosterColumn): ArrayLike<number> {
    const { rows, schools, districts, courses, workshops } = this.document;
    const texts = (values: readonly string[]) => finish(rankTexts(values, this.collator));
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
        return Uint32Array.from(this.codes.flag, (bits) => (bits === 0 ? last : 31 - Math.clz32(bits & -bits)));
      case "students":
        return Uint32Array.from(rows.students, (cell) => (isAbsence(cell) ? last : isRange(cell) ? cell.min : cell));
    }
  }
}

const beyondFilters = 1 << rosterFilters.length;

// Each of these is a loop over all rows and nothing else: a browser compiles a small one at once.

function fail(fails: Uint8Array, codes: ArrayLike<number>, bits: Uint8Array): void {
  for (let row = 0; row < fails.length; row++) fails[row]! |= bits[codes[row]!]!;
}

/** How many rows have each code, of those that fail in nothing else. */
function countCodes(codes: ArrayLike<number>, choices: number, fails: Uint8Array, others: number): Uint32Array {
  const counts = new Uint32Array(choices);
  for (let row = 0; row < fails.length; row++) if ((fails[row]! & others) === 0) counts[codes[row]!]!++;
  return counts;
}
