import type { Envelope } from "./envelope.js";
import { bandWidth, isAbsence, isBand, isExact, isRange, isRounded, type Figure } from "./figure.js";
import { issue, type Issue } from "./issue.js";
import type { Facts, Place } from "./kind.js";

/**
 * What may not stand in a document that calls itself published (privacy policy, 9). Fails closed: it judges the text alone
 * and shares no code with the part that chooses what to hide.
 */
export function rules(document: Envelope, facts: Facts): Issue[] {
  const { threshold, zeros } = document.privacy;
  const issues: Issue[] = facts.faults.map(({ code, path }) => issue(code, path));
  for (const { path, ids } of facts.ids) {
    const seen = new Set<string>();
    const again = ids.findIndex((id) => seen.size === seen.add(id).size);
    if (again >= 0) issues.push(issue("duplicate-id", [...path, again]));
  }
  for (const kind of facts.needs) if (!document.notes.some((note) => note.kind === kind)) issues.push(issue("no-note", ["notes"]));
  for (const place of facts.people) {
    const code = tooSmall(place.figure, threshold, zeros === "withhold");
    if (code) issues.push(issue(code, place.path));
  }
  for (const rate of facts.rates) {
    const code = rateFault(rate.figure, rate.base, rate.numerator);
    if (code) issues.push(issue(code, rate.path));
  }
  for (const { total, parts } of facts.sums) if (givesAway([total, ...parts])) issues.push(issue("privacy-sum", total.path));
  return issues;
}

function tooSmall(figure: Figure, threshold: number, zeroIsSmall: boolean): string | undefined {
  if (isExact(figure)) {
    if (figure === 0) return zeroIsSmall ? "privacy-zero" : undefined;
    return figure < threshold ? "privacy-small-count" : undefined;
  }
  const [low, high] = ends(figure) ?? [];
  if (low === undefined || high === undefined) return undefined;
  const wide = high - low + 1;
  return wide < 5 || (low < threshold && wide < Math.min(10, threshold)) ? "privacy-narrow-range" : undefined;
}

/** Smallest and largest whole number a range or a rounded count can stand for. */
function ends(figure: Figure): [number, number] | undefined {
  if (isRange(figure)) return [figure.min, figure.max];
  if (isRounded(figure)) return [Math.max(0, Math.ceil(figure.value - figure.nearest / 2)), Math.floor(figure.value + figure.nearest / 2)];
  return undefined;
}

/** Bands start at multiples of their width, so that no two releases can be overlaid to narrow one. */
function rateFault(figure: Figure | undefined, base: Figure, numerator?: Figure): string | undefined {
  if (figure === undefined || isAbsence(figure)) return undefined;
  const least = isExact(base) ? base : ends(base)?.[0];
  if (least === undefined) return "privacy-narrow-band";
  const width = bandWidth(least);
  if (width === undefined) return "privacy-narrow-band";
  if (isExact(figure)) return "privacy-exact-share";
  if (isRounded(figure)) return figure.nearest < width ? "privacy-narrow-band" : undefined;
  if (!isBand(figure)) return undefined;
  if (figure.to - figure.from < width - 1e-9 || figure.from % width !== 0) return "privacy-narrow-band";
  if (isExact(base) && isExact(numerator) && base > 0) {
    const share = (100 * numerator) / base;
    if (share < figure.from || (share >= figure.to && figure.to < 100)) return "totals-differ";
  }
  return undefined;
}

/** One protected figure beside exact ones is the difference of the others. */
function givesAway(places: Place[]): boolean {
  const counted = places.filter(({ figure }) => figure !== "not-applicable");
  const open = counted.filter(({ figure }) => !isExact(figure));
  return open.length === 1 && (open[0]!.figure === "withheld" || !isAbsence(open[0]!.figure));
}
