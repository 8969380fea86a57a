import type { AccessDocument } from "@vitrine/contract";
import { clusterPoints } from "./cluster.js";
import { placeLand, type MapView, type PlacedMap } from "./place-land.js";
import { placePoints } from "./points.js";

/**
 * Places a map in a picture of this width.
 * @param width CSS pixels; the height follows from what is shown
 */
export function placeMap(document: AccessDocument, width: number, view: MapView = {}): PlacedMap {
  const points = view.points ?? placePoints(document, view.geometry);
  const land = placeLand(document, width, points, view);
  if (points.count === 0 || (land.state === undefined && view.schools !== true)) return land;
  return { ...land, clusters: clusterPoints(points, land.transform.k, land.radius + 0.5, view.shown) };
}
