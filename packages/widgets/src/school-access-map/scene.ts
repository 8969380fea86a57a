import type { AccessDocument } from "@vitrine/contract";
import {
  placeLand,
  placePoints,
  zoomed,
  type Clusters,
  type joining,
  type MapGeometry,
  type PlacedMap,
  type Points,
  type Transform,
} from "@vitrine/drawing";
import type { Size, View } from "./home.js";

/** What joins schools that stand too near each other; it comes with what paints them. */
export type Join = typeof joining;

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
    /** Joins its schools; without, there are none to join. */
    private readonly joining: Join | undefined,
    /** The same document placed before, at another width. */
    points = placePoints(document, geometry),
    /** Its schools are joined by and by. */
    slowly = false,
  ) {
    const land = placeLand(document, width, points, { geometry, ...(area !== undefined && { area }) });
    const { state, transform, radius } = land;
    if (joining && state !== undefined && points.count > 0)
      this.clusters = joining(points, transform.k, radius + 0.5, slowly ? new Uint8Array(points.count) : undefined).next(Infinity);
    this.placed = { ...land, clusters: this.clusters };
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
    const joined = this.joining!(this.points, this.placed.transform.k * k, this.placed.radius, shown);
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
}
