/** Height of every row in CSS pixels; the style sheet has the same. */
export const rowHeight = 40;
/** From so many lines on, only those in sight are in the page. */
export const manyLines = 300;
/** Lines kept ready above and below. */
const beside = 8;

export interface Sight {
  /** How far the list is scrolled, and how much of it is seen, in CSS pixels. */
  top: number;
  height: number;
  /** All lines; the one whose detail is open, and how high that is. */
  lines: number;
  open: number | undefined;
  detail: number;
}

/** First and last line (not included) to be in the page. */
export function inSight({ top, height, lines, open, detail }: Sight): [from: number, to: number] {
  const lineAt = (y: number) => {
    const beyond = open === undefined ? 0 : y - (open + 1) * rowHeight;
    return Math.floor((beyond > 0 ? y - Math.min(detail, beyond) : y) / rowHeight);
  };
  const from = Math.max(0, Math.min(lineAt(top), lines) - beside);
  return [from, Math.min(lines, lineAt(top + height) + 1 + beside)];
}

/** Where a line begins, in CSS pixels from the first. */
export const lineTop = (line: number, open: number | undefined, detail: number): number =>
  line * rowHeight + (open !== undefined && line > open ? detail : 0);

/** What stands in the table body: lines, and between them empty space for those that are not in the page. */
export type Piece = { line: number } | { space: number };

/**
 * The lines in sight, and the one the reader is at wherever it is: the focus must not be lost by scrolling.
 * @param current line that stays in the page
 */
export function pieces(sight: Sight, current: number | undefined): Piece[] {
  const { lines, open, detail } = sight;
  const [from, to] = lines < manyLines ? [0, lines] : inSight(sight);
  const kept = Array.from({ length: to - from }, (_, at) => from + at);
  if (current !== undefined && current < lines && current < from) kept.unshift(current);
  if (current !== undefined && current < lines && current >= to) kept.push(current);
  const found: Piece[] = [];
  let next = 0;
  for (const line of [...kept, lines]) {
    const space = lineTop(line, open, detail) - lineTop(next, open, detail);
    if (line > next) found.push({ space });
    if (line < lines) found.push({ line });
    next = line + 1;
  }
  return found;
}
