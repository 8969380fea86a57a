import { roster as kind, type RosterDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { summariseRoster, tabulateRoster } from "./describe.js";
import { drawRoster } from "./draw.js";

/** The roster of one partner's teachers: `cs-roster-table`. */
export const rosterPicture: Picture<RosterDocument> = {
  kind,
  draw: drawRoster,
  summarise: summariseRoster,
  tabulate: (document, say) => tabulateRoster(document, say),
};
