import type { Highs } from "highs";
import { columnCount, groupCount, groupOf, tableColumns, type Grid, type GridCell, type GridFigures } from "../grid.js";
import { farthest } from "./near.js";

/**
 * Proves intervals in a grid too large for programs: starts from one whole table that agrees with everything published and walks to others
 * by exchanging people between two places. Every table it comes through agrees with all figures and all sums, so the values it has seen
 * of a cell are never too many (privacy policy, 7: two complete alternative tables).
 */
export class Exchange {
  private readonly columns: number;
  private readonly tables: [number, number][];
  private readonly groups: Int32Array[];
  /** Places in orders that keep the members of one grouping together, one order for each grouping, the finest first. */
  private readonly orders: { places: Int32Array; rank: Int32Array; partners: Int32Array[] }[];
  private readonly exchanges: (readonly [up: readonly number[], down: readonly number[]])[][];
  /** Smallest and largest value of every cell in the tables seen. */
  private readonly low: Int32Array[];
  private readonly high: Int32Array[];
  private seed = 1;

  /** @param table a table that agrees with the figures, level by level: checked by {@link agrees}, and changed by the walk */
  constructor(
    private readonly grid: Grid,
    private readonly figures: GridFigures,
    private readonly table: Int32Array[],
  ) {
    this.columns = columnCount(grid);
    this.tables = tableColumns(grid);
    this.groups = figures.low.map((_, level) => Int32Array.from({ length: grid.places }, (_, place) => groupOf(grid, level, place)));
    this.exchanges = Array.from({ length: this.columns }, (_, column) => this.exchangesOf(column));
    this.low = table.map((level) => level.slice());
    this.high = table.map((level) => level.slice());
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

  /** Values seen of a cell, as the distance of its extremes. */
  spread = (level: number, at: number): number => this.high[level]![at]! - this.low[level]![at]!;

  /** How far `gains` may rise while `loses` fall at place `a`, and the reverse at place `b`. */
  private room(a: number, b: number, gains: readonly number[], loses: readonly number[], most: number): number {
    let room = most;
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
      for (const column of gains) {
        this.change(level, ga + column, by);
        this.change(level, gb + column, -by);
      }
      for (const column of loses) {
        this.change(level, ga + column, -by);
        this.change(level, gb + column, by);
      }
    }
  }

  private change(level: number, at: number, by: number) {
    const value = (this.table[level]![at]! += by);
    if (value < this.low[level]![at]!) this.low[level]![at] = value;
    if (value > this.high[level]![at]!) this.high[level]![at] = value;
  }

