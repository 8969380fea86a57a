import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { breaches, house, importsOf } from "./walls.ts";

test("the walls of the house stand", () => {
  assert.deepEqual(breaches(fileURLToPath(new URL("../..", import.meta.url))), []);
});

test("imports are found in every form, and not in comments", () => {
  const source = `import { a, type B } from "one";
import type { C } from "two";
import "three";
export * from 'four';
export {
  d as e,
} from "five";
const f = () => import("six");
/* import "seven"; */ // import "eight"
const text = "an import from nowhere";`;
  const found = importsOf(source);
  assert.deepEqual(found.map(({ from }) => from).sort(), ["five", "four", "one", "six", "three", "two"]);
  assert.deepEqual(found.find(({ from }) => from === "one")!.names, ["a"]);
  assert.equal(found.find(({ from }) => from === "two")!.typeOnly, true);
});

const bare = { compilerOptions: { lib: ["es2022"], types: [] } };
/** A small sound house, with these files in place of or beside its own. */
function houseWith(changes: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), "vitrine-walls-"));
  const sound = Object.entries(house).flatMap(([name, { rooms, others }]): [string, string][] => {
    const names = [...rooms.map((room) => `@vitrine/${room}`), ...others.map((other) => other.replace("/mini", ""))];
    return [
      [
        `packages/${name}/package.json`,
        JSON.stringify({ dependencies: Object.fromEntries(names.map((dependency) => [dependency, "1.0.0"])) }),
      ],
      [`packages/${name}/tsconfig.json`, JSON.stringify(bare)],
      [`packages/${name}/src/index.ts`, rooms.map((room) => `import "@vitrine/${room}";\n`).join("")],
    ];
  });
  try {
    for (const [path, text] of [...sound, ...Object.entries(changes)]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return breaches(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("a sound house has no breach", () => assert.deepEqual(houseWith({}), []));

const broken: [name: string, changes: Record<string, string>, told: RegExp][] = [
  ...["drawing", "widgets", "static"].flatMap((room) =>
    ["disclosure", "publish"].map((target): [string, Record<string, string>, RegExp] => [
      `${room} imports ${target}`,
      { [`packages/${room}/src/x.ts`]: `import { a } from "@vitrine/${target}";` },
      new RegExp(`packages/${room}/src/x.ts imports @vitrine/${target}: a wall`),
    ]),
  ),
  [
    "a wall is climbed by import()",
    { "packages/widgets/src/x.ts": `await import("@vitrine/publish/deep/inside");` },
    /a wall stands between widgets and publish/,
  ],
  ["a type comes through a wall", { "packages/static/src/x.ts": `import type { A } from "@vitrine/publish";` }, /a wall stands/],
  [
    "a relative path leads out of its package",
    { "packages/widgets/src/deep/x.ts": `export * from "../../../drawing/src/index.js";` },
    /leads out of its package/,
  ],
  ["contract uses Node", { "packages/contract/src/x.ts": `import { join } from "node:path";` }, /contract does without Node/],
  ["contract uses all of zod", { "packages/contract/src/x.ts": `import { z } from "zod";` }, /contract does without it/],
  ["d3 comes whole", { "packages/drawing/src/x.ts": `import * as d3 from "d3";` }, /drawing does without it/],
  ["a DOM module of d3", { "packages/drawing/src/x.ts": `import { zoom } from "d3-zoom";` }, /drawing does without it/],
  [
    "a directive in a drawing",
    { "packages/drawing/src/x.ts": `import { map } from "lit/directives/map.js";` },
    /takes html, svg and nothing/,
  ],
  ["an element in a drawing", { "packages/drawing/src/x.ts": `import { html, LitElement } from "lit";` }, /takes html, svg and nothing/],
  [
    "an undeclared dependency",
    { "packages/cli/package.json": "{}", "packages/cli/src/x.ts": `import "@vitrine/static";` },
    /package.json does not say so/,
  ],
  [
    "two files in a circle",
    { "packages/cli/src/a.ts": `import "./b.js";`, "packages/cli/src/b.ts": `import "./a.js";` },
    /a circle: .*a\.ts/,
  ],
  ["two rooms in a circle", { "packages/contract/src/x.ts": `import "@vitrine/drawing";` }, /a circle: .*contract/],
  [
    "DOM types in the contract",
    { "packages/contract/tsconfig.json": `{"compilerOptions":{"lib":["es2022","dom"],"types":[]}}` },
    /DOM or Node/,
  ],
  ["Node types by default", { "packages/disclosure/tsconfig.json": `{"compilerOptions":{"lib":["es2022"]}}` }, /DOM or Node/],
  ["a room without walls", { "packages/annex/package.json": "{}" }, /packages\/annex is no room/],
  ["a drawing with a clock", { "packages/drawing/src/x.ts": "export const now = () => Date.now();" }, /uses a clock/],
  ["an element with a cookie", { "packages/widgets/src/x.ts": `document.cookie = "a";` }, /uses a cookie/],
  [
    "markup made of text",
    { "packages/widgets/src/x.ts": "export const put = (e: Element, t: string) => (e.innerHTML = t);" },
    /markup from text/,
  ],
];
for (const [name, changes, told] of broken)
  test(`a breach is found: ${name}`, () => {
    assert.match(houseWith(changes).join("\n"), told);
  });
