import type { Sum } from "../system.js";
import { partsOf, type Part } from "./block.js";
import { demandOf, isPrimary, type Cell, type Policy } from "./cell.js";
import { fall, Moves, openSolver, rise, type Move, type Way } from "./moves.js";

/**
 * Why a cell is hidden. Stays with the owner: a reader sees one word for all.
 * - `small`, `zero`: by its own value; `told`: hidden whatever its value, as in an earlier release of its period
 * - `protects`: without it, the interval of cell `of` would be too narrow
 */
export type Reason = { rule: "small" | "zero" | "told" } | { rule: "protects"; of: number };

export interface Choice {
  hidden: Map<number, Reason>;
  /** Hidden cells that keep too narrow an interval even with every other cell hidden: their table must be made coarser. */
  unproved: number[];
}

/**
 * Which cells of a system of exact figures to withhold, so that every withheld one keeps its interval. Follows the cheapest move of the
 * whole table that changes each withheld cell far enough (linear-programming heuristic after Kelly, Golden and Assad, 1992), then shows
 * again what turns out not to be needed. Every interval is proved by whole tables. Deterministic.
 */
export async function choose(cells: readonly Cell[], sums: readonly Sum[], policy: Policy): Promise<Choice> {
  const hidden = new Map<number, Reason>();
  cells.forEach((cell, at) => {
    if (isPrimary(cell, policy)) hidden.set(at, { rule: cell.mustHide ? "told" : cell.value === 0 ? "zero" : "small" });
  });
  const unproved: number[] = [];
  if (hidden.size > 0) {
    const highs = await openSolver();
    for (const part of partsOf(cells.length, sums, (at) => rise(cells[at]!) > 0 || fall(cells[at]!) > 0)) {
      if (!part.cells.some((at) => hidden.has(at))) continue;
      const protection = new Protection(highs, cells, part, policy, hidden);
      protection.grow();
      protection.shrink();
      unproved.push(...protection.unproved);
    }
  }
  return { hidden: new Map([...hidden].sort(([a], [b]) => a - b)), unproved: unproved.sort((a, b) => a - b) };
}

/** Up to so many cells a cell is shown again only after every doubt; beyond, a doubt keeps it hidden. */
const thorough = 300;

class Protection {
  /** Moves that prove intervals. One holds as long as every cell it changes stays hidden. */
  private proofs: Move[] = [];
  readonly unproved = new Set<number>();
  constructor(
    private readonly highs: Awaited<ReturnType<typeof openSolver>>,
    private readonly cells: readonly Cell[],
    private readonly part: Part,
    private readonly policy: Policy,
    private readonly hidden: Map<number, Reason>,
  ) {}

  /** Of two cells that cost the same, the one with fewer people is hidden. */
  private cost = (at: number) => {
    const { cost = 1, value } = this.cells[at]!;
    return cost + (0.1 * value) / (value + 100);
  };
  private inPart = () => this.part.cells.filter((at) => this.hidden.has(at));
  private demand = (at: number) => demandOf(this.cells[at]!, this.policy);

  /** Hides what the cheapest moves need, until every hidden cell has its proof. */
  grow() {
    const price = (at: number) => (this.hidden.has(at) ? 0 : this.cost(at));
    const moves = new Moves(this.highs, this.cells, this.part.cells, this.part.sums, price, true);
    try {
      const waiting = this.inPart().sort((a, b) => this.cells[a]!.value - this.cells[b]!.value || a - b);
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
        const proof = this.isProved(at) ? [] : this.prove(at, moves);
        if (!proof) this.unproved.add(at);
        for (const move of proof ?? []) {
          this.proofs.push(move);
          for (const cell of move.keys()) {
            if (this.hidden.has(cell)) continue;
            this.hidden.set(cell, { rule: "protects", of: at });
            moves.priceAgain(cell);
            waiting.push(cell);
          }
        }
      }
    } finally {
      moves.close();
    }
  }

  /** Values of a cell over all proofs, as the distance of its extremes. */
  private spread(at: number, proofs: readonly Move[] = this.proofs): number {
    let low = 0;
    let high = 0;
    for (const proof of proofs) {
      const by = proof.get(at) ?? 0;
      if (by < low) low = by;
      if (by > high) high = by;
    }
    return high - low;
  }
  private isProved = (at: number) => this.spread(at) >= this.demand(at);

  /** The cheapest way to move a cell over its whole demanded width: one, or two together. */
  private prove(at: number, moves: Moves): Move[] | undefined {
    const width = this.demand(at);
    const enough = (...ways: Way[]) =>
      this.spread(
        at,
        ways.flatMap((way) => way.moves),
      ) >= width;
    const up = moves.push(at, 1, width);
    if (enough(up) && up.cost === 0) return up.moves;
    const down = moves.push(at, -1, width);
    const best = [up, down].filter((way) => enough(way)).sort((a, b) => a.cost - b.cost)[0];
    return best?.moves ?? (enough(up, down) ? [...up.moves, ...down.moves] : undefined);
  }

  /** Shows again each complementary cell without which every hidden cell still has a proof, dearest first. */
  shrink() {
    const all = this.inPart();
    const order = all.filter((at) => this.hidden.get(at)!.rule === "protects");
    if (order.length === 0) return;
    order.sort((a, b) => this.cost(b) - this.cost(a) || a - b);
    const moves = new Moves(this.highs, this.cells, all, this.part.sums, () => 0, this.part.cells.length <= thorough);
    try {
      for (const candidate of order) {
        const proofs = this.proofs.filter((proof) => !proof.has(candidate));
        moves.fix(candidate, true);
        const { exposed, found } = this.exposedWithout(candidate, all, proofs, moves);
        if (exposed === undefined) {
          this.hidden.delete(candidate);
          this.proofs = proofs;
        } else {
          moves.fix(candidate, false);
          this.hidden.set(candidate, { rule: "protects", of: exposed });
        }
        this.proofs.push(...found);
      }
    } finally {
      moves.close();
    }
  }

  /** The first hidden cell that has no proof when a candidate is shown, and proofs found on the way: they do without the candidate. */
  private exposedWithout(candidate: number, all: readonly number[], proofs: readonly Move[], moves: Moves) {
    const found: Move[] = [];
    const reason = this.hidden.get(candidate)!;
    const first = reason.rule === "protects" ? [reason.of] : [];
    const exposed = [...first, ...all].find((at) => {
      if (at === candidate || !this.hidden.has(at) || this.unproved.has(at)) return false;
      if (this.spread(at, [...proofs, ...found]) >= this.demand(at)) return false;
      const proof = this.prove(at, moves);
      found.push(...(proof ?? []));
      return !proof;
    });
    return { exposed, found };
  }
}
