import { trend, type TrendDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { summariseTrend } from "./describe.js";
import { drawTrend } from "./draw.js";
import { tabulateTrend } from "./tabulate.js";

/** How something moves: `cs-trend-chart`. */
export const trendChart: Picture<TrendDocument> = { kind: trend, draw: drawTrend, summarise: summariseTrend, tabulate: tabulateTrend };
