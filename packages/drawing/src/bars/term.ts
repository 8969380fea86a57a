import type { Frame } from "../core/frame.js";
import { wrap, type Face } from "../core/measure.js";
import type { Line } from "../core/text.js";
import { placeTag, type Tag } from "./bar.js";

const face: Face = { size: 12 };

/** The term over a picture, which leads to what it means, and beside it whether the figures may still change. */
export interface PlacedTerm {
  term: Line[];
  tag?: Tag;
}

/** @param left margin of the picture, in CSS pixels @param under what stays free below the term */
export function placeTerm(
  text: string,
  provisional: boolean,
  frame: Frame,
  { left, under }: { left: number; under: number },
): PlacedTerm & { bottom: number } {
  const inner = frame.width - 2 * left;
  const tag = provisional ? placeTag(frame.say.words.status.provisional, left + inner, left - 4, frame) : undefined;
  const parts = wrap(text, inner - (tag ? tag.box.width + 12 : 0), face, frame.font);
  return {
    term: parts.map((part, at) => ({ ...face, text: part, x: left, y: left + 11 + 16 * at, tone: "quiet" })),
    ...(tag && { tag }),
    bottom: left + Math.max(16 * parts.length + under, tag ? 26 : 0),
  };
}
