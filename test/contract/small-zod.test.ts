import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as real from "@vitrine/contract";
import fc from "fast-check";
import { build } from "vite";
import { safeParse } from "../../packages/contract/dist/small-zod-issues.js";
import type { Schema } from "../../packages/contract/dist/small-zod.js";
import { long } from "../helpers/laws.ts";
import { json, jsonFiles, read, validFiles } from "./sample.js";
import { change, spoil } from "./spoil.js";

/** The contract as a page loads it: bundled, with the small schemas in place of zod. */
const folder = mkdtempSync(join(tmpdir(), "vitrine-small-zod-"));
after(() => rmSync(folder, { recursive: true }));
const dist = fileURLToPath(new URL("../../packages/contract/dist/", import.meta.url));
const built = await build({
  configFile: false,
  logLevel: "error",
  resolve: { alias: { "zod/mini": join(dist, "small-zod.js"), "./zod-issues.js": join(dist, "small-zod-issues.js") } },
  build: { write: false, target: "es2022", lib: { entry: join(dist, "index.js"), formats: ["es"], fileName: "contract" } },
});
const chunks = (Array.isArray(built) ? built : [built]).flatMap((made) => ("output" in made ? made.output : []));
const [bundle] = chunks;
assert.ok(bundle?.type === "chunk" && chunks.length === 1);
writeFileSync(join(folder, "contract.mjs"), bundle.code);
const small = (await import(pathToFileURL(join(folder, "contract.mjs")).href)) as typeof real;

interface Issue {
  code: string;
  path: PropertyKey[];
  keys?: string[];
  errors?: Issue[][];
  params?: object;
}
/** What the contract reads of a schema's issue. */
const told = ({ code, path, keys, errors, params }: Issue): Issue => ({
  code,
  path,
  ...(keys && { keys }),
  ...(errors && { errors: errors.map((some) => some.map(told)) }),
  ...(params && { params }),
});
const schemaSays = (parsed: { success: true; data: unknown } | { success: false; error: { issues: unknown[] } }) => {
  return parsed.success ? parsed.data : (parsed.error.issues as Issue[]).map(told);
};
const kindsOf = ({ kinds }: typeof real) => kinds as readonly real.Kind<unknown>[];
const [realKinds, smallKinds] = [kindsOf(real), kindsOf(small)];

/** What only the narrowing of a whole document finds: a page looks for figures that stand alone. */
const bySums = ["privacy-sum", "privacy-narrow-band", "totals-differ"];

/** A page draws what is read, as it is read, and nothing that is refused for another reason than what sums together give away. */
function assertAccepts(value: unknown) {
  realKinds.forEach((kind, at) => {
    const answer = real.parseAs([kind], value);
    const drawn = small.accept(smallKinds[at]!, value);
    assert.deepEqual(real.accept(kind, value), drawn);
    if (answer.ok) assert.deepEqual(drawn, answer.document);
    else if (answer.issues.some(({ code }) => !bySums.includes(code))) assert.equal(drawn, undefined);
  });
}

/** The same answer from both, and the same answer from the schemas alone; returns whether the document was read. */
function assertSame(value: unknown): boolean {
  const answer = real.parseAs(realKinds, value);
  assert.deepEqual(small.parseAs(smallKinds, value), answer);
  realKinds.forEach(({ shape }, at) =>
    assert.deepEqual(schemaSays(safeParse(smallKinds[at]!.shape as unknown as Schema, value)), schemaSays(shape.safeParse(value))),
  );
  assertAccepts(value);
  return answer.ok;
}

/** `npm run laws` asks for the long run. */
const cases = long ? 5000 : 50;
const attacks = jsonFiles("test/attacks/");
const refused = jsonFiles("test/refused/");

test("the bundle of the small schemas has nothing of zod, and no eval", () => {
  assert.ok(Object.keys(bundle.modules).every((id) => !id.includes("node_modules")));
  assert.doesNotMatch(bundle.code, /\beval\b|new Function|\bFunction\(/);
});

test("what the real schemas read or refuse the small ones read or refuse, for the same reason at the same place", () => {
  for (const file of validFiles) assert.ok(assertSame(json(file)), file);
  for (const file of [...refused, ...attacks]) {
    const answer = real.readDocument(read(file));
    assert.deepEqual(small.readDocument(read(file)), answer, file);
    // A page takes the last of two, as every reader of JSON does; publishing and checking refuse it.
    const refuses = !answer.ok && !answer.issues.every(({ code }) => code === "duplicate-key");
    for (const kind of smallKinds) if (refuses) assert.equal(small.acceptText(kind, read(file)), undefined, file);
  }
  for (const value of [null, undefined, 1, "", [], {}, { schema: "implementation/1" }, { schema: "access/1" }, { schema: "roster/1" }])
    assertSame(value);
});

const documents = validFiles.map((file) => json(file) as Record<string, unknown>);

test("they agree on documents with values dropped, added, replaced and exchanged", () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(change, { minLength: 1, maxLength: 4 }), (document, changes) => {
      assertSame(spoil(document, changes));
    }),
    { numRuns: cases },
  );
});

test("some of what is spoilt is read all the same, and most is refused", () => {
  const spoilt = fc.tuple(fc.constantFrom(...documents), change);
  const answers = fc.sample(spoilt, { numRuns: 200, seed: 1 }).map(([document, one]) => assertSame(spoil(document, [one])));
  assert.ok(answers.includes(true) && answers.includes(false));
});

test("they agree on anything JSON can say in any place of an envelope", () => {
  const keys = [...new Set(documents.flatMap((document) => Object.keys(document)))];
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }), (document, key, value) => {
      assertSame({ ...document, [key]: value });
    }),
    { numRuns: cases },
  );
});

test("a page takes the last of a key given twice; publishing and checking refuse it", () => {
  const text = JSON.stringify(json("packages/contract/reference/implementation.example.json"));
  const twice = text.replace("{", '{"title":"First",');
  assert.equal(small.acceptText(smallKinds[0]!, twice) !== undefined, true);
  const read = real.readDocument(twice);
  assert.deepEqual(!read.ok && read.issues.map(({ code }) => code), ["duplicate-key"]);
});

test("a page refuses a figure that stands alone in its sum, withheld or as a range; narrowing further is publishing's work", () => {
  const document = json("packages/contract/reference/implementation.example.json") as real.ImplementationDocument;
  const { target: _target, rate: _rate, ...bare } = document;
  const draws = (stages: object) => small.accept(smallKinds[0]!, { ...bare, breakdowns: [], ...stages }) !== undefined;
  const stages = { trained: 240, started: 40, notStarted: 30, notKnown: 21 };
  for (const hidden of ["withheld", { min: 140, max: 149 }]) assert.equal(draws({ ...stages, met: hidden }), false);
  for (const hidden of ["withheld", { min: 240, max: 249 }]) assert.equal(draws({ ...stages, met: 149, trained: hidden }), false);
  assert.equal(draws({ ...stages, met: "withheld", started: "withheld" }), true);
  assert.equal(draws({ ...stages, met: 149 }), true);
  assert.equal(draws({ ...stages, met: 150 }), false);
});
