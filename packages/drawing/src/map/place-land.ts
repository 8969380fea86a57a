import type { AccessDocument } from "@vitrine/contract";
import type { Clusters } from "./cluster.js";
import { stateOf, type Bounds, type MapGeometry, type Outline } from "./geometry.js";
import type { Points } from "./points.js";
import { plane } from "./project.js";
import { round } from "../core/root.js";
import { readArea, type AreaReading } from "./share.js";

/** Places in the picture from places on the plane: `k * place + (x, y)`, in CSS pixels. */
export interface Transform {
  k: number;
  x: number;
  y: number;
}

/** What a reader chose and what has been fetched for it. Passed in with every drawing, never stored. */
export interface MapView {
  geometry?: MapGeometry;
  /** FIPS code of a state or county to show. Without one: the nation, or the state that all areas lie in. */
  area?: string;
  /** Points placed before for this document; placed anew when left out. */
  points?: Points;
  /** 1 for every point that passes the reader's filter; all are shown when left out. */
  shown?: Uint8Array;
  /** Draws schools over a nation; over a state they are always drawn. */
  schools?: boolean;
  /** Enlargement and shift of the map within its box, in CSS pixels: a place p stands at `k * p + (x, y)`. */
  zoom?: Transform;
}

/** One area with its outline and, where the document speaks of it, its numbers. */
export interface PlacedArea {
  outline: Outline;
  reading: AreaReading | undefined;
  /** Two letters, for states. */
  short: string | undefined;
}

/** Everything a map's layers need, as numbers and path strings. */
export interface PlacedMap {
  /** Two-digit code of the state shown, or nothing for the nation. */
  state: string | undefined;
  /** Of the map alone; the legend stands below. */
  width: number;
  height: number;
  transform: Transform;
  areas: PlacedArea[];
  /** The state's outline under its counties. */
  ground: Outline | undefined;
  borders: string;
  /** Rows of the areas that have no outline here. */
  undrawn: AreaReading[];
  readings: AreaReading[];
  points: Points;
  /** Points and discs at this zoom; nothing while only areas are drawn. */
  clusters: Clusters | undefined;
  /** Radius of one school's mark in CSS pixels. */
  radius: number;
}

const clamp = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** The state that every area of a document lies in, if it is one. */
export function stateOfAreas({ areas }: AccessDocument): string | undefined {
  const first = stateOf(areas.id[0]!);
  return first !== undefined && areas.id.every((id) => stateOf(id) === first) ? first : undefined;
}

/** The transform that shows these bounds in the middle of a box, with a margin. */
export function fitBounds([left, top, right, bottom]: Bounds, width: number, height: number, margin: number): Transform {
  const k = scale(Math.min((width - 2 * margin) / Math.max(right - left, 1e-3), (height - 2 * margin) / Math.max(bottom - top, 1e-3)));
  return { k, x: round(width / 2 - (k * (left + right)) / 2), y: round(height / 2 - (k * (top + bottom)) / 2) };
}

/** Three decimals, never too large: land, points and labels are placed by the very same numbers. */
const scale = (k: number) => Math.floor(k * 1000) / 1000;

/** True where areas are painted by their share; over a state with points the land stays quiet. */
export const paintsShares = ({ clusters }: Pick<PlacedMap, "clusters">): boolean => clusters === undefined;

/** One transform after another. */
export const zoomed = (base: Transform, zoom: Transform | undefined): Transform =>
  zoom ? { k: base.k * zoom.k, x: base.x * zoom.k + zoom.x, y: base.y * zoom.k + zoom.y } : base;

/**
 * Places the land in a picture of this width; marks of schools are not joined.
 * @param width CSS pixels; the height follows from what is shown
 */
export function placeLand(document: AccessDocument, width: number, points: Points, view: MapView): PlacedMap {
  const geometry = view.geometry ?? {};
  const { nation, states } = geometry;
  const state = view.area?.slice(0, 2) ?? stateOfAreas(document);
  const readings = document.areas.id.map((_, row) => readArea(document.areas, row));
  const known = new Map(readings.map((reading) => [reading.id, reading]));
  const file = state === undefined ? undefined : states?.[state];
  const coarse = nation?.states.find(({ id }) => id === state);
  const ground: Outline | undefined = file ?? coarse;
  // A document about whole states is painted by state even where counties are at hand.
  const outlines: (Outline & { short?: string })[] =
    state === undefined ? (nation?.states ?? []) : file && !known.has(state) ? file.counties : ground ? [ground] : [];
  const areas = outlines.map((outline): PlacedArea => {
    return { outline, reading: known.get(outline.id), short: state === undefined ? outline.short : undefined };
  });
  const drawn = new Set(outlines.map(({ id }) => id));
  const focus = view.area && view.area !== state ? file?.counties.find(({ id }) => id === view.area) : undefined;
  const { height, base } = layout(width, (focus ?? ground)?.bounds, view.schools === true);
  const transform = zoomed(base, view.zoom);
  const radius = width < 480 ? 4 : width < 900 ? 4.5 : 5.5;
  return {
    state,
    width,
    height,
    transform,
    areas,
    ground: state === undefined ? undefined : ground,
    borders: (state === undefined ? nation?.borders : file?.borders) ?? "",
    undrawn:
      nation || file ? readings.filter(({ id }) => !drawn.has(id) && !(state !== undefined && view.area && stateOf(id) !== state)) : [],
    readings,
    points,
    clusters: undefined,
    radius,
  };
}

/** The farthest Aleutians lie left of the plane: no share is read there, but a school may be. */
const aleutians = 60;

/** The nation fills its width; a state is as high as it needs, between a landscape and a little more than a square. */
function layout(width: number, bounds: Bounds | undefined, schools: boolean): { height: number; base: Transform } {
  if (!bounds) {
    const left = schools ? aleutians : 0;
    const k = scale(width / (plane.width + left));
    return { height: Math.ceil(plane.height * k), base: { k, x: round(left * k), y: 0 } };
  }
  const margin = width < 480 ? 8 : 16;
  const wanted = ((bounds[3] - bounds[1]) / Math.max(bounds[2] - bounds[0], 1e-3)) * (width - 2 * margin) + 2 * margin;
  const height = Math.round(clamp(width * 0.5, wanted, Math.min(width * 1.1, 720)));
  return { height, base: fitBounds(bounds, width, height, margin) };
}
