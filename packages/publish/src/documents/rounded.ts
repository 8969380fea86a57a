import type { Count } from "@vitrine/contract";
import type { Publication } from "../config/schema.js";
import { isSmall, type Family, type Line } from "../control/control.js";
import { PublishError } from "../error.js";

/** A family with every count rounded to the nearest multiple, the half upwards: the same count always gives the same figure. */
export interface Rounded {
  whole: Line<Count>;
  splits: Line<Count>[][];
}

/** The smallest multiple that a zero may be rounded to: it stands for half of it, and must be as wide as a small count is hidden. */
const leastFor = (threshold: number) => 2 * (Math.min(10, threshold) - 1);

/**
 * @returns nothing where so few are counted that even their rounded number is not told
 * @throws PublishError when the multiple would tell a small count too closely
 */
export function roundedFamily(
  { whole, splits }: Family,
  nearest: number,
  privacy: Publication["privacy"],
  document: string,
): Rounded | undefined {
  const least = leastFor(privacy.threshold);
  if (nearest < least)
    throw new PublishError(
      "config-refused",
      `"round" of the document "${document}" tells small counts too closely beside a minimum of ${privacy.threshold}: give ${least} or more.`,
    );
  if (isSmall(whole.total, privacy)) return undefined;
  const round = (count: number): Count => ({ value: Math.floor(count / nearest + 0.5) * nearest, nearest });
  const line = ({ total, parts }: Line): Line<Count> => ({ total: round(total), parts: parts.map(round) });
  return { whole: line(whole), splits: splits.map(({ lines }) => lines.map(line)) };
}
