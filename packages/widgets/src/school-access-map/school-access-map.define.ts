import { define } from "../element/define.js";
import { SchoolAccessMap } from "./school-access-map.js";

define("cs-school-access-map", SchoolAccessMap, import.meta.url);
