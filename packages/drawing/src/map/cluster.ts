import { accessStatuses } from "@vitrine/contract";
import type { Points } from "./points.js";

/** Marks of the points at one zoom: a mark of one school is drawn by its status, a mark of several as a disc with their number. */
export interface Clusters {
  count: number;
  /** Middle of each mark, on the plane. */
  x: Float64Array;
  y: Float64Array;
  /** Schools in each mark. */
  size: Uint32Array;
  /** Radius of each mark in CSS pixels. */
  radius: Float32Array;
  /** First point by id: names the mark. */
  first: Uint32Array;
  /** Schools by mark and status: `tally[mark * accessStatuses.length + status]`. */
  tally: Uint32Array;
  /** For every point its mark, or -1 when it is not shown. */
  markOf: Int32Array;
}

/** Radius in CSS pixels of a disc that holds this number in 12 px figures. */
export const discRadius = (size: number): number => (size < 10 ? 9 : size < 100 ? 11 : size < 1000 ? 15 : size < 10_000 ? 20 : 24);

/** Side of a square in which marks are looked up, in CSS pixels. */
const cell = 32;

/** Marks by square, in one table of chains. Squares may share a chain: a mark is taken by its distance only. */
function openMarks(count: number) {
  const mask = (1 << Math.max(4, Math.ceil(Math.log2(count + 1)))) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const links = new Int32Array(count);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const radius = new Float32Array(count);
  let widest = 0;
  const chain = (column: number, row: number) => (Math.imul(column, 73856093) ^ Math.imul(row, 19349663)) & mask;
  const chainOf = (mark: number) => chain(Math.floor(x[mark]! / cell), Math.floor(y[mark]! / cell));
  return {
    x,
    y,
    radius,
    add(mark: number) {
      const at = chainOf(mark);
      links[mark] = heads[at]!;
      heads[at] = mark;
      widest = Math.max(widest, radius[mark]!);
    },
    remove(mark: number) {
      const at = chainOf(mark);
      if (heads[at] === mark) return void (heads[at] = links[mark]!);
      let before = heads[at]!;
      while (links[before] !== mark) before = links[before]!;
      links[before] = links[mark]!;
    },
    /** A mark that this one, which is not in the table, would cover; -1 when there is none. */
    covered(mark: number): number {
      const px = x[mark]!;
      const py = y[mark]!;
      const r = radius[mark]!;
      const reach = r + widest;
      const lastColumn = Math.floor((px + reach) / cell);
      const lastRow = Math.floor((py + reach) / cell);
      for (let column = Math.floor((px - reach) / cell); column <= lastColumn; column++)
        for (let row = Math.floor((py - reach) / cell); row <= lastRow; row++)
          for (let other = heads[chain(column, row)]!; other >= 0; other = links[other]!) {
            const dx = x[other]! - px;
            const dy = y[other]! - py;
            const near = radius[other]! + r;
            if (dx * dx + dy * dy < near * near) return other;
          }
      return -1;
    },
  };
}

/** Points that are joined some at a time, so that thousands need not be one long task. */
export interface Joining {
  /** Joins so many more. Returns the marks when these were the last. */
  next(points: number): Clusters | undefined;
}

/** Joins all points at once; see {@link joining}. */
export const clusterPoints = (points: Points, k: number, radius: number, shown?: Uint8Array): Clusters =>
  joining(points, k, radius, shown).next(Infinity)!;

/**
 * Joins points whose marks would cover each other. Points are taken in the order of their ids, so the same data gives the same
 * picture; a joined mark stands in the middle of its schools, and joins on until nothing is covered. Moving the map changes nothing.
 * @param k CSS pixels to one pixel of the plane @param radius of a single point's mark in CSS pixels
 * @param shown 1 for every point that counts; all count when left out
 */
export function joining(points: Points, k: number, radius: number, shown?: Uint8Array): Joining {
  const { count } = points;
  const marks = openMarks(count);
  const size = new Uint32Array(count);
  // Points of a mark as a chain from its first; a mark has the number of its first point.
  const next = new Int32Array(count).fill(-1);
  const last = new Int32Array(count);
  let begun = 0;
  const join = (at: number) => {
    let mark = at;
    marks.x[at] = points.x[at]! * k;
    marks.y[at] = points.y[at]! * k;
    marks.radius[at] = radius;
    size[at] = 1;
    last[at] = at;
    for (let other = marks.covered(mark); other >= 0; other = marks.covered(mark)) {
      marks.remove(other);
      const [front, back] = other < mark ? [other, mark] : [mark, other];
      const sum = size[front]! + size[back]!;
      for (const axis of [marks.x, marks.y]) axis[front] = (axis[front]! * size[front]! + axis[back]! * size[back]!) / sum;
      next[last[front]!] = back;
      last[front] = last[back]!;
      size[front] = sum;
      size[back] = 0;
      marks.radius[front] = discRadius(sum);
      mark = front;
    }
    marks.add(mark);
  };
  return {
    next(more) {
      for (const end = Math.min(count, begun + more); begun < end; begun++) if (!shown || shown[begun]) join(begun);
      return begun < count ? undefined : marksOf(points, k, marks, size, next);
    },
  };
}

/** Marks as columns of their own, with what is in each. */
function marksOf(points: Points, k: number, marks: Pick<Clusters, "x" | "y" | "radius">, size: Uint32Array, next: Int32Array): Clusters {
  const { count } = points;
  const first = Uint32Array.from(points.row.keys()).filter((at) => size[at]! > 0);
  const kinds = accessStatuses.length;
  const tally = new Uint32Array(first.length * kinds);
  const markOf = new Int32Array(count).fill(-1);
  first.forEach((begin, mark) => {
    for (let at = begin; at >= 0; at = next[at]!) {
      markOf[at] = mark;
      tally[mark * kinds + points.status[at]!]!++;
    }
  });
  return {
    count: first.length,
    x: Float64Array.from(first, (at) => marks.x[at]! / k),
    y: Float64Array.from(first, (at) => marks.y[at]! / k),
    size: Uint32Array.from(first, (at) => size[at]!),
    radius: Float32Array.from(first, (at) => marks.radius[at]!),
    first,
    tally,
    markOf,
  };
}

/** Points of one mark, by id. */
export function membersOf(clusters: Clusters, mark: number): number[] {
  const members: number[] = [];
  clusters.markOf.forEach((of, point) => {
    if (of === mark) members.push(point);
  });
  return members;
}
