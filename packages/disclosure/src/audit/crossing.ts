import { columnCount, endless, groupCount, type Grid, type GridFigures } from "../grid.js";
import type { Published, Sum } from "../system.js";
import { audit, type Audit } from "./audit.js";

/**
 * Attacks the crossed tables of one level of a grid, with their margins. A group with a margin that is not exact hangs together with all
 * places below it, which this attack does not look at: if it has a crossed cell that is shown, its cells count as narrow.
 * @param level at which the first two one-way tables are crossed @param crossing smallest and largest value of every crossed cell
 */
export async function auditCrossing(
  grid: Grid,
  figures: GridFigures,
  level: number,
  crossing: { low: Int32Array; high: Int32Array },
  values: number,
): Promise<Audit> {
  const [rows, across] = grid.tables as readonly [number, number];
  const columns = columnCount(grid);
  const low: number[] = [...crossing.low];
  const high: number[] = Array.from(crossing.high, (value) => (value === endless ? Infinity : value));
  const sums: Sum[] = [];
  const told: number[] = [];
  for (let group = 0; group < groupCount(grid, level); group++) {
    const first = group * rows * across;
    const margin = (column: number) => {
      const at = group * columns + column;
      low.push(figures.low[level]![at]!);
      return high.push(figures.high[level]![at]!) - 1;
    };
    const isShown = Array.from({ length: rows * across }, (_, cell) => low[first + cell] === high[first + cell]).some(Boolean);
    // A table that is withheld as a whole says nothing.
    if (!isShown) continue;
    const margins = Array.from({ length: rows + across }, (_, at) => margin(1 + at));
    if (margins.some((at) => low[at] !== high[at])) told.push(...margins);
    for (let row = 0; row < rows; row++)
      sums.push({ total: margins[row]!, parts: Array.from({ length: across }, (_, at) => first + row * across + at) });
    for (let at = 0; at < across; at++)
      sums.push({ total: margins[rows + at]!, parts: Array.from({ length: rows }, (_, row) => first + row * across + at) });
  }
  const published: Published = { low, high, sums };
  const found = await audit(published, values);
  return { ...found, narrow: [...found.narrow, ...told.map((cell) => ({ cell, values: 1 }))] };
}
