import "./gap-chart/gap-chart.define.js";
/** Registers `cs-gap-chart`. */
export { GapChart } from "./gap-chart/gap-chart.js";
