import { ends, isAbsence, isExact, shareEnds } from "./figure.js";
import type { Fault } from "./issue.js";
import type { Facts, Place } from "./kind.js";

/** What a reader knows of one figure: it lies between `low` and `high`. `least` values must stay possible. */
interface Known {
  place: Place;
  low: number;
  high: number;
  least: number;
}
interface Sum {
  total: Known;
  parts: Known[];
}

/** Of every protected figure at least so many whole numbers stay possible, unless its own text says fewer (privacy policy, 3). */
const leastValues = 5;
const rounds = 30;

/**
 * Protected figures that the other figures of this document give away, and sums that cannot be true. Works as a reader would:
 * it narrows every figure by the share taken of it and by every sum it stands in, until nothing moves. What it finds is
 * certainly exposed; finding nothing is no proof, that is the disclosure checker's work.
 */
export function exposed(facts: Facts, threshold: number): Fault[] {
  const faults = new Map<string, Fault>();
  const tell = (code: string, { path }: Pick<Place, "path">) => faults.set(path.join("/"), { code, path });
  // A group that did not report may or may not be part of the total, so a reader tries both.
  for (const unreported of [Infinity, 0]) {
    let trusted = facts.sums;
    for (;;) {
      const known = new Map<string, Known>();
      const sums = collect(trusted, facts, known, unreported);
      for (const rate of facts.rates) if (!narrowByShare(rate, known, sums)) tell("privacy-narrow-band", rate);
      const wrong = narrowBySums(sums);
      if (wrong.size === 0) {
        for (const found of known.values()) if (isExposed(found, threshold)) tell("privacy-sum", found.place);
        break;
      }
      if (unreported > 0) return [...wrong].map(({ total }) => ({ code: "totals-differ", path: total.place.path }));
      // Taken for nothing, the unreported make this sum false: so they are part of its total.
      trusted = trusted.filter((_, at) => !wrong.has(sums[at]!));
    }
  }
  return [...faults.values()];
}

function isExposed({ place: { figure }, low, high, least }: Known, threshold: number): boolean {
  if (isExact(figure) || (isAbsence(figure) && figure !== "withheld")) return false;
  return low === high || (low < threshold && high - low + 1 < least);
}

function collect(wanted: Facts["sums"], facts: Facts, known: Map<string, Known>, unreported: number): Sum[] {
  const know = (place: Place, total: boolean): Known => {
    const key = place.path.join("/");
    let found = known.get(key);
    if (!found) {
      const [low, high] = bounds(place, total ? Infinity : unreported);
      known.set(key, (found = { place, low, high, least: Math.min(leastValues, high - low + 1) }));
    }
    return found;
  };
  // Totals first: one that was not reported is never taken for nothing.
  for (const { total } of facts.sums) know(total, true);
  return wanted.map(({ total, parts }) => ({ total: know(total, true), parts: parts.map((part) => know(part, false)) }));
}

function bounds({ figure }: Place, unreported: number): [low: number, high: number] {
  if (figure === "not-applicable") return [0, 0];
  if (figure === "withheld") return [0, Infinity];
  return isAbsence(figure) ? [0, unreported] : ends(figure);
}

/** False when share and range together leave fewer values than each of them alone. */
function narrowByShare({ figure, base, numerator }: Facts["rates"][number], known: Map<string, Known>, sums: readonly Sum[]): boolean {
  const found = known.get(numerator.path.join("/"));
  if (!found || !isExact(base.figure) || figure === undefined || isExact(figure) || isAbsence(figure) || isExact(numerator.figure))
    return true;
  const [from, to] = shareEnds(figure);
  const low = Math.ceil((base.figure * from) / 100 - 1e-9);
  const high = to === 100 ? base.figure : Math.ceil((base.figure * to) / 100 - 1e-9) - 1;
  // A band may leave fewer values than a count does (privacy policy, 4), of the others in its base just as of itself.
  const all = known.get(base.path.join("/"));
  const others = sums.flatMap(({ total, parts }) => (total === all && parts.includes(found) ? parts : []));
  for (const part of [found, ...others]) part.least = Math.min(part.least, high - low + 1);
  found.low = Math.max(found.low, low);
  found.high = Math.min(found.high, high);
  return found.high - found.low + 1 >= found.least;
}

/** Narrows in place; returns the sums that cannot be true. */
function narrowBySums(sums: readonly Sum[]): ReadonlySet<Sum> {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    const within = (known: Known, low: number, high: number) => {
      if (low <= known.low && high >= known.high) return;
      known.low = Math.max(known.low, low);
      known.high = Math.min(known.high, high);
      moved = true;
    };
    for (const { total, parts } of sums) {
      const low = parts.reduce((sum, part) => sum + part.low, 0);
      const high = parts.reduce((sum, part) => sum + part.high, 0);
      within(total, low, high);
      if (total.low > total.high) break;
      const open = parts.filter((part) => part.high === Infinity);
      const closed = open.length === 1 ? parts.reduce((sum, part) => sum + (part === open[0] ? 0 : part.high), 0) : Infinity;
      for (const part of parts) {
        const others = high < Infinity ? high - part.high : part === open[0] ? closed : Infinity;
        within(part, total.low - others, total.high - (low - part.low));
      }
    }
    const wrong = new Set(sums.filter(({ total, parts }) => [total, ...parts].some((known) => known.low > known.high)));
    if (wrong.size > 0 || !moved) return wrong;
  }
  return new Set();
}
