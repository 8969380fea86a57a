import assert from "node:assert/strict";
import test from "node:test";
import { joining } from "@vitrine/widgets/school-access-map/marks";
import { onwards, towards } from "@vitrine/widgets/school-access-map/roam";
import { Scene } from "@vitrine/widgets/school-access-map/scene";
import {
  between,
  centreOn,
  fitTo,
  home,
  limit,
  nearest,
  panBy,
  since,
  toPicture,
  toScreen,
  zoomAt,
  type Spot,
} from "@vitrine/widgets/school-access-map/view";
import { markNear, markUnder } from "@vitrine/widgets/school-access-map/where";
import { geometryOf } from "../helpers/geometry.ts";
import { accessOf, type Invented } from "./access-fixture.ts";

const size = { width: 600, height: 400 };
const close = (a: Spot, b: Spot) => a.forEach((value, at) => assert.ok(Math.abs(value - b[at]!) < 1e-6, `${a.join()} is not ${b.join()}`));

test("zooming keeps what is under the pointer there", () => {
  const spot: Spot = [150, 300];
  const before = centreOn([200, 200], 3, size);
  close(toPicture(zoomAt(before, 1.7, spot, size), spot), toPicture(before, spot));
});

test("the picture never becomes smaller than its frame and never leaves it", () => {
  assert.deepEqual(zoomAt(home, 0.2, [10, 10], size), home);
  assert.deepEqual(panBy(home, 50, -80, size), home);
  assert.deepEqual(limit({ k: 2, x: 900, y: -5000 }, size), { k: 2, x: 0, y: -400 });
  assert.equal(zoomAt(home, 1e9, [10, 10], size).k, nearest);
});

test("a place is shown whole, in the middle, with a margin", () => {
  const view = fitTo([100, 100, 160, 120], size);
  close(toScreen(view, [130, 110]), [300, 200]);
  const [left] = toScreen(view, [100, 100]);
  assert.ok(left >= 0.06 * size.width);
  assert.equal(fitTo([100, 100, 100, 100], size, 12).k, 12);
});

test("a flight starts and ends where it should", () => {
  const to = centreOn([450, 300], 8, size);
  const from = centreOn([100, 100], 4, size);
  const [start, end] = [between(from, to, 0, size), between(from, to, 1, size)];
  for (const side of ["k", "x", "y"] as const) {
    assert.ok(Math.abs(start[side] - from[side]) < 1e-6);
    assert.ok(Math.abs(end[side] - to[side]) < 1e-6);
  }
});

test("an arrow key goes to the nearest place that way, and stays when there is none", () => {
  //  0 . 1
  //  . 2 .
  //  3 . .   and one that is nowhere
  const places = { x: [0, 20, 10, 0, NaN], y: [0, 0, 10, 20, NaN] };
  const rows = [0, 1, 2, 3, 4];
  assert.equal(towards(places, 0, "right", rows), 1);
  assert.equal(towards(places, 0, "down", rows), 3);
  assert.equal(towards(places, 1, "left", rows), 0);
  assert.equal(towards(places, 3, "up", rows), 0);
  assert.equal(towards(places, 2, "right", rows), 1);
  assert.equal(towards(places, 1, "right", rows), undefined);
  assert.equal(towards(places, 0, "right", [2, 3]), 2);
});

test("next and previous go round every place, also those that share a spot", () => {
  const rows = [5, 2, 9];
  assert.equal(onwards(rows, undefined, 1), 5);
  assert.equal(onwards(rows, undefined, -1), 9);
  assert.equal(onwards(rows, 9, 1), 5);
  assert.equal(onwards(rows, 5, -1), 9);
  assert.equal(onwards(rows, 77, 1), 5);
  assert.equal(onwards([], 1, 1), undefined);
});

test("what was drawn for one view is led to where it stands in another", () => {
  const [before, now] = [
    { k: 2, x: -30, y: -10 },
    { k: 5, x: -200, y: -60 },
  ];
  const { k, x, y } = since(before, now);
  const [drawnX, drawnY] = toScreen(before, [40, 25]);
  assert.deepEqual([k * drawnX + x, k * drawnY + y], toScreen(now, [40, 25]));
  assert.deepEqual(since(now, now), home);
});

test("pointing where a school stands finds the disc that holds it, however far its middle is", () => {
  // Two by two they join from west to east into one disc; its middle is in the middle of the row.
  const row = accessOf(
    Array.from({ length: 60 }, (_, at): Invented => ({
      name: `School ${at}`,
      area: "12001",
      status: "offers",
      at: [28.5, -82.5 + at * 0.02],
    })),
  );
  const scene = new Scene(row, 400, geometryOf(row), undefined, joining);
  const { k, x, y } = scene.transform(home);
  const spots = Array.from(scene.points.x, (px, at) => [k * px + x, k * scene.points.y[at]! + y] as const);
  assert.ok(spots.some((spot) => markUnder(scene, spot, home) === undefined));
  spots.forEach((spot, point) => assert.notEqual(markNear(scene, spot, home), undefined, `school ${point}`));
  assert.equal(markNear(scene, [2, 2], home), undefined);
});
