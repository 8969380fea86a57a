import "./plan-timeline/plan-timeline.define.js";
/** Registers `cs-plan-timeline`. */
export { PlanTimeline } from "./plan-timeline/plan-timeline.js";
