import "./survey-bars/survey-bars.define.js";
/** Registers `cs-survey-bars`. */
export { SurveyBars } from "./survey-bars/survey-bars.js";
