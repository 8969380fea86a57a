import type { Highs } from "highs";
import { columnCount, endless, groupOf, tableColumns, type Grid, type GridCell, type GridFigures } from "../grid.js";

/**
 * Another whole table that differs at some places only and has one cell as far up or down as it goes: everybody else stays where the
 * table at hand has them, so that what is found is never too wide.
 * @param table agrees with the figures @param places that may change @param limit value of the cell beyond which nothing is asked
 * @returns new values, place after place and column after column, or undefined
 */
export function farthest(
  highs: Highs,
  grid: Grid,
  figures: GridFigures,
  table: readonly Int32Array[],
  places: readonly number[],
  { level, group, column }: GridCell,
  limit: number,
): Int32Array | undefined {
  const columns = columnCount(grid);
  const count = places.length * columns;
  const cellOf = (at: number) => places[Math.floor(at / columns)]! * columns + (at % columns);
  const lower = Float64Array.from({ length: count }, (_, at) => figures.low[0]![cellOf(at)]!);
  const upper = Float64Array.from({ length: count }, (_, at) => figures.high[0]![cellOf(at)]!);
  const rows = new Map<string, { from: number; to: number; at: number[]; sign: number[] }>();
  places.forEach((_, p) =>
    tableColumns(grid).forEach(([first, end], t) => {
      const at = Array.from({ length: end - first }, (__, step) => p * columns + first + step);
      rows.set(`table ${p} ${t}`, { from: 0, to: 0, at: [...at, p * columns], sign: [...at.map(() => 1), -1] });
    }),
  );
  for (let above = 1; above < figures.low.length; above++)
    places.forEach((place, p) => {
      const of = groupOf(grid, above, place);
      for (let c = 0; c < columns; c++) {
        const cell = of * columns + c;
        const key = `${above} ${cell}`;
        const value = table[above]![cell]!;
        let row = rows.get(key);
        if (!row)
          rows.set(key, (row = { from: figures.low[above]![cell]! - value, to: figures.high[above]![cell]! - value, at: [], sign: [] }));
        row.at.push(p * columns + c);
        row.sign.push(1);
        row.from += table[0]![place * columns + c]!;
        row.to += table[0]![place * columns + c]!;
      }
    });
  const now = table[level]![group * columns + column]!;
  const up = limit > now;
  const cost = new Float64Array(count);
  places.forEach((place, p) => {
    if (groupOf(grid, level, place) === group) cost[p * columns + column] = up ? -1 : 1;
  });
  if (level === 0) {
    const at = places.indexOf(group) * columns + column;
    if (up) upper[at] = Math.min(upper[at]!, limit);
    else lower[at] = Math.max(lower[at]!, limit);
  } else {
    const row = rows.get(`${level} ${group * columns + column}`)!;
    const here = places.reduce((sum, place) => sum + (groupOf(grid, level, place) === group ? table[0]![place * columns + column]! : 0), 0);
    if (up) row.to = Math.min(row.to, limit - now + here);
    else row.from = Math.max(row.from, limit - now + here);
  }
  const all = [...rows.values()];
  const starts = [0];
  for (const { at } of all) starts.push(starts.at(-1)! + at.length);
  return highs.withModel(
    {
      numCols: count,
      numRows: all.length,
      colCost: cost,
      colLower: lower,
      colUpper: upper,
      rowLower: all.map(({ from }) => from),
      rowUpper: all.map(({ to }) => (to >= endless / 2 ? Infinity : to)),
      matrix: {
        format: "csr",
        numRows: all.length,
        numCols: count,
        starts,
        indices: all.flatMap(({ at }) => at),
        values: all.flatMap(({ sign }) => sign),
      },
    },
    (model) => {
      model.options.set({ output_flag: false, mip_max_nodes: 50, time_limit: 20 });
      const isWhole = (values: Float64Array) => values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
      const run = () => {
        model.run();
        return model.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible
          ? model.getSolution().colValue
          : undefined;
      };
      let found = run();
      if (found && !isWhole(found)) {
        model.changeColsIntegrality(
          { kind: "range", from: 0, to: count - 1 },
          new Int32Array(count).fill(highs.constants.variableType.integer),
        );
        found = run();
      }
      return found && isWhole(found) ? Int32Array.from(found, Math.round) : undefined;
    },
  );
}
