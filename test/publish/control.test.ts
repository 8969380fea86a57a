import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseDocument } from "@vitrine/contract";
import { suppress, type Controlled, type Family, type Line, type Policy, type Shown } from "@vitrine/publish";
import fc from "fast-check";
import { long } from "../helpers/laws.ts";
import { attack } from "./attacker.ts";

const line = (...parts: number[]): Line => ({ total: parts.reduce((sum, part) => sum + part, 0), parts });
const add = (lines: Line[]): Line => line(...lines[0]!.parts.map((_, part) => lines.reduce((sum, { parts }) => sum + parts[part]!, 0)));
const family = (...lines: Line[]): Family => ({ whole: add(lines), splits: [{ partition: true, lines }] });
const publish: Policy = { threshold: 5, zeros: "publish" };
const withhold: Policy = { threshold: 5, zeros: "withhold" };

/** `npm run laws` asks for the long run. */

const small = (count: number, { threshold, zeros }: Policy) => (count === 0 ? zeros === "withhold" : count < threshold);
const cells = (lines: Line<Shown>) => [lines.total, ...lines.parts];

test("figures of large groups are all shown", async () => {
  const truth = family(line(30, 10, 8, 6), line(22, 9, 7, 5));
  const shown = await suppress.family(truth, withhold);
  assert.deepEqual(shown.whole, truth.whole);
  assert.deepEqual(shown.splits, truth.splits);
  assert.deepEqual(shown.acts, []);
});

test("a small part is withheld together with others, and those who met the bar stay visible", async () => {
  const shown = await suppress.family(family(line(30, 10, 8, 2), line(22, 9, 7, 5)), withhold);
  assert.deepEqual(shown.splits[0], {
    partition: true,
    lines: [
      { total: 50, parts: [30, 10, "withheld", "withheld"] },
      { total: 43, parts: [22, 9, "withheld", "withheld"] },
    ],
  });
  assert.deepEqual(
    shown.acts.map(({ rule, figures }) => [rule, figures]),
    [
      ["small", 1],
      ["to-protect", 3],
    ],
  );
});

test("one small district takes a second one with it, or it would be the difference", async () => {
  const shown = await suppress.family(family(line(1, 1, 1, 0), line(7, 6, 5, 5), line(22, 9, 7, 5)), withhold);
  const totals = shown.splits[0]!.lines.map(({ total }) => total);
  assert.deepEqual(totals, ["withheld", "withheld", 43]);
});

test("nothing is said of a group below the threshold", async () => {
  const shown = await suppress.family(family(line(1, 1, 0, 0), line(1, 0, 0, 1)), withhold);
  assert.deepEqual(cells(shown.whole), ["withheld", "withheld", "withheld", "withheld", "withheld"]);
  assert.equal(shown.splits[0], undefined, "how many groups there are would say how many people there are at least");
});

test("a small part of the total is withheld with another one, and its breakdown still shows what it may", async () => {
  const truth = family(line(30, 10, 8, 1), line(22, 9, 7, 1));
  const shown = await suppress.family(truth, withhold);
  assert.equal(shown.whole.parts[3], "withheld");
  assert.deepEqual(
    shown.splits[0]!.lines.map(({ total, parts }) => [total, parts[0]]),
    [
      [49, 30],
      [39, 22],
    ],
  );
  for (const { values } of attack(truth, shown, "withhold")) assert.ok(values >= 5);
});

test("a group that stands in two breakdowns is withheld in both or in neither", async () => {
  const lines = [line(30, 10, 8, 2), line(22, 9, 7, 5), line(41, 12, 9, 6)];
  const other = [lines[0]!, add([lines[1]!, lines[2]!])];
  const truth: Family = {
    whole: add(lines),
    splits: [
      { partition: true, lines },
      { partition: true, lines: other },
    ],
  };
  const { splits } = await suppress.family(truth, withhold);
  assert.deepEqual(splits[0]!.lines[0], splits[1]!.lines[0]);
  assert.ok(cells(splits[0]!.lines[0]!).includes("withheld"));
});

test("everybody met the bar: zeros that are withheld cannot be told from it", async () => {
  const shown = await suppress.family({ whole: line(20, 0, 0, 0), splits: [] }, withhold);
  assert.deepEqual(cells(shown.whole), [20, "withheld", "withheld", "withheld", "withheld"]);
  assert.deepEqual(cells((await suppress.family({ whole: line(20, 0, 0, 0), splits: [] }, publish)).whole), [20, 20, 0, 0, 0]);
});

const counted = fc.oneof(
  { weight: 2, arbitrary: fc.nat(3) },
  { weight: 3, arbitrary: fc.nat(12) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 40 }) },
);
const row = fc
  .array(counted, { minLength: 4, maxLength: 4 })
  .map((parts) => line(...(parts.some(Boolean) ? parts : [1, ...parts.slice(1)])));
