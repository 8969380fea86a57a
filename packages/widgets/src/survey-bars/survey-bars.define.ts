import { define } from "../element/define.js";
import { SurveyBars } from "./survey-bars.js";

define("cs-survey-bars", SurveyBars, import.meta.url);
