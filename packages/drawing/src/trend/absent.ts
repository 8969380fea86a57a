import { absences, type Absence, type TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap } from "../core/measure.js";
import type { Column } from "./column.js";
import { isShown, linesOf, readAt } from "./figures.js";
import type { TrendPlaces } from "./places.js";
import { small } from "./plot.js";

/** What the looks of absences mean: those that are in the picture. */
export function placeAbsences(document: TrendDocument, frame: Frame, column: Column) {
  const { measure, times } = document;
  const found = new Set<Absence>();
  for (const line of linesOf(document))
    times.from.forEach((_, at) => {
      const reading = readAt(line, measure, at);
      if (!isShown(reading)) found.add(reading.absence);
    });
  let [x, y] = [column.left, column.top];
  const rows: TrendPlaces["absent"] = [];
  for (const absence of absences.filter((one) => found.has(one))) {
    const text = frame.say.words.absenceSaid[absence];
    const parts = wrap(text, column.width - 24, small, frame.font);
    const need = 24 + Math.max(...parts.map((part) => textWidth(part, small, frame.font))) + 16;
    if (x > column.left && x + need > column.left + column.width + 16) [x, y] = [column.left, y + 18];
    rows.push({
      absence,
      swatch: { x, y: y + 2, width: 16, height: 10 },
      lines: parts.map((part, at) => ({ ...small, text: part, x: x + 22, y: y + 12 + 15 * at, tone: "quiet" })),
    });
    if (parts.length > 1) [x, y] = [column.left, y + 15 * parts.length + 3];
    else x += need;
  }
  return { rows, bottom: (rows.at(-1)?.lines.at(-1)?.y ?? column.top) + 4 };
}
