/** One conic equal-area projection (Snyder, Map Projections: A Working Manual, 1987, p. 100) with its place on the plane. */
interface Part {
  /** Central meridian in degrees. */
  meridian: number;
  n: number;
  c: number;
  scale: number;
  /** Where the projection's own origin falls. */
  x: number;
  y: number;
  /** What of the plane belongs to this part: left, top, right, bottom. */
  box: readonly [number, number, number, number];
}

/** The plane every map is drawn on: 975 by 610, as in the us-atlas files. Scale 1300 pixels per radian. */
export const plane = { width: 975, height: 610 } as const;

const scale = 1300;
const middle = [487.5, 305] as const;
const radians = Math.PI / 180;
const hair = 1e-6;

/**
 * @param centre longitude (from the meridian) and latitude that fall on `at`
 * @param at place of the centre, and `box` left, top, right, bottom, both in units of the scale from the plane's middle
 */
function part(
  meridian: number,
  parallels: readonly [number, number],
  centre: readonly [number, number],
  at: readonly [number, number],
  box: readonly [number, number, number, number],
  enlarge = 1,
): Part {
  const south = Math.sin(parallels[0] * radians);
  const n = (south + Math.sin(parallels[1] * radians)) / 2;
  const c = 1 + south * (2 * n - south);
  const own = scale * enlarge;
  const radius = Math.sqrt(c - 2 * n * Math.sin(centre[1] * radians)) / n;
  const angle = n * centre[0] * radians;
  const place = (value: number, axis: 0 | 1) => middle[axis] + value * scale;
  return {
    meridian,
    n,
    c,
    scale: own,
    x: place(at[0], 0) - own * radius * Math.sin(angle),
    y: place(at[1], 1) - own * radius * Math.cos(angle),
    box: [place(box[0], 0) + hair, place(box[1], 1) + hair, place(box[2], 0) - hair, place(box[3], 1) - hair],
  };
}

/** Lower 48 states, Alaska at 0.35 of their scale, Hawaii, and Puerto Rico below Florida's east coast at twice their scale. */
const parts = {
  mainland: part(-96, [29.5, 45.5], [-0.6, 38.7], [0, 0], [-0.455, -0.238, 0.455, 0.238]),
  alaska: part(-154, [55, 65], [-2, 58.5], [-0.307, 0.201], [-0.425, 0.12, -0.214, 0.234], 0.35),
  hawaii: part(-157, [8, 18], [-3, 19.9], [-0.205, 0.212], [-0.214, 0.166, -0.115, 0.234]),
  puertoRico: part(-66, [8, 18], [-0.58, 18.2], [0.321, 0.218], [0.269, 0.202, 0.373, 0.2345], 2),
} as const;

const order = [parts.mainland, parts.alaska, parts.hawaii, parts.puertoRico];

function projectIn(part: Part, longitude: number, latitude: number): [x: number, y: number] | undefined {
  const turned = longitude - part.meridian;
  const angle = part.n * (turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned) * radians;
  const inner = part.c - 2 * part.n * Math.sin(latitude * radians);
  if (!(inner >= 0)) return undefined;
  const radius = (part.scale * Math.sqrt(inner)) / part.n;
  const x = part.x + radius * Math.sin(angle);
  const y = part.y + radius * Math.cos(angle);
  const [left, top, right, bottom] = part.box;
  return x >= left && x <= right && y >= top && y <= bottom ? [x, y] : undefined;
}

/** Puerto Rico's inset is the only one whose corner of the plane the mainland's box covers as well. */
const isPuertoRico = (longitude: number, latitude: number) => longitude > -68 && longitude < -65 && latitude > 17 && latitude < 19.5;

/**
 * Place of a point on the plane, for the United States with Alaska, Hawaii and Puerto Rico as insets.
 * Equal to d3-geo's `geoAlbersUsa().scale(1300).translate([487.5, 305])` for its three parts.
 * @param longitude degrees, WGS 84 @param latitude degrees
 * @returns `undefined` for anything that is not on the map: other places, other worlds, no number
 */
export function project(longitude: number, latitude: number): [x: number, y: number] | undefined {
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return undefined;
  if (isPuertoRico(longitude, latitude)) return projectIn(parts.puertoRico, longitude, latitude);
  for (const part of order) {
    if (part === parts.puertoRico) continue;
    const place = projectIn(part, longitude, latitude);
    if (place) return place;
  }
  return undefined;
}
