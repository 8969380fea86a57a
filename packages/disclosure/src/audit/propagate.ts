import type { Published, ShareOf } from "../system.js";

export interface Bounds {
  low: Float64Array;
  high: Float64Array;
  /** False when no table of whole numbers agrees with what was published. */
  consistent: boolean;
}

/** What a share leaves of its numerator, given what is known of its base, and the reverse. */
function byShare({ from, to, closed }: ShareOf, numerator: [number, number], base: [number, number]): [number, number, number, number] {
  const under = (value: number) => (closed ? Math.floor(value + slack) : Math.ceil(value - slack) - 1);
  const over = (value: number) => (closed ? Math.ceil(value - slack) : Math.floor(value + slack) + 1);
  return [
    Math.ceil((from * base[0]) / 100 - slack),
    base[1] === Infinity ? Infinity : under((to * base[1]) / 100),
    to > 0 && numerator[0] > 0 ? over((100 * numerator[0]) / to) : 0,
    from > 0 && numerator[1] < Infinity ? Math.floor((100 * numerator[1]) / from + slack) : Infinity,
  ];
}
const slack = 1e-9;
const turns = 10_000;

/**
 * Narrows every cell by every sum and share it stands in until nothing changes. The bounds are never too narrow: every table that agrees with
 * the publication lies within them. They are exact where the sums form a forest (see `forest`).
 */
export function propagate({ low, high, known, sums, shares = [] }: Published): Bounds {
  const lo = Float64Array.from(low);
  const hi = Float64Array.from(high, (value, cell) => Math.min(value, known?.[cell] ?? Infinity));
  const touching: number[][] = Array.from({ length: lo.length }, () => []);
  sums.forEach((sum, at) => {
    touching[sum.total]!.push(at);
    for (const part of sum.parts) touching[part]!.push(at);
  });
  shares.forEach(({ numerator, base }, at) => {
    touching[numerator]!.push(sums.length + at);
    touching[base]!.push(sums.length + at);
  });
  const waiting = new Uint8Array(sums.length + shares.length).fill(1);
  let queue = Array.from(waiting, (_, at) => at);
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
  // Sums and shares that go round may creep for ever; what is left then is for the programs.
  for (let turn = 0; queue.length > 0 && consistent && turn < turns; turn++) {
    const round = queue;
    queue = [];
    for (const at of round) {
      waiting[at] = 0;
      if (at >= sums.length) {
        const share = shares[at - sums.length]!;
        const { numerator, base } = share;
        const [least, most, from, to] = byShare(share, [lo[numerator]!, hi[numerator]!], [lo[base]!, hi[base]!]);
        narrow(numerator, least, most);
        narrow(base, from, to);
        continue;
      }
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
