import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAs, parseDocument, roster, type RosterDocument } from "@vitrine/contract";
import { document } from "../helpers/documents.js";
import { rosterOf } from "../helpers/roster.js";

const sample = () => structuredClone(document("roster", "typical"));
const codes = (value: unknown) => {
  const parsed = parseDocument(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
const changed = (change: (document: RosterDocument) => void) => {
  const made = sample();
  change(made);
  return codes(made);
};

test("a roster is for one partner: no other audience fits", () => {
  for (const audience of [{ kind: "public" }, { kind: "research" }]) assert.notDeepEqual(codes({ ...sample(), audience }), []);
  const { consent: _, ...unconsented } = sample().audience;
  assert.deepEqual(codes({ ...sample(), audience: unconsented }), ["missing $.audience.consent"]);
});

test("a row without a day of consent is refused, and a column for a student does not fit", () => {
  assert.deepEqual(
    changed(({ rows }) => void rows.consentOn.index.pop()),
    ["column-length $.rows.consentOn"],
  );
  assert.deepEqual(
    changed(({ rows }) => void Object.assign(rows, { studentNames: [] })),
    ['unknown-key $.rows["?"]'],
  );
});

test("an address of a person stands in the account column, and nowhere else", () => {
  assert.deepEqual(codes(sample()), []);
  assert.deepEqual(
    changed(({ rows }) => void (rows.teacher[3] = "ana@alder.example")),
    ["privacy-person $.rows.teacher[3]"],
  );
});

test("students: 0 is 0, a handful is a range, and a range tells as little as the threshold asks", () => {
  const students = (cell: RosterDocument["rows"]["students"][number]) => changed(({ rows }) => void (rows.students[0] = cell));
  for (const cell of [0, 5, 90, { min: 1, max: 9 }, { min: 10, max: 19 }, "withheld", "unknown"] as const)
    assert.deepEqual(students(cell), []);
  for (const cell of [1, 4]) assert.deepEqual(students(cell), ["privacy-small-count $.rows.students[0]"]);
  assert.deepEqual(students({ min: 1, max: 3 }), ["bad-cell $.rows.students[0]"]);
  const strict = { ...sample(), privacy: { ...sample().privacy, threshold: 10 } };
  strict.rows.students = strict.rows.students.map(() => 0);
  assert.deepEqual(codes(strict), []);
  strict.rows.students[1] = { min: 1, max: 6 };
  assert.deepEqual(codes(strict), ["privacy-narrow-range $.rows.students[1]"]);
});

test("who stopped teaching is counted; who withdrew before the workshop is not", () => {
  const made = sample();
  const at = (part: string) => made.rows.participation.index.indexOf(made.rows.participation.values.indexOf(part as never));
  const flip = (row: number) =>
    changed(({ rows }) => {
      const { values, index } = rows.counted;
      index[row] = values.indexOf(values[index[row]!] === "counted" ? "left-out" : "counted");
    })[0];
  for (const part of ["stopped-teaching", "left-programme", "withdrew-before-workshop"])
    assert.equal(flip(at(part)), `contradicts $.rows.counted.index[${at(part)}]`, part);
});

test("the bar and the stage say the same, and totals are those of the rows", () => {
  const met = sample().rows.stage.index.indexOf(0);
  assert.deepEqual(
    changed(({ rows }) => void (rows.metBar.index[met] = rows.metBar.values.indexOf("no"))),
    [`contradicts $.rows.stage.index[${met}]`],
  );
  assert.deepEqual(
    changed(({ totals }) => void (totals.met = 37)),
    ["totals-differ $.totals.met"],
  );
  assert.deepEqual(
    changed(({ rows }) => void (rows.repeats.of[0] = 9999)),
    ["no-such-position $.rows.repeats.of[0]"],
  );
});

test("50,000 rows are read", () => {
  const made = rosterOf({ rows: 50_000, districts: 200 });
  const parsed = parseAs([roster], made);
  assert.ok(parsed.ok);
  assert.equal(parsed.document.rows.id.length, 50_000);
});
