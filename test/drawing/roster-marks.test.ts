import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, parseCorrections, type CorrectionMark, type Participation } from "@vitrine/contract";
import {
  freshHistory,
  isRemoval,
  markRows,
  noMarks,
  passRows,
  ratesOf,
  redo,
  step,
  toCorrections,
  undo,
  unmarkRows,
  whyNot,
  type Marks,
} from "@vitrine/drawing";
import { document } from "../helpers/documents.js";
import { rosterOf } from "../helpers/roster.js";

const typical = document("roster", "typical");
const { rows } = typical;
const find = (holds: (row: number) => boolean) => rows.id.findIndex((_, row) => holds(row));
const part = (of: Participation) => find((row) => cell(rows.participation, row) === of);
const stage = (of: string, from = 0) =>
  find((row) => row >= from && cell(rows.stage, row) === of && cell(rows.participation, row) === "taking-part");
const marked = (...list: [row: number, mark: CorrectionMark, keep?: number][]): Marks =>
  list.reduce(
    (marks, [row, mark, keep]) =>
      markRows(typical, marks, [row], {
        mark,
        ...(keep === undefined ? {} : { keep }),
        ...(mark === "link-another-account" ? { account: "a@b.example" } : {}),
      }).marks,
    noMarks,
  );

test("marks that remove take a row out of the rate; who met the bar goes from both sides", () => {
  const met = stage("met");
  const not = stage("not-started");
  assert.deepEqual(ratesOf(typical, noMarks).before, { met: 38, trained: 60 });
  assert.deepEqual(ratesOf(typical, noMarks).least, { met: 38, trained: 60 });
  assert.deepEqual(ratesOf(typical, marked([not, "not-a-teacher"])).least, { met: 38, trained: 59 });
  assert.deepEqual(ratesOf(typical, marked([met, "not-a-teacher"])).least, { met: 37, trained: 59 });
  const both = ratesOf(typical, marked([not, "not-a-teacher"], [met, "remove-duplicate", not + 1]));
  assert.deepEqual(both, { before: { met: 38, trained: 60 }, least: { met: 37, trained: 58 }, most: { met: 37, trained: 58 } });
});

test("a row that is not counted changes nothing when it goes", () => {
  const { least } = ratesOf(typical, marked([part("withdrew-before-workshop"), "withdrew-before-workshop"]));
  assert.deepEqual(least, { met: 38, trained: 60 });
});

test("what nobody knows yet makes a range: linked accounts and added teachers upwards, a disputed bar both ways", () => {
  const [met, not] = [stage("met"), stage("not-started")];
  assert.deepEqual(ratesOf(typical, marked([not, "link-another-account"])), {
    before: { met: 38, trained: 60 },
    least: { met: 38, trained: 60 },
    most: { met: 39, trained: 60 },
  });
  const disputed = ratesOf(typical, marked([met, "met-bar-in-dispute"], [not, "met-bar-in-dispute"]));
  assert.deepEqual(
    [disputed.least, disputed.most],
    [
      { met: 37, trained: 60 },
      { met: 39, trained: 60 },
    ],
  );
  const added = ratesOf(typical, { ...noMarks, additions: [{ teacher: "Di", account: "d@e.example", school: "Elm", course: "csd" }] });
  assert.deepEqual(
    [added.least, added.most],
    [
      { met: 38, trained: 61 },
      { met: 39, trained: 61 },
    ],
  );
});

test("a teacher who stopped teaching or left later cannot be marked for removal, and it is said why", () => {
  for (const of of ["stopped-teaching", "left-programme"] as const) {
    const row = part(of);
    for (const mark of ["withdrew-before-workshop", "not-a-teacher"] as const) {
      assert.equal(whyNot(typical, noMarks, row, mark), of);
      const { marks, refused } = markRows(typical, noMarks, [row, stage("met")], { mark });
      assert.deepEqual(refused, [{ row, why: of }]);
      assert.deepEqual([...marks.rows.keys()], [stage("met")]);
    }
    for (const mark of ["link-another-account", "met-bar-in-dispute"] as const)
      assert.equal(whyNot(typical, noMarks, row, mark), undefined);
  }
});

test("the row to keep stays: it is not removed, and one that goes is not kept", () => {
  const [row, keep] = [rows.repeats.row[0]!, rows.repeats.of[0]!];
  const marks = marked([row, "remove-duplicate", keep]);
  for (const mark of ["remove-duplicate", "withdrew-before-workshop", "not-a-teacher"] as const)
    assert.equal(whyNot(typical, marks, keep, mark, row), "kept");
  assert.equal(whyNot(typical, marks, keep, "link-another-account"), undefined);
  assert.equal(whyNot(typical, marked([keep, "not-a-teacher"]), row, "remove-duplicate", keep), "keep-removed");
  assert.equal(whyNot(typical, noMarks, row, "remove-duplicate", row), "same-row");
});

test("whatever is marked, in whatever order, becomes a corrections file that is read back", () => {
  let seed = 7;
  const roll = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const all: CorrectionMark[] = [
    "remove-duplicate",
    "withdrew-before-workshop",
    "not-a-teacher",
    "link-another-account",
    "met-bar-in-dispute",
  ];
  let [marks, refused] = [noMarks, 0];
  for (let time = 0; time < 400; time++) {
    const mark = all[roll(5)]!;
    const step = markRows(typical, marks, [roll(rows.id.length)], {
      mark,
      ...(mark === "remove-duplicate" ? { keep: roll(rows.id.length) } : {}),
      ...(mark === "link-another-account" ? { account: "a@b.example" } : {}),
    });
    marks = roll(5) === 0 ? unmarkRows(step.marks, [roll(rows.id.length)]) : step.marks;
    refused += step.refused.length;
    const file = toCorrections(typical, marks);
    assert.deepEqual(parseCorrections(file), { ok: true, document: file });
    for (const { row, mark } of file.entries)
      if (isRemoval(mark) && mark !== "remove-duplicate")
        assert.notEqual(cell(rows.participation, rows.id.indexOf(row)), "stopped-teaching");
    const { least, most } = ratesOf(typical, marks);
    assert.ok(least.met >= 0 && least.met <= most.met && most.met <= most.trained && least.trained === most.trained);
  }
  assert.ok(refused > 20);
});

test("every step goes back and forth; a new one forgets what was undone", () => {
  const one = step(freshHistory, marked([1, "not-a-teacher"]));
  const two = step(one, passRows(one.now, [2]));
  assert.deepEqual([...two.now.fine], [2]);
  assert.equal(undo(two).now, one.now);
  assert.equal(undo(undo(two)).now, noMarks);
  assert.equal(undo(freshHistory), freshHistory);
  assert.equal(redo(undo(two)).now, two.now);
  assert.equal(redo(two), two);
  assert.equal(redo(step(undo(two), noMarks)).now, noMarks);
});

test("20,000 rows are marked at once, and the row to keep stays", { timeout: 120_000 }, () => {
  const many = rosterOf({ rows: 20_000, districts: 20 });
  const { marks, refused } = markRows(many, noMarks, many.rows.id.keys(), { mark: "remove-duplicate", keep: 7 });
  assert.deepEqual(refused, [{ row: 7, why: "kept" }]);
  assert.equal(marks.rows.size, 19_999);
});
