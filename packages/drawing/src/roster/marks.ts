import { cell, removals, type CorrectionAddition, type CorrectionMark, type RosterDocument } from "@vitrine/contract";

/** What a reader says of one row. */
export interface RowMark {
  mark: CorrectionMark;
  /** The row to keep, by position. */
  keep?: number;
  account?: string;
  note?: string;
}

/** All that a reader has marked so far. Never changed: each step makes another. */
export interface Marks {
  rows: ReadonlyMap<number, RowMark>;
  additions: readonly CorrectionAddition[];
  /** Rows looked at, with nothing to correct. Stays here: nobody needs to be told. */
  fine: ReadonlySet<number>;
}
export const noMarks: Marks = { rows: new Map(), additions: [], fine: new Set() };

export const isRemoval = (mark: CorrectionMark): boolean => removals.includes(mark);

/** Rows that stay because another is marked as their second entry. */
export const keptRows = ({ rows }: Marks): Set<number> =>
  new Set([...rows.values()].flatMap(({ mark, keep }) => (mark === "remove-duplicate" && keep !== undefined ? [keep] : [])));

export interface Rate {
  met: number;
  trained: number;
}

/**
 * What the marks would do to the implementation rate. Rows marked for removal are no longer counted; an added teacher is. What nobody
 * knows yet, whether a linked account, a disputed bar or an added teacher comes to "met", makes the difference between `least` and `most`.
 */
export function ratesOf({ rows, totals }: RosterDocument, marks: Marks): { before: Rate; least: Rate; most: Rate } {
  const before = { met: totals.met as number, trained: totals.trained as number };
  const least = { met: before.met, trained: before.trained + marks.additions.length };
  let gain = marks.additions.length;
  let loss = 0;
  for (const [row, { mark }] of marks.rows) {
    if (cell(rows.counted, row) !== "counted") continue;
    const met = cell(rows.stage, row) === "met";
    if (isRemoval(mark)) {
      least.trained--;
      if (met) least.met--;
    } else if (!met) gain++;
    else if (mark === "met-bar-in-dispute") loss++;
  }
  return { before, least: { ...least, met: least.met - loss }, most: { ...least, met: least.met + gain } };
}

/** Steps back and forth through what was marked. */
export interface History {
  past: readonly Marks[];
  now: Marks;
  future: readonly Marks[];
}
export const freshHistory: History = { past: [], now: noMarks, future: [] };
export const step = ({ past, now }: History, next: Marks): History => ({ past: [...past, now], now: next, future: [] });
export function undo(history: History): History {
  const now = history.past.at(-1);
  return now ? { past: history.past.slice(0, -1), now, future: [history.now, ...history.future] } : history;
}
export function redo(history: History): History {
  const [now, ...future] = history.future;
  return now ? { past: [...history.past, history.now], now, future } : history;
}
