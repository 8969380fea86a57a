import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { isNation, isState, plane, project, stateOf, type Outline } from "@vitrine/drawing";
import { geoAlbersUsa } from "d3-geo";
import fc from "fast-check";
import type { GeometryCollection, Topology } from "topojson-specification";
import { countiesOf, nation } from "../helpers/geometry.ts";

const reference = geoAlbersUsa().scale(1300).translate([487.5, 305]);
const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("us-atlas/counties-10m.json"), "utf8")) as Topology<{
  counties: GeometryCollection;
}>;
const close = (a: readonly number[], b: readonly number[], within: number) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!) <= within;
const inPuertoRicosInset = (longitude: number, latitude: number) => longitude > -68 && longitude < -65 && latitude > 17 && latitude < 19.5;

test("a place in the lower 48, Alaska or Hawaii falls where d3-geo puts it, within a twentieth of a pixel, or on neither map", () => {
  let [on, off] = [0, 0];
  const degree = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
  const american = fc.tuple(fc.double({ min: -180, max: -60, noNaN: true }), fc.double({ min: 15, max: 75, noNaN: true }));
  fc.assert(
    fc.property(fc.oneof(american, fc.tuple(degree(180), degree(90))), ([longitude, latitude]) => {
      if (inPuertoRicosInset(longitude, latitude)) return;
      const [ours, theirs] = [project(longitude, latitude), reference([longitude, latitude])];
      if (ours) on++;
      else off++;
      assert.equal(ours === undefined, theirs === null, "on one map only");
      if (ours && theirs) assert.ok(close(ours, theirs, 0.05), `${ours.join()} is not ${theirs.join()}`);
    }),
    { numRuns: 20_000, seed: 1 },
  );
  assert.ok(on > 2000 && off > 2000, "both kinds were tried");
});

test("Puerto Rico has an inset of its own, off every other land", () => {
  const [x, y] = project(-66.1, 18.46)!;
  assert.ok(x > 838 && x < plane.width && y > 565 && y < plane.height);
  const island = nation.states.find(({ id }) => id === "72")!.bounds;
  for (const { id, bounds } of nation.states)
    if (id !== "72")
      assert.ok(bounds[2] < island[0] || bounds[0] > island[2] || bounds[3] < island[1] || bounds[1] > island[3], `covers state ${id}`);
});

test("what is no place has no place: other lands, other worlds, no number", () => {
  for (const [longitude, latitude] of [
    [0, 0],
    [2.35, 48.86],
    [-81.5, 128.5],
    [-500, 28],
    [28.5, -81.5],
    [Number.NaN, 40],
    [Number.POSITIVE_INFINITY, 40],
  ] as const)
    assert.equal(project(longitude, latitude), undefined, `${longitude}, ${latitude}`);
});

function assertSound(outline: Outline, digits: number) {
  const { id, path, bounds, label } = outline;
  assert.match(path, /^m[-\d.][-\d. lmz]*z$/, id);
  assert.ok(
    bounds[0] >= (id.startsWith("02") ? -60 : 0) &&
      bounds[1] >= 0 &&
      bounds[2] <= plane.width &&
      bounds[3] <= plane.height &&
      bounds[0] < bounds[2] &&
      bounds[1] < bounds[3],
    id,
  );
  assert.ok(label[0] > bounds[0] && label[0] < bounds[2] && label[1] > bounds[1] && label[1] < bounds[3], `label of ${id}`);
  assert.equal(id.length, digits);
  assert.ok(outline.name.length > 0);
}

test("the nation's file has 50 states, the District of Columbia and Puerto Rico", () => {
  assert.ok(isNation(nation));
  assert.equal(new Set(nation.states.map(({ id }) => id)).size, 52);
  assert.equal(new Set(nation.states.map(({ short }) => short)).size, 52);
  for (const state of nation.states) assertSound(state, 2);
});

test("each state's file has its counties and no other, within a pixel of the nation's outline; together all of us-atlas", () => {
  const left = new Set(["60", "66", "69", "78"]);
  const wanted = atlas.objects.counties.geometries.map(({ id }) => String(id)).filter((id) => !left.has(id.slice(0, 2)));
  const found = nation.states.flatMap(({ id, bounds }) => {
    const state = countiesOf(id);
    assert.ok(isState(state) && !isNation(state));
    assert.equal(state.id, id);
    bounds.forEach((side, at) => assert.ok(Math.abs(side - state.bounds[at]!) < 1, `${id} is another size`));
    for (const county of state.counties) {
      assertSound(county, 5);
      assert.equal(stateOf(county.id), id);
      assert.ok(county.bounds[0] >= bounds[0] - 1 && county.bounds[2] <= bounds[2] + 1, `${county.id} lies outside`);
    }
    return state.counties.map((county) => county.id);
  });
  assert.deepEqual(found.sort(), wanted.sort());
});

test("a code tells its state only if it is a FIPS or NCES code", () => {
  assert.equal(stateOf("12"), "12");
  assert.equal(stateOf("12086"), "12");
  assert.equal(stateOf("1200390"), "12");
  assert.equal(stateOf("120039003315"), "12");
  for (const id of ["1", "123", "region-12", "12a86", "120390033"]) assert.equal(stateOf(id), undefined, id);
});

test("a file from elsewhere is not taken for geometry", () => {
  for (const value of [null, undefined, "nation/1", [], {}, { geometry: "nation/2" }, 7]) {
    assert.equal(isNation(value), false);
    assert.equal(isState(value), false);
  }
});
