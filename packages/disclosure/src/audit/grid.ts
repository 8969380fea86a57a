import { columnCount, groupCount, type Grid, type GridCell, type GridFigures } from "../grid.js";
import { Exchange } from "./moves.js";

export interface GridAudit {
  cells: number;
  open: number;
  narrowest: number;
  /** Cells that are not proved to keep enough values. */
  narrow: (GridCell & { values: number })[];
  /** False when the table given as a start does not agree with the figures. */
  consistent: boolean;
}

/**
 * Attacks a grid of bands: every open cell must be shown to keep `values` possible values by two complete tables that agree with
 * everything published.
 * @param witness one table that agrees, level by level: it is checked, never trusted
 * @param only looks at these cells alone: after figures were made wider, those that were too narrow
 */
export function auditGrid(
  grid: Grid,
  figures: GridFigures,
  witness: readonly Int32Array[],
  values: number,
  only?: readonly GridCell[],
): GridAudit {
  const columns = columnCount(grid);
  const exchange = new Exchange(
    grid,
    figures,
    witness.map((level) => level.slice()),
  );
  const result: GridAudit = { cells: 0, open: 0, narrowest: Infinity, narrow: [], consistent: exchange.agrees() };
  const members = grid.groupings.map(membersOf);
  const look = ({ level, group, column }: GridCell) => {
    const at = group * columns + column;
    result.cells++;
    if (figures.high[level]![at] === figures.low[level]![at]) return;
    result.open++;
    const inside = level === 0 ? [group] : members[level - 1]!(group);
    const spread = result.consistent ? exchange.spread(level, group, column, inside, values - 1) : 0;
    result.narrowest = Math.min(result.narrowest, spread + 1);
    if (spread < values - 1) result.narrow.push({ level, group, column, values: spread + 1 });
  };
  if (only) only.forEach(look);
  else
    for (let level = 0; level < figures.low.length; level++)
      for (let group = 0; group < groupCount(grid, level); group++)
        for (let column = 0; column < columns; column++) look({ level, group, column });
  return result;
}

function membersOf({ count, of }: { count: number; of: Int32Array }): (group: number) => Int32Array {
  const starts = new Int32Array(count + 1);
  for (const group of of) starts[group + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const places = new Int32Array(of.length);
  of.forEach((group, place) => (places[next[group]!++] = place));
  return (group) => places.subarray(starts[group], starts[group + 1]);
}
