import { GridAttack } from "../audit/grid.js";
import { columnCount, endless, groupCount, type Crossing, type Grid, type GridCell, type GridFigures } from "../grid.js";
import type { Sum } from "../system.js";
import { band, Coarsening } from "./bands.js";
import type { Cell, Policy } from "./cell.js";
import { choose } from "./choose.js";

export interface GridControl {
  figures: GridFigures;
  /** Smallest and largest value of the crossed cells, as published. A group whose crossing is not shown at all has no exact cell. */
  crossing: { low: Int32Array; high: Int32Array } | undefined;
  /** True counts, level by level. They never leave the owner's machine. */
  truth: Int32Array[];
  /** Figures made coarser than their first band. */
  coarsened: number;
  rounds: number;
  /** What no coarsening settled: such a grid may not be published. */
  narrow: GridCell[];
}

/** Rounds of making coarser after one attack, and attacks after the first, before giving up. */
const mostRounds = 6;
const attacks = 10;

/**
 * Controls one-way tables of many places: bands below the exact levels, made coarser until an attack finds nothing, and crossed tables with
 * withheld cells in the groups of an exact level (privacy policy, 8).
 * @param exact levels whose figures stay exact
 */
export async function controlGrid(
  grid: Grid,
  counts: Int32Array,
  policy: Policy,
  exact: ReadonlySet<number>,
  crossing?: Crossing,
): Promise<GridControl> {
  const { figures, truth } = band(grid, counts, policy, exact);
  const coarsening = new Coarsening(grid, figures, truth, policy.threshold);
  let rounds = 0;
  let narrow: GridCell[];
  // A look at what was left is quick; the last word has an attack that has not seen what came before.
  for (let fresh = 0; ; fresh++) {
    const attack = new GridAttack(grid, figures, truth, policy.interval);
    ({ narrow } = await attack.look(undefined, fresh === 0 ? 0 : undefined));
    if (narrow.length === 0 || fresh === attacks) break;
    for (let round = Math.min(1 + fresh, mostRounds); narrow.length > 0 && round <= mostRounds; round++, rounds++) {
      coarsening.widen(narrow, round);
      ({ narrow } = await attack.look(narrow, round > 3 ? 30 : 0));
    }
  }
  const crossed = crossing && (await controlCrossing(grid, figures, crossing, policy));
  return { figures, crossing: crossed, truth, coarsened: coarsening.changed.size, rounds, narrow };
}

/**
 * Withholds in the crossed table of every group, apart from the others: its margins are exact, so nothing ties it to the rest. Where a margin is
 * not exact, or cells cannot be protected, the whole table of that group is withheld.
 */
async function controlCrossing(grid: Grid, figures: GridFigures, { level, counts }: Crossing, policy: Policy) {
  const [rows, across] = grid.tables as readonly [number, number];
  const columns = columnCount(grid);
  const low = counts.slice();
  const high = counts.slice();
  for (let group = 0; group < groupCount(grid, level); group++) {
    const margin = group * columns;
    const first = group * rows * across;
    const isExact = Array.from(
      { length: columns },
      (_, column) => figures.low[level]![margin + column] === figures.high[level]![margin + column],
    );
    const hidden = isExact.every(Boolean)
      ? await hiddenIn(figures.low[level]!.subarray(margin, margin + columns), counts.subarray(first, first + rows * across), rows, policy)
      : undefined;
    for (let cell = 0; cell < rows * across; cell++) {
      if (hidden && !hidden.has(cell)) continue;
      low[first + cell] = 0;
      high[first + cell] = endless;
    }
  }
  return { low, high };
}

/** Cells to withhold of one crossed table whose margins are known, or undefined where all must be. */
async function hiddenIn(margins: Int32Array, counts: Int32Array, rows: number, policy: Policy): Promise<Map<number, unknown> | undefined> {
  const across = counts.length / rows;
  const cells: Cell[] = [...counts].map((value) => ({ value }));
  const known = (column: number) => cells.push({ value: margins[column]!, structural: true }) - 1;
  const sums: Sum[] = [];
  for (let row = 0; row < rows; row++)
    sums.push({ total: known(1 + row), parts: Array.from({ length: across }, (_, at) => row * across + at) });
  for (let at = 0; at < across; at++)
    sums.push({ total: known(1 + rows + at), parts: Array.from({ length: rows }, (_, row) => row * across + at) });
  const { hidden, unproved } = await choose(cells, sums, policy);
  return unproved.length > 0 ? undefined : hidden;
}
