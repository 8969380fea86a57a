import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");

test("no name that the built files shorten is a key of a document, an attribute or an event's detail", () => {
  const [, source] = /const among =\s*\/(.*)\/;/.exec(read("vite.config.ts"))!;
  const among = new RegExp(source!);
  assert.match("willUpdate", among);
  const names = new Set(["id", "asOf", "revision", "issues", "code", "path", "advice"]);
  for (const file of readdirSync(`${root}packages/contract/schema`))
    JSON.parse(read(`packages/contract/schema/${file}`), (key, value: unknown) => {
      if (key === "properties") for (const name of Object.keys(value as object)) names.add(name);
      return value;
    });
  JSON.parse(read("packages/widgets/custom-elements.json"), (key, value: unknown) => {
    if (key === "attributes") for (const { name } of value as { name: string }[]) names.add(name);
    return value;
  });
  assert.ok(names.size > 150);
  assert.deepEqual(
    [...names].filter((name) => among.test(name)),
    [],
  );
});
