import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument, type PlanDocument } from "@vitrine/contract";
import { json } from "./sample.js";

const example = json("packages/contract/reference/plan.example.json") as PlanDocument;
const refused = (over: object): string[] => {
  const parsed = parseDocument({ ...example, ...over });
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
const [step] = example.steps;
const { due: _, ...open } = step!;
const withStep = (change: object) => refused({ steps: [{ ...open, ...change }] });

test("people stand in a plan by role only: a name, an address or a key for one is refused", () => {
  assert.deepEqual(withStep({ roles: ["Ada Quist"] }), ["unknown-word $.steps[0].roles[0]"]);
  assert.deepEqual(withStep({ person: "Ada Quist" }), [`unknown-key $.steps[0]["?"]`]);
  assert.deepEqual(withStep({ title: "Ask ada@school.example" }), ["privacy-person $.steps[0].title"]);
  assert.deepEqual(withStep({ ifMissed: "Call 555-201-3344" }), ["privacy-person $.steps[0].ifMissed"]);
  assert.deepEqual(refused({ allocation: [{ id: "a", role: "Ada Quist", task: "Leads." }] }), ["unknown-word $.allocation[0].role"]);
});

test("days are in order, and what begins after the day of the plan has not come anywhere yet", () => {
  assert.deepEqual(withStep({ from: "2026-10-02", due: "2026-10-01" }), ["empty-range $.steps[0]"]);
  assert.deepEqual(withStep({ from: "2027-01-01", status: "done" }), ["contradicts $.steps[0].status"]);
  assert.deepEqual(withStep({ from: "2027-01-01", status: "not-started" }), []);
  assert.deepEqual(withStep({ due: "soon" }), ["bad-date $.steps[0].due"]);
});

test("a step names a sub-group that exists, and ids differ", () => {
  assert.deepEqual(withStep({ group: "nobody" }), ["no-such-position $.steps[0].group"]);
  assert.deepEqual(refused({ steps: [step, step] }), ["duplicate-id $.steps[1]"]);
});

test("a status may be any of the five absences", () => {
  for (const status of ["withheld", "not-reported", "not-covered", "not-applicable", "unknown"]) assert.deepEqual(withStep({ status }), []);
  assert.deepEqual(withStep({ status: "late" }), ["unknown-word $.steps[0].status"]);
});
