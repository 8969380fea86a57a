import type { RosterRefusal } from "@vitrine/drawing";

/** Why a page may not show a roster, as codes. */
export const rosterRefusals = [
  "roster-partner",
  "roster-script",
  "roster-origin",
  "roster-insecure",
  "roster-cached",
  "roster-open",
] as const satisfies readonly RosterRefusal[];
