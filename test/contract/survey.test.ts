import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "@vitrine/contract";
import { json } from "./sample.ts";

type Json = Record<string, unknown>;
const document = (name: string, change: (made: Json & { questions: Json[]; scale: Json }) => void): string[] => {
  const made = json(`test/documents/survey/${name}.json`) as Json & { questions: Json[]; scale: Json };
  change(made);
  const parsed = parseDocument(JSON.parse(JSON.stringify(made)));
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
const question = (change: Json, name = "one-question") =>
  document(name, (made) => {
    made.questions = [{ ...made.questions[0], ...change }];
  });
const band = (from: number, to: number) => ({ from, to });

test("counts add up to those who answered, one for each step", () => {
  assert.deepEqual(question({}), []);
  assert.deepEqual(question({ answered: 410 }), ["totals-differ $.questions[0].answered"]);
  assert.deepEqual(question({ counts: [10, 14, 385] }), ["column-length $.questions[0].counts"]);
  assert.deepEqual(question({ counts: undefined }), ["missing $.questions[0].counts"]);
  assert.deepEqual(question({ mean: 3 }), ["contradicts $.questions[0].mean"]);
});

test("a small count, a zero and what everybody answered are refused", () => {
  assert.deepEqual(question({ counts: [9, 15, 35, 172, 178] }), ["privacy-small-count $.questions[0].counts[0]"]);
  assert.deepEqual(question({ counts: [0, 24, 35, 172, 178] }), ["privacy-zero $.questions[0].counts[0]"]);
  assert.deepEqual(question({ answered: 40, counts: ["not-applicable", "not-applicable", "not-applicable", 40, "not-applicable"] }), [
    "privacy-zero $.questions[0].counts[3]",
  ]);
  assert.deepEqual(question({ noAnswer: 3 }), ["privacy-small-count $.questions[0].noAnswer"]);
  assert.deepEqual(question({ noAnswer: 0 }), []);
});

test("seven and three of ten: as counts, exact shares or narrow bands refused; in halves allowed", () => {
  const low = band(0, 50);
  const ten = (change: Json) => question({ answered: 10, counts: undefined, ...change });
  assert.ok(ten({ counts: ["withheld", "withheld", "withheld", 7, 3] }).includes("privacy-small-count $.questions[0].counts[3]"));
  assert.ok(ten({ shares: ["withheld", "withheld", "withheld", 70, 30] }).includes("privacy-exact-share $.questions[0].shares[3]"));
  assert.ok(ten({ shares: [low, low, low, band(60, 80), low] }).includes("privacy-narrow-band $.questions[0].shares[3]"));
  assert.deepEqual(ten({ shares: [low, low, low, band(50, 100), low] }), []);
  assert.deepEqual(ten({ answered: 9, shares: [low, low, low, band(50, 100), low] }).length > 0, true);
});

test("a mean of fewer than 31 is told by both ends, on steps as wide as so many people ask for", () => {
  const mean = (answered: unknown, value: unknown) => question({ answered, mean: value, groups: [] }, "twenty-answers");
  assert.deepEqual(mean(20, band(10, 30)), []);
  assert.deepEqual(mean(20, 14), ["privacy-narrow-band $.questions[0].mean"]);
  assert.deepEqual(mean(20, band(10, 20)), ["privacy-narrow-band $.questions[0].mean"]);
  assert.deepEqual(mean(20, band(15, 35)), ["privacy-narrow-band $.questions[0].mean"]);
  assert.deepEqual(mean(12, band(0, 50)), []);
  assert.deepEqual(mean(12, band(10, 30)), ["privacy-narrow-band $.questions[0].mean"]);
  assert.deepEqual(mean(31, 14), []);
  assert.deepEqual(mean({ min: 40, max: 49 }, 14), ["privacy-narrow-band $.questions[0].mean"]);
  assert.deepEqual(mean("withheld", band(0, 50)), ["privacy-narrow-band $.questions[0].mean"]);
  assert.deepEqual(mean(300, 50), ["out-of-range $.questions[0].mean"]);
  assert.deepEqual(mean(300, 14.25), ["not-a-figure $.questions[0].mean"]);
});

test("of groups that add up, one hidden mean beside exact ones is worked out, and refused", () => {
  const groups = (first: unknown, second: unknown) =>
    question(
      {
        answered: 90,
        mean: 12,
        groups: [
          { id: "a", name: "A", answered: 40, mean: first },
          { id: "b", name: "B", answered: 50, mean: second },
        ],
      },
      "twenty-answers",
    );
  assert.deepEqual(groups(10, 13.6), []);
  assert.deepEqual(groups("withheld", 13.6), ["privacy-sum $.questions[0].groups[0].mean"]);
  assert.deepEqual(groups(band(0, 10), 13.6), ["privacy-sum $.questions[0].groups[0].mean"]);
  assert.deepEqual(groups("withheld", "withheld"), []);
});

test("groups that overlap leave a rest that is people too", () => {
  const counts = [24, 36, 45, 70, 55];
  const overlap = (total: number[]) =>
    document("groups-overlap", (made) => {
      made.questions = [
        {
          ...made.questions[0],
          answered: total.reduce((a, b) => a + b),
          counts: total,
          groups: [{ id: "csd", name: "D", answered: 230, counts }],
        },
      ];
    });
  assert.deepEqual(overlap([40, 52, 71, 120, 90]), []);
  assert.deepEqual(overlap([27, 52, 71, 120, 90]), ["privacy-small-count $.questions[0].groups[0].counts[0]"]);
});

test("steps stand in order, with one middle at most; the middle of a two-sided scale is zero", () => {
  const sides = (...list: string[]) =>
    document("four-steps", (made) => {
      made.scale["steps"] = (made.scale["steps"] as Json[]).map((step, at) => ({ ...step, side: list[at] }));
    });
  assert.deepEqual(sides("low", "low", "high", "high"), []);
  assert.deepEqual(sides("low", "middle", "high", "high"), []);
  assert.deepEqual(sides("low", "middle", "middle", "high"), ["contradicts $.scale.steps[2].side"]);
  assert.deepEqual(sides("high", "low", "high", "high"), ["contradicts $.scale.steps[1].side"]);
});

test("it says who was asked", () => {
  assert.deepEqual(
    document("typical", (made) => {
      made["notes"] = [];
    }),
    ["no-note $.notes"],
  );
});
