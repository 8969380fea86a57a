import type { VitrineDocument } from "@vitrine/contract";
import type { Read, Reading } from "./read.js";

/** A rule of releases over time (privacy policy, 6) that a figure breaks. */
export type Broken = "shown-again" | "small-change";

const samePeriod = (a: VitrineDocument["period"], b: VitrineDocument["period"]) =>
  a.label === b.label || (a.from !== undefined && a.from === b.from);
/** Whether two documents count the same people at two times: of one kind, place and period, or of a period that began on the same day. */
const speaksOfTheSame = (a: VitrineDocument, b: VitrineDocument) =>
  a.schema === b.schema && a.scope.level === b.scope.level && a.scope.id === b.scope.id && samePeriod(a.period, b.period);

/**
 * The document of an earlier publication that counts the same as this one: by its id, or where no document has that id, the only one of that
 * kind, place and period.
 */
export function predecessor({ document }: Reading, earlier: readonly Reading[]): Reading | undefined {
  const alike = earlier.filter((other) => speaksOfTheSame(other.document, document));
  return alike.find((other) => other.document.id === document.id) ?? (alike.length === 1 ? alike[0] : undefined);
}

const isExact = ({ low, high }: Read) => low === high;

/**
 * Figures that may not stand as they do beside the last publication of the same: what was withheld stays withheld, and what moves, moves by
 * the threshold at least, alone or together with others that are withheld.
 */
export function broken(now: Reading, last: Reading): Map<string, Broken> {
  const found = new Map<string, Broken>();
  const { threshold } = now.document.privacy;
  const few = (change: number) => change !== 0 && Math.abs(change) < threshold;
  for (const [name, { low, high }] of now.cells) {
    const before = last.cells.get(name);
    if (!before || (low <= before.low && high >= before.high)) continue;
    // The least it can have moved: of two bands side by side a reader may know who crossed.
    const change = Math.max(0, low - before.high, before.low - high);
    if (change < threshold) found.set(name, isExact(before) ? "small-change" : "shown-again");
  }
  for (const { total, hidden, change } of moves(now, last))
    if (hidden[0] && (!total || hidden.length === 1) && few(change)) found.set(hidden[0], "small-change");
  return found;
}

/** Figures that cannot all be what they were: the others in one of their sums moved. */
export const moved = (now: Reading, last: Reading): Set<string> =>
  new Set(moves(now, last).flatMap(({ hidden, change }) => (change === 0 ? [] : hidden)));

/** For each sum of both publications, those of its figures that are withheld in one, and by how much they moved together. */
function moves(now: Reading, last: Reading): { total: boolean; hidden: string[]; change: number }[] {
  const key = ({ total, parts }: Reading["sums"][number]) => [total, ...[...parts].sort()].join("\n");
  const before = new Set(last.sums.map(key));
  return now.sums.flatMap((sum) => {
    if (!before.has(key(sum))) return [];
    const hidden: string[] = [];
    let change = 0;
    for (const name of [sum.total, ...sum.parts]) {
      const [one, other] = [now.cells.get(name)!, last.cells.get(name)!];
      if (!isExact(one) || !isExact(other)) hidden.push(name);
      else change += (one.low - other.low) * (name === sum.total ? 1 : -1);
    }
    return [{ total: hidden.includes(sum.total), hidden, change }];
  });
}
