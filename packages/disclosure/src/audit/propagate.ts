import type { Published } from "../system.js";

export interface Bounds {
  low: Float64Array;
  high: Float64Array;
  /** False when no table of whole numbers agrees with what was published. */
  consistent: boolean;
}

/**
 * Narrows every cell by every sum it stands in until nothing changes. The bounds are never too narrow: every table that agrees with
 * the publication lies within them. They are exact where the sums form a forest (see `forest`).
 */
export function propagate({ low, high, known, sums }: Published): Bounds {
  const lo = Float64Array.from(low);
  const hi = Float64Array.from(high, (value, cell) => Math.min(value, known?.[cell] ?? Infinity));
  const touching: number[][] = Array.from({ length: lo.length }, () => []);
  sums.forEach((sum, at) => {
    touching[sum.total]!.push(at);
    for (const part of sum.parts) touching[part]!.push(at);
  });
  const waiting = new Uint8Array(sums.length).fill(1);
  let queue = sums.map((_, at) => at);
  let consistent = true;
  const narrow = (cell: number, from: number, to: number) => {
    if (from <= lo[cell]! && to >= hi[cell]!) return;
    lo[cell] = Math.max(lo[cell]!, from);
    hi[cell] = Math.min(hi[cell]!, to);
    if (lo[cell]! > hi[cell]!) consistent = false;
    for (const at of touching[cell]!) {
      if (waiting[at]) continue;
      waiting[at] = 1;
      queue.push(at);
    }
  };
  while (queue.length > 0 && consistent) {
    const round = queue;
    queue = [];
    for (const at of round) {
      waiting[at] = 0;
      const { total, parts } = sums[at]!;
      let least = 0;
      let most = 0;
      let endless = 0;
      for (const part of parts) {
        least += lo[part]!;
        if (hi[part] === Infinity) endless++;
        else most += hi[part]!;
      }
      narrow(total, least, endless > 0 ? Infinity : most);
      const from = lo[total]!;
      const to = hi[total]!;
      for (const part of parts) {
        const h = hi[part]!;
        const others = h === Infinity ? (endless > 1 ? Infinity : most) : endless > 0 ? Infinity : most - h;
        narrow(part, from - others, to - (least - lo[part]!));
      }
    }
  }
  return { low: lo, high: hi, consistent };
}
