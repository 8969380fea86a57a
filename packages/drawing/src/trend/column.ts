import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { isShown, linesOf, readAt } from "./figures.js";
import type { TrendPlaces } from "./places.js";
import { niceScale, type Scale } from "./scale.js";

/** Where on the sheet plots are placed, in CSS pixels. */
export interface Column {
  left: number;
  top: number;
  width: number;
}
/** What stands there, and where it ends. */
export type Placed = Pick<TrendPlaces, "plots" | "labels" | "key" | "keyBox" | "labelBox"> & { listed: string[]; bottom: number };

/** One scale for every line of the document. @param most steps that have a label */
export function scaleOf(document: TrendDocument, most: number): Scale {
  const { measure, times } = document;
  let [low, high] = [0, 0];
  for (const line of linesOf(document))
    times.from.forEach((_, at) => {
      const reading = readAt(line, measure, at);
      if (!isShown(reading)) return;
      low = Math.min(low, reading.low);
      high = Math.max(high, reading.high);
    });
  return niceScale(low, high, most, { whole: measure.kind === "count", cap: measure.kind === "share" ? 100 : Infinity });
}

export const sayTickOf =
  ({ measure }: TrendDocument, { say }: Frame) =>
  (value: number) =>
    measure.kind === "share" ? say.percent(value) : say.number(value);
