import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { access, advice, implementation, parseAs, parseDocument, readAs, readDocument } from "@vitrine/contract";
import { gauge, json, jsonFiles, map, read, validFiles } from "./sample.js";

const codesOf = (value: unknown) => {
  const parsed = parseDocument(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};

for (const file of validFiles)
  test(`${file} is a document, and comes back as it is`, () => {
    const value = json(file);
    const parsed = parseDocument(value);
    assert.deepEqual(parsed, { ok: true, document: value });
    assert.deepEqual(readDocument(read(file)), parsed);
  });

test("a document comes back as a copy: changing what was given changes nothing", () => {
  const value = map();
  const parsed = parseDocument(value);
  (value["schools"]!["name"] as string[])[0] = "Changed afterwards";
  assert.ok(parsed.ok && parsed.document.schema === "access/1");
  assert.equal(parsed.document.schools?.name[0], "Alder High School");
});

test("what is given is not changed, and may be frozen", () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  assert.deepEqual(codesOf(freeze(gauge())), []);
});

test("a document from another window is read, with its own Object and Array", () => {
  assert.deepEqual(codesOf(runInNewContext(`JSON.parse(text)`, { text: JSON.stringify(map()) })), []);
});

test("a file may begin with a byte order mark, and a zero may be written -0", () => {
  assert.equal(readDocument(`\ufeff${JSON.stringify(gauge())}`).ok, true);
  const zero = readDocument(
    read("packages/contract/reference/access.example.json").replace(/"schools": \[3, 1, 0\]/, '"schools": [3, 1, -0]'),
  );
  assert.ok(zero.ok && zero.document.schema === "access/1");
  assert.ok(Object.is(zero.document.areas.schools[2], 0));
});

const refused = jsonFiles("test/refused/");
const stringsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, child]) => [...(Array.isArray(value) ? [] : [key]), ...stringsOf(child)])
      : [];
