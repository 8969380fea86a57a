import { lettersOf, textWidth, wrap, type Face, type Font } from "./measure.js";

/** The text, or as much of its beginning as fits with "…". */
export function shorten(text: string, width: number, face: Face, font: Font): string {
  if (textWidth(text, face, font) <= width) return text;
  const pieces = lettersOf(text);
  let [fits, fails] = [0, pieces.length];
  while (fails - fits > 1) {
    const half = (fits + fails) >> 1;
    if (textWidth(pieces.slice(0, half).join("") + "…", face, font) <= width) fits = half;
    else fails = half;
  }
  return pieces.slice(0, fits).join("").trimEnd() + "…";
}

/** As {@link wrap}, and past `most` lines the last one ends in "…": the whole text stands in a table. */
export function wrapShort(text: string, width: number, face: Face, font: Font, most: number): string[] {
  const lines = wrap(text, width, face, font);
  return lines.length > most ? [...lines.slice(0, most - 1), shorten(lines.slice(most - 1).join(" "), width, face, font)] : lines;
}
