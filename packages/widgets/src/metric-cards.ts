import "./metric-cards/metric-cards.define.js";
/** Registers `cs-metric-cards`. */
export { MetricCards } from "./metric-cards/metric-cards.js";
