import assert from "node:assert/strict";
import { test } from "node:test";
import { accessStatuses, type AccessDocument } from "@vitrine/contract";
import {
  clusterPoints,
  countFaults,
  faultOf,
  indexPoints,
  membersOf,
  nearest,
  placePoints,
  plane,
  repeatedFrom,
  type Points,
} from "@vitrine/drawing";
import fc from "fast-check";
import { document } from "../helpers/documents.ts";
import { fastest } from "../helpers/fastest.ts";
import { geometryOf, nation } from "../helpers/geometry.ts";
import "../helpers/laws.ts";

const kinds = accessStatuses.length;
const place = (name: string) => {
  const found = document("access", name);
  return { document: found, points: placePoints(found, geometryOf(found)) };
};
const rowOf = ({ schools }: AccessDocument, name: string) => schools!.name.indexOf(name);

/** Invented points: crowds here and there, some on one spot. */
function crowd(count: number, seed: number): Points {
  let state = seed;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const town = Math.floor(random() * 40);
    x[at] = ((town * 97) % plane.width) + (random() + random() - 1) * 30;
    y[at] = ((town * 61) % plane.height) + (random() + random() - 1) * 30;
    if (at % 50 === 1) [x[at], y[at]] = [x[at - 1]!, y[at - 1]!];
  }
  const rows = Uint32Array.from({ length: count }, (_, at) => at);
  return {
    count,
    x,
    y,
    status: Uint8Array.from(rows, (at) => at % kinds),
    row: rows,
    pointOf: Int32Array.from(rows),
    fault: new Uint8Array(count),
  };
}
const points = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 1000 })).map(([count, seed]) => crowd(count, seed));
const mask = (count: number, every: number) => Uint8Array.from({ length: count }, (_, at) => (at % every === 0 ? 1 : 0));

test("every kind of bad coordinate leaves the map whole: the school is counted with its fault and has no point", () => {
  const { document, points } = place("bad-coordinates");
  assert.deepEqual(countFaults(points), { unknown: 1, "outside-world": 1, exchanged: 1, "off-map": 3, repeated: 0 });
  const wanted = {
    "School without a place": "unknown",
    "School beyond the world": "outside-world",
    "School with latitude and longitude exchanged": "exchanged",
    "School in the ocean off Africa": "off-map",
    "School in another state": "off-map",
    "School with its latitude twice": "off-map",
  };
  for (const [name, fault] of Object.entries(wanted)) {
    assert.equal(faultOf(points, rowOf(document, name)), fault, name);
    assert.equal(points.pointOf[rowOf(document, name)], -1, name);
  }
  assert.equal(points.count, document.schools!.id.length - 6);
});

test("a school far from its own state is told apart by the geometry alone", () => {
  const { document } = place("bad-coordinates");
  const row = rowOf(document, "School in another state");
  assert.equal(faultOf(placePoints(document), row), undefined);
  assert.equal(faultOf(placePoints(document, { nation }), row), "off-map");
});

test("61 schools on one spot are drawn there as one disc, and listed as having no known location; a dozen may share a campus", () => {
  const { points } = place("same-spot");
  assert.equal(countFaults(points).repeated, 61);
  assert.equal(points.count, 69);
  const far = clusterPoints(points, 1e6, 4.5);
  assert.equal(far.size[far.markOf[points.pointOf[0]!]!], 61);
  assert.ok(repeatedFrom > 12, "a dozen schools may share a campus");
});

test("points are in the order of ids, whatever the order of the rows", () => {
  const { document } = place("typical");
  const schools = document.schools!;
  const back = <T>(cells: readonly T[]) => [...cells].reverse();
  const turned: AccessDocument = {
    ...document,
    schools: {
      ...schools,
      id: back(schools.id),
      latitude: back(schools.latitude),
      longitude: back(schools.longitude),
      status: { ...schools.status, index: back(schools.status.index) },
      area: { ...schools.area, index: back(schools.area.index) },
    },
  };
  const [straight, reversed] = [placePoints(document, { nation }), placePoints(turned, { nation })];
  assert.deepEqual(reversed.x, straight.x);
  assert.deepEqual(reversed.status, straight.status);
  assert.notDeepEqual(reversed.row, straight.row);
});

