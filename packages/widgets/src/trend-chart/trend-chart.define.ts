import { define } from "../element/define.js";
import { TrendChart } from "./trend-chart.js";

define("cs-trend-chart", TrendChart, import.meta.url);
