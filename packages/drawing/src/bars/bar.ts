import type { Absence } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { boxShape, drawAbsent } from "../core/absent.js";
import type { Frame } from "../core/frame.js";
import { textWidth, wrap, type Face } from "../core/measure.js";
import { round } from "../core/root.js";
import { drawLine, type Box, type Line } from "../core/text.js";
import type { Token } from "../core/theme.js";
import { isAbsent, type Span } from "./span.js";

export const rect = ({ x, y, width, height }: Box, fill: string, opacity?: number): SVGTemplateResult =>
  svg`<rect x=${round(x)} y=${round(y)} width=${round(width)} height=${round(height)} fill=${fill} fill-opacity=${opacity ?? nothing}></rect>`;

/** An absence over a whole box; drawn from its own corner, so that the pattern falls alike on every row. */
export const drawHole = (box: Box, absence: Absence, frame: Frame): SVGTemplateResult =>
  svg`<g transform=${`translate(${round(box.x)},${round(box.y)})`}>${drawAbsent(frame, absence, boxShape({ ...box, x: 0, y: 0 }))}</g>`;

/** A share on its scale, placed. */
export interface Bar {
  scale: Box;
  /** From the scale's beginning to the share, or to the lower end of where it lies. Zero is a box without width. */
  sure?: Box;
  /** From the lower to the upper end. */
  between?: Box;
  absent?: Absence;
}

/** @param most what the whole scale stands for, in parts of one */
export function placeBar(span: Span, scale: Box, most = 1): Bar {
  if (isAbsent(span)) return { scale, absent: span.absent };
  const part = (from: number, to: number): Box => ({
    ...scale,
    x: scale.x + (from / most) * scale.width,
    width: ((to - from) / most) * scale.width,
  });
  return { scale, sure: part(0, span.low), ...(span.high > span.low && { between: part(span.low, span.high) }) };
}

/** A bar on its scale; a band with both ends, a zero as a line at its place, an absence over the whole scale. */
export function drawBar({ scale, sure, between, absent }: Bar, colour: Token, frame: Frame): SVGTemplateResult {
  if (absent) return drawHole(scale, absent, frame);
  const paint = frame.theme[colour];
  const ends = between ? [between.x, between.x + between.width] : sure?.width === 0 ? [sure.x] : [];
  const edges = ends.map((x) => Math.min(Math.max(x, scale.x + 1), scale.x + scale.width - 1));
  return svg`${rect(scale, frame.theme.land)}${sure ? rect(sure, paint) : nothing}${between ? rect(between, paint, 0.3) : nothing}${edges.map(
    (x) => svg`<path d=${`M${round(x)},${round(scale.y)}v${round(scale.height)}`} stroke=${paint} stroke-width="2"></path>`,
  )}`;
}

/** A swatch with its words in a legend that flows over lines. */
export interface Entry<L> {
  look: L;
  swatch: Box;
  lines: Line[];
}

const small: Face = { size: 12 };

/** Swatches with words, side by side as far as they fit, from `top` down. */
export function placeEntries<L>(
  entries: readonly { look: L; text: string }[],
  { left, top, width }: { left: number; top: number; width: number },
  frame: Frame,
): { entries: Entry<L>[]; bottom: number } {
  let [x, y] = [left, top];
  const placed = entries.map(({ look, text }): Entry<L> => {
    const room = width - 18;
    const wide = Math.min(textWidth(text, small, frame.font), room);
    if (x > left && x + 18 + wide > left + width) [x, y] = [left, y + 20];
    const lines = wrap(text, room, small, frame.font).map((part, at): Line => ({ ...small, text: part, x: x + 18, y: y + 12 + 16 * at }));
    const entry = { look, swatch: { x, y: y + 2, width: 12, height: 12 }, lines };
    x += 18 + wide + 16;
    if (lines.length > 1) [x, y] = [left, y + 4 + 16 * lines.length];
    return entry;
  });
  const last = placed.at(-1);
  return { entries: placed, bottom: last ? Math.max(last.swatch.y + 14, last.lines.at(-1)!.y + 4) : top };
}

/** A word in a frame, such as "Provisional". */
export interface Tag {
  line: Line;
  box: Box;
}

/** @param right where its frame ends */
export function placeTag(text: string, right: number, top: number, frame: Frame): Tag {
  const face: Face = { size: 12, weight: "semibold" };
  const width = textWidth(text, face, frame.font) + 16;
  return {
    line: { ...face, text, x: right - width / 2, y: top + 15, anchor: "middle" },
    box: { x: right - width, y: top, width, height: 22 },
  };
}

export const drawTag = ({ line, box }: Tag, frame: Frame): SVGTemplateResult =>
  svg`<g><path d=${boxShape(box).d} fill="none" stroke=${frame.theme.quiet}></path>${drawLine(line, frame)}</g>`;
