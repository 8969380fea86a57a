import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { configFiles, configSchema } from "@vitrine/publish";

const folder = new URL("../../packages/publish/reference/", import.meta.url);

for (const [file, text] of Object.entries(configFiles()))
  test(`packages/publish/reference/${file} is what the schema says`, () => {
    if (process.env["UPDATE_REFERENCE"]) writeFileSync(new URL(file, folder), text);
    assert.equal(readFileSync(new URL(file, folder), "utf8"), text, "write it again with: npm run generate");
  });

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  [key: string]: unknown;
}

test("every key of a config has a description an editor can show", () => {
  const bare: string[] = [];
  let seen = 0;
  const walk = (node: unknown, path: string) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries((node as Node).properties ?? {})) {
      seen++;
      if (!child.description) bare.push(`${path}.${key}`);
    }
    for (const [key, child] of Object.entries(node)) walk(child, `${path}.${key}`);
  };
  walk(configSchema(), "");
  assert.ok(seen > 100);
  assert.deepEqual(bare, []);
});
