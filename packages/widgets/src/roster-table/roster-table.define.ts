import { define } from "../element/define.js";
import { RosterTable } from "./roster-table.js";

define("cs-roster-table", RosterTable, import.meta.url);
