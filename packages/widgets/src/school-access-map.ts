import "./school-access-map/school-access-map.define.js";
/** Registers `cs-school-access-map`. */
export { SchoolAccessMap } from "./school-access-map/school-access-map.js";
