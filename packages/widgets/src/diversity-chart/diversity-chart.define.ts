import { define } from "../element/define.js";
import { DiversityChart } from "./diversity-chart.js";

define("cs-diversity-chart", DiversityChart, import.meta.url);
