import { isAbsence, isBand, isExact, isRounded, type Absence, type Count, type Share } from "@vitrine/contract";
import type { Say } from "../core/say.js";

/** Where a share lies, in parts of one, both ends; the same where it is exact. Or why there is none. */
export type Span = { low: number; high: number } | { absent: Absence };

/** One column of a picture's tables as lengths: the spans of its rows by their keys. */
export interface Spans {
  /** Label of the column. */
  column: string;
  of: readonly (readonly [key: string, span: Span])[];
}

export const isAbsent = (span: Span): span is { absent: Absence } => "absent" in span;

/** A share as its ends. A rounded one lies half a step to both sides. */
export function spanOfShare(share: Share): Span {
  if (isAbsence(share)) return { absent: share };
  if (isBand(share)) return { low: share.from / 100, high: share.to / 100 };
  if (!isRounded(share)) return { low: share / 100, high: share / 100 };
  const half = share.nearest / 2;
  return { low: Math.max(0, (share.value - half) / 100), high: Math.min(1, (share.value + half) / 100) };
}

/** Smallest and largest whole number of a published count. */
const ends = (count: Exclude<Count, Absence>): [number, number] =>
  isExact(count)
    ? [count, count]
    : isRounded(count)
      ? [Math.max(0, count.value - count.nearest / 2), count.value + count.nearest / 2]
      : [count.min, count.max];

/** A part of a whole: its share where both counts are exact, else the share that is published, else what their ranges leave, else why there is none. */
export function spanOf(part: Count | undefined, whole: Count, share: Share | undefined): Span {
  if (whole === 0) return { absent: "not-applicable" };
  if (isExact(whole) && isExact(part) && part <= whole) return { low: part / whole, high: part / whole };
  if (share !== undefined) return spanOfShare(share);
  if (part === undefined || isAbsence(part)) return { absent: part ?? "withheld" };
  if (isAbsence(whole)) return { absent: whole };
  const [[low, high], [least, most]] = [ends(part), ends(whole)];
  return { low: low / most, high: least > 0 ? Math.min(1, high / least) : 1 };
}

/** A share as a whole percent that is 0 or 100 only for none and for all. */
export function wholePercent(share: number, say: Say): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return say.words.lessThan(say.percent(1));
  if (percent === 100 && share < 1) return say.words.atLeast(say.percent(99));
  return say.percent(percent);
}

/** A share in words: a whole percent, both ends where it is not exact, or the words for why there is none. */
export function rangeText(span: Span, say: Say, absent = say.words.absence): string {
  if (isAbsent(span)) return absent[span.absent];
  if (span.low === span.high) return wholePercent(span.low, say);
  // Outwards, but for what is a whole percent already.
  const [from, to] = [Math.floor(span.low * 100 + 1e-9), Math.ceil(span.high * 100 - 1e-9)];
  return say.share({ from, to });
}

/** The same part of a whole in words: a whole percent, the published share, or the words for why there is none. */
export function spanText(part: Count | undefined, whole: Count, share: Share | undefined, say: Say, absent = say.words.absence): string {
  const span = spanOf(part, whole, share);
  const exact = isExact(whole) && isExact(part);
  return exact || share === undefined || isAbsent(span) ? rangeText(span, say, absent) : say.share(share);
}
