import { isAbsence, type Absence, type ImplementationDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import type { Box, Line } from "../core/text.js";
import { plain, quiet, strong } from "./faces.js";
import type { Ring } from "./ring.js";
import { stageKeys, type StageKey } from "./share.js";

/** A stage by name and number. */
export interface LegendRow {
  key: StageKey | "target";
  swatch: Box;
  /** Nothing when the stage has a number but no place in the ring. */
  look?: StageKey | Absence | "target";
  lines: Line[];
}

/**
 * One row for each stage: swatch, name, number at the end; an absence stands under the name unless all fit beside. The target has
 * a row when its label found no room at its tick.
 */
export function placeLegend(
  document: ImplementationDocument,
  frame: Frame,
  ring: Ring,
  column: { left: number; top: number; width: number },
): { rows: LegendRow[]; bottom: number } {
  const { say, font } = frame;
  const drawn = new Set<string>(ring.arcs.map(({ look }) => look));
  const entries = stageKeys.map((key) => {
    const count = document[key];
    const look = isAbsence(count) ? count : drawn.has(key) || count === 0 ? key : undefined;
    return {
      key,
      look,
      name: say.words.gauge.stage[key],
      text: say.count(count),
      absent: isAbsence(count) && count !== "not-applicable",
    } as const;
  });
  const { target } = document;
  const aim =
    target && !ring.target?.labelled
      ? [{ key: "target", look: "target", name: target.label, text: say.percent(target.share), absent: false } as const]
      : [];
  const left = column.left + 20;
  const room = column.width - 20;
  const fits = (title: string, text: string, face: Face) => textWidth(title, plain, font) + 12 + textWidth(text, face, font) <= room;
  const absentBeside = entries.every(({ absent, name, text }) => !absent || fits(name, text, quiet));
  let y = column.top;
  const rows = [...entries, ...aim].map(({ key, look, name: title, text, absent }): LegendRow => {
    const face = absent ? quiet : strong;
    const tone = absent ? "quiet" : "ink";
    const wide = textWidth(text, face, font);
    const beside = absent ? absentBeside : wide < room * 0.6;
    const names = wrap(title, beside ? room - wide - 12 : room, plain, font);
    const lines = names.map((part, at): Line => ({ ...plain, text: part, x: left, y: y + 14 + 18 * at }));
    if (beside) lines.push({ ...face, text, x: column.left + column.width, y: y + 14, anchor: "end", tone });
    else for (const part of wrap(text, room, face, font)) lines.push({ ...face, text: part, x: left, y: y + 14 + 18 * lines.length, tone });
    const swatch = { x: column.left, y: y + 3, width: 12, height: 12 };
    y += 6 + 18 * (beside ? names.length : lines.length);
    return { key, swatch, look, lines };
  });
  return { rows, bottom: y - 6 };
}
