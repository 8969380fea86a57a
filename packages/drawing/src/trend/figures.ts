import { isAbsence, isBand, isExact, isRange, isRounded, type Absence, type TrendDocument, type TrendLine } from "@vitrine/contract";
import type { Say } from "../core/say.js";

/** What is drawn of one point: both ends, the same where the figure is exact; or why there is none. */
export type Reading = { low: number; high: number } | { absence: Absence };
export const isShown = (reading: Reading): reading is { low: number; high: number } => "low" in reading;

/** Position of the newest of so many points for which this holds, or -1. */
export function newest(points: number, holds: (at: number) => boolean): number {
  let at = points - 1;
  while (at >= 0 && !holds(at)) at--;
  return at;
}

/** Every line in the order it is drawn in: the whole, then the groups. */
export const linesOf = ({ all, groups }: TrendDocument): (TrendLine & { key: string })[] => [
  ...(all ? [{ ...all, key: "all" }] : []),
  ...groups.map((group) => ({ ...group, key: `group/${group.id}` })),
];

const absent = (absence: Absence): Reading => ({ absence });

/** A point of a line in the measure's own unit; shares in percent. */
export function readAt(line: TrendLine, { kind }: TrendDocument["measure"], at: number): Reading {
  if (kind === "mean") {
    const mean = line.mean![at]!;
    return isAbsence(mean) ? absent(mean) : { low: mean, high: mean };
  }
  const count = line.count![at]!;
  if (kind === "count") {
    if (isAbsence(count)) return absent(count);
    if (isRange(count)) return { low: count.min, high: count.max };
    const half = isRounded(count) ? count.nearest / 2 : 0;
    const value = isRounded(count) ? count.value : count;
    return { low: Math.max(0, value - half), high: value + half };
  }
  const base = line.base![at]!;
  const share = line.share?.[at];
  if (base === 0) return absent("not-applicable");
  if (isExact(base) && isExact(count)) return { low: (100 * count) / base, high: (100 * count) / base };
  if (share !== undefined && !isAbsence(share)) {
    if (isBand(share)) return { low: share.from, high: share.to };
    const half = isRounded(share) ? share.nearest / 2 : 0;
    const value = isRounded(share) ? share.value : share;
    return { low: Math.max(0, value - half), high: Math.min(100, value + half) };
  }
  return absent([count, share, base].find(isAbsence) ?? "unknown");
}

/** The figure as text: "62%", "20% to 40%", "149", "12.5"; or an absence as printed. */
export function valueText(line: TrendLine, measure: TrendDocument["measure"], at: number, say: Say): string {
  const { kind } = measure;
  const reading = readAt(line, measure, at);
  if (!isShown(reading)) return say.words.absence[reading.absence];
  if (kind === "mean") return say.number(reading.low);
  if (kind === "count") return say.count(line.count![at]!);
  if (reading.low !== reading.high) return say.share(line.share![at]!);
  const percent = Math.round(reading.low);
  if (percent === 0 && reading.low > 0) return say.words.lessThan(say.percent(1));
  if (percent === 100 && reading.low < 100) return say.words.atLeast(say.percent(99));
  return say.percent(percent);
}

/** What the figure is taken of: "149 of 240 teachers", "mean of 11 districts"; nothing where that is not published. */
export function detailText(line: TrendLine, { kind, of }: TrendDocument["measure"], at: number, say: Say): string | undefined {
  const words = say.words.trend;
  const base = line.base?.[at];
  if (base === undefined || isAbsence(base)) return undefined;
  if (kind === "mean") return words.meanOf(say.count(base), of);
  const count = line.count![at]!;
  return words.ofBase(isAbsence(count) ? undefined : say.count(count), say.count(base), of);
}

/** Why figures of the picture are not there. */
export const absencesIn = (document: TrendDocument): Set<Absence> =>
  new Set(
    linesOf(document).flatMap((line) =>
      document.times.from.flatMap((_, at) => {
        const reading = readAt(line, document.measure, at);
        return isShown(reading) ? [] : [reading.absence];
      }),
    ),
  );
