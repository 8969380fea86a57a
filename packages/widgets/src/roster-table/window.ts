/** Height of every row in CSS pixels; the style sheet has the same. */
export const rowHeight = 40;
/** From so many lines on, only those in sight are in the page. */
export const manyLines = 300;
/** Lines kept ready above and below. */
const beside = 6;

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

/**
 * The lines to be in the page, in order: those in sight, and the one the reader is at wherever it is, since the focus must not be lost by
 * scrolling. Of a short list all.
 * @param current line that stays in the page
 */
export function linesInPage(sight: Sight, current: number | undefined): number[] {
  const { lines } = sight;
  const [from, to] = lines < manyLines ? [0, lines] : inSight(sight);
  const kept = Array.from({ length: to - from }, (_, at) => from + at);
  if (current !== undefined && current < lines && current < from) kept.unshift(current);
  if (current !== undefined && current < lines && current >= to) kept.push(current);
  return kept;
}

/**
 * Which of the nodes in the page shows which line now. A node keeps its line while that is in the page; the others take the new lines, so
 * that scrolling makes no nodes and moves none.
 * @param shown what the nodes show, in the order of the page @param lines to be shown, in order
 * @returns for each node its line, or nothing for one that is not needed; then those of new nodes
 */
export function assign(shown: readonly number[], lines: readonly number[]): (number | undefined)[] {
  const wanted = new Set(lines);
  const there = new Set(shown);
  const fresh = lines.filter((line) => !there.has(line));
  let next = 0;
  const kept = shown.map((line) => (wanted.has(line) ? line : fresh[next++]));
  return [...kept, ...fresh.slice(next)];
}
