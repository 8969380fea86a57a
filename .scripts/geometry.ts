/**
 * Writes packages/drawing/geometry/ from the npm package us-atlas: `npx tsx .scripts/geometry.ts`.
 * Everything is projected, simplified and rounded here, so that a browser only paints.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync } from "node:zlib";
import { feature, mesh } from "topojson-client";
import type { Feature } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { NationGeometry, Outline, StateGeometry } from "../packages/drawing/src/map/geometry.ts";
import { project } from "../packages/drawing/src/map/project.ts";

type Point = [number, number];
type Ring = Point[];
type Named = GeometryCollection<{ name: string }>;

const folder = new URL("../packages/drawing/geometry/", import.meta.url);
const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("us-atlas/counties-10m.json"), "utf8")) as Topology<{
  states: Named;
  counties: Named;
}>;
/** Outside the 50 states, the District of Columbia and Puerto Rico: no inset, no schools in the collections drawn. */
const left = new Set(["60", "66", "69", "78"]);
const short: Record<string, string> = Object.fromEntries(
  (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE " +
    "32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY 72PR"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

/** Arcs on the plane. One that leaves the map (the far north-west of Hawaii) has no numbers and takes its polygon with it. */
const arcs: Ring[] = atlas.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  const { scale, translate } = atlas.transform!;
  const places = arc.map(([dx, dy]) => project((x += dx!) * scale[0]! + translate[0]!, (y += dy!) * scale[1]! + translate[1]!));
  return places.every((place) => place) ? (places as Ring) : places.map((): Point => [Number.NaN, Number.NaN]);
});

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Douglas-Peucker. Works arc by arc, so that neighbours keep the same border. */
function simplify(line: Ring, tolerance: number): Ring {
  if (line.length < 3) return line;
  const [first, last] = [line[0]!, line.at(-1)!];
  let far = 0;
  let most = -1;
  for (let at = 1; at < line.length - 1; at++) {
    const away = distance(line[at]!, first, last);
    if (away > most) [far, most] = [at, away];
  }
  const closed = first[0] === last[0] && first[1] === last[1];
  if (most <= tolerance && !closed) return [first, last];
  return [...simplify(line.slice(0, far + 1), tolerance).slice(0, -1), ...simplify(line.slice(far), tolerance)];
}

const twiceArea = (ring: Ring) =>
  Math.abs(ring.reduce((sum, [x, y], at) => sum + x * ring[(at + 1) % ring.length]![1] - ring[(at + 1) % ring.length]![0] * y, 0));

