import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { importsOf } from "./walls.ts";

const scripts = fileURLToPath(new URL("../../.scripts", import.meta.url));

/** What is loaded at once with a script, from anywhere it leads; an `import()` waits until it is reached. */
function loadedWith(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(file, "utf8").replace(/\bimport\s*\(/g, "later(");
  return importsOf(source).flatMap(({ from }) => (from.startsWith(".") ? loadedWith(join(dirname(file), from), seen) : [from]));
}

for (const script of ["start.mjs", "test.mjs"])
  test(`${script} begins in a fresh clone, where nothing is installed`, () => {
    const loaded = loadedWith(join(scripts, script));
    assert.ok(loaded.includes("node:path"));
    assert.deepEqual(
      loaded.filter((from) => !from.startsWith("node:")),
      [],
    );
  });
