import { bandWidth } from "@vitrine/contract";
import type { Published } from "../system.js";
import type { Read, Reading } from "./read.js";

/** A public fact about one figure: its document, its name (path with ids in place of positions), and what everybody knows of it. */
export interface Known {
  document: string;
  figure: string;
  atMost?: number;
  atLeast?: number;
}

/** Cells of several readings in one system. Figures that are the same number to a reader are one cell. */
export class System {
  private readonly low: number[] = [];
  private readonly high: number[] = [];
  private readonly known: number[] = [];
  private readonly wanted: number[] = [];
  private readonly sums: Published["sums"][number][] = [];
  private readonly shares: NonNullable<Published["shares"]>[number][] = [];
  private readonly implied = new Map<number, number>();
  /** Which figures each cell stands for. */
  readonly figures: { reading: Reading; name: string; read: Read }[][] = [];

  /** @param same the cell a figure is known to be, if any; where it has no value in common with that, it becomes a cell of its own */
  add(reading: Reading, same: (name: string) => number | undefined, facts: readonly Known[]): Map<string, number> {
    const cells = new Map<string, number>();
    for (const [name, read] of reading.cells) {
      const figure = { reading, name, read };
      const at = same(name);
      if (at !== undefined && read.low <= this.high[at]! && read.high >= this.low[at]!) {
        this.low[at] = Math.max(this.low[at]!, read.low);
        this.high[at] = Math.min(this.high[at]!, read.high);
        this.wanted[at] = Math.min(this.wanted[at]!, read.high - read.low + 1);
        this.figures[at]!.push(figure);
        cells.set(name, at);
        continue;
      }
      cells.set(name, this.figures.push([figure]) - 1);
      this.low.push(read.low);
      this.high.push(read.high);
      this.known.push(Infinity);
      this.wanted.push(read.high - read.low + 1);
    }
    const of = (name: string) => cells.get(name)!;
    for (const { total, parts } of reading.sums) this.sums.push({ total: of(total), parts: parts.map(of) });
    for (const share of reading.shares) {
      const tie = { ...share, numerator: of(share.numerator), base: of(share.base) };
      this.shares.push(tie);
      this.expectLess(tie);
    }
    for (const { document, figure, atMost = Infinity, atLeast = 0 } of facts) {
      const at = document === reading.document.id ? cells.get(figure) : undefined;
      if (at === undefined) continue;
      this.known[at] = Math.min(this.known[at]!, atMost);
      if (this.low[at]! < this.high[at]!) this.low[at] = Math.max(this.low[at]!, atLeast);
      this.wanted[at] = Math.min(this.wanted[at]!, atMost - this.low[at]! + 1);
    }
    return cells;
  }

  /** A band may leave fewer values than a count does (privacy policy, 4), of the others in its base just as of its own numerator. */
  private expectLess({ numerator, base, from, to, closed }: NonNullable<Published["shares"]>[number]) {
    if (this.low[base] !== this.high[base]) return;
    const all = this.low[base]!;
    const first = Math.ceil((from * all) / 100 - 1e-9);
    const last = closed ? Math.floor((to * all) / 100 + 1e-9) : Math.ceil((to * all) / 100 - 1e-9) - 1;
    const others = this.sums.flatMap(({ total, parts }) => (total === base && parts.includes(numerator) ? parts : []));
    const least = Math.max(last - first + 1, Math.floor(((bandWidth(all) ?? 100) * all) / 100));
    for (const part of [numerator, ...others]) this.wanted[part] = Math.min(this.wanted[part]!, least);
  }

  /** A count that no figure tells; below the threshold it is small all the same. */
  imply(threshold: number): number {
    const cell = this.figures.push([]) - 1;
    this.low.push(0);
    this.high.push(Infinity);
    this.known.push(Infinity);
    this.wanted.push(Infinity);
    this.implied.set(cell, threshold);
    return cell;
  }

  /** An addition across documents. */
  tie(total: number, parts: readonly number[]) {
    this.sums.push({ total, parts });
  }

  get published(): Published {
    const { low, high, known, wanted, sums, shares, implied } = this;
    return { low, high, known, wanted, sums, shares, implied };
  }
}
