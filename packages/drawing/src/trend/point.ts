import type { TrendDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { when } from "./days.js";
import { linesOf } from "./figures.js";
import { saysOf } from "./labels.js";
import type { TrendPlaces } from "./places.js";

/** The point in time nearest to a place in the picture, or none outside of its plots. */
export function pointNear({ plots }: TrendPlaces, x: number, y: number): number | undefined {
  const over =
    plots.find(({ plot }) => x >= plot.x - 12 && x <= plot.x + plot.width + 12 && y >= plot.y - 20 && y <= plot.bottom + 4) ??
    (plots.length === 1 ? plots[0] : undefined);
  if (!over) return undefined;
  const { xs } = over.plot;
  let best: number | undefined;
  xs.forEach((at, index) => {
    if (best === undefined || Math.abs(at - x) < Math.abs(xs[best]! - x)) best = index;
  });
  return best;
}

/** Every figure at one point in time, in words: "the week of March 16, 2020. Under 20%: 185.2 (mean of 9 districts). …" */
export function sayPoint(document: TrendDocument, at: number, frame: Frame): string {
  const { say } = frame;
  const lines = linesOf(document).map((line) => {
    const { name, value, detail } = saysOf(document, line, frame, at);
    const spoken = value === say.words.absence["not-applicable"] ? say.words.absenceSaid["not-applicable"] : value;
    return say.words.trend.at({ name, value: spoken, detail });
  });
  return [when(document, at, say), ...lines].join(". ");
}
