import { absences, type Absence } from "@vitrine/contract";
import type { Frame } from "./frame.js";
import { textWidth, wrap, type Face } from "./measure.js";
import type { Box, Line } from "./text.js";

/** What one look of absence means: the look itself, and the words beside it. */
export interface AbsentEntry {
  absence: Absence;
  swatch: Box;
  lines: Line[];
}

const face: Face = { size: 12 };
const swatch = { width: 16, height: 10 };

/**
 * Places what the looks of absences mean, side by side as far as there is room.
 * @param found those that are in the picture @param at where the first stands, and how wide all may be, in CSS pixels
 */
export function placeAbsences(
  found: ReadonlySet<unknown>,
  frame: Frame,
  at: { left: number; top: number; width: number },
): { rows: AbsentEntry[]; bottom: number } {
  let [x, y] = [at.left, at.top];
  const rows: AbsentEntry[] = [];
  for (const absence of absences.filter((one) => found.has(one))) {
    const parts = wrap(frame.say.words.absenceSaid[absence], at.width - 24, face, frame.font);
    const need = 40 + Math.max(...parts.map((part) => textWidth(part, face, frame.font)));
    if (x > at.left && x + need > at.left + at.width + 16) [x, y] = [at.left, y + 18];
    rows.push({
      absence,
      swatch: { x, y: y + 2, ...swatch },
      lines: parts.map((text, line) => ({ ...face, text, x: x + 22, y: y + 12 + 15 * line, tone: "quiet" })),
    });
    if (parts.length > 1) [x, y] = [at.left, y + 15 * parts.length + 3];
    else x += need;
  }
  return { rows, bottom: (rows.at(-1)?.lines.at(-1)?.y ?? at.top) + 4 };
}