  /** Exchanges that change `column` at one place and keep every place's tables adding up: [what gains, what loses]. */
  private exchangesOf(column: number): (readonly [number[], number[]])[] {
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

  /** The same numbers below `limit` in every run. */
  private dice(limit: number): number {
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.seed / 4294967296) * limit);
  }

  /**
   * Walks until a cell was seen with values `enough` apart, or gives up.
   * @param members places of the group @param steps partners looked at on either side of a place
   */
  seek(level: number, group: number, column: number, members: ArrayLike<number>, enough: number, steps: number): void {
    const at = group * this.columns + column;
    const first = this.slack(level, at, 1) >= this.slack(level, at, -1) ? 1 : -1;
    for (const sign of [first, -first]) {
      if (this.spread(level, at) >= enough) return;
      this.push(level, group, column, members, sign, enough, steps);
    }
  }

  /** Pushes a cell one way by exchanges with other places, and puts everything back: the table stays one with room on all sides. */
  private push(level: number, group: number, column: number, members: ArrayLike<number>, sign: number, enough: number, steps: number) {
    const done: [number, number, readonly number[], readonly number[], number][] = [];
    const target = group * this.columns + column;
    const most = Math.min(members.length, steps);
    const start = this.dice(members.length);
    const exchanges = this.exchanges[column]!;
    let tries = steps * steps * 8;
    search: for (let m = 0; m < most; m++) {
      const a = members[(start + m) % members.length]!;
      const cell = a * this.columns + column;
      for (const order of this.orders) {
        const partners = this.partnersFor(order, column, sign);
        const middle = firstAt(partners, order.rank, order.rank[a]!);
        for (let step = 0; step < steps && this.slack(0, cell, sign) > 0; step++)
          for (let side = 0; side < 2; side++) {
            const b = partners[side === 0 ? middle + step : middle - step - 1];
            if (b === undefined || this.groups[level]![b] === group || this.slack(0, b * this.columns + column, -sign) <= 0) continue;
            const turn = this.dice(exchanges.length);
            for (let e = 0; e < exchanges.length; e++) {
              const [up, down] = exchanges[(turn + e) % exchanges.length]!;
              const [gains, loses] = sign > 0 ? [up, down] : [down, up];
              const by = this.room(a, b, gains, loses, enough);
              if (by <= 0) {
                if (--tries <= 0) break search;
                continue;
              }
              this.shift(a, b, gains, loses, by);
              done.push([a, b, gains, loses, by]);
              if (this.spread(level, target) >= enough || this.slack(level, target, sign) <= 0) break search;
            }
          }
      }
    }
    for (let undo = done.pop(); undo; undo = done.pop()) this.shift(undo[0], undo[1], undo[2], undo[3], -undo[4]);
  }

  /** Exchanges people wherever that brings figures nearer to the middle of their bands, where they have room on both sides. */
  relax() {
    for (const order of this.orders) {
      order.partners = [];
      for (let at = 0; at + 1 < order.places.length; at++)
        for (let time = 0; time < 4; time++) {
          const a = order.places[at]!;
          const b = order.places[Math.min(order.places.length - 1, at + 1 + this.dice(time < 2 ? 6 : 60))]!;
          if (a === b) continue;
          const exchanges = this.exchanges[this.dice(this.columns)]!;
          const [up, down] = exchanges[this.dice(exchanges.length)]!;
          const [gains, loses] = this.dice(2) === 0 ? [up, down] : [down, up];
          if (this.room(a, b, gains, loses, 1) > 0 && this.pull(a, b, gains, loses) < 0) this.shift(a, b, gains, loses, 1);
        }
    }
  }

  /** Below zero where an exchange of one brings figures nearer to the middle of their bands. */
  private pull(a: number, b: number, gains: readonly number[], loses: readonly number[]): number {
    let pull = 0;
    const add = (level: number, at: number, by: number) => {
      const [low, high, value] = [this.figures.low[level]![at]!, this.figures.high[level]![at]!, this.table[level]![at]!];
      const width = high - low;
      // A withheld figure, or one that is wide, has room anyway.
      if (width > 0 && width < 64) pull += (2 * by * (value - (low + high) / 2) + 1) / (width * width);
    };
    for (let level = 0; level < this.groups.length; level++) {
      const ga = this.groups[level]![a]! * this.columns;
      const gb = this.groups[level]![b]! * this.columns;
      if (ga === gb) continue;
      for (const column of gains) {
        add(level, ga + column, 1);
        add(level, gb + column, -1);
      }
      for (const column of loses) {
        add(level, ga + column, -1);
        add(level, gb + column, 1);
      }
    }
    return pull;
  }

  /**
   * Seeks with programs over the places around a cell what exchanges of two did not find. Slow: for few cells.
   * @param members places of the group @param wide how many times as many places to look at
   */
  program(highs: Highs, cell: GridCell, members: ArrayLike<number>, enough: number, wide: number) {
    const at = cell.group * this.columns + cell.column;
    const places = this.around(cell.column, members, wide);
    for (const sign of [1, -1]) {
      if (this.spread(cell.level, at) >= enough) return;
      const limit = sign > 0 ? this.low[cell.level]![at]! + enough : this.high[cell.level]![at]! - enough;
      if (sign * (limit - this.table[cell.level]![at]!) <= 0) continue;
      const values = farthest(highs, this.grid, this.figures, this.table, places, cell, limit);
      values?.forEach((value, position) => {
        const place = places[Math.floor(position / this.columns)]!;
        const column = position % this.columns;
        const by = value - this.table[0]![place * this.columns + column]!;
        if (by !== 0) this.groups.forEach((of, level) => (this.table[level]![of[place]! * this.columns + column]! += by));
      });
      if (values) this.look(places);
    }
  }

  /** Takes the table as it is for one more that was seen. */
  private look(places: readonly number[]) {
    for (const place of places)
      this.groups.forEach((of, level) => {
        for (let column = 0; column < this.columns; column++) this.change(level, of[place]! * this.columns + column, 0);
      });
  }

  /** Some members of a group, places near them, and others that have people of a column: those a cell can exchange with. */
  private around(column: number, members: ArrayLike<number>, wide: number): number[] {
    const found = new Set<number>();
    const add = (place: number | undefined, most: number) => {
      if (place !== undefined && found.size < most && this.figures.high[0]![place * this.columns]! > 0) found.add(place);
    };
    for (let m = 0; m < members.length; m++) add(members[m], 12 * wide);
    this.orders.forEach((order, at) => {
      const most = 25 * (at + 1) * wide;
      const middle = order.rank[members[0]!]!;
      for (let step = 1; step < 400 * wide && found.size < most; step++)
        for (const place of [order.places[middle + step], order.places[middle - step]]) {
          const some = place !== undefined && this.table[0]![place * this.columns + column]! > 0;
          if (some || step <= 6 * wide) add(place, most);
        }
    });
    return [...found];
  }

  /** Places that can give (`sign` 1) or take (-1) people of a column, in an order of places, as of the last time it relaxed. */
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
