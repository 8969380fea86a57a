import assert from "node:assert/strict";
import { test } from "node:test";
import { addUp, audit, auditCrossing, auditGrid, band, columnCount, controlGrid, type Grid } from "@vitrine/disclosure";
import { inventSchools } from "./schools.ts";
import { random } from "./tables.ts";

const policy = { threshold: 10, zeros: "withhold", interval: 5 } as const;

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

test("bands below the state: the same tens at every level, and nearly every cell is proved to keep five values", async () => {
  const { grid, counts } = invented(800);
  const { figures, truth } = band(grid, counts, policy, new Set([3]));
  figures.low.forEach((low, level) =>
    low.forEach((from, at) => {
      const to = figures.high[level]![at]!;
      assert.ok(level === 3 ? from === to : from === to ? from === 0 : from % 10 === 0 && to === from + 9);
      assert.ok(from <= truth[level]![at]! && truth[level]![at]! <= to);
    }),
  );
  const found = await auditGrid(grid, figures, truth, 5);
  assert.ok(found.consistent);
  assert.ok(found.narrow.length < found.open * 0.05, `${found.narrow.length} of ${found.open} not proved`);
});

test("a start that does not agree with what was published proves nothing", async () => {
  const { grid, counts } = invented(80);
  const { figures, truth } = band(grid, counts, policy, new Set([3]));
  const other = counts.slice();
  other[1]! += 1;
  const found = await auditGrid(grid, figures, addUp(grid, other), 5);
  assert.equal(found.consistent, false);
  assert.equal(found.narrow.length, found.open);
  assert.ok((await auditGrid(grid, figures, truth, 5)).narrow.length < found.narrow.length);
});

test("a part that exact figures around it give away is found", async () => {
  const { grid, counts } = invented(80);
  const columns = columnCount(grid);
  const truth = addUp(grid, counts);
  const figures = { low: truth.map((level) => level.slice()), high: truth.map((level) => level.slice()) };
  figures.low[0]![5 * columns + 2] = 0;
  figures.high[0]![5 * columns + 2] = 60;
  assert.deepEqual((await auditGrid(grid, figures, truth, 5)).narrow, [{ level: 0, group: 5, column: 2, values: 1 }]);
});

test("what bands alone do not protect is made coarser until every cell is proved, and the states stay exact", async () => {
  const { grid, counts } = inventSchools(400);
  const alone = band(grid, counts, policy, new Set([3]));
  assert.ok((await auditGrid(grid, alone.figures, alone.truth, policy.interval)).narrow.length > 0, "bands alone are not enough");
  const made = await controlGrid(grid, counts, policy, new Set([3]));
  assert.deepEqual(made.narrow, []);
  assert.ok(made.coarsened > 0 && made.coarsened < 300, `${made.coarsened} figures coarser`);
  const found = await auditGrid(grid, made.figures, made.truth, policy.interval);
  assert.deepEqual([found.consistent, found.narrow], [true, []]);
  assert.deepEqual(made.figures.low[3], made.truth[3]);
  assert.deepEqual(made.figures.high[3], made.truth[3]);
  made.truth.forEach((values, level) =>
    values.forEach((value, at) => assert.ok(made.figures.low[level]![at]! <= value && value <= made.figures.high[level]![at]!)),
  );
});

test("the same counts give the same figures", async () => {
  const { grid, counts } = inventSchools(40);
  const one = await controlGrid(grid, counts, policy, new Set([3]));
  const two = await controlGrid(grid, counts, policy, new Set([3]));
  assert.deepEqual(one.figures, two.figures);
});

test("no interval the search proves is wider than the true one, which programs find", async () => {
  const { grid, counts } = invented(24);
  const { figures, truth } = band(grid, counts, policy, new Set([3]));
  const columns = columnCount(grid);
  const { narrow } = await auditGrid(grid, figures, truth, policy.interval);
  // The same grid as one system of cells and sums.
  const first = figures.low.map((_, level) => figures.low.slice(0, level).reduce((sum, cells) => sum + cells.length, 0));
  const sums = figures.low.flatMap((cells, level) =>
    Array.from({ length: cells.length / columns }, (_, group) => first[level]! + group * columns).flatMap((row) => [
      { total: row, parts: [1, 2, 3, 4, 5, 6, 7].map((column) => row + column) },
      { total: row, parts: [8, 9, 10].map((column) => row + column) },
    ]),
  );
  grid.groupings.forEach(({ count, of }, at) => {
    for (let group = 0; group < count; group++)
      for (let column = 0; column < columns; column++)
        sums.push({
          total: first[at + 1]! + group * columns + column,
          parts: [...of.keys()].flatMap((place) => (of[place] === group ? [place * columns + column] : [])),
        });
  });
  const exactly = await audit(
    { low: figures.low.flatMap((cells) => [...cells]), high: figures.high.flatMap((cells) => [...cells]), sums },
    5,
  );
  const told = new Set(narrow.map(({ level, group, column }) => first[level]! + group * columns + column));
  assert.ok(exactly.narrow.length > 0, "some cells are too narrow");
  for (const { cell } of exactly.narrow) assert.ok(told.has(cell), `cell ${cell} is too narrow, and the search says nothing of it`);
});

test("a state with a small figure is banded like those below it, and its crossed table is withheld", async () => {
  const { grid, counts, crossed } = inventSchools(90);
  const columns = columnCount(grid);
  const { figures, crossing, truth } = await controlGrid(grid, counts, policy, new Set([3]), { level: 3, counts: crossed });
  const kinds = new Set<string>();
  for (const group of [0, 1]) {
    const row = [...Array(columns).keys()].map((column) => group * columns + column);
    const small = row.some((at) => truth[3]![at]! < 10);
    const exact = row.filter((at) => figures.low[3]![at] === figures.high[3]![at]).length;
    const shown = [...Array(21).keys()].filter((cell) => crossing!.low[group * 21 + cell] === crossing!.high[group * 21 + cell]).length;
    kinds.add(small ? "small" : "large");
    assert.equal(exact, small ? 0 : columns);
    assert.ok(small ? shown === 0 : shown > 0 && shown < 21);
  }
  assert.deepEqual([...kinds].sort(), ["large", "small"]);
  assert.deepEqual((await auditCrossing(grid, figures, 3, crossing!, policy.interval)).narrow, []);
});

test("a crossed cell that its margins give away is found", async () => {
  const grid: Grid = { places: 2, groupings: [{ name: "state", count: 1, of: new Int32Array(2) }], tables: [2, 2] };
  const counts = Int32Array.from([60, 40, 20, 30, 30, 60, 40, 20, 30, 30]);
  const { figures } = band(grid, counts, policy, new Set([0, 1]));
  const low = Int32Array.from([40, 40, 20, 20]);
  const high = low.slice();
  low[3] = 0;
  high[3] = 60;
  assert.deepEqual((await auditCrossing(grid, figures, 1, { low, high }, 5)).narrow, [{ cell: 3, values: 1 }]);
});
