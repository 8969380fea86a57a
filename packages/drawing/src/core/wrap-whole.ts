import { letters, textWidth, wrap, type Face, type Font } from "./measure.js";

/** As {@link wrap}, and nothing is left out: a word wider than a line goes on in the next. */
export function wrapWhole(text: string, width: number, face: Face, font: Font): string[] {
  const pieces = text.split(/[ \t\n]+/).flatMap((word) => {
    if (textWidth(word, face, font) <= width) return [word];
    const parts: string[] = [""];
    for (const { segment } of letters.segment(word)) {
      if (textWidth(parts.at(-1)! + segment, face, font) <= width) parts[parts.length - 1] += segment;
      else parts.push(segment);
    }
    return parts;
  });
  return wrap(pieces.join(" "), width, face, font);
}
