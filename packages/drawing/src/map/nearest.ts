/** Spots as columns: schools, or the marks that join them. */
export interface Spots {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  count: number;
}

/** Points sorted into square cells, so that looking round a spot touches only its neighbours. */
export interface PointIndex {
  points: Spots;
  left: number;
  top: number;
  cell: number;
  columns: number;
  rows: number;
  /** Where each cell begins in `order`; one more at the end. */
  starts: Uint32Array;
  order: Uint32Array;
}

/** Two counts in linear time. */
export function indexPoints(points: Spots): PointIndex {
  const { x, y, count } = points;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < count; at++) {
    left = Math.min(left, x[at]!);
    right = Math.max(right, x[at]!);
    top = Math.min(top, y[at]!);
    bottom = Math.max(bottom, y[at]!);
  }
  if (count === 0) [left, top, right, bottom] = [0, 0, 0, 0];
  const cell = Math.max(
    Math.sqrt(((right - left) * (bottom - top)) / Math.max(1, count / 2)),
    (right - left) / 1000,
    (bottom - top) / 1000,
    1e-3,
  );
  const columns = Math.floor((right - left) / cell) + 1;
  const rows = Math.floor((bottom - top) / cell) + 1;
  const cellOf = (at: number) => Math.floor((y[at]! - top) / cell) * columns + Math.floor((x[at]! - left) / cell);
  const starts = new Uint32Array(columns * rows + 1);
  for (let at = 0; at < count; at++) starts[cellOf(at) + 1]!++;
  for (let c = 0; c < columns * rows; c++) starts[c + 1]! += starts[c]!;
  const order = new Uint32Array(count);
  const next = starts.slice();
  for (let at = 0; at < count; at++) order[next[cellOf(at)]!++] = at;
  return { points, left, top, cell, columns, rows, starts, order };
}

/**
 * The point nearest to a spot and no farther than `radius`, all in pixels of the plane; of several equally near the first by id.
 * @param shown 1 for every point that counts; all count when left out
 */
export function nearest(index: PointIndex, x: number, y: number, radius: number, shown?: Uint8Array): number | undefined {
  const { points, left, top, cell, columns, rows, starts, order } = index;
  let best: number | undefined;
  let least = radius * radius;
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - top) / cell);
  const farthest = Math.max(Math.abs(column), Math.abs(row), Math.abs(column - columns), Math.abs(row - rows));
  const look = (c: number, r: number) => {
    if (c < 0 || r < 0 || c >= columns || r >= rows) return;
    const to = starts[r * columns + c + 1]!;
    for (let i = starts[r * columns + c]!; i < to; i++) {
      const at = order[i]!;
      if (shown && !shown[at]) continue;
      const away = (points.x[at]! - x) ** 2 + (points.y[at]! - y) ** 2;
      if (away < least || (away === least && (best === undefined || at < best))) [best, least] = [at, away];
    }
  };
  // Ring by ring; past the ring that the best so far reaches there is nothing nearer.
  for (let ring = 0; ring <= farthest && (ring - 1) * cell <= Math.sqrt(least); ring++) {
    const [fromRow, toRow] = [Math.max(row - ring, 0), Math.min(row + ring, rows - 1)];
    for (let r = fromRow; r <= toRow; r++) {
      if (Math.abs(r - row) !== ring) {
        look(column - ring, r);
        if (ring > 0) look(column + ring, r);
        continue;
      }
      for (let c = Math.max(column - ring, 0); c <= Math.min(column + ring, columns - 1); c++) look(c, r);
    }
  }
  return best;
}
