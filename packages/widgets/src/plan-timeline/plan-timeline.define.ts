import { define } from "../element/define.js";
import { PlanTimeline } from "./plan-timeline.js";

define("cs-plan-timeline", PlanTimeline, import.meta.url);
