import { access, type AccessDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { summariseMap, tabulateAreas } from "./describe.js";
import { drawMap } from "./draw.js";
import type { MapView } from "./place-land.js";

/** The school access map: `cs-school-access-map`. Its schools as a table are `tabulateSchools`. */
export const map: Picture<AccessDocument, MapView> = {
  kind: access,
  draw: drawMap,
  summarise: summariseMap,
  tabulate: (document, say) => [tabulateAreas(document, say)],
};
