import type { RosterDocument } from "@vitrine/contract";
import {
  RosterRows,
  wholeRoster,
  type Arranged,
  type RosterColumn,
  type RosterFacets,
  type RosterGrouping,
  type RosterQuery,
  type RosterSort,
  type RosterTally,
} from "@vitrine/drawing";

/** What is looked at in one roster before a reader's first act: every row, as the document has them. */
export class Look {
  query: RosterQuery = wholeRoster;
  sort: RosterSort | undefined;
  grouping: RosterGrouping | undefined;
  /** Groups folded away, by position of the school or district. */
  closed: ReadonlySet<number> = new Set();
  /** The reader's own choice of columns; else what fits. */
  columns: ReadonlySet<RosterColumn> | undefined;
  selected: ReadonlySet<number> = new Set();
  /** Row whose details are open. */
  open: number | undefined;
  /** Line that the keyboard is at. */
  current = 0;
  #all: RosterRows | undefined;
  #every = new Uint32Array();

  model(document: RosterDocument, locale: string): RosterRows {
    if (this.#all?.document !== document || this.#all.locale !== locale) {
      this.#all = new RosterRows(document, locale);
      this.#every = Uint32Array.from(document.rows.id.keys());
    }
    return this.#all;
  }

  /** Rows that the filters let through, in order, what is said of them, and the numbers beside the choices. */
  rows(): { rows: Uint32Array; facets: RosterFacets; tally: RosterTally } {
    const { whole, all } = this.#all!;
    return { rows: this.#every, facets: whole, tally: all };
  }

  /** How many of the rows that are shown are selected. */
  chosen(): number {
    return 0;
  }

  lines(): Arranged {
    return { lines: new Int32Array(this.#every.buffer), groups: [] };
  }

  /** Line at which a row stands, or none. */
  lineOf(_row: number | undefined): number | undefined {
    return undefined;
  }
}

export function toggled<T>(set: ReadonlySet<T>, one: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
