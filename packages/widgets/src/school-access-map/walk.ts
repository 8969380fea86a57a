import { arrows, steps } from "./keys.js";
import { onwards, towards } from "./roam.js";
import type { Scene } from "./scene.js";
import type { View } from "./view.js";
import { areaPlaces, spotOf } from "./where.js";

/** The mark that a key leads to from a mark: the nearest that way, or the next by id. From nowhere: the one in the middle of the map. */
export function walkMarks(scene: Scene, view: View, from: number | undefined, key: string): number | undefined {
  const { clusters } = scene;
  if (!clusters || clusters.count === 0) return undefined;
  const rows = Array.from({ length: clusters.count }, (_, mark) => mark);
  const step = steps[key];
  if (step) return onwards(rows, from, step);
  if (from !== undefined) return towards(clusters, from, arrows[key]!, rows);
  const { width, height } = scene.size;
  const far = (mark: number) => {
    const [x, y] = spotOf(scene, mark, view);
    return Math.hypot(x - width / 2, y - height / 2);
  };
  return rows.reduce((best, mark) => (far(mark) < far(best) ? mark : best));
}

/** The `data-key` of the area that a key leads to: the neighbour that way, or the next in the document's order. */
export function walkAreas(scene: Scene, view: View, from: string, key: string): string | undefined {
  const { keys, places, order } = areaPlaces(scene, view);
  const at = keys.indexOf(from);
  if (at < 0) return undefined;
  const step = steps[key];
  const next = step ? onwards(order, at, step) : towards(places, at, arrows[key]!, order);
  return next === undefined ? undefined : keys[next];
}
