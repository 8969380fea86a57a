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

interface Mark {
  x: number;
  y: number;
  size: number;
  radius: number;
  first: number;
  last: number;
}

/**
 * Joins points whose marks would cover each other. Points are taken in the order of their ids, so the same data gives the same
 * picture; a joined mark stands in the middle of its schools, and joins on until nothing is covered. Moving the map changes nothing.
 * @param k CSS pixels to one pixel of the plane @param radius of a single point's mark in CSS pixels
 * @param shown 1 for every point that counts; all count when left out
 */
export function clusterPoints(points: Points, k: number, radius: number, shown?: Uint8Array): Clusters {
  const cell = 2 * discRadius(Infinity);
  const cells = new Map<number, Mark[]>();
  const next = new Int32Array(points.count).fill(-1);
  const keyOf = (x: number, y: number) => (Math.floor(x / cell) + 0x8000) * 0x10000 + Math.floor(y / cell) + 0x8000;

  function covered(mark: Mark): Mark | undefined {
    for (let dx = -cell; dx <= cell; dx += cell)
      for (let dy = -cell; dy <= cell; dy += cell)
        for (const other of cells.get(keyOf(mark.x + dx, mark.y + dy)) ?? [])
          if (Math.hypot(other.x - mark.x, other.y - mark.y) < other.radius + mark.radius) return other;
    return undefined;
  }
  for (let at = 0; at < points.count; at++) {
    if (shown && !shown[at]) continue;
    let mark: Mark = { x: points.x[at]! * k, y: points.y[at]! * k, size: 1, radius, first: at, last: at };
    for (let other = covered(mark); other; other = covered(mark)) {
      const around = cells.get(keyOf(other.x, other.y))!;
      around.splice(around.indexOf(other), 1);
      mark = join(other, mark, next);
    }
    const key = keyOf(mark.x, mark.y);
    const around = cells.get(key);
    if (around) around.push(mark);
    else cells.set(key, [mark]);
  }
  const marks = [...cells.values()].flat().sort((a, b) => a.first - b.first);
  return columns(marks, points, k, next);
}

/** Chains of points by id keep the first in front. */
function join(a: Mark, b: Mark, next: Int32Array): Mark {
  const [front, back] = a.first < b.first ? [a, b] : [b, a];
  next[front.last] = back.first;
  const size = a.size + b.size;
  const mean = (p: number, q: number) => (p * a.size + q * b.size) / size;
  return { x: mean(a.x, b.x), y: mean(a.y, b.y), size, radius: discRadius(size), first: front.first, last: back.last };
}

function columns(marks: Mark[], points: Points, k: number, next: Int32Array): Clusters {
  const kinds = accessStatuses.length;
  const tally = new Uint32Array(marks.length * kinds);
  const markOf = new Int32Array(points.count).fill(-1);
  marks.forEach(({ first }, mark) => {
    for (let at = first; at >= 0; at = next[at]!) {
      markOf[at] = mark;
      tally[mark * kinds + points.status[at]!]!++;
    }
  });
  return {
    count: marks.length,
    x: Float64Array.from(marks, ({ x }) => x / k),
    y: Float64Array.from(marks, ({ y }) => y / k),
    size: Uint32Array.from(marks, ({ size }) => size),
    radius: Float32Array.from(marks, ({ radius }) => radius),
    first: Uint32Array.from(marks, ({ first }) => first),
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
