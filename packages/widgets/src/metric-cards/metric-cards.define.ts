import { define } from "../element/define.js";
import { MetricCards } from "./metric-cards.js";

define("cs-metric-cards", MetricCards, import.meta.url);
