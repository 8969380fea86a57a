import { accessStatuses, type AccessAreas, type AccessStatus, type Absence } from "@vitrine/contract";

/** Shares from which the six steps begin, in whole percent; the last step ends at 100. */
export const steps = [0, 20, 35, 50, 65, 80] as const;
export type Step = 0 | 1 | 2 | 3 | 4 | 5;

/** One area's numbers, ready to be painted and said. */
export interface AreaReading {
  id: string;
  name: string;
  coverage: AccessAreas["coverage"]["values"][number];
  schools: number;
  /** Schools by status, in the order of `accessStatuses`. */
  by: readonly number[];
  offers: number;
  /** Schools the share is taken of: all but those outside the collection. */
  base: number;
  /** Whole percent of the base; left out where fewer than half of the base has said what it offers now. */
  share?: number;
  /** How the area is painted: a step of the share, or why there is none. */
  look: Step | Absence;
}

/** Whole percent that says 0 only for none and 100 only for all. Schools are not people: exact shares are allowed. */
export function wholePercent(part: number, base: number): number {
  const nearest = Math.round((100 * part) / base);
  if (part > 0 && nearest === 0) return 1;
  return part < base && nearest === 100 ? 99 : nearest;
}

export const stepOf = (share: number): Step => (steps.filter((from) => share >= from).length - 1) as Step;

const at = Object.fromEntries(accessStatuses.map((status, index) => [status, index])) as Record<AccessStatus, number>;

/** What one row of the areas says. */
export function readArea(areas: AccessAreas, row: number): AreaReading {
  const by = accessStatuses.map((status) => areas.by[status]?.[row] ?? 0);
  const coverage = areas.coverage.values[areas.coverage.index[row]!]!;
  return { id: areas.id[row]!, name: areas.name[row]!, coverage, ...readTally(by, coverage === "not-covered") };
}

/** The same for any numbers of schools by status. */
export function readTally(
  by: readonly number[],
  outside = false,
): Pick<AreaReading, "schools" | "by" | "offers" | "base" | "share" | "look"> {
  const schools = by.reduce((sum, count) => sum + count, 0);
  const offers = by[at.offers]!;
  const base = schools - by[at["not-covered"]]!;
  const numbers = { schools, by, offers, base };
  if (outside || (schools > 0 && base === 0)) return { ...numbers, look: "not-covered" };
  if (schools === 0) return { ...numbers, look: "not-applicable" };
  const said = offers + by[at.limited]! + by[at["does-not-offer"]]!;
  if (2 * said >= base) {
    const share = wholePercent(offers, base);
    return { ...numbers, share, look: stepOf(share) };
  }
  // What a school did in earlier years is no report of this year.
  const silent = by[at["not-reported"]]! + by[at["offered-before"]]! + by[at["did-not-offer-before"]]!;
  const most = Math.max(silent, by[at.withheld]!, by[at.unknown]!);
  return { ...numbers, look: by[at.withheld] === most ? "withheld" : silent === most ? "not-reported" : "unknown" };
}

/** All areas together. */
export const sumAreas = (areas: AccessAreas): number[] =>
  accessStatuses.map((status) => areas.by[status]?.reduce((sum, count) => sum + count, 0) ?? 0);
