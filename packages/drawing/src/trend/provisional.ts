import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { textWidth } from "../core/measure.js";
import type { Line } from "../core/text.js";
import { firstProvisional, small, timeScale } from "./plot.js";

interface ProvisionalWord {
  x: number;
  left: number;
  right: number;
  label: Line;
}

/** The word for figures that may change, from where the first of them is drawn, or else within the plot. */
export function placeProvisional(
  document: TrendDocument,
  frame: Frame,
  { left, right }: { left: number; right: number },
): ProvisionalWord | undefined {
  const at = firstProvisional(document);
  const { from } = document.times;
  if (at >= from.length) return undefined;
  const place = timeScale(document, left, right - left);
  const x = at > 0 ? (place(from[at - 1]!) + place(from[at]!)) / 2 : left;
  const text = frame.say.words.status.provisional;
  const wide = textWidth(text, small, frame.font);
  const start = Math.max(left, Math.min(x + 4, right - wide));
  return { x, left: start, right: start + wide, label: { ...small, text, x: start, y: 0, tone: "quiet" } };
}
export const above = ({ x, label }: ProvisionalWord, top: number) => ({ x, label: { ...label, y: top - 5 } });
