/**
 * Many places in groupings that may nest or cross, and one-way tables of the same people at every place: columns are the total, then the
 * categories of each table. Level 0 is the places themselves, level n the n-th grouping.
 */
export interface Grid {
  places: number;
  /** Each place stands in exactly one group of every grouping: `of[place]` is its group. */
  groupings: readonly { name: string; count: number; of: Int32Array }[];
  /** Number of categories of each one-way table. Every table adds up to the total. */
  tables: readonly number[];
}

/** Two one-way tables crossed at every group of one level: rows of the first, columns of the second, group after group. */
export interface Crossing {
  level: number;
  counts: Int32Array;
}

/** Smallest and largest value of every cell by its own figure: level by level, group after group, column after column. */
export interface GridFigures {
  low: Int32Array[];
  high: Int32Array[];
}

/** One cell of a grid by its place in it. */
export interface GridCell {
  level: number;
  group: number;
  column: number;
}

/** Stands for "no upper end" in a withheld cell. */
export const endless = 1 << 30;

export const columnCount = (grid: Grid): number => grid.tables.reduce((sum, count) => sum + count, 1);
export const groupCount = (grid: Grid, level: number): number => (level === 0 ? grid.places : grid.groupings[level - 1]!.count);
export const groupOf = (grid: Grid, level: number, place: number): number => (level === 0 ? place : grid.groupings[level - 1]!.of[place]!);

/** Columns of one table: first and one past the last. */
export function tableColumns(grid: Grid): [first: number, end: number][] {
  let first = 1;
  return grid.tables.map((count) => {
    first += count;
    return [first - count, first];
  });
}

/** Places of every group of a grouping. */
export function membersOf({ count, of }: Grid["groupings"][number]): (group: number) => Int32Array {
  const starts = new Int32Array(count + 1);
  for (const group of of) starts[group + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const places = new Int32Array(of.length);
  of.forEach((group, place) => (places[next[group]!++] = place));
  return (group) => places.subarray(starts[group], starts[group + 1]);
}

/** Adds up the places of every group. `counts` has a row of `columnCount` for every place. */
export function addUp(grid: Grid, counts: Int32Array): Int32Array[] {
  const columns = columnCount(grid);
  return [
    counts,
    ...grid.groupings.map(({ count, of }) => {
      const sums = new Int32Array(count * columns);
      for (let place = 0; place < grid.places; place++) {
        const to = of[place]! * columns;
        const from = place * columns;
        for (let column = 0; column < columns; column++) sums[to + column]! += counts[from + column]!;
      }
      return sums;
    }),
  ];
}
