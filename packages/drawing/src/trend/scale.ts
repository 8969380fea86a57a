/** A scale that begins at zero: its ends, and where it has lines. */
export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** Ends and steps that are read easily, at most `most` steps. @param whole only whole numbers @param cap the largest value there can be */
export function niceScale(low: number, high: number, most: number, { whole = false, cap = Infinity } = {}): Scale {
  const [from, to] = [Math.min(0, low), Math.max(high, 0)];
  if (from === to) return { low: 0, high: 1, ticks: [0] };
  const rough = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max([1, 2, 2.5, 5, 10].find((times) => times * power >= rough * (1 - 1e-9))! * power, whole ? 1 : 0);
  const steps = whole && step % 1 !== 0 ? Math.ceil(step) : step;
  const [first, last] = [Math.floor(from / steps + 1e-9), Math.floor(to / steps + 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Math.round((first + at) * steps * 1e6) / 1e6);
  // A little room above the highest line; none above all of them.
  return { low: ticks[0]!, high: Math.min(cap, Math.max(to * 1.04, ticks.at(-1)!)), ticks };
}
