import "./school-list/school-list.define.js";
/** Registers `cs-school-list`. */
export { SchoolList } from "./school-list/school-list.js";