/** Every key a schema names. Only these may be repeated in a path. */
const schemaKeys = new Set(
  jsonFiles("packages/contract/schema/").flatMap((file) => [...read(file).matchAll(/"([\w-]+)": \{/g)].map(([, key]) => key!)),
);

test("there is a refused document for every code, and a piece of advice", () => {
  assert.deepEqual(refused.map((file) => file.replace(/^.*\/|\.json$/g, "")).sort(), Object.keys(advice).sort());
});

for (const file of refused) {
  const code = file.replace(/^.*\/|\.json$/g, "");
  test(`test/refused: ${code}, and nothing of the document is repeated`, () => {
    const parsed = readDocument(read(file));
    assert.ok(!parsed.ok);
    assert.deepEqual([...new Set(parsed.issues.map((issue) => issue.code))], [code]);
    for (const issue of parsed.issues) {
      assert.match(issue.path, /^\$(\.[A-Za-z][\w-]*|\[\d+\]|\["\?"\])*$/);
      for (const [, key] of issue.path.matchAll(/\.([\w-]+)/g)) assert.ok(schemaKeys.has(key!), `${key} is no key of a schema`);
      assert.equal(issue.advice, advice[code]);
    }
    const told = JSON.stringify(parsed.issues.map(({ code, path }) => [code, path]));
    const data = code === "not-json" ? [] : stringsOf(JSON.parse(read(file))).filter((text) => text.length > 3 && !schemaKeys.has(text));
    for (const text of data) assert.ok(!told.includes(text), `the issue repeats a text of the document`);
  });
}

test("a key that is itself data is not repeated in a path", () => {
  assert.deepEqual(codesOf({ ...gauge(), Jane_Example: { phone: "+1 555 010 0199" } }), ['privacy-person $["?"]["?"]']);
  assert.deepEqual(codesOf({ ...gauge(), Jane_Example: 1 }), ['unknown-key $["?"]']);
  assert.deepEqual(codesOf(gauge({ target: { share: 70, label: "Target", "Jane Example": [] } })), ['unknown-key $.target["?"]']);
});

test("the alternative that was meant is the one that is told of", () => {
  assert.deepEqual(codesOf(gauge({ audience: { kind: "partner", id: "harborview", consent: "yes" } })), [
    "missing $.audience.confidentiality",
  ]);
  assert.deepEqual(codesOf(gauge({ audience: { kind: "everybody" } })), ["unknown-word $.audience.kind"]);
  assert.deepEqual(codesOf(gauge({ trained: { min: "60", max: 200 } })), ["wrong-type $.trained.min"]);
  assert.deepEqual(codesOf(gauge({ trained: { min: 200, max: 60 } })), ["empty-range $.trained"]);
  assert.deepEqual(codesOf(gauge({ trained: { min: 180, max: 189, exactly: 183 } })), ['unknown-key $.trained["?"]']);
  assert.deepEqual(codesOf(gauge({ trained: null })), ["not-a-figure $.trained"]);
});

test("a later version of a kind that is read here is told apart from a kind nobody knows", () => {
  assert.deepEqual(codesOf(gauge({ schema: "implementation/2" })), ["newer-schema $.schema"]);
  assert.deepEqual(codesOf(gauge({ schema: "access/12" })), ["newer-schema $.schema"]);
  for (const schema of [
    "implementation/0",
    "implementation/1.0",
    "implementation/01",
    "implementation",
    "Implementation/2",
    "x/1",
    1,
    null,
    {},
  ])
    assert.deepEqual(codesOf(gauge({ schema })), ["unknown-schema $.schema"], JSON.stringify(schema));
  const { schema: _, ...nameless } = gauge();
  assert.deepEqual(codesOf(nameless), ["missing $.schema"]);
});

test("a widget that reads one kind refuses another", () => {
  assert.ok(parseAs([implementation], gauge()).ok);
  const other = readAs([access], JSON.stringify(gauge()));
  assert.deepEqual(other, { ok: false, issues: [{ code: "unknown-schema", path: "$.schema" }] });
});

test("anything that is not plain JSON is refused, and nothing throws", () => {
  class Gauge {
    constructor() {
      Object.assign(this, gauge());
    }
  }
  const circle = gauge();
  circle["period"] = circle;
  const trap = () => {
    throw new Error("a trap");
  };
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const cases: [string, unknown, string][] = [
    ["nothing", undefined, "not-an-object $"],
    ["null", null, "not-an-object $"],
    ["a function", () => gauge(), "not-an-object $"],
    ["a symbol", Symbol("x"), "not-an-object $"],
    ["a big integer", 1n, "not-an-object $"],
    ["a text", "{}", "not-an-object $"],
    ["an instance", new Gauge(), "not-plain $"],
    ["a map", new Map(Object.entries(gauge())), "not-plain $"],
    ["a date as date", gauge({ asOf: new Date(0) }), "not-plain $.asOf"],
    ["a boxed text", gauge({ title: new String("title") }), "not-plain $.title"],
    ["a big integer inside", gauge({ trained: 180n }), "not-plain $.trained"],
    ["not a number", gauge({ trained: NaN }), "not-plain $.trained"],
    ["undefined inside", gauge({ summary: undefined }), "not-plain $.summary"],
    ["a function inside", { ...gauge(), toJSON: () => gauge() }, 'not-plain $["?"]'],
    ["a symbol as key", { ...gauge(), [Symbol("x")]: 1 }, "not-plain $"],
    ["a sparse list", gauge({ notes: [, { kind: "definition" }] }), "not-plain $.notes[0]"], // oxlint-disable-line no-sparse-arrays
    ["typed arrays", gauge({ notes: new Uint8Array(3) }), "not-plain $.notes"],
    ["an object with a prototype of its own", Object.create(gauge()), "not-plain $"],
    ["a getter that throws", Object.defineProperty(gauge(), "title", { get: trap, enumerable: true }), "not-plain $"],
    ["a proxy that throws", new Proxy(gauge(), { ownKeys: trap }), "not-plain $"],
    ["a revoked proxy", revoked, "not-plain $"],
  ];
  for (const [name, value, expected] of cases) assert.deepEqual(codesOf(value), [expected], name);
  assert.match(codesOf(circle)[0]!, /^too-deep \$\.period\.period/);
});

test("a getter or proxy cannot show the check one value and the reader another", () => {
  let looks = 0;
  const twofaced = Object.defineProperty(gauge(), "title", { get: () => (looks++ === 0 ? "First" : "<b>Second</b>"), enumerable: true });
  const parsed = parseDocument(twofaced);
  assert.ok(parsed.ok);
  assert.equal(parsed.document.title, "First");
  assert.equal(looks, 1);
});

test("a key given twice is refused wherever it stands, also when written in another way", () => {
  const spoil = (from: string, to: string) => {
    const parsed = readDocument(JSON.stringify(gauge()).replace(from, to));
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
  };
  assert.deepEqual(spoil('"met":112', '"met":5,"met":112'), ["duplicate-key $.met"]);
  assert.deepEqual(spoil('"met":112', '"m\\u0065t":5,"met":112'), ["duplicate-key $.met"]);
  assert.deepEqual(spoil('"kind":"denominator"', '"kind":"definition","kind" : "denominator"'), ["duplicate-key $.notes[1].kind"]);
  assert.deepEqual(spoil('"title":"', '"title":"met\\" :1, \\"met\\" :2 '), []);
});

test("keys that reach for prototypes are refused at any depth and change nothing", () => {
  for (const key of ["__proto__", "constructor", "prototype"])
    for (const text of [
      JSON.stringify(gauge()).replace("{", `{"${key}":{"polluted":1},`),
      JSON.stringify(gauge()).replace('"period":{', `"period":{"${key}":{"polluted":1},`),
      JSON.stringify(gauge({ trained: { deep: [{ deeper: {} }] } })).replace('"deeper":{', `"deeper":{"${key}":1`),
    ]) {
      const parsed = readDocument(text);
      assert.ok(!parsed.ok);
      assert.equal(parsed.issues[0]?.code, "forbidden-key");
    }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});

test("a page that has added to Object.prototype still reads documents, and lends them nothing", () => {
  const { privacy, ...open } = gauge();
  const added: Record<string, unknown> = { privacy, extend: () => 1, summary: "<b>lent</b>" };
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  try {
    Object.assign(prototype, added);
    assert.deepEqual(codesOf(gauge()), []);
    assert.deepEqual(codesOf(open), ["privacy-missing $.privacy"]);
  } finally {
    for (const key of Object.keys(added)) delete prototype[key];
  }
});
