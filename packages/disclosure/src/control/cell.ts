/** One count of people before control. `value` is the truth and never leaves the owner's machine. */
export interface Cell {
  value: number;
  /** Cannot be anything else (grade not taught): shown as not applicable, never hidden, never changed. */
  structural?: boolean;
  /** Public upper bound, where one is known. */
  known?: number;
  /** Public lower bound: a group that is listed has somebody in it. */
  least?: number;
  /** What hiding it costs beside another cell; 1 when left out. Totals cost more than parts. */
  cost?: number;
  /** Hidden whatever its value: withheld in an earlier release of the same period, or too small by an implied figure. */
  mustHide?: boolean;
}

export interface Policy {
  /** Threshold k. */
  threshold: number;
  zeros: "withhold" | "publish";
  /** Possible values every hidden cell must keep, or all that a public bound leaves when that is fewer. */
  interval: number;
}

/** A cell that must not be shown by its own value: 1 to k-1 people, or nobody where zeros are small. */
export const isPrimary = (cell: Cell, policy: Policy): boolean =>
  !cell.structural && (cell.mustHide === true || (cell.value === 0 ? policy.zeros === "withhold" : cell.value < policy.threshold));

/** How far apart the extremes of a hidden cell must lie. */
export const demandOf = (cell: Cell, policy: Policy): number => Math.min(policy.interval - 1, (cell.known ?? Infinity) - (cell.least ?? 0));
