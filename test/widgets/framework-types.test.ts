import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { builtManifest, elementsOf, frameworkFiles } from "../../.scripts/framework-types.js";
import { manifest } from "../house/size.ts";

const widgets = new URL("../../packages/widgets/", import.meta.url);

test("what editors and frameworks read of the elements is what the elements say now", () => {
  for (const [path, text] of frameworkFiles(builtManifest()))
    assert.equal(
      readFileSync(new URL(path, widgets), "utf8"),
      text,
      `packages/widgets/${path} is older than the elements: npm run generate`,
    );
});

test("every element that is built is told, with its attributes, events, slot, parts and colours", () => {
  const told = elementsOf(builtManifest());
  assert.deepEqual(
    told.map(({ tagName }) => tagName),
    Object.keys(manifest().elements).sort(),
  );
  const gauge = told.find(({ tagName }) => tagName === "cs-implementation-gauge")!;
  assert.deepEqual(gauge.attributes!.map(({ name }) => name).sort(), ["heading", "lang", "partner", "src", "state", "theme"]);
  assert.deepEqual(gauge.events!.map(({ name }) => name).sort(), ["vitrine-drawn", "vitrine-refused"]);
  assert.deepEqual(
    gauge.slots!.map(({ description }) => description),
    ["What a reader without JavaScript sees."],
  );
  for (const part of ["figure", "picture", "notice", "menu"]) assert.ok(gauge.cssParts!.some(({ name }) => name === part));
  assert.ok(gauge.cssProperties!.some(({ name }) => name === "--cs-ink"));
  assert.deepEqual(
    told.flatMap(({ tagName, attributes = [], events = [] }) =>
      [...attributes, ...events].flatMap(({ name, description }) => (description ? [] : [`${tagName} ${name}`])),
    ),
    [],
    "without a word on what it is",
  );
});

test("the manifest names only files that are shipped, and nothing that pages cannot use", () => {
  for (const { path } of builtManifest().modules) assert.match(path, /^dist\/.*\.js$/);
  const said = elementsOf(builtManifest()).flatMap(({ members = [] }) => members.map(({ name }) => name));
  assert.deepEqual(
    said.filter((name) => name.startsWith("#") || name === "emphasis"),
    [],
  );
  assert.ok(said.includes("refresh"));
});

test("an editor is offered every tag, and values where there are few", () => {
  const data = JSON.parse(readFileSync(new URL("types/vscode.html-custom-data.json", widgets), "utf8")) as {
    tags: { name: string; attributes: { name: string; values?: { name: string }[] }[] }[];
  };
  assert.equal(data.tags.length, Object.keys(manifest().elements).length);
  const theme = data.tags[0]!.attributes.find(({ name }) => name === "theme");
  assert.deepEqual(theme?.values, [{ name: "light" }, { name: "dark" }]);
});