test("the nearest point is what looking at every point finds, also among those that pass a filter", () => {
  fc.assert(
    fc.property(
      points,
      fc.double({ min: -50, max: 1025, noNaN: true }),
      fc.double({ min: -50, max: 660, noNaN: true }),
      fc.double({ min: 0, max: 200, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      (all, x, y, radius, every) => {
        const shown = mask(all.count, every);
        let best: number | undefined;
        let least = radius * radius;
        for (let at = 0; at < all.count; at++) {
          const away = (all.x[at]! - x) ** 2 + (all.y[at]! - y) ** 2;
          if (shown[at] && (away < least || (away === least && best === undefined))) [best, least] = [at, away];
        }
        assert.equal(nearest(indexPoints(all), x, y, radius, shown), best);
      },
    ),
    { numRuns: 500, seed: 2 },
  );
});

test("of schools on one spot the first by id is nearest", () => {
  const all = crowd(100, 3);
  const [first, second] = [50, 51];
  assert.deepEqual([all.x[first], all.y[first]], [all.x[second], all.y[second]]);
  assert.equal(nearest(indexPoints(all), all.x[first]!, all.y[first]!, 5), first);
});

test("pointing at 100,000 schools takes less than a millisecond", () => {
  const index = indexPoints(crowd(100_000, 4));
  const thousand = fastest(() => {
    for (let at = 0; at < 1000; at++) nearest(index, (at * 37) % plane.width, (at * 53) % plane.height, 20);
  });
  assert.ok(thousand / 1000 < 1, "each");
});

test("every school that is shown is in exactly one mark, and each mark's number is the number of its schools", () => {
  fc.assert(
    fc.property(points, fc.constantFrom(0.25, 0.6, 1, 3, 20, 200), fc.integer({ min: 1, max: 3 }), (all, k, every) => {
      const shown = mask(all.count, every);
      const marks = clusterPoints(all, k, 4.5, shown);
      assert.equal(
        marks.size.reduce((sum, size) => sum + size, 0),
        shown.reduce((sum, one) => sum + one, 0),
      );
      for (let mark = 0; mark < marks.count; mark++) {
        const members = membersOf(marks, mark);
        assert.equal(members.length, marks.size[mark]);
        assert.equal(members[0], marks.first[mark]);
        const tally = accessStatuses.map((_, status) => members.filter((point) => all.status[point] === status).length);
        assert.deepEqual([...marks.tally.subarray(mark * kinds, (mark + 1) * kinds)], tally);
        const mean = members.reduce((sum, point) => sum + all.x[point]!, 0) / members.length;
        assert.ok(Math.abs(mean - marks.x[mark]!) < 1e-3, "a disc stands in the middle of its schools");
      }
      all.row.forEach((_, point) => assert.equal(marks.markOf[point]! >= 0, shown[point] === 1));
    }),
    { numRuns: 200, seed: 5 },
  );
});

test("no mark covers another, at any zoom", () => {
  fc.assert(
    fc.property(points, fc.constantFrom(0.25, 0.6, 1, 3, 20, 200), (all, k) => {
      const marks = clusterPoints(all, k, 4.5);
      for (let a = 0; a < marks.count; a++)
        for (let b = a + 1; b < marks.count; b++) {
          const apart = k * Math.hypot(marks.x[a]! - marks.x[b]!, marks.y[a]! - marks.y[b]!);
          assert.ok(apart >= marks.radius[a]! + marks.radius[b]! - 1e-3, `${a} and ${b} at ${k}`);
        }
    }),
    { numRuns: 100, seed: 6 },
  );
});

test("zooming in opens discs until only schools on one spot stay together", () => {
  const all = crowd(400, 7);
  const near = clusterPoints(all, 1e6, 4.5);
  assert.ok(clusterPoints(all, 0.5, 4.5).count < clusterPoints(all, 5, 4.5).count);
  for (let mark = 0; mark < near.count; mark++) {
    const spots = new Set(membersOf(near, mark).map((point) => `${all.x[point]} ${all.y[point]}`));
    assert.equal(spots.size, 1);
  }
});
