import type { Sum } from "../system.js";
import { demandOf, isPrimary, type Cell, type Policy } from "./cell.js";
import { Moves } from "./moves.js";

/** Why a cell is hidden. Stays with the owner: a reader sees one word for both. */
export type Reason = "primary" | "complementary";

export interface Choice {
  hidden: Map<number, Reason>;
  /** Hidden cells that keep too narrow an interval even with every other cell hidden: their table must be made coarser. */
  unproved: number[];
}

const moved = (value: number) => Math.abs(value) > 1e-6;

/**
 * Which cells of a small system of exact figures to withhold, so that every withheld one keeps its interval. Follows the cheapest move of
 * the whole table that changes each withheld cell far enough (linear-programming heuristic after Kelly, Golden and Assad, 1992), then shows
 * again what turns out not to be needed. Deterministic.
 */
export async function choose(cells: readonly Cell[], sums: readonly Sum[], policy: Policy): Promise<Choice> {
  const hidden = new Map<number, Reason>();
  cells.forEach((cell, at) => isPrimary(cell, policy) && hidden.set(at, "primary"));
  if (hidden.size === 0) return { hidden, unproved: [] };
  const moves = await Moves.open(cells, sums);
  try {
    const protection = new Protection(moves, cells, policy, hidden);
    protection.grow();
    protection.shrink();
    return { hidden: new Map([...hidden].sort(([a], [b]) => a - b)), unproved: protection.unproved };
  } finally {
    moves.close();
  }
}

class Protection {
  /** For each hidden cell the moves that prove its interval: they hold as long as every cell they change stays hidden. */
  private readonly proofs = new Map<number, Float64Array[]>();
  readonly unproved: number[] = [];
  constructor(
    private readonly moves: Moves,
    private readonly cells: readonly Cell[],
    private readonly policy: Policy,
    private readonly hidden: Map<number, Reason>,
  ) {}

  /** Hides what the cheapest moves need, until every hidden cell has its proof. */
  grow() {
    const waiting = [...this.hidden.keys()].sort((a, b) => this.cells[a]!.value - this.cells[b]!.value || a - b);
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (this.proved(at)) continue;
      const proof = this.prove(at, this.hidden);
      if (!proof) {
        this.unproved.push(at);
        continue;
      }
      this.proofs.set(at, proof);
      for (const change of proof)
        change.forEach((by, cell) => {
          if (!moved(by) || this.hidden.has(cell)) return;
          this.hidden.set(cell, "complementary");
          waiting.push(cell);
        });
    }
  }

  /** Spread of a cell over the proofs of all others and its own. */
  private spread(at: number): number {
    let low = 0;
    let high = 0;
    for (const proof of this.proofs.values())
      for (const change of proof) {
        low = Math.min(low, change[at]!);
        high = Math.max(high, change[at]!);
      }
    return high - low;
  }
  private proved = (at: number) => this.spread(at) >= demandOf(this.cells[at]!, this.policy) - 1e-6;

  /** The cheapest way to move a cell over its whole demanded width: up, down, or some of both. */
  private prove(at: number, hidden: ReadonlyMap<number, Reason>, onlyHidden = false): Float64Array[] | undefined {
    const width = demandOf(this.cells[at]!, this.policy);
    const price = (cell: number) => (hidden.has(cell) ? 0 : onlyHidden ? 1e4 : (this.cells[cell]!.cost ?? 1));
    const down = Math.min(width, this.cells[at]!.value - (this.cells[at]!.least ?? 0));
    const splits = [
      [width, 0],
      [0, width],
      [width - down, down],
      [Math.ceil(width / 2), Math.floor(width / 2)],
    ] as const;
    let best: { changes: Float64Array[]; cost: number } | undefined;
    for (const [up, fall] of splits) {
      const parts = [up > 0 ? this.moves.cheapest(at, up, price) : undefined, fall > 0 ? this.moves.cheapest(at, -fall, price) : undefined];
      if ((up > 0 && !parts[0]) || (fall > 0 && !parts[1])) continue;
      const cost = parts.reduce((sum, part) => sum + (part?.cost ?? 0), 0);
      if (!best || cost < best.cost - 1e-9) best = { changes: parts.flatMap((part) => (part ? [part.change] : [])), cost };
      if (cost === 0) break;
    }
    return best && (!onlyHidden || best.cost < 1e4) ? best.changes : undefined;
  }

  /** Shows again each complementary cell without which every hidden cell still has a proof, dearest first. */
  shrink() {
    const order = [...this.hidden].filter(([, reason]) => reason === "complementary").map(([at]) => at);
    order.sort((a, b) => (this.cells[b]!.cost ?? 1) - (this.cells[a]!.cost ?? 1) || this.cells[b]!.value - this.cells[a]!.value || a - b);
    for (const candidate of order) {
      const kept = new Map(this.proofs);
      this.hidden.delete(candidate);
      for (const [at, proof] of this.proofs)
        if (at === candidate || proof.some((change) => moved(change[candidate]!))) this.proofs.delete(at);
      const holds = [...this.hidden.keys()].every((at) => {
        if (this.unproved.includes(at) || this.proved(at)) return true;
        const proof = this.prove(at, this.hidden, true);
        if (proof) this.proofs.set(at, proof);
        return proof !== undefined;
      });
      if (holds) continue;
      this.hidden.set(candidate, "complementary");
      this.proofs.clear();
      for (const [at, proof] of kept) this.proofs.set(at, proof);
    }
  }
}
