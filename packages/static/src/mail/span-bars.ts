import type { Say, Spans } from "@vitrine/drawing";
import type { Bar, Bars } from "./bars.js";

/** Bars of a picture that tells its shares as spans. What is not applicable has no bar. */
export const spanBars =
  <D>(spans: (document: D, say: Say) => Spans) =>
  (document: D, say: Say): Bars => {
    const { column, of } = spans(document, say);
    const bars = of.flatMap(([key, span]): [string, Bar][] => {
      if (!("absent" in span)) return [[key, span]];
      return span.absent === "not-applicable" ? [] : [[key, { absent: span.absent }]];
    });
    return { column, of: new Map(bars) };
  };
