import { addUp, columnCount, endless, groupCount, groupOf, membersOf, type Grid, type GridCell, type GridFigures } from "../grid.js";
import { isPrimary, type Policy } from "./cell.js";

/**
 * Bands of width k for every count below the levels that stay exact: 0-9, 10-19, ... the same tens at every level, totals included, so
 * that no band can be had by subtracting others (privacy policy, 5 and 8). A place without anybody is an exact 0 in every column. A group
 * of an exact level with a small figure is banded like those below it; a group that has the same people as an exact one is that one.
 * @param counts truth: a row of columns for every place @param exact levels that stay exact
 */
export function band(
  grid: Grid,
  counts: Int32Array,
  policy: Policy,
  exact: ReadonlySet<number>,
): { figures: GridFigures; truth: Int32Array[] } {
  const columns = columnCount(grid);
  const truth = addUp(grid, counts);
  const figures: GridFigures = { low: [], high: [] };
  const large = (level: number, group: number) =>
    exact.has(level) && truth[level]!.subarray(group * columns, (group + 1) * columns).every((value) => !isPrimary({ value }, policy));
  const same = twins(grid, truth, columns);
  truth.forEach((values, level) => {
    const low = values.slice();
    const high = values.slice();
    for (let group = 0; group < groupCount(grid, level); group++) {
      const row = group * columns;
      if (values[row] === 0 || large(level, group) || same(level, group).some(([other, twin]) => large(other, twin))) continue;
      for (let at = row; at < row + columns; at++) {
        low[at] = values[at]! - (values[at]! % policy.threshold);
        high[at] = low[at]! + policy.threshold - 1;
      }
    }
    figures.low.push(low);
    figures.high.push(high);
  });
  return { figures, truth };
}

/** Groups of other levels with the same places, but for those without anybody. */
function twins(
  grid: Grid,
  truth: readonly Int32Array[],
  columns: number,
): (level: number, group: number) => [level: number, group: number][] {
  const levels = truth.map((_, level) => {
    const size = new Int32Array(groupCount(grid, level));
    const some = new Int32Array(size.length).fill(-1);
    for (let place = 0; place < grid.places; place++) {
      if (truth[0]![place * columns] === 0) continue;
      const group = groupOf(grid, level, place);
      size[group]!++;
      some[group] = place;
    }
    return { size, some };
  });
  // Groupings nest or cross: of two groups that hold the same place, equally large ones are the same only if all their places are shared.
  const shares = grid.groupings.map(({ of }, at) => ({ of, members: membersOf(grid.groupings[at]!) }));
  const isInside = (level: number, group: number, other: number, twin: number) => {
    const places = level === 0 ? [group] : shares[level - 1]!.members(group);
    return [...places].every((place) => truth[0]![place * columns] === 0 || groupOf(grid, other, place) === twin);
  };
  return (level, group) => {
    const { size, some } = levels[level]!;
    const place = some[group]!;
    if (place < 0) return [];
    return levels.flatMap((of, other): [number, number][] => {
      if (other === level) return [];
      const twin = groupOf(grid, other, place);
      return of.size[twin] === size[group] && isInside(level, group, other, twin) ? [[other, twin]] : [];
    });
  };
}

/** Makes figures coarser, a little more from round to round: wider bands first, then withheld figures, then around them. */
export class Coarsening {
  private readonly columns: number;
  private readonly members: ((group: number) => Int32Array)[];
  /** Figures that are wider than the first band, by level and position. */
  readonly changed = new Set<string>();

  /** @param figures change in place */
  constructor(
    private readonly grid: Grid,
    private readonly figures: GridFigures,
    private readonly truth: readonly Int32Array[],
    private readonly threshold: number,
  ) {
    this.columns = columnCount(grid);
    this.members = grid.groupings.map(membersOf);
  }

  /**
   * Makes coarser what an attack found too narrow. A wider figure only adds tables that agree, so what was proved stays proved.
   * @param round counts attacks on the same publication from 1
   */
  widen(cells: readonly GridCell[], round: number) {
    const done = new Set<string>();
    for (const cell of cells) for (const [one, withhold] of this.around(cell, round)) this.change(one, withhold, done);
  }

  private change({ level, group, column }: GridCell, withhold: boolean, done: Set<string>) {
    const at = group * this.columns + column;
    const key = `${level} ${at}`;
    const [low, high, value] = [this.figures.low[level]!, this.figures.high[level]!, this.truth[level]![at]!];
    if (low[at] === high[at] || high[at] === endless || done.has(key)) return;
    done.add(key);
    this.changed.add(key);
    const width = Math.max(high[at]! - low[at]! + 1, this.threshold) * 2;
    low[at] = withhold ? 0 : value - (value % width);
    high[at] = withhold ? endless : low[at]! + width - 1;
  }

  /** Which figures to make coarser for one that is too narrow, and whether to withhold them. */
  private around(cell: GridCell, round: number): [GridCell, boolean][] {
    const all = [cell, ...(round > 3 ? this.relatives(cell) : [])];
    if (round <= 5) return all.map((one) => [one, round >= (one === cell ? 3 : 5)]);
    return all.flatMap((one) => Array.from({ length: this.columns }, (_, column): [GridCell, boolean] => [{ ...one, column }, true]));
  }

  /** The same column in the groups that hold a place, or that hold places of a group. */
  private relatives({ level, group, column }: GridCell): GridCell[] {
    const places = level === 0 ? [group] : this.members[level - 1]!(group);
    const found = new Map<string, GridCell>();
    for (const place of places)
      for (let other = 1; other < this.figures.low.length; other++) {
        const of = groupOf(this.grid, other, place);
        if (other !== level) found.set(`${other} ${of}`, { level: other, group: of, column });
      }
    return [...found.values()];
  }
}
