import { define } from "../element/define.js";
import { ImplementationGauge } from "./implementation-gauge.js";

define("cs-implementation-gauge", ImplementationGauge, import.meta.url);
