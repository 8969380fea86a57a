import { cell, type CorrectionMark, type Corrections, type RosterDocument } from "@vitrine/contract";
import { isRemoval, keptRows, type Marks, type RowMark } from "./marks.js";

/** Why a row cannot get a mark. */
export type WhyNot = "stopped-teaching" | "left-programme" | "kept" | "keep-removed" | "same-row";

/**
 * Why this row cannot get this mark; nothing when it can. A teacher who stopped teaching or left the programme later stays: the implementation
 * rate needs the row. Only a second entry can go, because the first one stays.
 * @param kept the rows kept so far, where many rows are asked about
 */
export function whyNot(
  document: RosterDocument,
  marks: Marks,
  row: number,
  mark: CorrectionMark,
  keep?: number,
  kept: ReadonlySet<number> = keptRows(marks),
): WhyNot | undefined {
  if (!isRemoval(mark)) return undefined;
  const part = cell(document.rows.participation, row);
  if (mark !== "remove-duplicate" && (part === "stopped-teaching" || part === "left-programme")) return part;
  if (kept.has(row)) return "kept";
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
  const kept = keptRows(marks);
  const refused: { row: number; why: WhyNot }[] = [];
  for (const row of chosen) {
    const why = whyNot(document, { ...marks, rows }, row, mark.mark, mark.keep, kept);
    if (why) refused.push({ row, why });
    else {
      rows.set(row, mark);
      fine.delete(row);
      if (mark.keep !== undefined) kept.add(mark.keep);
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