class Pen {
  #x = 0;
  #y = 0;
  readonly bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  constructor(readonly decimals: number) {}
  /** Relative moves with neither leading zeros nor needless spaces: a third of the usual length. */
  line(line: Ring, close: boolean): string {
    const unit = 10 ** this.decimals;
    const steps: Point[] = [];
    let [startX, startY] = [this.#x, this.#y];
    for (const [px, py] of line) {
      const [x, y] = [Math.round(px * unit), Math.round(py * unit)];
      if (steps.length > 0 && x === this.#x && y === this.#y) continue;
      steps.push([x - this.#x, y - this.#y]);
      if (steps.length === 1) [startX, startY] = [x, y];
      [this.#x, this.#y] = [x, y];
      const b = this.bounds;
      [b[0], b[1], b[2], b[3]] = [Math.min(b[0], x / unit), Math.min(b[1], y / unit), Math.max(b[2], x / unit), Math.max(b[3], y / unit)];
    }
    if (close) [this.#x, this.#y] = [startX, startY];
    const [move, ...rest] = steps.map((step) => step.map((value) => this.#text(value / unit)));
    return `m${this.#join(move!)}${rest.length > 0 ? `l${this.#join(rest.flat())}` : ""}${close ? "z" : ""}`;
  }
  #text(value: number): string {
    return value
      .toFixed(this.decimals)
      .replace(/\.?0+$/, "")
      .replace(/^(-?)0\./, "$1.")
      .replace(/^-?$/, "0")
      .replace(/^-0$/, "0");
  }
  #join(numbers: string[]): string {
    return numbers.reduce((text, number, at) => {
      const free = at === 0 || number.startsWith("-") || (number.startsWith(".") && numbers[at - 1]!.includes("."));
      return text + (free ? "" : " ") + number;
    }, "");
  }
}

/** Distance from a point to the edge in a plane squeezed to half its width, negative outside: labels are twice as wide as high. */
function room(x: number, y: number, rings: Ring[]): number {
  let inside = false;
  let near = Infinity;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i]!, ring[j]!];
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
      near = Math.min(near, distance([x / 2, y], [a[0] / 2, a[1]], [b[0] / 2, b[1]]));
    }
  return inside ? near : -near;
}

function labelPlace(rings: Ring[]): [number, number, number] {
  const xs = rings[0]!.map(([x]) => x);
  const ys = rings[0]!.map(([, y]) => y);
  let [x, y] = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  let [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  let best = room(x, y, rings);
  for (let pass = 0; pass < 4; pass++) {
    const [cx, cy] = [x, y];
    for (let i = -10; i <= 10; i++)
      for (let j = -10; j <= 10; j++) {
        const found = room(cx + (i * width) / 20, cy + (j * height) / 20, rings);
        if (found > best + 1e-9) [x, y, best] = [cx + (i * width) / 20, cy + (j * height) / 20, found];
      }
    width /= 6;
    height /= 6;
  }
  return [x, y, best];
}

function draw(tolerance: number, decimals: number, smallest: number) {
  const simple = { ...atlas, transform: undefined, arcs: arcs.map((arc) => simplify(arc, tolerance)) } as unknown as typeof atlas;
  const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
  const shape = (of: Named["geometries"][number]): Outline => {
    const found = (feature(simple, of) as Feature).geometry;
    const all = (found.type === "Polygon" ? [found.coordinates] : found.type === "MultiPolygon" ? found.coordinates : []) as Ring[][];
    const polygons = all
      .filter(([outer]) => outer!.every(([x]) => !Number.isNaN(x)))
      .map((rings) => rings.map((ring) => ring.slice(0, -1)));
    const largest = polygons.reduce((a, b) => (twiceArea(b[0]!) > twiceArea(a[0]!) ? b : a));
    const pen = new Pen(decimals);
    const path = polygons
      .flatMap((rings) => rings.filter((ring) => (rings === largest && ring === rings[0] ? true : twiceArea(ring) > 2 * smallest)))
      .map((ring) => pen.line(ring, true))
      .join("");
    const [x, y, free] = labelPlace(largest);
    const floor = 10 ** decimals;
    return {
      id: String(of.id),
      name: (of.properties as { name: string }).name,
      path,
      bounds: pen.bounds.map(round) as unknown as Outline["bounds"],
      label: [round(x), round(y), Math.max(0, Math.floor(free * floor) / floor)],
    };
  };
  const lines = (of: Named, keep: (a: { id?: unknown }, b: { id?: unknown }) => boolean) => {
    const pen = new Pen(decimals);
    return mesh(simple, of as Parameters<typeof mesh>[1], keep as Parameters<typeof mesh>[2])
      .coordinates.filter((line) => line.every(([x]) => !Number.isNaN(x)))
      .map((line) => pen.line(line as Ring, false))
      .join("");
  };
  return { shape, lines };
}

const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
const states = atlas.objects.states.geometries.filter(({ id }) => !left.has(String(id))).sort(byId);

const sizes: [string, number, number][] = [];
function write(file: string, value: object) {
  const text = `${JSON.stringify(value)}\n`;
  writeFileSync(new URL(file, folder), text);
  sizes.push([file, text.length, brotliCompressSync(text).length]);
}

mkdirSync(folder, { recursive: true });
const overview = draw(0.25, 1, 0.15);
const nation: NationGeometry = {
  geometry: "nation/1",
  states: states.map((state) => ({ ...overview.shape(state), short: short[String(state.id)]! })),
  borders: overview.lines({ type: "GeometryCollection", geometries: states }, (a, b) => a !== b),
};
write("us.json", nation);

for (const { id, bounds } of nation.states) {
  // As large as a state is ever drawn, so that neither a corner nor a step is seen.
  const zoom = Math.min(1000 / (bounds[2] - bounds[0]), 700 / (bounds[3] - bounds[1]));
  const fine = draw(0.4 / zoom, Math.max(1, Math.ceil(Math.log10(zoom / 0.7))), 2 / zoom ** 2);
  const counties = atlas.objects.counties.geometries.filter((county) => String(county.id).startsWith(id)).sort(byId);
  const state: StateGeometry = {
    geometry: "state/1",
    ...fine.shape(states.find((other) => other.id === id)!),
    counties: counties.map(fine.shape),
    borders: fine.lines({ type: "GeometryCollection", geometries: counties }, (a, b) => a !== b),
  };
  write(`us-${id}.json`, state);
}

sizes.sort((a, b) => b[2] - a[2]);
const of = (file: string) => sizes.find(([name]) => name === file)!;
const row = ([file, raw, small]: [string, number, number]) => `${file}: ${raw} bytes, ${small} in brotli`;
const rest = sizes.filter(([name]) => name !== "us.json");
const total = rest.reduce((sum, [, raw, small]) => [sum[0]! + raw, sum[1]! + small], [0, 0]);
process.stdout.write(
  `${row(of("us.json"))}\nlargest ${row(rest[0]!)}\nmedian ${row(rest[26]!)}\nall ${rest.length} states: ${total[0]} bytes, ${total[1]} in brotli\n`,
);
