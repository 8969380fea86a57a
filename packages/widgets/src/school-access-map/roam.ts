export type Direction = "left" | "right" | "up" | "down";

/** Places as parallel columns, in pixels; a place that is nowhere has `NaN`. */
export interface Places {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/**
 * The place a reader means by an arrow key: the nearest one within 45 degrees of the direction. Distance across counts double,
 * so that a row of places is walked straight. `undefined` when nothing lies that way.
 */
export function towards({ x, y }: Places, from: number, direction: Direction, rows: ArrayLike<number>): number | undefined {
  const sideways = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let best: number | undefined;
  let least = Infinity;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const dx = x[row]! - x[from]!;
    const dy = y[row]! - y[from]!;
    const along = sign * (sideways ? dx : dy);
    const across = Math.abs(sideways ? dy : dx);
    const far = along + 2 * across;
    if (along > 0 && across <= along && far < least) {
      least = far;
      best = row;
    }
  }
  return best;
}

/** The row `step` places on in this order; round at the ends. From nowhere: the first or the last. */
export function onwards(rows: ArrayLike<number>, from: number | undefined, step: 1 | -1): number | undefined {
  if (rows.length === 0) return undefined;
  const at = from === undefined ? -1 : Array.prototype.indexOf.call(rows, from);
  if (at < 0) return rows[step > 0 ? 0 : rows.length - 1];
  return rows[(at + step + rows.length) % rows.length];
}
