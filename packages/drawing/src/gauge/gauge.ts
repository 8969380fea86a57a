import { implementation, type ImplementationDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { describeGauge } from "./describe.js";
import { drawGauge } from "./draw.js";
import { tabulateGauge } from "./tabulate.js";

/** The implementation gauge: `cs-implementation-gauge`. */
export const gauge: Picture<ImplementationDocument> = {
  kind: implementation,
  draw: drawGauge,
  summarise(document, say) {
    const { summary, detail } = describeGauge(document, say);
    return detail ? `${summary} ${detail}` : summary;
  },
  tabulate: tabulateGauge,
};
