import { isAbsence } from "@vitrine/contract";

/** Rank of a row that has nothing to be sorted by: it stands last in either direction. */
export const last = 0xffffffff;

/** Lines that are put in order at once, and how many are merged before a page may do something else. */
const run = 256;
const share = 4096;

/**
 * Places of texts among each other, equals alike; an absence has nothing to be sorted by. Comparing 50,000 names takes a third of a
 * second, so it stops after every few milliseconds and goes on when it is asked to.
 */
export function* rankTexts(values: readonly string[], { compare }: Intl.Collator): Generator<void, Uint32Array> {
  let order = Uint32Array.from(values.keys());
  const before = (a: number, b: number) => compare(values[a]!, values[b]!);
  for (let at = 0; at < order.length; at += run) {
    order.subarray(at, at + run).sort(before);
    if (at % share === 0) yield;
  }
  let other = new Uint32Array(order.length);
  for (let wide = run; wide < order.length; wide *= 2) {
    for (let from = 0; from < order.length; from += 2 * wide) {
      const [middle, end] = [Math.min(from + wide, order.length), Math.min(from + 2 * wide, order.length)];
      let [left, right] = [from, middle];
      for (let at = from; at < end; at++) {
        const takeLeft = right >= end || (left < middle && before(order[left]!, order[right]!) <= 0);
        other[at] = order[takeLeft ? left++ : right++]!;
        if (at % share === 0) yield;
      }
    }
    [order, other] = [other, order];
  }
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  for (let place = 0; place < order.length; place++) {
    const [at, prior] = [order[place]!, order[place - 1]];
    if (prior !== undefined && values[prior] !== values[at] && before(prior, at) !== 0) rank = place;
    ranks[at] = isAbsence(values[at]) ? last : rank;
    if (place % share === 0) yield;
  }
  return ranks;
}

/** What a generator returns, without its pauses. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** For each position its value. */
export function spreadOver(values: ArrayLike<number>, index: readonly number[]): Uint32Array {
  const spread = new Uint32Array(index.length);
  for (let at = 0; at < index.length; at++) spread[at] = values[index[at]!]!;
  return spread;
}

/** Positions by rank, equals in their own order, {@link last} at the end in either direction. Compares nothing. */
export function countingSort(ranks: ArrayLike<number>, descending: boolean): Uint32Array {
  let most = 0;
  for (let row = 0; row < ranks.length; row++) if (ranks[row]! !== last && ranks[row]! > most) most = ranks[row]!;
  const end = most + 1;
  const place = (rank: number) => (rank === last ? end : descending ? most - rank : rank);
  const starts = new Uint32Array(end + 2);
  for (let row = 0; row < ranks.length; row++) starts[place(ranks[row]!) + 1]!++;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const order = new Uint32Array(ranks.length);
  for (let row = 0; row < ranks.length; row++) order[starts[place(ranks[row]!)]!++] = row;
  return order;
}
