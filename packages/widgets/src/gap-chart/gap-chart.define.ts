import { define } from "../element/define.js";
import { GapChart } from "./gap-chart.js";

define("cs-gap-chart", GapChart, import.meta.url);
