import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

const source = new URL("../../packages/widgets/src/", import.meta.url);
const text = (file: string) => readFileSync(new URL(file, source), "utf8");

test("the package gives the class of every element, and registers a tag only where the element's own file is asked for", () => {
  const names = readdirSync(source).flatMap((file) => (file.endsWith(".ts") && file !== "index.ts" ? [file.replace(/\.ts$/, "")] : []));
  assert.ok(names.length > 12);
  for (const name of names) {
    assert.match(text("index.ts"), new RegExp(`export \\{ \\w+.*\\} from "\\./${name}/${name}\\.js";`), name);
    assert.match(text(`${name}/${name}.define.ts`), new RegExp(`define\\("cs-${name}", \\w+, import\\.meta\\.url\\)`), name);
    assert.doesNotMatch(text(`${name}/${name}.ts`), /\bdefine\(/, name);
  }
  assert.doesNotMatch(text("index.ts"), /\.define\.js|^import "/m);
});
