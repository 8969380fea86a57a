import "./roster-table/roster-table.define.js";
/** Registers `cs-roster-table`. */
export { RosterTable } from "./roster-table/roster-table.js";
