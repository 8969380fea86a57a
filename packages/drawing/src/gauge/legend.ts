import { isAbsence, type Absence, type ImplementationDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import type { Box, Line } from "../core/text.js";
import { stageKeys, type StageKey } from "./share.js";

/** A stage by name and number. */
export interface LegendRow {
  key: StageKey;
  swatch: Box;
  /** Nothing when the stage has a number but no place in the ring. */
  look?: StageKey | Absence;
  lines: Line[];
}

const name: Face = { size: 14 };
const figure: Face = { size: 14, weight: "semibold" };
const quiet: Face = { size: 12 };

/** One row for each stage: swatch, name, count at the end; an absence stands under the name when it does not fit beside it. */
export function placeLegend(
  document: ImplementationDocument,
  frame: Frame,
  drawn: ReadonlySet<string>,
  column: { left: number; top: number; width: number },
): { rows: LegendRow[]; bottom: number } {
  const left = column.left + 20;
  const room = column.width - 20;
  let y = column.top;
  const rows = stageKeys.map((key): LegendRow => {
    const count = document[key];
    const text = frame.say.count(count);
    const face = isAbsence(count) ? quiet : figure;
    const wide = textWidth(text, face, frame.font);
    const title = frame.say.words.gauge.stage[key];
    const beside = textWidth(title, name, frame.font) + 12 + wide <= room;
    const names = wrap(title, beside ? room - wide - 12 : room, name, frame.font);
    const tone = isAbsence(count) ? "quiet" : "ink";
    const swatch = { x: column.left, y: y + 3, width: 12, height: 12 };
    const lines = names.map((text, at): Line => ({ ...name, text, x: left, y: y + 14 + 18 * at }));
    if (beside) lines.push({ ...face, text, x: column.left + column.width, y: y + 14, anchor: "end", tone });
    else
      for (const part of wrap(text, room, face, frame.font))
        lines.push({ ...face, text: part, x: left, y: y + 14 + 18 * lines.length, tone });
    y += 6 + 18 * (beside ? names.length : lines.length);
    return { key, swatch, look: isAbsence(count) ? count : drawn.has(key) || count === 0 ? key : undefined, lines };
  });
  return { rows, bottom: y - 6 };
}
