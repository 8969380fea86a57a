import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "@vitrine/contract";
import { json } from "./sample.ts";

/** As a file would say it: a key without a value is not there. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

type Json = Record<string, unknown>;
/** One group's outcome among the test document's. */
const issues = (outcome: Json, over: Json = {}, units: unknown = 18): string[] => {
  const made = json("test/documents/gap/one-group.json") as Json;
  const parsed = parseDocument(plain({ ...made, groups: [{ id: "all", name: "All", units, outcome }], ...over }));
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
const mean = { outcome: { name: "Use", measure: "mean", unit: "page loads" } };
const band = (from: number, to: number) => ({ from, to });

test("a share is two counts, a band of known people, or a figure of unknown ones", () => {
  assert.deepEqual(issues({ people: 100, part: 40 }), []);
  assert.deepEqual(issues({ people: 100, share: band(40, 45) }), []);
  assert.deepEqual(issues({ share: 41.5 }), []);
  assert.deepEqual(issues({ share: band(0, 20) }), []);
  assert.deepEqual(issues({}), ["missing $.groups[0].outcome.share"]);
  assert.deepEqual(issues({ people: 100 }), ["missing $.groups[0].outcome.share"]);
  assert.deepEqual(issues({ part: 40, share: 40 }), ["contradicts $.groups[0].outcome.part"]);
});

test("few people, those who are left, and an exact share beside its base are refused", () => {
  assert.deepEqual(issues({ people: 100, part: 5 }), ["privacy-small-count $.groups[0].outcome.part"]);
  assert.deepEqual(issues({ people: 100, part: 97 }), ["privacy-small-count $.groups[0].outcome.part"]);
  assert.deepEqual(issues({ people: 100, part: 100 }), ["privacy-zero $.groups[0].outcome.part"]);
  assert.deepEqual(issues({ people: 100, part: 0 }), ["privacy-zero $.groups[0].outcome.part"]);
  assert.deepEqual(issues({ people: 100, share: 40 }), ["privacy-exact-share $.groups[0].outcome.share"]);
  assert.deepEqual(issues({ people: 24, share: band(40, 45) }), ["privacy-narrow-band $.groups[0].outcome.share"]);
  assert.deepEqual(issues({ people: 8, share: "withheld" }), ["privacy-small-count $.groups[0].outcome.people"]);
});

test("a mean over people is told with enough of them, over things as it is", () => {
  assert.deepEqual(issues({ mean: 12.5 }, mean), []);
  assert.deepEqual(issues({ mean: band(10, 20) }, mean), []);
  assert.deepEqual(issues({ people: 40, mean: 12.5 }, mean), []);
  assert.deepEqual(issues({ people: "withheld", mean: 12.5 }, mean), ["privacy-mean $.groups[0].outcome.mean"]);
  assert.deepEqual(issues({ people: { min: 10, max: 19 }, mean: 12.5 }, mean), ["privacy-mean $.groups[0].outcome.mean"]);
  assert.deepEqual(issues({ mean: 12.25 }, mean), ["not-a-figure $.groups[0].outcome.mean"]);
  assert.deepEqual(issues({ share: 12 }, mean), ["missing $.groups[0].outcome.mean", "contradicts $.groups[0].outcome.share"]);
  assert.deepEqual(issues({ mean: 12 }), ["contradicts $.groups[0].outcome.mean", "missing $.groups[0].outcome.share"]);
});

test("a group of nobody has no figure; units are things, and may be few", () => {
  assert.deepEqual(issues({ share: 40 }, {}, 0), ["contradicts $.groups[0].outcome"]);
  assert.deepEqual(issues({ share: "not-applicable" }, {}, 0), []);
  assert.deepEqual(issues({ share: 40 }, {}, 1), []);
});

test("every group has the context, or none; the distance is between groups that are there; it says what is measured", () => {
  assert.deepEqual(issues({ share: 40 }, { context: { name: "Meals", measure: "share" } }), ["missing $.groups[0].context"]);
  assert.deepEqual(issues({ share: 40 }, { between: { from: "all", to: "none" } }), ["no-such-position $.between.to"]);
  assert.deepEqual(issues({ share: 40 }, { notes: [] }), ["no-note $.notes"]);
});
