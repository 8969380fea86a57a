import assert from "node:assert/strict";
import { test } from "node:test";
import { addUp, auditGrid, band, columnCount, type Grid } from "@vitrine/disclosure";
import { random } from "./tables.ts";

/** Invented places in districts that cross counties, in two states; seven and three categories of the same people. */
function invented(places: number): { grid: Grid; counts: Int32Array } {
  const next = random(places);
  const districts = Math.ceil(places / 8);
  const district = Int32Array.from({ length: places }, () => Math.floor(next() * districts));
  const state = district.map((group) => (group < districts / 2 ? 0 : 1));
  const county = district.map((group, place) => state[place]! * 6 + ((group + (next() < 0.1 ? 1 : 0)) % 6));
  const grid: Grid = {
    places,
    groupings: [
      { name: "district", count: districts, of: district },
      { name: "county", count: 12, of: county },
      { name: "state", count: 2, of: state },
    ],
    tables: [7, 3],
  };
  const columns = columnCount(grid);
  const counts = new Int32Array(places * columns);
  for (let place = 0; place < places; place++) {
    const row = counts.subarray(place * columns, (place + 1) * columns);
    const first = [...Array(7)].map(() => Math.floor(next() ** 3 * 60));
    first.forEach((value, at) => (row[1 + at] = value));
    row[0] = first.reduce((sum, value) => sum + value, 0);
    row[8] = Math.floor(row[0] * (0.3 + 0.4 * next()));
    row[9] = Math.floor((row[0] - row[8]) * 0.95);
    row[10] = row[0] - row[8] - row[9];
  }
  return { grid, counts };
}

test("bands below the state: the same tens at every level, and nearly every cell is proved to keep five values", () => {
  const { grid, counts } = invented(800);
  const { figures, truth } = band(grid, counts, 10, new Set([3]));
  figures.low.forEach((low, level) =>
    low.forEach((from, at) => {
      const to = figures.high[level]![at]!;
      assert.ok(level === 3 ? from === to : from === to ? from === 0 : from % 10 === 0 && to === from + 9);
      assert.ok(from <= truth[level]![at]! && truth[level]![at]! <= to);
    }),
  );
  const found = auditGrid(grid, figures, truth, 5);
  assert.ok(found.consistent);
  assert.ok(found.narrow.length < found.open * 0.05, `${found.narrow.length} of ${found.open} not proved`);
});

test("a start that does not agree with what was published proves nothing", () => {
  const { grid, counts } = invented(80);
  const { figures, truth } = band(grid, counts, 10, new Set([3]));
  const other = counts.slice();
  other[1]! += 1;
  const found = auditGrid(grid, figures, addUp(grid, other), 5);
  assert.equal(found.consistent, false);
  assert.equal(found.narrow.length, found.open);
  assert.ok(auditGrid(grid, figures, truth, 5).narrow.length < found.narrow.length);
});

test("a part that exact figures around it give away is found", () => {
  const { grid, counts } = invented(80);
  const { figures, truth } = band(grid, counts, 10, new Set([0, 1, 2, 3]));
  const columns = columnCount(grid);
  figures.low[0]![5 * columns + 2] = 0;
  figures.high[0]![5 * columns + 2] = 60;
  assert.deepEqual(auditGrid(grid, figures, truth, 5).narrow, [{ level: 0, group: 5, column: 2, values: 1 }]);
});
