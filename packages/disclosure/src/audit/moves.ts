import { columnCount, endless, groupCount, groupOf, tableColumns, type Grid, type GridFigures } from "../grid.js";

/**
 * Proves intervals in a grid too large for programs: starts from one whole table that agrees with everything published and looks for a
 * second one by exchanging people between two places. Every table it reaches agrees with all figures and all sums, so what it finds is
 * never too wide (privacy policy, 7: two complete alternative tables).
 */
export class Exchange {
  private readonly columns: number;
  private readonly tables: [number, number][];
  private readonly groups: Int32Array[];
  /** Places in orders that keep the members of one grouping together, one order for each grouping, the finest first. */
  private readonly orders: { places: Int32Array; rank: Int32Array; partners: Int32Array[] }[];

  /** @param table a table that agrees with the figures, level by level: checked by {@link agrees}, changed and put back by the search */
  constructor(
    private readonly grid: Grid,
    private readonly figures: GridFigures,
    private readonly table: Int32Array[],
  ) {
    this.columns = columnCount(grid);
    this.tables = tableColumns(grid);
    this.groups = figures.low.map((_, level) => Int32Array.from({ length: grid.places }, (_, place) => groupOf(grid, level, place)));
    this.orders = grid.groupings.map(({ of }) => {
      const places = Int32Array.from({ length: grid.places }, (_, place) => place).sort((a, b) => of[a]! - of[b]! || this.apart(a, b));
      const rank = new Int32Array(grid.places);
      places.forEach((place, at) => (rank[place] = at));
      return { places, rank, partners: [] };
    });
  }

  /** Orders places by the coarsest grouping first. */
  private apart(a: number, b: number): number {
    for (let level = this.groups.length - 1; level > 0; level--) {
      const by = this.groups[level]![a]! - this.groups[level]![b]!;
      if (by !== 0) return by;
    }
    return a - b;
  }

  /** Whether the table lies within every figure and adds up at every place and in every group. */
  agrees(): boolean {
    const { grid, figures, table, columns } = this;
    for (let level = 0; level < table.length; level++)
      for (let at = 0; at < table[level]!.length; at++)
        if (table[level]![at]! < figures.low[level]![at]! || table[level]![at]! > figures.high[level]![at]!) return false;
    for (let place = 0; place < grid.places; place++)
      for (const [first, end] of this.tables) {
        let sum = 0;
        for (let column = first; column < end; column++) sum += table[0]![place * columns + column]!;
        if (sum !== table[0]![place * columns]!) return false;
      }
    for (let level = 1; level < table.length; level++) {
      const sums = new Int32Array(groupCount(grid, level) * columns);
      for (let place = 0; place < grid.places; place++)
        for (let column = 0; column < columns; column++)
          sums[this.groups[level]![place]! * columns + column]! += table[0]![place * columns + column]!;
      if (sums.some((sum, at) => sum !== table[level]![at]!)) return false;
    }
    return true;
  }

  /** How far `gains` may rise while `loses` fall at place `a`, and the reverse at place `b`. */
  private room(a: number, b: number, gains: readonly number[], loses: readonly number[]): number {
    let room = endless;
    for (let level = 0; level < this.groups.length && room > 0; level++) {
      const ga = this.groups[level]![a]!;
      const gb = this.groups[level]![b]!;
      if (ga === gb) continue;
      const low = this.figures.low[level]!;
      const high = this.figures.high[level]!;
      const table = this.table[level]!;
      for (const column of gains) {
        const up = ga * this.columns + column;
        const down = gb * this.columns + column;
        room = Math.min(room, high[up]! - table[up]!, table[down]! - low[down]!);
      }
      for (const column of loses) {
        const down = ga * this.columns + column;
        const up = gb * this.columns + column;
        room = Math.min(room, table[down]! - low[down]!, high[up]! - table[up]!);
      }
    }
    return room;
  }

  private shift(a: number, b: number, gains: readonly number[], loses: readonly number[], by: number) {
    for (let level = 0; level < this.groups.length; level++) {
      const ga = this.groups[level]![a]! * this.columns;
      const gb = this.groups[level]![b]! * this.columns;
      if (ga === gb) continue;
      const table = this.table[level]!;
      for (const column of gains) {
        table[ga + column]! += by;
        table[gb + column]! -= by;
      }
      for (const column of loses) {
        table[ga + column]! -= by;
        table[gb + column]! += by;
      }
    }
  }

