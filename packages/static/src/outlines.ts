import type { AccessDocument } from "@vitrine/contract";
import {
  geometryFile,
  isNation,
  isState,
  placePoints,
  stateOfAreas,
  tabulateSchools,
  type MapView,
  type Say,
  type Table,
} from "@vitrine/drawing";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("./geometry/", import.meta.resolve("@vitrine/drawing/package.json"));
const known = new Map<string, unknown>();

/** A geometry file of the drawing package, read once. */
function outlines(state?: string): unknown {
  const name = geometryFile(state);
  const file = fileURLToPath(new URL(name, folder));
  if (!known.has(name)) known.set(name, existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
  return known.get(name);
}

/** The outlines that a map of this document needs: its state's counties, or the nation's states. */
export function mapView(document: AccessDocument): MapView {
  const state = stateOfAreas(document);
  const nation = outlines();
  const counties = state === undefined ? undefined : outlines(state);
  return {
    geometry: {
      nation: isNation(nation) ? nation : undefined,
      states: state !== undefined && isState(counties) ? { [state]: counties } : {},
    },
  };
}

/** Every school of a document, when it lists them. */
export const schoolLists = (document: AccessDocument, say: Say): Table[] =>
  document.schools ? [tabulateSchools(document, placePoints(document, mapView(document).geometry), say)] : [];
