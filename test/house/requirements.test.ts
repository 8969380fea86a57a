import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { requirements, requirementsPage } from "../../.scripts/requirements.ts";

const root = new URL("../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const rows = requirements();

test("every row is shown by a test that exists, by its title, and none is open", () => {
  assert.ok(rows.length > 90);
  const lost = rows.flatMap(({ key, tests }) => {
    if (tests.length === 0) return [`${key} is open`];
    return tests.flatMap(({ file, title }) => {
      const called = new RegExp(`\\b(?:test|it)\\(\\s*${JSON.stringify(title).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
      return called.test(read(file)) ? [] : [`${key}: ${file} has no test "${title}"`];
    });
  });
  assert.deepEqual(lost, []);
});

test("rows stand once each, in order", () => {
  const number = (key: string) => key.split(".").map(Number);
  const keys = rows.map(({ key }) => key);
  const sorted = [...new Set(keys)].sort((a, b) => number(a)[0]! - number(b)[0]! || number(a)[1]! - number(b)[1]!);
  assert.deepEqual(keys, sorted);
});

test("test/requirements.md is as npm run generate writes it", () => {
  assert.equal(read("test/requirements.md"), requirementsPage(rows));
});
