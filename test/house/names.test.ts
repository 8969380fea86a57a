import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");

const [, source] = /const among =\s*\/(.*)\/;/.exec(read("vite.config.ts"))!;
const among = new RegExp(source!);

test("no name that the built files shorten is one that a file exports to be fetched on demand", () => {
  const folder = `${root}packages/widgets/src`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const fetched = new Set(
    files.flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/import\("(\.[^"]*)\.js"\)/g)].map(([, to]) =>
        join(folder, dirname(file), `${to!}.ts`),
      ),
    ),
  );
  const exported = [...fetched].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:const|function|class|\{ ?)\s*(\w+)/gm)].map(([, name]) => name!),
  );
  assert.ok(exported.includes("reasons") && exported.includes("taking") && exported.includes("Nationwide"));
  assert.deepEqual(
    exported.filter((name) => among.test(name)),
    [],
  );
});

test("no name that the built files shorten is a key of a document, an attribute or an event's detail", () => {
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

test("no template of the built files says what no source says", () => {
  const folder = `${root}packages/widgets/elements`;
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  assert.ok(scripts.length > 10);
  // The mark of what was cut away, left where nothing was.
  assert.deepEqual(
    scripts.filter((file) => /[`}]\$1|\$1[`$]/.test(readFileSync(join(folder, file), "utf8"))),
    [],
  );
});
