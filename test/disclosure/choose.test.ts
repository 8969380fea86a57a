import assert from "node:assert/strict";
import { test } from "node:test";
import { audit, choose, isPrimary, type Cell, type Sum } from "@vitrine/disclosure";
import { optimum } from "./optimum.ts";
import { publication } from "./publications.ts";
import { random, twoWay } from "./tables.ts";

const policy = { threshold: 10, zeros: "withhold", interval: 5 } as const;
/** `npm run laws` asks for the long run: 10,000 publications and 500 tables. */
const long = process.env["LAWS"] === "long";
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
  for (let seed = 1; seed <= (long ? 2000 : 20); seed++) {
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
  for (let seed = 1; seed <= (long ? 500 : 20); seed++) {
    const next = random(seed);
    const rows = 2 + Math.floor(next() * next() * 18);
    const columns = 2 + Math.floor(next() * next() * 18);
    const { cells, sums } = twoWay(rows, columns, 0.02 + next() * 0.15, next);
    const primary = cells.flatMap((cell, at) => (isPrimary(cell, policy) ? [at] : []));
    if (primary.length === 0) continue;
    const { hidden } = await choose(cells, sums, policy);
    const best = await optimum(cells, sums, primary, policy.interval - 1);
    assert.ok(best !== undefined, `table ${seed} has an optimum`);
    ratios.push(hidden.size / best);
  }
  ratios.sort((a, b) => a - b);
  const median = ratios[ratios.length >> 1]!;
  context.diagnostic(`${ratios.length} tables: median ${median.toFixed(3)}, worst ${ratios.at(-1)!.toFixed(3)}`);
  assert.ok(median <= 1.15 && ratios.at(-1)! <= 1.6);
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
