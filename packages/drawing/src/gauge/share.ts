import {
  isAbsence,
  isBand,
  isExact,
  isRounded,
  type Absence,
  type Count,
  implementationStages as stageKeys,
  type ImplementationDocument,
  type Share,
} from "@vitrine/contract";
import type { Say } from "../core/say.js";
import type { Words } from "../words/words.js";

export { stageKeys };
export type StageKey = (typeof stageKeys)[number];
export type Stages = Pick<ImplementationDocument, "trained" | "rate" | StageKey>;

/**
 * What may be said of how many met the bar. `low` and `high` are parts of one; they are the same when the counts are exact.
 * `counts-only`: ranges are published without a share, and a share is never worked out from ranges.
 */
export type MetShare = { kind: "share"; low: number; high: number } | { kind: "absent"; absence: Absence } | { kind: "counts-only" };

export function metShare({ trained, met, rate }: Stages): MetShare {
  if (trained === 0) return { kind: "absent", absence: "not-applicable" };
  if (isExact(trained) && isExact(met) && met <= trained) return { kind: "share", low: met / trained, high: met / trained };
  if (rate !== undefined && !isAbsence(rate)) return { kind: "share", ...ends(rate) };
  const absence = [met, rate, trained].find(isAbsence);
  return absence ? { kind: "absent", absence } : { kind: "counts-only" };
}

function ends(rate: Exclude<Share, Absence>): { low: number; high: number } {
  if (isBand(rate)) return { low: rate.from / 100, high: rate.to / 100 };
  if (!isRounded(rate)) return { low: rate / 100, high: rate / 100 };
  const half = rate.nearest / 2;
  return { low: Math.max(0, (rate.value - half) / 100), high: Math.min(1, (rate.value + half) / 100) };
}

/** The share as text: a whole percent that is 0 or 100 only when nobody or everybody met the bar, or the document's own band. */
export function shareText(of: Stages, say: Say): string | undefined {
  const share = metShare(of);
  if (share.kind !== "share") return undefined;
  if (!(isExact(of.trained) && isExact(of.met)) && of.rate !== undefined) return say.share(of.rate);
  const percent = Math.round(share.low * 100);
  if (percent === 0 && share.low > 0) return say.words.gauge.lessThanOne;
  if (percent === 100 && share.low < 1) return say.words.gauge.moreThanNinetyNine;
  return say.percent(percent);
}

/** The share as text, or why there is none. @param absence the words for an absence, printed ones when left out */
export function shareInWords(of: Stages, say: Say, absence: Words["absence"] = say.words.absence): string {
  const share = metShare(of);
  return share.kind === "absent" ? absence[share.absence] : (shareText(of, say) ?? say.words.gauge.noShare);
}

/** A count as text, undefined when there is none. */
export const countText = (count: Count, say: Say): string | undefined => (isAbsence(count) ? undefined : say.count(count));

/** The four stages as whole numbers when all are published and make up everybody trained; only then has each a length. */
export function wholeStages(of: Stages): Record<StageKey, number> | undefined {
  if (!isExact(of.trained) || of.trained === 0) return undefined;
  const counts: Partial<Record<StageKey, number>> = {};
  for (const key of stageKeys) {
    const count = of[key];
    if (!isExact(count) && count !== "not-applicable") return undefined;
    counts[key] = isExact(count) ? count : 0;
  }
  const whole = counts as Record<StageKey, number>;
  return stageKeys.reduce((sum, key) => sum + whole[key], 0) === of.trained ? whole : undefined;
}
