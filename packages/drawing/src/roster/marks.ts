import { cell, removals, type CorrectionAddition, type CorrectionMark, type Corrections, type RosterDocument } from "@vitrine/contract";

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

/** Why a row cannot get a mark. */
export type WhyNot = "stopped-teaching" | "left-programme" | "kept" | "keep-removed" | "same-row";

export const isRemoval = (mark: CorrectionMark): boolean => removals.includes(mark);

/** Rows that stay because another is marked as their second entry. */
export const keptRows = ({ rows }: Marks): Set<number> =>
  new Set([...rows.values()].flatMap(({ mark, keep }) => (mark === "remove-duplicate" && keep !== undefined ? [keep] : [])));

/**
 * Why this row cannot get this mark; nothing when it can. A teacher who stopped teaching or left the programme later stays: the implementation
 * rate needs the row. Only a second entry can go, because the first one stays.
 */
export function whyNot(document: RosterDocument, marks: Marks, row: number, mark: CorrectionMark, keep?: number): WhyNot | undefined {
  if (!isRemoval(mark)) return undefined;
  const part = cell(document.rows.participation, row);
  if (mark !== "remove-duplicate" && (part === "stopped-teaching" || part === "left-programme")) return part;
  if (keptRows(marks).has(row)) return "kept";
  if (mark !== "remove-duplicate" || keep === undefined) return undefined;
  if (keep === row) return "same-row";
  const other = marks.rows.get(keep);
  return other && isRemoval(other.mark) ? "keep-removed" : undefined;
}

/** Marks rows where that is possible, and says which were left as they are. */
export function markRows(
  document: RosterDocument,
  marks: Marks,
  chosen: Iterable<number>,
  mark: RowMark,
): { marks: Marks; refused: { row: number; why: WhyNot }[] } {
  const rows = new Map(marks.rows);
  const fine = new Set(marks.fine);
  const refused: { row: number; why: WhyNot }[] = [];
  for (const row of chosen) {
    const why = whyNot(document, { ...marks, rows }, row, mark.mark, mark.keep);
    if (why) refused.push({ row, why });
    else {
      rows.set(row, mark);
      fine.delete(row);
    }
  }
  return { marks: { ...marks, rows, fine }, refused };
}

export function unmarkRows(marks: Marks, chosen: Iterable<number>): Marks {
  const rows = new Map(marks.rows);
  const fine = new Set(marks.fine);
  for (const row of chosen) {
    rows.delete(row);
    fine.delete(row);
  }
  return { ...marks, rows, fine };
}

/** Says of rows that there is nothing to correct. */
export function passRows(marks: Marks, chosen: Iterable<number>): Marks {
  const rows = new Map(marks.rows);
  const fine = new Set(marks.fine);
  for (const row of chosen) {
    rows.delete(row);
    fine.add(row);
  }
  return { ...marks, rows, fine };
}

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

/** The marks as a corrections file. */
export function toCorrections({ id, revision, audience, rows }: RosterDocument, marks: Marks): Corrections {
  return {
    schema: "corrections/1",
    roster: { id, revision },
    confidentiality: audience.confidentiality,
    entries: [...marks.rows]
      .sort(([a], [b]) => a - b)
      .map(([row, { mark, keep, account, note }]) => ({
        row: rows.id[row]!,
        mark,
        ...(keep === undefined ? {} : { keep: rows.id[keep]! }),
        ...(account ? { account } : {}),
        ...(note ? { note } : {}),
      })),
    additions: [...marks.additions],
  };
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
