import assert from "node:assert/strict";
import { test } from "node:test";
import { audit, choose, isPrimary, type Cell, type Sum } from "@vitrine/disclosure";
import { long } from "../helpers/laws.ts";
import { optimum } from "./optimum.ts";
import { publication } from "./publications.ts";
import { random, threeWay, twoWay } from "./tables.ts";

const policy = { threshold: 10, zeros: "withhold", interval: 5 } as const;
/** `npm run laws` asks for the long run: 10,000 publications, whole and broken, and 500 tables. */
const published = (cells: readonly Cell[], sums: readonly Sum[], hidden: { has(at: number): boolean }) => ({
  low: cells.map(({ value }, at) => (hidden.has(at) ? 0 : value)),
  high: cells.map(({ value }, at) => (hidden.has(at) ? Infinity : value)),
  sums,
});

test("random publications: no withheld figure keeps fewer than five possible values, and no figure below the threshold is shown", async () => {
  let withheld = 0;
  for (let seed = 1; seed <= (long ? 10_000 : 50); seed++) {
    const { cells, sums } = publication(seed);
    const { hidden, unproved } = await choose(cells, sums, policy);
    assert.deepEqual(unproved, [], `publication ${seed}`);
    cells.forEach((cell, at) => assert.ok(hidden.has(at) || !isPrimary(cell, policy), `publication ${seed} shows a small cell`));
    const found = await audit(published(cells, sums, hidden), policy.interval);
    assert.deepEqual(found.narrow, [], `publication ${seed}`);
    withheld += hidden.size;
  }
  assert.ok(withheld > 300, "the publications have something to withhold");
});

test("a controller that leaves out one complementary cell is caught every time", async () => {
  let broken = 0;
  for (let seed = 1; seed <= (long ? 10_000 : 20); seed++) {
    const { cells, sums } = publication(seed);
    const { hidden } = await choose(cells, sums, policy);
    for (const [at, reason] of hidden) {
      if (reason.rule !== "protects") continue;
      const less = new Set(hidden.keys());
      less.delete(at);
      const found = await audit(published(cells, sums, less), policy.interval);
      assert.ok(found.narrow.length > 0, `publication ${seed} without its cell ${at} passes`);
      broken++;
    }
  }
  assert.ok(broken > 40, "the publications need complementary cells");
});

test("as few cells are withheld as the best choice needs: median at most 1.15, never over 1.6", async (context) => {
  const ratios: number[] = [];
  let cellsSeen = 0;
  for (let seed = 1; ratios.length < (long ? 500 : 10); seed++) {
    const next = random(seed);
    const rows = 2 + Math.floor(next() * next() * 18);
    const columns = 2 + Math.floor(next() * next() * 18);
    const { cells, sums } = twoWay(rows, columns, 0.02 + next() * 0.15, next);
    const primary = cells.flatMap((cell, at) => (isPrimary(cell, policy) ? [at] : []));
    if (primary.length === 0) continue;
    cellsSeen = Math.max(cellsSeen, cells.length);
    const { hidden } = await choose(cells, sums, policy);
    const best = await optimum(cells, sums, primary, policy.interval - 1);
    assert.ok(best !== undefined, `table ${seed} has an optimum`);
    ratios.push(hidden.size / best);
  }
  ratios.sort((a, b) => a - b);
  const median = ratios[ratios.length >> 1]!;
  context.diagnostic(
    `${ratios.length} tables of up to ${cellsSeen} cells: median ${median.toFixed(3)}, worst ${ratios.at(-1)!.toFixed(3)}`,
  );
  assert.ok(median <= 1.15 && ratios.at(-1)! <= 1.6);
});

test("every withheld figure says why: by itself, or for which other", async () => {
  const sums = [
    { total: 0, parts: [1, 2, 3] },
    { total: 4, parts: [5, 6, 7] },
    { total: 8, parts: [0, 4] },
    ...[1, 2, 3].map((at) => ({ total: at + 8, parts: [at, at + 4] })),
    { total: 8, parts: [9, 10, 11] },
  ];
  const values = [60, 20, 37, 3, 70, 25, 45, 0, 130, 45, 82, 3];
  const cells = values.map((value, at): Cell => ({ value, cost: [0, 4, 8, 9, 10, 11].includes(at) ? 3 : 1 }));
  cells[11] = { value: 3, structural: true };
  const { hidden } = await choose(cells, sums, { threshold: 10, zeros: "withhold", interval: 3 });
  assert.deepEqual([hidden.get(3), hidden.get(7)], [{ rule: "small" }, { rule: "zero" }]);
  const others = [...hidden].filter(([at]) => at !== 3 && at !== 7);
  assert.equal(others.length, 2);
  for (const [, reason] of others) assert.ok(reason.rule === "protects" && hidden.has(reason.of));
  const told = await choose([{ value: 50 }, { value: 20, mustHide: true }, { value: 30 }], [{ total: 0, parts: [1, 2] }], policy);
  assert.deepEqual(told.hidden.get(1), { rule: "told" });
});

