import "./diversity-chart/diversity-chart.define.js";
/** Registers `cs-diversity-chart`. */
export { DiversityChart } from "./diversity-chart/diversity-chart.js";
