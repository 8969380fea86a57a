import type { Absence } from "@vitrine/contract";

/** A bar on the common scale: parts of one, the same when the share is exact; or the reason there is no length. */
export type Bar = { low: number; high: number } | { absent: Exclude<Absence, "not-applicable"> };

/** The bars beside the rows of a picture's own tables, for hosts that cannot draw. Every word and figure stays the table's. */
export interface Bars {
  /** Label of the column whose text stands beside the bar. */
  column: string;
  /** By the key of its row; a row that is not here has no bar. */
  of: ReadonlyMap<string, Bar>;
  /** True for a cell that a letter need not repeat in every row, such as a status that no school has. */
  spare?(label: string, cell: string): boolean;
  /** In percent. */
  target?: { share: number; label: string };
}

/** A run of a bar, in whole percent of the scale. */
export interface Run {
  look: "met" | "between" | "rest" | "target";
  width: number;
  /** An edge: of a band at both ends, of a zero at its place, of the target at the percent it stands at. */
  starts?: true;
  ends?: true;
}

/** Whole percent that is 0 only for none and 100 only for all. */
const percent = (part: number): number => (part <= 0 ? 0 : part >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(part * 100))));

/** A bar as runs that fill the scale from 0 to 100. The target takes the percent after it, or the last one. */
export function runsOf(low: number, high: number, target: number | undefined): Run[] {
  const [from, to] = [percent(low), percent(high)];
  const goal = target === undefined ? -1 : Math.min(99, Math.round(target));
  const look = (at: number): Run["look"] => (at === goal ? "target" : at < from ? "met" : at < to ? "between" : "rest");
  const runs: Run[] = [];
  for (let at = 0; at < 100; at++) {
    const last = runs.at(-1);
    if (last?.look === look(at)) last.width++;
    else runs.push({ look: look(at), width: 1 });
  }
  const tick = runs.find(({ look }) => look === "target");
  if (tick) tick[target === 100 ? "ends" : "starts"] = true;
  const band = runs.filter(({ look }) => look === "between");
  if (band.length > 0) {
    band[0]!.starts = true;
    band.at(-1)!.ends = true;
  }
  if (to === 0) runs[0]!.starts = true;
  return runs;
}