/** Two ways to split the same whole: some lines, and the same lines taken together differently. */
const partitions = fc.tuple(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 4 })).map(([lines, other]): Family => {
  const count = Math.min(other, lines.length);
  const groups = Array.from({ length: count }, (_, group) => add(lines.filter((_, at) => at % count === group)));
  return {
    whole: add(lines),
    splits: [
      { partition: true, lines },
      { partition: true, lines: groups },
    ],
  };
});
/** Lines that share people: each is in one line or two, in each at a stage, and as a whole at the furthest. */
const overlaps = fc
  .array(fc.tuple(fc.nat(2), fc.nat(3), fc.option(fc.tuple(fc.nat(2), fc.nat(3)), { nil: undefined, freq: 4 })), {
    minLength: 12,
    maxLength: 120,
  })
  .map((people): Family => {
    const lines = [0, 1, 2].map(() => [0, 0, 0, 0]);
    const whole = [0, 0, 0, 0];
    let shared = 0;
    for (const [group, stage, again] of people) {
      const other = again && again[0] !== group ? again : undefined;
      lines[group]![stage]!++;
      if (other) {
        lines[other[0]]![other[1]]!++;
        shared++;
      }
      whole[Math.min(stage, other?.[1] ?? stage)]!++;
    }
    return {
      whole: line(...whole),
      splits: [{ partition: shared === 0, lines: lines.filter((parts) => parts.some(Boolean)).map((parts) => line(...parts)) }],
    };
  });
const families = fc.oneof({ weight: 3, arbitrary: partitions }, { weight: 1, arbitrary: overlaps });
const policies = fc.record({ threshold: fc.constantFrom(5, 10), zeros: fc.constantFrom("withhold" as const, "publish" as const) });

test("no figure below the threshold is ever shown", async () => {
  await fc.assert(
    fc.asyncProperty(families, policies, async (truth, policy) => {
      const shown = await suppress.family(truth, policy);
      for (const one of [shown.whole, ...shown.splits.flatMap((split) => split?.lines ?? [])])
        for (const figure of cells(one)) assert.ok(figure === "withheld" || !small(figure, policy));
    }),
    { numRuns: long ? 2000 : 60 },
  );
});

test("no withheld figure can be worked out from all sums, and a small one keeps five possible values", async () => {
  let withheld = 0;
  let shownFigures = 0;
  await fc.assert(
    fc.asyncProperty(families, policies, async (truth, policy) => {
      const shown = await suppress.family(truth, policy);
      shownFigures += [shown.whole, ...shown.splits.flatMap((split) => split?.lines ?? [])]
        .flatMap(cells)
        .filter((figure) => figure !== "withheld").length;
      for (const { where, truth: real, values } of attack(truth, shown, policy.zeros)) {
        withheld++;
        assert.ok(values >= 5, `${where}, which is ${real}: ${values} values`);
      }
    }),
    { numRuns: long ? 3000 : 60 },
  );
  assert.ok(withheld > 300 && shownFigures > 300, "the attack had something to attack");
});

test("the attacker finds a figure when one protecting figure is shown after all", async () => {
  const truth = family(line(30, 10, 8, 2), line(22, 9, 7, 5));
  const careless: Controlled = {
    whole: truth.whole,
    splits: [
      {
        partition: true,
        lines: [
          { total: 50, parts: [30, 10, 8, "withheld"] },
          { total: 43, parts: [22, 9, "withheld", "withheld"] },
        ],
      },
    ],
    acts: [],
  };
  assert.ok(attack(truth, careless, "withhold").some(({ truth: real, values }) => real === 2 && values === 1));
});

test("what is let through is what the contract accepts", async () => {
  const typical = JSON.parse(readFileSync(new URL("../documents/implementation/typical.json", import.meta.url), "utf8")) as Record<
    string,
    unknown
  >;
  const figures = ({ total, parts }: Line<Shown>) => ({
    trained: total,
    met: parts[0],
    started: parts[1],
    notStarted: parts[2],
    notKnown: parts[3],
  });
  await fc.assert(
    fc.asyncProperty(families, policies, async (truth, policy) => {
      const { whole, splits } = await suppress.family(truth, policy);
      const breakdowns = splits.flatMap((split, at) =>
        split
          ? [
              {
                by: `b${at}`,
                label: "By",
                partition: split.partition,
                groups: split.lines.map((one, row) => ({ id: `g${row}`, name: "G", ...figures(one) })),
              },
            ]
          : [],
      );
      const parsed = parseDocument({
        ...typical,
        privacy: { ...(typical["privacy"] as object), ...policy },
        ...figures(whole),
        breakdowns,
      });
      assert.ok(parsed.ok, JSON.stringify(!parsed.ok && parsed.issues));
    }),
    { numRuns: long ? 1000 : 60 },
  );
});
