import { metrics as kind, type MetricsDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { summariseMetrics, tabulateMetrics } from "./describe.js";
import { drawMetrics } from "./draw.js";

/** Single numbers as cards: `cs-metric-cards`. */
export const metricsPicture: Picture<MetricsDocument> = {
  kind,
  draw: drawMetrics,
  summarise: summariseMetrics,
  tabulate: tabulateMetrics,
};
