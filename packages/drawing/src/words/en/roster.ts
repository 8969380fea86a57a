import type { RosterWords } from "../roster.js";
import { rosterDesk } from "./roster-desk.js";
import { rosterTable } from "./roster-table.js";

export const roster: RosterWords = { ...rosterTable, ...rosterDesk };
