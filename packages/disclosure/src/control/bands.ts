import { addUp, columnCount, endless, type Grid, type GridCell, type GridFigures } from "../grid.js";

/**
 * Bands of width k for every count below the levels that stay exact: 0-9, 10-19, ... the same tens at every level, totals included, so
 * that no band can be had by subtracting others (privacy policy, 5 and 8). A place without anybody is an exact 0 in every column.
 * @param counts truth: a row of columns for every place @param exact levels that stay exact
 */
export function band(
  grid: Grid,
  counts: Int32Array,
  threshold: number,
  exact: ReadonlySet<number>,
): { figures: GridFigures; truth: Int32Array[] } {
  const columns = columnCount(grid);
  const truth = addUp(grid, counts);
  const figures: GridFigures = { low: [], high: [] };
  truth.forEach((values, level) => {
    const low = values.slice();
    const high = values.slice();
    if (!exact.has(level))
      for (let at = 0; at < values.length; at++) {
        if (values[at - (at % columns)] === 0) continue;
        low[at] = values[at]! - (values[at]! % threshold);
        high[at] = low[at]! + threshold - 1;
      }
    figures.low.push(low);
    figures.high.push(high);
  });
  return { figures, truth };
}

/**
 * Makes coarser what an attack found too narrow. First the cell alone doubles its width, still on multiples of it; then every figure of its
 * group does, and of the places in it; at last the group and its places are withheld. Figures change in place. A wider figure only adds
 * tables that agree, so what was proved stays proved.
 * @param round counts attacks on the same publication from 1
 */
export function coarsen(
  grid: Grid,
  figures: GridFigures,
  truth: readonly Int32Array[],
  cells: readonly GridCell[],
  threshold: number,
  round: number,
) {
  const columns = columnCount(grid);
  const seen = new Set<string>();
  const widen = (level: number, group: number, column: number) => {
    const key = `${level} ${group} ${column}`;
    if (seen.has(key)) return;
    seen.add(key);
    const at = group * columns + column;
    const [low, high, value] = [figures.low[level]!, figures.high[level]!, truth[level]![at]!];
    if (low[at] === high[at] || high[at] === endless) return;
    const width = round > withholdAfter ? endless : Math.max(high[at]! - low[at]! + 1, threshold) * 2;
    low[at] = width === endless ? 0 : value - (value % width);
    high[at] = width === endless ? endless : low[at]! + width - 1;
  };
  const widenRow = (level: number, group: number) => {
    for (let column = 0; column < columns; column++) widen(level, group, column);
  };
  for (const { level, group, column } of cells) {
    if (round === 1) {
      widen(level, group, column);
      continue;
    }
    widenRow(level, group);
    if (level === 0) continue;
    const { of } = grid.groupings[level - 1]!;
    for (let place = 0; place < grid.places; place++) if (of[place] === group) widenRow(0, place);
  }
}

/** After so many rounds of doubling a group is withheld. */
const withholdAfter = 3;
