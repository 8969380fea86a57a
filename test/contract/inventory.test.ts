import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument, type InventoryDocument } from "@vitrine/contract";
import { json } from "./sample.js";

const example = json("packages/contract/reference/inventory.example.json") as InventoryDocument;
const refused = (over: object): string[] => {
  const parsed = parseDocument({ ...example, ...over });
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
const withItem = (change: object) => refused({ items: [{ ...example.items[0], ...change }] });

test("an inventory has no place for a score", () => {
  for (const key of ["score", "rating", "points", "total"]) {
    assert.deepEqual(refused({ [key]: 3 }), [`unknown-key $["?"]`], key);
    assert.deepEqual(withItem({ [key]: 3 }), [`unknown-key $.items[0]["?"]`], key);
  }
  assert.deepEqual(withItem({ cells: ["good", "partly", "partly"] }), ["unknown-word $.items[0].cells[0]"]);
});

test("it is dated, and valid until a day that is not before its own", () => {
  assert.deepEqual(refused({ validUntil: "2026-09-29" }), ["contradicts $.validUntil"]);
  assert.deepEqual(refused({ validUntil: example.asOf }), []);
  const { validUntil: _, ...undated } = example;
  assert.equal(parseDocument(undated).ok, false);
});

test("an entry has one cell for each column, or none", () => {
  assert.deepEqual(withItem({ cells: ["partly"] }), ["column-length $.items[0].cells"]);
  assert.deepEqual(withItem({ cells: [] }), []);
  assert.deepEqual(refused({ columns: [] }), ["bad-list $.columns"]);
});

test("students are people: the threshold and the zero rule hold", () => {
  assert.deepEqual(withItem({ students: 9 }), ["privacy-small-count $.items[0].students"]);
  assert.deepEqual(withItem({ students: 0 }), ["privacy-zero $.items[0].students"]);
  assert.deepEqual(withItem({ students: { min: 0, max: 9 } }), []);
  assert.deepEqual(withItem({ students: "withheld" }), []);
});
