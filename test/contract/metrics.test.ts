import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument, type Metric, type MetricsDocument } from "@vitrine/contract";
import { json } from "./sample.js";

const example = json("packages/contract/reference/metrics.example.json") as MetricsDocument;
const people: Metric = { id: "a", name: "Teachers", counts: "people", value: 240, unit: "teachers" };
const change = (by: unknown, n: unknown = 30, counts = "things") => ({ by, since: "2024-25", n: { value: n, counts, of: "schools" } });
/** The codes and paths a document of this one number is refused with. */
function refused(metric: object, over: object = {}): string[] {
  const parsed = parseDocument({ ...example, ...over, metrics: [{ ...people, ...metric }] });
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.replace("$.metrics[0].", "")}`);
}
const zeros = { privacy: { ...example.privacy, zeros: "publish" } };

test("a number of people keeps the threshold; a number of things is free", () => {
  assert.deepEqual(refused({ value: 9 }), ["privacy-small-count value"]);
  assert.deepEqual(refused({ value: 9, counts: "things" }), []);
  assert.deepEqual(refused({ value: { min: 3, max: 7 } }), ["privacy-narrow-range value"]);
  assert.deepEqual(refused({ value: { min: 0, max: 9 } }), []);
});

test("parts add up, keep the threshold, and never give a withheld one away", () => {
  const parts = (...values: unknown[]) => ({ parts: values.map((value, at) => ({ id: `p${at}`, name: "Part", value })) });
  assert.deepEqual(refused(parts(130, 110)), []);
  assert.deepEqual(refused(parts(130, 111)), ["totals-differ value"]);
  assert.deepEqual(refused(parts(232, 8)), ["privacy-small-count parts[1].value"]);
  assert.deepEqual(refused(parts(232, "withheld")), ["privacy-sum parts[1].value"]);
  assert.deepEqual(refused(parts(200, "withheld", "withheld")), []);
  assert.deepEqual(refused(parts(120)), ["bad-list parts"]);
  assert.match(refused({ parts: [130, 110].map((value) => ({ id: "same", name: "Part", value })) }).join(), /duplicate-id/);
});

test("a change that few people make, and what was there before it, are small counts too", () => {
  assert.deepEqual(refused({ change: change(36) }), []);
  assert.deepEqual(refused({ change: change(3) }), ["privacy-small-count change.by"]);
  assert.deepEqual(refused({ change: change(-3) }), ["privacy-small-count change.by"]);
  assert.deepEqual(refused({ change: change(238) }), ["privacy-small-count change.by"], "two before");
  assert.deepEqual(refused({ change: change(0) }), []);
  assert.deepEqual(refused({ change: change({ min: 2, max: 5 }) }), ["privacy-narrow-range change.by"]);
  assert.deepEqual(refused({ change: change({ min: -9, max: 9 }) }), []);
  assert.deepEqual(refused({ change: change("withheld") }), []);
  assert.deepEqual(refused({ change: change(240) }, zeros), []);
});

test("a change has its own n, which is protected where it counts people", () => {
  assert.deepEqual(refused({ change: { by: 36, since: "2024-25" } }), ["missing change.n"]);
  assert.deepEqual(refused({ change: change(36, 4, "people") }), ["privacy-small-count change.n.value"]);
  assert.deepEqual(refused({ change: change(36, 4) }), []);
});

test("a change is never larger than what it led to", () => {
  assert.deepEqual(refused({ change: change(250) }), ["contradicts change.by"]);
  assert.deepEqual(refused({ change: change(-250) }), []);
});

test("numbers need a definition of what is counted; a document without numbers does not", () => {
  assert.match(refused({}, { notes: [] }).join(), /no-note/);
  assert.equal(parseDocument({ ...example, notes: [], metrics: [] }).ok, true);
});
