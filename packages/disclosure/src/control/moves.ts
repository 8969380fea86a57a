import highsLoader, { type Highs, type Model } from "highs";
import type { Sum } from "../system.js";
import type { Cell } from "./cell.js";

/** The solver's typings call it a CommonJS module; it is loaded as the ES module it ships. */
const load = highsLoader as unknown as () => Promise<Highs>;
let loading: Promise<Highs> | undefined;
export const openSolver = (): Promise<Highs> => (loading ??= load());

/** A change of the table that keeps every sum, in whole numbers by cell: the true table and the changed one agree with what is published. */
export type Move = ReadonlyMap<number, number>;

/** A way to change the table: as far as it goes to one side and to the other, and what the cells it changes cost. */
export interface Way {
  moves: Move[];
  cost: number;
}

/** How far a cell may rise and fall in a table that a reader cannot rule out. */
export const rise = ({ value, known, structural }: Cell): number => (structural ? 0 : Math.min(1e6, (known ?? Infinity) - value));
export const fall = ({ value, least, structural }: Cell): number => (structural ? 0 : value - (least ?? 0));

/** Branches a whole-number program may try before its answer counts as no. A number, not a time: the same input gives the same choice. */
const patience = 200;

/**
 * Moves away from the true table. A cell stands in two columns, its rise and its fall; hidden cells change free of charge, shown ones at
 * their cost, so that the cheapest move names the cells to hide next.
 */
export class Moves {
  private readonly position: Map<number, number>;
  private readonly model: Model & { dispose(): void };