test("moves that would need half a person are not taken for a proof", async () => {
  for (let seed = 1; seed <= (long ? 300 : 12); seed++) {
    const next = random(seed);
    const { cells, sums } = threeWay(3, 3, 3, 0.35, next);
    const { hidden, unproved } = await choose(cells, sums, policy);
    const found = await audit(published(cells, sums, hidden), policy.interval);
    assert.deepEqual(
      found.narrow.filter(({ cell }) => !unproved.includes(cell)),
      [],
      `table ${seed}`,
    );
  }
});

test("a linked system of 1,000 cells is settled", async () => {
  const { cells, sums } = threeWay(8, 9, 10, 0.12, random(5));
  assert.ok(cells.length > 980);
  const { hidden, unproved } = await choose(cells, sums, policy);
  assert.deepEqual(unproved, []);
  assert.deepEqual((await audit(published(cells, sums, hidden), policy.interval)).narrow, []);
});

test("parts of a publication that do not touch are settled one by one", async () => {
  const { cells, sums } = threeWay(3, 4, 3, 0.2, random(5));
  const moved = sums.map(({ total, parts }) => ({ total: total + cells.length, parts: parts.map((part) => part + cells.length) }));
  const one = [...(await choose(cells, sums, policy)).hidden.keys()];
  const both = await choose([...cells, ...cells], [...sums, ...moved], policy);
  assert.ok(one.length > 4);
  assert.deepEqual(
    [...both.hidden.keys()],
    [0, cells.length].flatMap((from) => one.map((at) => at + from)),
  );
});

test("what everybody knows of some figures is reckoned with when others are chosen", async () => {
  let bounded = 0;
  for (let seed = 1; seed <= (long ? 1000 : 30); seed++) {
    const made = publication(seed);
    const next = random(seed + 77);
    const cells = made.cells.map((cell): Cell => (next() < 0.2 ? { ...cell, known: cell.value + Math.floor(next() * 12) } : cell));
    const { hidden, unproved } = await choose(cells, made.sums, policy);
    const known = cells.map((cell) => cell.known ?? Infinity);
    const found = await audit({ ...published(cells, made.sums, hidden), known }, policy.interval);
    assert.deepEqual(
      found.narrow.filter(({ cell }) => !unproved.includes(cell)),
      [],
      `publication ${seed}`,
    );
    bounded += [...hidden.keys()].filter((at) => known[at]! < Infinity).length;
  }
  assert.ok(bounded > 60, "some withheld figures are bounded");
});

test("a group in which everybody has done it does not tell that of each of them", async () => {
  // Twelve people, all at the first stage: the zeros are withheld, and so is what would tell them.
  const sums = [{ total: 0, parts: [1, 2, 3] }];
  const { hidden } = await choose(
    [12, 12, 0, 0].map((value) => ({ value })),
    sums,
    policy,
  );
  assert.ok(hidden.has(1) && hidden.has(2) && hidden.has(3));
  const open = await choose(
    [12, 12, 0, 0].map((value) => ({ value })),
    sums,
    { ...policy, zeros: "publish" },
  );
  assert.equal(open.hidden.size, 0, "where zeros are published, all at one stage is published too");
});

test("a place that is the only one of its district is withheld with it", async () => {
  // 0 is the county, 1 a district with one school, 2 that school, 3 the other district.
  const sums = [
    { total: 1, parts: [2] },
    { total: 0, parts: [1, 3] },
  ];
  const { hidden, unproved } = await choose(
    [60, 4, 4, 56].map((value) => ({ value })),
    sums,
    policy,
  );
  assert.deepEqual([[...hidden.keys()], unproved], [[1, 2, 3], []]);
});

test("the auditor finds what a reader can subtract", async () => {
  const sums = [{ total: 0, parts: [1, 2, 3] }];
  const one = await audit({ low: [60, 0, 30, 25], high: [60, Infinity, 30, 25], sums }, 5);
  assert.deepEqual(one.narrow, [{ cell: 1, values: 1 }]);
  const two = await audit({ low: [60, 0, 0, 57], high: [60, Infinity, Infinity, 57], sums }, 5);
  assert.deepEqual(
    two.narrow.map(({ values }) => values),
    [4, 4],
    "two cells that share three people keep four values each",
  );
  const wide = await audit({ low: [60, 0, 0, 40], high: [60, Infinity, Infinity, 40], sums }, 5);
  assert.deepEqual(wide.narrow, []);
  const known = await audit({ low: [60, 0, 0, 40], high: [60, Infinity, Infinity, 40], known: [60, 2, 60, 60], sums }, 5);
  assert.deepEqual(
    known.narrow.map(({ cell }) => cell),
    [2],
    "a public bound on one cell narrows its neighbour",
  );
  const wrong = await audit({ low: [60, 30, 30, 30], high: [60, 30, 30, 30], sums }, 5);
  assert.equal(wrong.consistent, false);
});
