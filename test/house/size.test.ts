import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { elementsFolder, manifest, tabulate, weigh, type Budget } from "./size.ts";

/** Kilobytes are thousands of bytes. An element without a line of its own has the budget of `other`. */
const budgets: Budget[] = [
  { name: "loader", tags: [], bytes: 2_000 },
  { name: "implementation gauge", tags: ["cs-implementation-gauge"], bytes: 22_000 },
  { name: "access map with its list", tags: ["cs-school-access-map", "cs-school-list"], bytes: 45_000 },
];
const other = 45_000;

test("no page loads more than its budget", (t) => {
  const named = new Set(budgets.flatMap(({ tags }) => tags));
  const rest = Object.keys(manifest().elements).filter((tag) => !named.has(tag));
  const lines = weigh([...budgets, ...rest.map((tag) => ({ name: tag, tags: [tag], bytes: other }))]);
  t.diagnostic(tabulate(lines));
  assert.deepEqual(
    lines.filter(({ bytes, budget }) => bytes > budget).map(({ name, bytes, budget }) => `${name}: ${bytes} of ${budget} bytes`),
    [],
  );
});

test("the report counts what an element imports, once, and sees a page that is too heavy", () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-size-"));
  try {
    for (const [name, size] of [
      ["vitrine.js", 100],
      ["a.js", 1000],
      ["b.js", 1000],
      ["shared.js", 5000],
    ] as const)
      writeFileSync(join(folder, name), randomBytes(size));
    const elements = { "cs-a": { file: "a.js", imports: ["shared.js"] }, "cs-b": { file: "b.js", imports: ["shared.js"] } };
    writeFileSync(join(folder, "elements.json"), JSON.stringify({ loader: { file: "vitrine.js", imports: [] }, elements, files: {} }));
    const [one, two] = weigh(
      [
        { name: "one", tags: ["cs-a"], bytes: 9000 },
        { name: "two", tags: ["cs-a", "cs-b"], bytes: 6000 },
      ],
      folder,
    );
    assert.equal(one!.files, 3);
    assert.ok(one!.bytes >= 6100 && one!.bytes < 6200);
    assert.equal(two!.files, 4);
    assert.ok(two!.bytes >= 7100 && two!.bytes < 7200);
    assert.match(tabulate([one!, two!]), /two .* over$/m);
    assert.doesNotMatch(tabulate([one!]), /over/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every built script stands in the manifest with its digest, and carries its licences", () => {
  const { files, elements } = manifest();
  const scripts = readdirSync(elementsFolder).filter((name) => name.endsWith(".js"));
  assert.deepEqual(Object.keys(files).sort(), scripts.sort());
  for (const [name, digest] of Object.entries(files))
    assert.equal(
      digest,
      `sha384-${createHash("sha384")
        .update(readFileSync(join(elementsFolder, name)))
        .digest("base64")}`,
      name,
    );
  assert.ok(Object.keys(elements).length > 0);
  const notices = readFileSync(join(elementsFolder, "THIRD-PARTY.txt"), "utf8");
  assert.match(notices, /^lit-html \d/m);
  for (const name of ["zod", "@lit/reactive-element", "lit-element"]) assert.doesNotMatch(notices, new RegExp(`^${name} `, "m"), name);
});
