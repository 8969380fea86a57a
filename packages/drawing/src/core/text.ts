import type { Note } from "@vitrine/contract";
import { nothing, svg, type SVGTemplateResult } from "lit";
import type { Frame } from "./frame.js";
import { textWidth, type Face, type Font } from "./measure.js";
import { round } from "./root.js";
import type { Token } from "./theme.js";

/** One line of text with its place: `x` by its anchor, `y` of its baseline, in CSS pixels. */
export interface Line extends Face {
  text: string;
  x: number;
  y: number;
  /** Left, middle or right of the text stands at `x`, whatever the direction of the script. */
  anchor?: "start" | "middle" | "end";
  /** Colour; ink when left out. */
  tone?: Token;
}

/** Left, top, width and height in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The room a line of text takes, ascenders and descenders included. */
export function lineBox(line: Line, font: Font): Box {
  const width = textWidth(line.text, line, font);
  const left = line.anchor === "end" ? width : line.anchor === "middle" ? width / 2 : 0;
  return { x: line.x - left, y: line.y - line.size * 0.95, width, height: line.size * 1.2 };
}

const swapped = { start: "end", middle: "middle", end: "start" } as const;
/** The same line in a figure of this width that reads from right to left. */
export const mirrorLine = (line: Line, width: number): Line => ({ ...line, x: width - line.x, anchor: swapped[line.anchor ?? "start"] });
export const mirrorBox = (box: Box, width: number): Box => ({ ...box, x: width - box.x - box.width });

/** The same places from right to left: every line and box in them, however deep. Other numbers stay. */
export function mirrored<T>(places: T, width: number): T {
  const turn = (it: unknown): unknown => {
    if (typeof it !== "object" || it === null) return it;
    if (Array.isArray(it)) return it.map(turn);
    if ("text" in it) return mirrorLine(it as Line, width);
    if ("x" in it && "width" in it) return mirrorBox(it as Box, width);
    return Object.fromEntries(Object.entries(it).map(([key, part]) => [key, turn(part)]));
  };
  return turn(places) as T;
}

/** Right-to-left text is isolated in its own direction, so that numbers and stops stay in order while anchors keep their side. */
const isolate = (text: string, frame: Frame): string => (frame.say.direction === "rtl" ? `\u2068${text}\u2069` : text);

export function drawLine(line: Line, frame: Frame, decoration?: string): SVGTemplateResult {
  const { x, y, size, weight, anchor, tone = "ink" } = line;
  return svg`<text x=${round(x)} y=${round(y)} font-size=${size} font-weight=${weight === "semibold" ? 600 : nothing} text-anchor=${anchor ?? nothing} text-decoration=${decoration ?? nothing} fill=${frame.theme[tone]}>${isolate(line.text, frame)}</text>`;
}

/**
 * A term with a dotted underline that opens the first note of this kind. It carries `data-note`, of which a live element makes a
 * button, and a field that is easy to hit.
 */
export function drawTerm(note: Note["kind"], lines: readonly Line[], frame: Frame): SVGTemplateResult {
  // A page underlines its own font exactly. Rasterisers know no dotted line, but there the font is known and so is its width.
  const known = frame.font.family !== undefined;
  const dots = known ? frame.theme.quiet : "none";
  return svg`<g data-note=${note}>${lines.map((line) => {
    const { x, y, width, height } = lineBox(line, frame.font);
    return svg`<rect x=${round(x)} y=${round(y - 2)} width=${round(width)} height=${round(height + 6)} fill="none" pointer-events="all"></rect>${drawLine(line, frame, known ? undefined : "underline dotted")}<path d=${`M${round(x)},${round(line.y + 4)}h${round(width)}`} stroke=${dots} stroke-width="1.5" stroke-linecap="round" stroke-dasharray="0 4"></path>`;
  })}</g>`;
}
