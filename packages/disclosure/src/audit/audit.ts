import type { Published } from "../system.js";
import { blocks } from "./block.js";
import { extremes, programLimit, solver } from "./program.js";
import { propagate } from "./propagate.js";

/** What an attacker can prove of a publication. Cells are named by position only. */
export interface Audit {
  cells: number;
  open: number;
  blocks: number;
  /** Cells whose interval is narrower than demanded, narrowest first. */
  narrow: { cell: number; values: number }[];
  /** Fewest possible values of any open cell, Infinity when none is open. A lower bound where the search stopped at the demand. */
  narrowest: number;
  /** False when the figures contradict each other: no table of whole numbers agrees with them. */
  consistent: boolean;
}

/** Most cells a block may have for the programs; a larger one must be settled by its pattern, else it counts as narrow. */
const largestBlock = 6000;

/**
 * Attacks a publication with nothing but its text: for every figure that is not exact, the interval of whole numbers that agree with all
 * figures, all sums and public bounds taken together (privacy policy, 7: G2 and G3).
 * @param values how many possible values every open cell must keep, or all that a public bound leaves when that is fewer
 */
export async function audit(published: Published, values: number): Promise<Audit> {
  const bounds = propagate(published);
  const count = bounds.low.length;
  const isOpen = (cell: number) => published.low[cell]! < published.high[cell]!;
  const left = (cell: number) => bounds.high[cell]! - bounds.low[cell]!;
  const demand = (cell: number) =>
    Math.min(values, (published.known?.[cell] ?? Infinity) + 1, Math.max(1, published.wanted?.[cell] ?? Infinity)) - 1;
  const result: Audit = { cells: count, open: 0, blocks: 0, narrow: [], narrowest: Infinity, consistent: bounds.consistent };
  const judge = (cell: number, spread: number, from: number) => {
    const threshold = published.implied?.get(cell);
    if (threshold !== undefined) {
      // What no figure tells may be known where it is not small, and where it is nobody.
      if (from < threshold && from + spread > 0 && !(spread >= demand(cell))) result.narrow.push({ cell, values: spread + 1 });
      return;
    }
    result.narrowest = Math.min(result.narrowest, spread + 1);
    if (!(spread >= demand(cell))) result.narrow.push({ cell, values: Math.max(0, spread + 1) });
  };
  for (let cell = 0; cell < count; cell++) {
    if (!isOpen(cell)) continue;
    if (!published.implied?.has(cell)) result.open++;
    if (left(cell) <= 0 || !bounds.consistent) judge(cell, 0, bounds.low[cell]!);
  }
  if (!bounds.consistent) return result;
  const highs = await solver();
  for (const block of blocks((cell) => isOpen(cell) && left(cell) > 0, count, published.sums, published.shares)) {
    result.blocks++;
    if (block.forest) for (const cell of block.cells) judge(cell, left(cell), bounds.low[cell]!);
    else if (block.cells.length > largestBlock) for (const cell of block.cells) judge(cell, 0, bounds.low[cell]!);
    else {
      const seen = extremes(highs, block, bounds, published, demand);
      block.cells.forEach((cell, at) =>
        judge(cell, seen.high[at]! >= programLimit ? Infinity : seen.high[at]! - seen.low[at]!, seen.low[at]!),
      );
    }
  }
  result.narrow.sort((a, b) => a.values - b.values || a.cell - b.cell);
  return result;
}
