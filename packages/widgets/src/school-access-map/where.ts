import { areaKey, membersOf, type PlacedArea } from "@vitrine/drawing";
import type { Places } from "./roam.js";
import type { Scene } from "./scene.js";
import { nearest, type Spot, type View } from "./view.js";

/** A flight to one school goes no nearer than this, so that its surroundings stay in view. */
const closeBy = 100;
/** How far beside a mark a pointer may be, in CSS pixels. */
const slack = 4;

type Box = [left: number, top: number, right: number, bottom: number];

/** The mark at a spot of the picture. Some thousand marks fit on a map, so each is looked at. */
export function markUnder({ clusters, transform }: Scene, [x, y]: Spot, view: View): number | undefined {
  if (!clusters) return undefined;
  const at = transform(view);
  const [px, py] = [(x - at.x) / at.k, (y - at.y) / at.k];
  let best: number | undefined;
  let least = 0;
  for (let mark = 0; mark < clusters.count; mark++) {
    const reach = (clusters.radius[mark]! + slack) / at.k;
    const dx = clusters.x[mark]! - px;
    const dy = clusters.y[mark]! - py;
    if (dx * dx + dy * dy >= reach * reach) continue;
    const inside = reach - Math.sqrt(dx * dx + dy * dy);
    if (inside > least) {
      best = mark;
      least = inside;
    }
  }
  return best;
}

/** The mark at a spot, else the one that holds the school which stands there: it may be drawn in the middle of many. */
export function markNear(scene: Scene, spot: Spot, view: View): number | undefined {
  const { clusters, points, shown } = scene;
  const mark = markUnder(scene, spot, view);
  if (mark !== undefined || !clusters) return mark;
  const at = scene.transform(view);
  const px = (spot[0] - at.x) / at.k;
  const py = (spot[1] - at.y) / at.k;
  let least = (scene.placed.radius / at.k) ** 2;
  let best: number | undefined;
  for (let point = 0; point < points.count; point++) {
    const dx = points.x[point]! - px;
    const dy = points.y[point]! - py;
    if (dx * dx + dy * dy > least || (shown && !shown[point])) continue;
    least = dx * dx + dy * dy;
    best = point;
  }
  return best === undefined ? undefined : markOf(scene, best);
}

/** Where a mark stands in the picture. */
export function spotOf(scene: Scene, mark: number, view: View): Spot {
  const { k, x, y } = scene.transform(view);
  return [k * scene.clusters!.x[mark]! + x, k * scene.clusters!.y[mark]! + y];
}

/** The mark that a point is in; nothing when it is not shown. */
export function markOf({ clusters }: Scene, point: number): number | undefined {
  const mark = clusters?.markOf[point];
  return mark === undefined || mark < 0 ? undefined : mark;
}

/** Id of the area a school lies in. */
export function areaOf({ document }: Scene, row: number): string {
  const { values, index } = document.schools!.area;
  return values[index[row]!]!;
}

/** Points of a mark, by id. */
export const pointsOf = ({ clusters }: Scene, mark: number): number[] => membersOf(clusters!, mark);

/** Where these points lie in the unzoomed picture. */
export function boxOf({ points, placed }: Scene, of: readonly number[]): Box {
  const { k, x, y } = placed.transform;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of of) {
    const [px, py] = [k * points.x[point]! + x, k * points.y[point]! + y];
    [box[0], box[1], box[2], box[3]] = [Math.min(box[0], px), Math.min(box[1], py), Math.max(box[2], px), Math.max(box[3], py)];
  }
  return box;
}

/** Where an area lies in the unzoomed picture. */
export function boundsOf({ placed }: Scene, id: string): Box | undefined {
  const outline = placed.areas.find((area) => area.outline.id === id)?.outline;
  if (!outline) return undefined;
  const { k, x, y } = placed.transform;
  const [left, top, right, bottom] = outline.bounds;
  return [k * left + x, k * top + y, k * right + x, k * bottom + y];
}

/** Whether no zoom would part these points: they stand at one spot, or nearly. */
export function areTogether(scene: Scene, points: readonly number[]): boolean {
  const [left, top, right, bottom] = boxOf(scene, points);
  return Math.max(right - left, bottom - top) * nearest < 2 * scene.placed.radius;
}

/** The enlargement from which a point stands alone, as far as any does; never less than `least`. */
export function zoomAlone({ points: { x, y, count }, shown, placed }: Scene, point: number, least: number): number {
  let away = Infinity;
  for (let other = 0; other < count; other++) {
    const far = Math.hypot(x[other]! - x[point]!, y[other]! - y[point]!);
    if (far > 1e-4 && far < away && (!shown || shown[other])) away = far;
  }
  return Math.min(closeBy, Math.max(least, (3 * placed.radius) / (away * placed.transform.k)));
}

/** Areas as places for the arrow keys, in the document's order where it speaks of them. */
export function areaPlaces(scene: Scene, view: View): { keys: string[]; places: Places; order: number[] } {
  const { k, x, y } = scene.transform(view);
  const { areas } = scene.placed;
  const order = new Map(scene.document.areas.id.map((id, row) => [id, row]));
  const rank = ({ outline }: PlacedArea) => order.get(outline.id) ?? Infinity;
  return {
    keys: areas.map(({ outline }) => areaKey(outline.id)),
    places: { x: areas.map(({ outline }) => k * outline.label[0] + x), y: areas.map(({ outline }) => k * outline.label[1] + y) },
    order: areas.map((_, at) => at).sort((a, b) => rank(areas[a]!) - rank(areas[b]!) || a - b),
  };
}
