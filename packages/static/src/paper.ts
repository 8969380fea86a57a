import type { VitrineDocument } from "@vitrine/contract";
import type { Pixels } from "./png.js";
import { paint } from "./rasterise.js";
import { frameFor, whenDrawable, type RenderOptions } from "./render.js";
import { sheetOf } from "./sheet.js";

/** A shorter picture, in CSS pixels, stays whole: it and the sentences over it fit on one sheet of paper. */
const mostWhole = 560;
/** The picture may be parted where so many rows hold nothing but lines of this width that run from top to bottom, such as those of a scale. */
const fewestRows = 9;
const widestLine = 2;
/** A part that would be lower goes with the next: a heading stays with what it is over. */
const lowestPart = 40;

/** What every pixel of a row is like in all rows of a gap: paper, or a line that goes through. */
function isGap(pixels: Int32Array, width: number, row: number): boolean {
  const [start, end] = [row * width, (row + 1) * width];
  let ink = 0;
  for (let at = start; at < end; at++) {
    ink = pixels[at] === pixels[start] ? 0 : ink + 1;
    if (ink > widestLine) return false;
  }
  return true;
}

/**
 * The parts of a picture between which a sheet of paper may end without cutting anything.
 * @returns from and to of each, in rows from the top; together they are the whole
 */
export function partsOf({ pixels, width, height }: Pixels): [from: number, to: number][] {
  const colours = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
  const cuts = [0];
  for (let row = 0, gap = 0; row < height; row++) {
    gap = isGap(colours, width, row) ? gap + 1 : 0;
    if (gap === 0) continue;
    const ends = row + 1 === height || !isGap(colours, width, row + 1);
    const cut = row + 1 - Math.floor(gap / 2);
    if (ends && gap >= fewestRows && cut - cuts.at(-1)! >= lowestPart && height - cut >= lowestPart) cuts.push(cut);
  }
  return cuts.map((from, index) => [from, cuts[index + 1] ?? height]);
}

/** The parts of a document's drawing on paper: one, when it fits on a sheet or has letters that cannot be painted here. */
export function paperParts(document: VitrineDocument, options: RenderOptions): { width: number; parts: [from: number, to: number][] } {
  const frame = frameFor(document, { ...options, theme: "light" });
  const markup = sheetOf(document, frame, false);
  const height = Number(/ height="([\d.]+)"/.exec(markup)?.[1]);
  let parts: [number, number][] = [[0, height]];
  if (height > mostWhole) whenDrawable(() => (parts = partsOf(paint(markup, 1))));
  return { width: frame.width, parts };
}