  /** Exchanges that change `column` at one place and keep every place's tables adding up: [what gains, what loses]. */
  private exchanges(column: number): [number[], number[]][] {
    const own = this.tables.findIndex(([first, end]) => column >= first && column < end);
    const span = ([first, end]: [number, number]) => Array.from({ length: end - first }, (_, at) => first + at);
    const found: [number[], number[]][] = [];
    if (own >= 0) for (const other of span(this.tables[own]!)) if (other !== column) found.push([[column], [other]]);
    // One person more in all: the total and one category of every table.
    let whole: number[][] = [[0]];
    this.tables.forEach((table, at) => {
      const choices = at === own ? [column] : span(table);
      whole = whole.flatMap((columns) => choices.map((choice) => [...columns, choice]));
    });
    for (const columns of whole) found.push([columns, []]);
    return found;
  }

  /** How far a cell may still rise (`sign` 1) or fall (-1) by its own figure. */
  private slack(level: number, at: number, sign: number): number {
    const value = this.table[level]![at]!;
    return sign > 0 ? this.figures.high[level]![at]! - value : value - this.figures.low[level]![at]!;
  }

  /**
   * Values of one cell seen in tables that agree, as `high - low`; stops at `enough`.
   * @param members places of the group
   */
  spread(level: number, group: number, column: number, members: ArrayLike<number>, enough: number): number {
    const exchanges = this.exchanges(column);
    const at = group * this.columns + column;
    const signs = this.slack(level, at, 1) >= this.slack(level, at, -1) ? [1, -1] : [-1, 1];
    let reached = 0;
    for (const sign of signs) {
      reached += this.push(level, group, column, members, sign, enough - reached, exchanges);
      if (reached >= enough) break;
    }
    return reached;
  }

  /** Pushes a cell one way by exchanges with other places, says how far it went, and puts everything back. */
  private push(
    level: number,
    group: number,
    column: number,
    members: ArrayLike<number>,
    sign: number,
    enough: number,
    exchanges: readonly (readonly [number[], number[]])[],
  ): number {
    const done: [number, number, readonly number[], readonly number[], number][] = [];
    const target = group * this.columns + column;
    const most = Math.min(members.length, level === 0 ? 1 : 24);
    let far = 0;
    search: for (let m = 0; m < most; m++) {
      const a = members[m]!;
      for (const order of this.orders) {
        const partners = this.partnersFor(order, column, sign);
        const middle = firstAt(partners, order.rank, order.rank[a]!);
        for (let step = 0; step < partnerSteps && this.slack(0, a * this.columns + column, sign) > 0; step++)
          for (const b of [partners[middle + step], partners[middle - step - 1]]) {
            if (b === undefined || this.groups[level]![b] === group || this.slack(0, b * this.columns + column, -sign) <= 0) continue;
            for (const [one, other] of exchanges) {
              const [gains, loses] = sign > 0 ? [one, other] : [other, one];
              const by = Math.min(this.room(a, b, gains, loses), enough - far);
              if (by <= 0) continue;
              this.shift(a, b, gains, loses, by);
              done.push([a, b, gains, loses, by]);
              far += by;
              if (far >= enough || this.slack(level, target, sign) <= 0) break search;
            }
          }
      }
    }
    for (let undo = done.pop(); undo; undo = done.pop()) this.shift(undo[0], undo[1], undo[2], undo[3], -undo[4]);
    return far;
  }

  /** Places that can give (`sign` 1) or take (-1) people of a column, in an order of places. */
  private partnersFor(order: Exchange["orders"][number], column: number, sign: number): Int32Array {
    const key = column * 2 + (sign > 0 ? 1 : 0);
    return (order.partners[key] ??= order.places.filter((place) => this.slack(0, place * this.columns + column, -sign) > 0));
  }
}

/** First position in `places` whose rank is at least `rank`. */
function firstAt(places: Int32Array, ranks: Int32Array, rank: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranks[places[middle]!]! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Partner places looked at on either side of a place. */
const partnerSteps = 32;
