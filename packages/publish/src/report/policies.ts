import type { Policy } from "../control/control.js";
import type { Recorder, Weight } from "./record.js";

/** A policy, and what it shows of this publication's counts. */
export interface UnderPolicy extends Policy, Weight {
  which: "stricter" | "chosen" | "looser";
}

/** Thresholds owners use (privacy policy, 3): the lowest allowed, the common one, Delaware's, and the highest a federal rule names. */
const thresholds = [5, 10, 16, 20, 30, 60, 100];

/** One step stricter. */
export const stricter = ({ threshold }: Policy): Policy => ({
  threshold: thresholds.find((one) => one > threshold) ?? threshold * 2,
  zeros: "withhold",
});

/** One step looser, down to what the privacy policy allows; nothing below that. */
export function looser({ threshold, zeros }: Policy): Policy | undefined {
  const lower = thresholds.filter((one) => one < threshold).at(-1);
  return lower !== undefined ? { threshold: lower, zeros } : zeros === "withhold" ? { threshold, zeros: "publish" } : undefined;
}

/** More figures than this are not decided again: it would take as long as the publication itself. */
const most = 20_000;

/** What a stricter and a looser policy would have shown. Nothing beside the chosen one where there is too much to decide again. */
export async function compare(recorder: Recorder, chosen: Policy, shown: Weight): Promise<UnderPolicy[]> {
  const policies: UnderPolicy[] = [{ ...chosen, ...shown, which: "chosen" }];
  if (shown.figures === 0 || shown.figures > most) return policies;
  const strict = stricter(chosen);
  policies.unshift({ ...strict, ...(await recorder.under(strict)), which: "stricter" });
  const loose = looser(chosen);
  if (loose) policies.push({ ...loose, ...(await recorder.under(loose)), which: "looser" });
  return policies;
}
