import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod";
import { parseDocument } from "@vitrine/contract";
import { generated } from "../../.scripts/generate.js";
import { eachProperty, jsonSchemaOf, kindNames, type JsonSchema } from "../../.scripts/reference/schema.js";
import { gauge, json, jsonFiles, map, read, validFiles } from "./sample.js";

for (const [path, text] of generated())
  test(`packages/contract/${path} is as npm run generate writes it`, () => {
    assert.equal(read(`packages/contract/${path}`), text, "run npm run generate and look at the change");
  });

test("every generated file is expected, and no other lies beside them", () => {
  const expected = [...generated().keys()].filter((path) => path.startsWith("schema/"));
  assert.deepEqual(
    jsonFiles("packages/contract/schema/").map((file) => file.replace("packages/contract/", "")),
    expected.sort(),
  );
});

for (const kind of kindNames) {
  const schema = jsonSchemaOf(kind);
  const nodes = [schema, ...Object.values(schema.$defs ?? {})];

  test(`${kind}: every property and every definition has a description that ends as a sentence`, () => {
    for (const [name, node] of Object.entries(schema.$defs ?? {})) assert.match(node.description ?? "", /\.$/, name);
    let seen = 0;
    for (const node of nodes)
      eachProperty(node, (path, property) => {
        seen++;
        assert.match(property.description ?? "", /^[A-Z`].*\.$/, path);
      });
    assert.ok(seen > 50);
  });

  test(`${kind}: every object is closed, every text and list has an end`, () => {
    const look = (node: JsonSchema, path: string) => {
      if (node.type === "object") assert.equal(node.additionalProperties, false, path);
      if (node.type === "array") assert.ok(node.maxItems, path);
      if (node.type === "string") assert.ok(node.enum ?? node.maxLength ?? node.format === "date", path);
      for (const child of [...(node.anyOf ?? []), ...(node.items ? [node.items] : [])]) look(child, path);
      for (const [key, child] of Object.entries(node.properties ?? {})) look(child, `${path}.${key}`);
    };
    for (const node of nodes) look(node, "$");
  });

  test(`${kind}: it names its version and can be found beside others`, () => {
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.equal(schema.$id, `${kind}-1.schema.json`);
  });
}

const byKind = new Map(
  kindNames.map((kind) => [
    `${kind}/1`,
    z.fromJSONSchema(json(`packages/contract/schema/${kind}-1.schema.json`) as z.core.JSONSchema.JSONSchema),
  ]),
);
const fits = (document: unknown) => byKind.get((document as { schema: string }).schema)!.safeParse(document).success;

for (const file of validFiles)
  test(`${file} fits its JSON Schema as well as the contract`, () => {
    assert.equal(parseDocument(json(file)).ok, true);
    assert.equal(fits(json(file)), true);
  });

/** What a schema alone can tell. The other refusals need two values, or the text of the file. */
const shapeCodes = [
  "unknown-key",
  "missing",
  "wrong-type",
  "unknown-word",
  "not-a-figure",
  "out-of-range",
  "bad-text",
  "bad-format",
  "bad-date",
  "bad-address",
  "bad-list",
  "bad-cell",
  "privacy-missing",
  "privacy-policy",
  "privacy-threshold",
  "privacy-check",
];
for (const code of shapeCodes)
  test(`test/refused/${code}.json does not fit its JSON Schema either`, () => {
    assert.equal(fits(json(`test/refused/${code}.json`)), false);
  });

test("a document without one of its required properties is refused by both", () => {
  for (const document of [gauge(), map() as Record<string, unknown>])
    for (const key of Object.keys(document)) {
      const { [key]: _, ...rest } = document;
      if (key === "schema") continue;
      assert.equal(parseDocument(rest).ok, fits(rest), key);
    }
});
