import type { RosterDocument } from "@vitrine/contract";
import {
  arrange,
  RosterModel,
  wholeRoster,
  type Arranged,
  type RosterColumn,
  type RosterFacets,
  type RosterFilter,
  type RosterGrouping,
  type RosterQuery,
  type RosterSort,
  type RosterTally,
} from "@vitrine/drawing";
import { Look, toggled } from "./look.js";

/** What a reader makes of what is seen: filters, order, groups, columns, selection, and the row that is open. */
export class Browse extends Look {
  /** Where a selection with Shift begins: a row. */
  #anchor: number | undefined;
  #model: RosterModel | undefined;
  #locale = "";
  #rows: { query: RosterQuery; sort: RosterSort | undefined; rows: Uint32Array; facets: RosterFacets; tally: RosterTally } | undefined;
  #chosen: { rows: Uint32Array; selected: ReadonlySet<number>; count: number } | undefined;
  #lines: { rows: Uint32Array; grouping: RosterGrouping | undefined; closed: ReadonlySet<number>; arranged: Arranged } | undefined;

  /** @param seen what was looked at before the first act */
  constructor(
    { current }: Look,
    private readonly changed: () => void,
  ) {
    super();
    this.current = current;
  }

  override model(document: RosterDocument, locale: string): RosterModel {
    if (this.#model?.document === document && this.#locale === locale) return this.#model;
    if (this.#model && this.#model.document !== document) {
      this.selected = new Set();
      this.open = undefined;
      this.current = 0;
      this.query = wholeRoster;
    }
    this.#locale = locale;
    this.#rows = this.#lines = undefined;
    return (this.#model = new RosterModel(document, locale));
  }

  /** Rows that the filters let through, in order, what is said of them, and the numbers beside the choices. */
  override rows(): { rows: Uint32Array; facets: RosterFacets; tally: RosterTally } {
    const { query, sort } = this;
    const model = this.#model!;
    const known = this.#rows;
    if (known?.query === query && known.sort === sort) return known;
    const facets = known?.query === query ? known.facets : model.facets(query);
    const rows = model.select(query, sort);
    this.#rows = { query, sort, rows, facets, tally: known?.query === query ? known.tally : model.tally(rows) };
    return this.#rows;
  }

  /** How many of the rows that are shown are selected. */
  override chosen(): number {
    const { rows } = this.rows();
    const { selected } = this;
    if (selected.size === 0) return 0;
    if (this.#chosen?.rows !== rows || this.#chosen.selected !== selected)
      this.#chosen = { rows, selected, count: rows.reduce((count, row) => count + (selected.has(row) ? 1 : 0), 0) };
    return this.#chosen.count;
  }

  override lines(): Arranged {
    const { rows } = this.rows();
    const { grouping, closed } = this;
    const known = this.#lines;
    if (known?.rows === rows && known.grouping === grouping && known.closed === closed) return known.arranged;
    const arranged = arrange(this.#model!, rows, grouping, closed);
    this.#lines = { rows, grouping, closed, arranged };
    return arranged;
  }

  /** Line at which a row stands, or none. */
  override lineOf(row: number | undefined): number | undefined {
    const at = row === undefined ? -1 : this.lines().lines.indexOf(row);
    return at < 0 ? undefined : at;
  }

  get filtered(): boolean {
    const { text, chosen, only } = this.query;
    return text.trim() !== "" || only !== undefined || Object.values(chosen).some(({ size }) => size > 0);
  }

  #do(change: Partial<Pick<Look, "query" | "sort" | "grouping" | "closed" | "columns" | "selected" | "open">>): void {
    Object.assign(this, change);
    this.changed();
  }

  ask(change: Partial<RosterQuery>): void {
    this.current = 0;
    this.#do({ query: { ...this.query, ...change } });
  }

  choose(filter: RosterFilter, choices: ReadonlySet<number>): void {
    this.ask({ chosen: { ...this.query.chosen, [filter]: choices } });
  }

  clear(): void {
    this.ask({ ...wholeRoster, only: undefined });
  }

  sortBy(column: RosterColumn): void {
    const again = this.sort?.column === column;
    this.#do({ sort: { column, descending: again && !this.sort!.descending } });
  }

  group({ value }: HTMLSelectElement): void {
    const grouping = (value || undefined) as RosterGrouping | undefined;
    this.current = 0;
    this.#do({ grouping, closed: new Set() });
  }

  fold(group: number): void {
    this.#do({ closed: toggled(this.closed, group) });
  }

  show(columns: ReadonlySet<RosterColumn>): void {
    this.#do({ columns });
  }

  toggle(row: number): void {
    this.#do({ open: this.open === row ? undefined : row });
  }

  /** Selects or unselects a row; with Shift, all from the last one to this. */
  select(row: number, through: boolean): void {
    const { lines } = this.lines();
    const [from, to] = [lines.indexOf(this.#anchor ?? -1), lines.indexOf(row)];
    if (through && this.#anchor !== undefined && from >= 0) {
      const on = this.selected.has(this.#anchor);
      const next = new Set(this.selected);
      for (const one of lines.subarray(Math.min(from, to), Math.max(from, to) + 1)) if (one >= 0) put(next, one, on);
      this.#do({ selected: next });
    } else {
      this.#anchor = row;
      this.#do({ selected: toggled(this.selected, row) });
    }
  }

  /** Selects all rows that are shown, or none of them. */
  selectAll(on: boolean): void {
    const next = new Set(this.selected);
    for (const row of this.rows().rows) put(next, row, on);
    this.#do({ selected: next });
  }

  unselect(): void {
    this.#anchor = undefined;
    this.#do({ selected: new Set() });
  }
}

function put<T>(set: Set<T>, one: T, on: boolean): void {
  if (on) set.add(one);
  else set.delete(one);
}
