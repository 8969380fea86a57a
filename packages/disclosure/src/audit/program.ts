import highsLoader, { type Highs } from "highs";
import type { Published } from "../system.js";
import type { Block } from "./block.js";
import type { Bounds } from "./propagate.js";

/** The solver's typings call it a CommonJS module; it is loaded as the ES module it ships. */
const load = highsLoader as unknown as () => Promise<Highs>;
let loading: Promise<Highs> | undefined;
export const solver = (): Promise<Highs> => (loading ??= load());

/** Stands for no upper end in a program. */
export const programLimit = 1e9;

/** Smallest and largest value seen in a whole table that agrees with everything published. */
export interface Seen {
  low: Float64Array;
  high: Float64Array;
}

const isWholeTable = (values: Float64Array) => values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);

/**
 * For each cell of a block, alternative whole tables that agree with everything published, until its values are at least `demand`
 * apart or their true extremes are found. Linear programs first; a whole-number program where a corner is not whole.
 * A cell whose program does not end keeps what was seen so far, so that doubt counts against the publication.
 * @param demand smallest wanted `high - low` for each cell of the block, by cell number
 */
export function extremes(
  highs: Highs,
  block: Block,
  bounds: Bounds,
  { sums, shares = [] }: Published,
  demand: (cell: number) => number,
): Seen {
  const { cells } = block;
  const column = new Map(cells.map((cell, at) => [cell, at]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const least: number[] = [];
  const most: number[] = [];
  const row = (from: number, to: number) => {
    least.push(from);
    most.push(to);
    starts.push(indices.length);
  };
  for (const at of block.sums) {
    const { total, parts } = sums[at]!;
    let constant = 0;
    const put = (cell: number, sign: number) => {
      const at = column.get(cell);
      if (at === undefined) constant -= sign * bounds.low[cell]!;
      else {
        indices.push(at);
        values.push(sign);
      }
    };
    put(total, -1);
    for (const part of parts) put(part, 1);
    row(constant, constant);
  }
  for (const at of block.shares) {
    const { numerator, base, from, to, closed } = shares[at]!;
    const [over, under] = [column.get(numerator)!, column.get(base)!];
    indices.push(over, under);
    values.push(100, -from);
    row(0, Infinity);
    indices.push(over, under);
    values.push(100, -to);
    row(-Infinity, closed ? 0 : Number.isInteger(to) ? -1 : -1e-6);
  }
  const count = cells.length;
  const low = new Float64Array(count).fill(Infinity);
  const high = new Float64Array(count).fill(-Infinity);
  highs.withModel(
    {
      numCols: count,
      numRows: least.length,
      colCost: new Float64Array(count),
      colLower: Float64Array.from(cells, (cell) => bounds.low[cell]!),
      colUpper: Float64Array.from(cells, (cell) => Math.min(bounds.high[cell]!, programLimit)),
      rowLower: least,
      rowUpper: most,
      matrix: { format: "csr", numRows: least.length, numCols: count, starts, indices, values },
    },
    (model) => {
      model.options.set({ output_flag: false });
      const all = { kind: "range", from: 0, to: count - 1 } as const;
      const solve = (): Float64Array | undefined => {
        model.run();
        return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getSolution().colValue : undefined;
      };
      const wholeNumbers = (): Float64Array | undefined => {
        // The clock runs over all programs of a model, so it is put back: each may take its time.
        model.options.set({ time_limit: 10 });
        model.zeroAllClocks();
        model.changeColsIntegrality(all, new Int32Array(count).fill(highs.constants.variableType.integer));
        const table = solve();
        model.changeColsIntegrality(all, new Int32Array(count));
        model.options.set({ time_limit: 1e9 });
        return table && isWholeTable(table) ? table : undefined;
      };
      const look = (insist: boolean): boolean => {
        let table = solve();
        if (table && !isWholeTable(table)) table = insist ? wholeNumbers() : undefined;
        table?.forEach((value, at) => {
          const whole = Math.round(value);
          if (whole < low[at]!) low[at] = whole;
          if (whole > high[at]!) high[at] = whole;
        });
        return table !== undefined;
      };
      // A few scattered corners prove most cells at once; each remaining cell then costs at most two programs.
      for (let round = 0; round < 8; round++) {
        const scattered = (at: number) => ((((at + 1) * 2654435761 + round * 40503) >>> 7) % 17) - 8;
        model.changeColsCost(
          all,
          Float64Array.from({ length: count }, (_, at) => scattered(at)),
        );
        const first = low[0] === Infinity;
        if (!look(first) && first) return;
      }
      model.changeColsCost(all, new Float64Array(count));
      for (let at = 0; at < count; at++)
        for (const sign of [1, -1]) {
          const wanted = demand(cells[at]!);
          if (high[at]! - low[at]! >= wanted) break;
          const [from, to] = [bounds.low[cells[at]!]!, Math.min(bounds.high[cells[at]!]!, programLimit)];
          // No further than asked: that is quick, and where it is reached nothing is left to prove.
          model.changeColBounds(at, sign > 0 ? from : Math.max(from, high[at]! - wanted), sign > 0 ? Math.min(to, low[at]! + wanted) : to);
          model.changeColCost(at, -sign);
          look(true);
          model.changeColBounds(at, from, to);
          model.changeColCost(at, 0);
        }
    },
  );
  return { low, high };
}
