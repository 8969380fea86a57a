import type { Envelope } from "./envelope.js";
import { bandWidth, ends, isAbsence, isBand, isExact, isRounded, shareEnds, type Figure } from "./figure.js";
import type { Fault } from "./issue.js";
import type { Facts } from "./kind.js";

/**
 * What may not stand in a document that calls itself published (privacy policy, 9). Fails closed: it judges the text alone
 * and shares no code with the part that chooses what to hide.
 * @param sums what the sums give away, as thoroughly as the caller needs: `exposed`, or `alone` for a page
 */
export function rules(document: Envelope, facts: Facts, sums: (facts: Facts, threshold: number) => Fault[]): Fault[] {
  const { threshold, zeros } = document.privacy;
  const faults = [...facts.faults];
  for (const { path, ids } of facts.ids) {
    const seen = new Set<string>();
    const again = ids.findIndex((id) => seen.size === seen.add(id).size);
    if (again >= 0) faults.push({ code: "duplicate-id", path: [...path, again] });
  }
  for (const kind of facts.needs) if (!document.notes.some((note) => note.kind === kind)) faults.push({ code: "no-note", path: ["notes"] });
  for (const { path, figure, base } of facts.people) {
    const code = tooSmall(figure, threshold, zeros === "withhold" && !base);
    if (code) faults.push({ code, path });
  }
  for (const { path, figure, base, numerator } of facts.rates) {
    const code = rateFault(figure, base.figure, numerator.figure);
    if (code) faults.push({ code, path });
  }
  return [...faults, ...sums(facts, threshold)];
}

function tooSmall(figure: Figure, threshold: number, zeroIsSmall: boolean): string | undefined {
  if (figure === 0) return zeroIsSmall ? "privacy-zero" : undefined;
  if (isExact(figure)) return figure < threshold ? "privacy-small-count" : undefined;
  if (isAbsence(figure)) return undefined;
  const [low, high] = ends(figure);
  const wide = high - low + 1;
  return wide < 5 || (low < threshold && wide < Math.min(10, threshold)) ? "privacy-narrow-range" : undefined;
}

/** Bands start and end at multiples of their width, so that no two releases can be overlaid to narrow one. */
function rateFault(figure: Figure | undefined, base: Figure, numerator: Figure): string | undefined {
  if (figure === undefined || isAbsence(figure)) return undefined;
  const width = isAbsence(base) ? undefined : bandWidth(ends(base)[0]);
  if (width === undefined) return "privacy-narrow-band";
  if (isExact(figure)) return "privacy-exact-share";
  const [from, to] = shareEnds(figure);
  if (to - from < width - 1e-9) return "privacy-narrow-band";
  if (isBand(figure) && (from % width !== 0 || to % width !== 0)) return "privacy-narrow-band";
  if (!isExact(base) || !isExact(numerator)) return undefined;
  const share = (100 * numerator) / base;
  const inside = share >= from && (share < to || to === 100 || (isRounded(figure) && share === to));
  return inside ? undefined : "totals-differ";
}
