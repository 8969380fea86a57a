import { accessStatuses, type AccessDocument } from "@vitrine/contract";
import { stateOf, type Bounds, type MapGeometry } from "./geometry.js";
import { project } from "./project.js";

/**
 * Why a school's location is not known, although its document may give numbers:
 * `unknown` the document says so; `outside-world` no such latitude or longitude; `exchanged` they stand in each other's place;
 * `off-map` not in the area drawn, or not in the school's own state; `repeated` so many schools at one spot that it is nobody's address.
 * Nothing is repaired here: the publisher sees these counts and mends the source, so that picture, list and data stay the same.
 */
export const placeFaults = ["unknown", "outside-world", "exchanged", "off-map", "repeated"] as const;
export type PlaceFault = (typeof placeFaults)[number];

/** From so many schools at exactly one spot on, the spot is what a geocoder gives when it finds nothing. */
export const repeatedFrom = 13;

/** Schools on the plane, placed once: for painting, for pointing at, and for the list. Points are in the order of the schools' ids. */
export interface Points {
  count: number;
  /** On the plane of `plane`. */
  x: Float32Array;
  y: Float32Array;
  /** Position in `accessStatuses`. */
  status: Uint8Array;
  /** Row in the document's schools. */
  row: Uint32Array;
  /** For every row of the schools its point, or -1. */
  pointOf: Int32Array;
  /** For every row of the schools 0, or 1 + position in `placeFaults`. A `repeated` spot is drawn all the same. */
  fault: Uint8Array;
}

export const faultOf = (points: Points, row: number): PlaceFault | undefined => placeFaults[points.fault[row]! - 1];

/** How many schools have each fault. */
export function countFaults(points: Points): Record<PlaceFault, number> {
  const counts = placeFaults.map(() => 0);
  for (const fault of points.fault) if (fault > 0) counts[fault - 1]!++;
  return Object.fromEntries(placeFaults.map((fault, at) => [fault, counts[at]])) as Record<PlaceFault, number>;
}

/** A coast is drawn a little inside of where it is. Pixels of the plane. */
const margin = 3;
const inside = ([left, top, right, bottom]: Bounds, [x, y]: readonly [number, number]) =>
  x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin;

/**
 * Places every school of a document. Never throws for odd coordinates: they are counted in `fault`.
 * @param geometry tells where each state lies; without it only the edge of the map is a bound
 */
export const placePoints = (document: AccessDocument, geometry: MapGeometry = {}): Points =>
  placing(document, geometry, Infinity).next().value as Points;

/** The same step by step, so many schools with each: thousands need not be one long task. */
export function* placing(document: AccessDocument, geometry: MapGeometry, some: number): Generator<void, Points> {
  const { schools } = document;
  const size = schools?.id.length ?? 0;
  const points: Points = {
    count: 0,
    x: new Float32Array(size),
    y: new Float32Array(size),
    status: new Uint8Array(size),
    row: new Uint32Array(size),
    pointOf: new Int32Array(size).fill(-1),
    fault: new Uint8Array(size),
  };
  if (!schools) return points;
  const bounds = boundsOf(document, geometry);
  const statuses = schools.status.values.map((status) => accessStatuses.indexOf(status));
  let left = some;
  for (const row of inOrder(schools.id)) {
    if (!left--) {
      yield;
      left = some;
    }
    const home = bounds[schools.area.index[row]!];
    const place = locate(schools.longitude[row]!, schools.latitude[row]!, home);
    if (typeof place === "string") {
      points.fault[row] = 1 + placeFaults.indexOf(place);
      continue;
    }
    const at = points.count++;
    [points.x[at], points.y[at]] = place;
    points.status[at] = statuses[schools.status.index[row]!]!;
    points.row[at] = row;
    points.pointOf[row] = at;
  }
  if (some < size) yield;
  markRepeated(points);
  const { count } = points;
  return {
    ...points,
    x: points.x.subarray(0, count),
    y: points.y.subarray(0, count),
    status: points.status.subarray(0, count),
    row: points.row.subarray(0, count),
  };
}

function locate(longitude: number | "unknown", latitude: number | "unknown", home: Bounds | undefined): [number, number] | PlaceFault {
  if (longitude === "unknown" || latitude === "unknown") return "unknown";
  const fits = (place: [number, number] | undefined) => place !== undefined && (!home || inside(home, place));
  const place = project(longitude, latitude);
  if (fits(place)) return place!;
  // Exchanged only when the exchange leads to where the school must be.
  if (fits(project(latitude, longitude))) return "exchanged";
  return Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? "outside-world" : "off-map";
}

/** For each value of the schools' area column, where its state lies. */
function boundsOf(document: AccessDocument, { nation, states }: MapGeometry): (Bounds | undefined)[] {
  const known = new Map(nation?.states.map(({ id, bounds }) => [id, bounds]));
  return document.schools!.area.values.map((id) => {
    const state = stateOf(id) ?? (document.scope.level === "state" ? stateOf(document.scope.id) : undefined);
    return state === undefined ? undefined : (known.get(state) ?? states?.[state]?.bounds);
  });
}

/** Rows by id. Documents are in this order as a rule; then nothing is sorted. */
function inOrder(ids: readonly string[]): Uint32Array {
  const rows = Uint32Array.from(ids, (_, row) => row);
  const ordered = ids.every((id, row) => row === 0 || ids[row - 1]! <= id);
  return ordered ? rows : rows.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
}

function markRepeated(points: Points): void {
  // A whole number for each spot: a metre or so on the plane, far less than what tells two schools apart.
  const key = (at: number) => Math.round(points.x[at]! * 4096) * 0x400000 + Math.round(points.y[at]! * 4096);
  const keys = new Float64Array(points.count);
  for (let at = 0; at < keys.length; at++) keys[at] = key(at);
  keys.sort();
  const many = new Set<number>();
  for (let at = repeatedFrom - 1; at < keys.length; at++) if (keys[at] === keys[at - repeatedFrom + 1]) many.add(keys[at]!);
  if (many.size === 0) return;
  const fault = 1 + placeFaults.indexOf("repeated");
  for (let at = 0; at < points.count; at++) if (many.has(key(at))) points.fault[points.row[at]!] = fault;
}
