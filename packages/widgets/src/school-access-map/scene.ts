import type { AccessDocument } from "@vitrine/contract";
import {
  areaKey,
  joining,
  membersOf,
  placeMap,
  zoomed,
  type Clusters,
  type MapGeometry,
  type PlacedArea,
  type PlacedMap,
  type Points,
  type Transform,
} from "@vitrine/drawing";
import type { Places } from "./roam.js";
import { nearest, type Size, type Spot, type View } from "./view.js";

/** A flight to one school goes no nearer than this, so that its surroundings stay in view. */
const closeBy = 100;
/** How far beside a mark a pointer may be, in CSS pixels. */
const slack = 4;

/**
 * One document on one map of one width, as numbers: what is painted, pointed at and walked through. Schools are placed once; a filter or
 * another zoom joins them into other marks.
 */
export class Scene {
  readonly placed: PlacedMap;
  /** Marks at the zoom of the last {@link join}; nothing where only areas are drawn. */
  clusters: Clusters | undefined;
  /** 1 for every point that passes the filter; nothing when all do. */
  shown: Uint8Array | undefined;
  #k = 1;
  #rows: Uint32Array | undefined;
  #stale = false;

  constructor(
    readonly document: AccessDocument,
    width: number,
    readonly geometry: MapGeometry,
    readonly area: string | undefined,
    /** The same document placed before, at another width. */
    before?: Points,
    /** Its schools are joined by and by. */
    slowly = false,
  ) {
    this.placed = placeMap(document, width, {
      geometry,
      ...(area !== undefined && { area }),
      ...(before && { points: before, ...(slowly && { shown: new Uint8Array(before.count) }) }),
    });
    this.clusters = this.placed.clusters;
    this.#stale = slowly;
  }

  get size(): Size {
    return this.placed;
  }
  get points(): Points {
    return this.placed.points;
  }

  /** Lets only these rows through; all without. */
  filter(rows: Uint32Array | undefined): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.#stale = true;
    this.shown = rows && new Uint8Array(this.points.count);
    for (const row of rows ?? []) if (this.points.pointOf[row]! >= 0) this.shown![this.points.pointOf[row]!] = 1;
  }

  /** Marks for this enlargement; made again only when it or the filter is another. */
  join({ k }: View): void {
    if (!this.placed.clusters || (!this.#stale && this.#k === k)) return;
    this.slices(k)(Infinity);
  }

  /** The same by and by: so many points with every call, which tells whether these were the last. What is not wanted any more ends as well. */
  slices(k = this.#k): (points: number) => boolean {
    const { shown } = this;
    const joined = joining(this.points, this.placed.transform.k * k, this.placed.radius, shown);
    return (points) => {
      const clusters = joined.next(points);
      if (this.shown !== shown) return true;
      if (!clusters) return false;
      this.clusters = clusters;
      this.#k = k;
      this.#stale = false;
      return true;
    };
  }

  transform = (view: View): Transform => zoomed(this.placed.transform, view);

  /** The mark at a spot of the picture. Some thousand marks fit on a map, so each is looked at. */
  markAt([x, y]: Spot, view: View): number | undefined {
    const { clusters } = this;
    if (!clusters) return undefined;
    const at = this.transform(view);
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
  markNear(spot: Spot, view: View): number | undefined {
    const { clusters, points, shown } = this;
    const mark = this.markAt(spot, view);
    if (mark !== undefined || !clusters) return mark;
    const at = this.transform(view);
    const px = (spot[0] - at.x) / at.k;
    const py = (spot[1] - at.y) / at.k;
    let least = (this.placed.radius / at.k) ** 2;
    let best: number | undefined;
    for (let point = 0; point < points.count; point++) {
      const dx = points.x[point]! - px;
      const dy = points.y[point]! - py;
      if (dx * dx + dy * dy > least || (shown && !shown[point])) continue;
      least = dx * dx + dy * dy;
      best = point;
    }
    return best === undefined ? undefined : this.markOf(best);
  }

  spotOf(mark: number, view: View): Spot {
    const { k, x, y } = this.transform(view);
    return [k * this.clusters!.x[mark]! + x, k * this.clusters!.y[mark]! + y];
  }

  markOf(point: number): number | undefined {
    const mark = this.clusters?.markOf[point];
    return mark === undefined || mark < 0 ? undefined : mark;
  }

  /** Points of a mark, by id. */
  members = (mark: number): number[] => membersOf(this.clusters!, mark);

  /** Where these points lie in the unzoomed picture: left, top, right, bottom. */
  box(points: readonly number[]): [number, number, number, number] {
    const { k, x, y } = this.placed.transform;
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const point of points) {
      const [px, py] = [k * this.points.x[point]! + x, k * this.points.y[point]! + y];
      [box[0], box[1], box[2], box[3]] = [Math.min(box[0], px), Math.min(box[1], py), Math.max(box[2], px), Math.max(box[3], py)];
    }
    return box;
  }

  /** Where an area lies in the unzoomed picture. */
  boundsOf(id: string): [number, number, number, number] | undefined {
    const outline = this.placed.areas.find((area) => area.outline.id === id)?.outline;
    if (!outline) return undefined;
    const { k, x, y } = this.placed.transform;
    const [left, top, right, bottom] = outline.bounds;
    return [k * left + x, k * top + y, k * right + x, k * bottom + y];
  }

  /** Id of the area a school lies in. */
  areaOf(row: number): string {
    const { values, index } = this.document.schools!.area;
    return values[index[row]!]!;
  }

  /** Whether no zoom would part these points: they stand at one spot, or nearly. */
  together(points: readonly number[]): boolean {
    const [left, top, right, bottom] = this.box(points);
    return Math.max(right - left, bottom - top) * nearest < 2 * this.placed.radius;
  }

  /** The enlargement from which a point stands alone, as far as any does; never less than `least`. */
  alone(point: number, least: number): number {
    const { x, y, count } = this.points;
    let away = Infinity;
    for (let other = 0; other < count; other++) {
      const far = Math.hypot(x[other]! - x[point]!, y[other]! - y[point]!);
      if (far > 1e-4 && far < away && (!this.shown || this.shown[other])) away = far;
    }
    return Math.min(closeBy, Math.max(least, (3 * this.placed.radius) / (away * this.placed.transform.k)));
  }

  /** Areas as places for the arrow keys, in the document's order where it speaks of them. */
  areas(view: View): { keys: string[]; places: Places; inOrder: number[] } {
    const { k, x, y } = this.transform(view);
    const { areas } = this.placed;
    const order = new Map(this.document.areas.id.map((id, row) => [id, row]));
    const rank = ({ outline }: PlacedArea) => order.get(outline.id) ?? Infinity;
    return {
      keys: areas.map(({ outline }) => areaKey(outline.id)),
      places: { x: areas.map(({ outline }) => k * outline.label[0] + x), y: areas.map(({ outline }) => k * outline.label[1] + y) },
      inOrder: areas.map((_, at) => at).sort((a, b) => rank(areas[a]!) - rank(areas[b]!) || a - b),
    };
  }
}
