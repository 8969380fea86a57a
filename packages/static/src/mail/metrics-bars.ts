import type { MetricsDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import type { Bars } from "./bars.js";

/** Numbers of different units have no common scale, so no bars: the number itself is the figure of its row. */
export const metricsBars = (_document: MetricsDocument, say: Say): Bars => ({
  column: say.words.metrics.column.value,
  of: new Map(),
  spare: (_label, cell) => cell === say.words.absence["not-applicable"],
});
