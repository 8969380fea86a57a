import highsLoader, { type Highs, type Model } from "highs";
import type { Sum } from "../system.js";
import type { Cell } from "./cell.js";

/** The solver's typings call it a CommonJS module; it is loaded as the ES module it ships. */
const load = highsLoader as unknown as () => Promise<Highs>;
let loading: Promise<Highs> | undefined;
export const openSolver = (): Promise<Highs> => (loading ??= load());

/**
 * Moves away from the true table that keep every sum: for each cell an upward and a downward change, bounded by zero and by what is
 * publicly known. Hidden cells change free of charge, shown ones at their cost, so that the cheapest move names the cells to hide next.
 */
export class Moves {
  private readonly count: number;
  private readonly columns = { kind: "range", from: 0, to: 0 };
  private constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly cells: readonly Cell[],
  ) {
    this.count = cells.length;
    this.columns.to = 2 * cells.length - 1;
  }

  static async open(cells: readonly Cell[], sums: readonly Sum[]): Promise<Moves & { close(): void }> {
    const highs = await openSolver();
    const count = cells.length;
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
    const model = highs.createModel({
      numCols: 2 * count,
      numRows: sums.length,
      colCost: new Float64Array(2 * count),
      colLower: new Float64Array(2 * count),
      colUpper: Float64Array.from({ length: 2 * count }, (_, at) => Moves.room(cells, at)),
      rowLower: zero,
      rowUpper: zero,
      matrix: { format: "csr", numRows: sums.length, numCols: 2 * count, starts, indices, values },
    });
    model.options.set({ output_flag: false });
    return Object.assign(new Moves(highs, model, cells), { close: () => model.dispose() });
  }

  private static room(cells: readonly Cell[], at: number): number {
    const cell = cells[at % cells.length]!;
    if (cell.structural) return 0;
    return at < cells.length ? Math.min(1e6, (cell.known ?? Infinity) - cell.value) : cell.value - (cell.least ?? 0);
  }

  private solve(): Float64Array | undefined {
    this.model.run();
    if (this.model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return undefined;
    const flow = this.model.getSolution().colValue;
    return Float64Array.from({ length: this.count }, (_, at) => flow[at]! - flow[this.count + at]!);
  }

  /** Cheapest change of the whole table that moves `cell` by `step`, or undefined when there is none. */
  cheapest(cell: number, step: number, price: (cell: number) => number): { change: Float64Array; cost: number } | undefined {
    const up = step > 0 ? cell : this.count + cell;
    const back = step > 0 ? this.count + cell : cell;
    if (Moves.room(this.cells, up) < Math.abs(step)) return undefined;
    this.model.changeColsCost(
      this.columns as { kind: "range"; from: number; to: number },
      Float64Array.from({ length: 2 * this.count }, (_, at) => price(at % this.count) + 1e-6),
    );
    this.model.changeColBounds(up, Math.abs(step), Math.abs(step));
    this.model.changeColBounds(back, 0, 0);
    const change = this.solve();
    this.model.changeColBounds(up, 0, Moves.room(this.cells, up));
    this.model.changeColBounds(back, 0, Moves.room(this.cells, back));
    if (!change) return undefined;
    let cost = 0;
    change.forEach((moved, at) => (cost += Math.abs(moved) > 1e-6 ? price(at) : 0));
    return { change, cost };
  }
}
