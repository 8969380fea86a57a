import { define } from "../element/define.js";
import { PathwayFunnel } from "./pathway-funnel.js";

define("cs-pathway-funnel", PathwayFunnel, import.meta.url);
