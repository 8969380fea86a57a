import { pathway, type PathwayDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { summarisePathway } from "./describe.js";
import { drawPathway } from "./draw.js";
import { tabulatePathway } from "./tabulate.js";

/** Who goes on from stage to stage: `cs-pathway-funnel`. */
export const pathwayFunnel: Picture<PathwayDocument> = {
  kind: pathway,
  draw: drawPathway,
  summarise: summarisePathway,
  tabulate: tabulatePathway,
};
