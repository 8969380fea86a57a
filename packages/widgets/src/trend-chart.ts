import "./trend-chart/trend-chart.define.js";
/** Registers `cs-trend-chart`. */
export { TrendChart } from "./trend-chart/trend-chart.js";
