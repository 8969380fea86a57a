import highsLoader, { type Highs } from "highs";
import type { Cell, Sum } from "@vitrine/disclosure";

const load = highsLoader as unknown as () => Promise<Highs>;

/**
 * Fewest cells that must be hidden so that every cell of `primary` can move over `width` values: cell suppression as a mixed-integer
 * program, solved exactly by adding capacity cuts until none is violated (Fischetti and Salazar-González, 2001). For small tables only.
 * @returns number of hidden cells, or undefined when no choice protects every primary cell
 */
export async function optimum(cells: readonly Cell[], sums: readonly Sum[], primary: readonly number[], width: number) {
  const highs = await load();
  const count = cells.length;
  const room = (at: number) => (at < count ? width : Math.min(width, cells[at - count]!.value));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { total, parts } of sums) {
    indices.push(total, count + total);
    values.push(-1, 1);
    for (const part of parts) {
      indices.push(part, count + part);
      values.push(1, -1);
    }
    starts.push(indices.length);
  }
  const zero = new Float64Array(sums.length);
  const sub = highs.createModel({
    numCols: 2 * count,
    numRows: sums.length,
    colCost: new Float64Array(2 * count),
    colLower: new Float64Array(2 * count),
    colUpper: new Float64Array(2 * count),
    rowLower: zero,
    rowUpper: zero,
    matrix: { format: "csr", numRows: sums.length, numCols: 2 * count, starts, indices, values },
  });
  const isPrimary = new Set(primary);
  const master = highs.createModel({
    numCols: count,
    numRows: 0,
    colCost: new Float64Array(count).fill(1),
    colLower: Float64Array.from(cells, (_, at) => (isPrimary.has(at) ? 1 : 0)),
    colUpper: new Float64Array(count).fill(1),
    rowLower: [],
    rowUpper: [],
    matrix: { format: "csr", numRows: 0, numCols: count, starts: [0], indices: [], values: [] },
    integrality: new Int32Array(count).fill(1),
  });
  try {
    sub.options.set({ output_flag: false });
    master.options.set({ output_flag: false, mip_rel_gap: 0 });
    const both = { kind: "range", from: 0, to: 2 * count - 1 } as const;
    for (let round = 0; round < 400; round++) {
      master.run();
      if (master.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
      const chosen = master.getSolution().colValue;
      sub.changeColsBounds(
        both,
        new Float64Array(2 * count),
        Float64Array.from({ length: 2 * count }, (_, at) => room(at) * Math.round(chosen[at % count]!)),
      );
      let cuts = 0;
      for (const cell of primary) {
        const weight = new Float64Array(count);
        let reach = 0;
        for (const [forth, back] of [
          [cell, count + cell],
          [count + cell, cell],
        ] as const) {
          const cost = new Float64Array(2 * count);
          cost[forth] = -1;
          cost[back] = 1;
          sub.changeColsCost(both, cost);
          sub.run();
          const solution = sub.getSolution();
          reach -= sub.getObjectiveValue();
          solution.colDual.forEach((dual, at) => (weight[at % count]! += Math.max(0, -dual) * room(at)));
        }
        if (reach >= width - 1e-6) continue;
        const entries = [...weight.keys()].filter((at) => weight[at]! > 1e-9);
        const fixed = entries.reduce((sum, at) => sum + (isPrimary.has(at) ? weight[at]! : 0), 0);
        const free = entries.filter((at) => !isPrimary.has(at));
        if (free.length === 0) return undefined;
        master.addRow(width - fixed, Infinity, { indices: free, values: free.map((at) => Math.min(weight[at]!, width - fixed)) });
        cuts++;
      }
      if (cuts === 0) return Math.round(chosen.reduce((sum, value) => sum + Math.round(value), 0));
    }
    return undefined;
  } finally {
    sub.dispose();
    master.dispose();
  }
}
