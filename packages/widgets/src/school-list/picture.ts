import { access, type AccessDocument } from "@vitrine/contract";
import { summariseMap, tabulateAreas, type Picture } from "@vitrine/drawing";
import { html } from "lit";

/** What list and map say and tabulate. A list has no drawing; a map draws itself layer by layer, and as one picture where one is taken away. */
export const picture: Picture<AccessDocument> = {
  kind: access,
  draw: () => html``,
  summarise: summariseMap,
  tabulate: (document, say) => [tabulateAreas(document, say)],
};