  /** @param at cells that may change, by number: others stay as they are @param sums those that tie them @param insist asks a whole-number program, which is slow, where nothing else gives whole numbers */
  constructor(
    private readonly highs: Highs,
    private readonly cells: readonly Cell[],
    private readonly at: readonly number[],
    sums: readonly Sum[],
    private readonly price: (cell: number) => number,
    private readonly insist: boolean,
  ) {
    const count = at.length;
    this.position = new Map(at.map((cell, position) => [cell, position]));
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { total, parts } of sums) {
      const put = (cell: number, sign: number) => {
        const position = this.position.get(cell);
        if (position === undefined) return;
        indices.push(position, count + position);
        values.push(sign, -sign);
      };
      put(total, -1);
      for (const part of parts) put(part, 1);
      if (indices.length > starts.at(-1)!) starts.push(indices.length);
    }
    const rows = starts.length - 1;
    this.model = highs.createModel({
      numCols: 2 * count,
      numRows: rows,
      colCost: Float64Array.from({ length: 2 * count }, (_, column) => price(at[column % count]!) + thrift),
      colLower: new Float64Array(2 * count),
      colUpper: Float64Array.from({ length: 2 * count }, (_, column) => this.room(column)),
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows),
      matrix: { format: "csr", numRows: rows, numCols: 2 * count, starts, indices, values },
    });
    this.model.options.set({ output_flag: false, presolve: "off" });
  }

  close() {
    this.model.dispose();
  }

  private room(column: number): number {
    const cell = this.cells[this.at[column % this.at.length]!]!;
    return column < this.at.length ? rise(cell) : fall(cell);
  }

  /** Takes the price of a cell anew. */
  priceAgain(cell: number) {
    const position = this.position.get(cell)!;
    for (const column of [position, this.at.length + position]) this.model.changeColCost(column, this.price(cell) + thrift);
  }

  /** Keeps a cell as it is, or lets it change again. */
  fix(cell: number, fixed: boolean) {
    const position = this.position.get(cell)!;
    for (const column of [position, this.at.length + position]) this.model.changeColBounds(column, 0, fixed ? 0 : this.room(column));
  }

  /** The cheapest way to move `cell`, sought on one side up to `most`. */
  push(cell: number, sign: 1 | -1, most: number): Way {
    const position = this.position.get(cell)!;
    const count = this.at.length;
    const [on, back] = sign > 0 ? [position, count + position] : [count + position, position];
    const limit = Math.min(most, this.room(on));
    if (limit <= 0) return { moves: [], cost: 0 };
    this.model.changeColBounds(on, 0, limit);
    this.model.changeColBounds(back, 0, 0);
    this.model.changeColCost(on, -prize);
    const direction = this.whole(on);
    this.model.changeColBounds(on, 0, this.room(on));
    this.model.changeColBounds(back, 0, this.room(back));
    this.priceAgain(cell);
    if (!direction?.has(position)) return { moves: [], cost: 0 };
    let cost = 0;
    for (const moved of direction.keys()) cost += this.price(this.at[moved]!);
    return { moves: [1, -1].flatMap((side) => this.stretched(direction, side) ?? []), cost };
  }

  /** A direction followed as far as every cell has room, by cell; undefined when it cannot be followed at all. */
  private stretched(direction: Move, side: number): Move | undefined {
    let times = longest;
    for (const [position, by] of direction)
      times = Math.min(times, Math.floor(this.room(by * side > 0 ? position : this.at.length + position) / Math.abs(by)));
    return times > 0 ? new Map([...direction].map(([position, by]) => [this.at[position]!, by * side * times])) : undefined;
  }

  private solve(): Float64Array | undefined {
    this.model.run();
    if (this.model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return undefined;
    const flow = this.model.getSolution().colValue;
    return Float64Array.from(this.at, (_, position) => flow[position]! - flow[this.at.length + position]!);
  }

  /** A change that is whole but for a small factor. */
  private scaled(change: Float64Array): Move | undefined {
    for (const times of [1, 2, 3, 4, 6]) {
      const scaled = change.map((by) => by * times);
      if (!scaled.every(isWhole)) continue;
      const direction = primitive(scaled);
      if (this.stretched(direction, 1)) return direction;
    }
    return undefined;
  }

  /** Makes some cells dearer than others, another set each time; 0 puts the prices back. */
  private unsettle(target: number, time: number) {
    const count = this.at.length;
    const costs = Float64Array.from({ length: 2 * count }, (_, column) => {
      if (column === target) return -prize;
      const odd = time === 0 ? 0 : (((column % count) + 1) * 2654435761 * time) % 97;
      return this.price(this.at[column % count]!) + thrift + odd / 100;
    });
    this.model.changeColsCost({ kind: "range", from: 0, to: 2 * count - 1 }, costs);
  }

  /** The direction of the program's answer in whole numbers, by position: its own, or that of a whole-number program. */
  private whole(target: number): Move | undefined {
    const change = this.solve();
    if (!change) return undefined;
    const direction = this.scaled(change);
    if (direction) return direction;
    // Another corner is often whole. It is nearly as cheap.
    for (let other = 1; other <= corners; other++) {
      this.unsettle(target, other);
      const next = this.solve();
      const found = next && this.scaled(next);
      if (found) {
        this.unsettle(target, 0);
        return found;
      }
    }
    this.unsettle(target, 0);
    if (!this.insist) return undefined;
    const far = Math.floor(Math.abs(change[target % this.at.length]!) + 1e-6);
    const all = { kind: "range", from: 0, to: 2 * this.at.length - 1 } as const;
    this.model.changeColBounds(target, far, far);
    this.model.changeColCost(target, 0);
    this.model.changeColsIntegrality(all, new Int32Array(2 * this.at.length).fill(this.highs.constants.variableType.integer));
    this.model.options.set({ presolve: "on", mip_max_nodes: patience, mip_rel_gap: 0.2 });
    this.model.run();
    const answered = this.model.info.get("primal_solution_status") === this.highs.constants.solutionStatus.feasible;
    const seen = answered ? this.model.getSolution().colValue : undefined;
    this.model.changeColsIntegrality(all, new Int32Array(2 * this.at.length));
    this.model.options.set({ presolve: "off" });
    if (!seen) return undefined;
    const found = Float64Array.from(this.at, (_, position) => seen[position]! - seen[this.at.length + position]!);
    return found.every(isWhole) ? primitive(found) : undefined;
  }
}

/** Whole numbers by position without their common divisor. */
function primitive(change: Float64Array): Move {
  const direction = new Map<number, number>();
  let common = 0;
  change.forEach((by, position) => {
    const whole = Math.round(by);
    if (whole === 0) return;
    direction.set(position, whole);
    for (let rest = Math.abs(whole); rest > 0; [common, rest] = [rest, common % rest]);
  });
  for (const [position, by] of direction) direction.set(position, by / common);
  return direction;
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;
/** Of moves at the same price, the one that changes less. */
const thrift = 1e-4;
/** Worth of moving the cell at hand by one: more than any way there costs. */
const prize = 1e5;
/** Corners looked at before a whole-number program is asked. */
const corners = 4;
/** Nobody asks for more values than so many. */
const longest = 1000;
