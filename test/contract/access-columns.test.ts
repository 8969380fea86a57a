import assert from "node:assert/strict";
import { test } from "node:test";
import { accept, acceptByColumns, acceptText, access, packDegrees, packIds } from "@vitrine/contract";
import fc from "fast-check";
import { long } from "../helpers/laws.ts";
import { accessOf } from "../widgets/access-fixture.ts";
import { jsonFiles, read } from "./sample.js";
import { change, spoil } from "./spoil.js";

/** What the last step gives, and how many there were before it. */
function byColumns(text: string) {
  const steps = acceptByColumns(text);
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { document: value, pauses };
  }
}

const document = accessOf([
  { name: "Aspen", area: "12001", status: "offers", at: [27.5, -81.25], level: "high" },
  { name: "Birch", area: "12003", status: "withheld" },
  { name: "Cedar", area: "12003", status: "limited", at: [27.75, -81.5] },
]);
const { latitude, longitude } = document.schools!;
const id = ["120000000001", "120000000004", "120000000009"];
const packed = {
  ...document,
  schools: { ...document.schools, id: packIds(id), latitude: packDegrees(latitude), longitude: packDegrees(longitude) },
};

test("what is checked column by column is the same document, with a pause after every column", () => {
  for (const value of [document, packed]) {
    const { document: read, pauses } = byColumns(JSON.stringify(value));
    assert.ok(read);
    assert.deepEqual(read, accept(access, value));
    assert.equal(pauses, 1 + Object.keys(read.schools!).length);
  }
});

test("and what is refused is the same, whatever is wrong with it", () => {
  const judge = (text: string) => assert.deepEqual(byColumns(text).document, acceptText(access, text), text.slice(0, 2000));
  for (const file of [...jsonFiles("test/documents/access/"), ...jsonFiles("test/attacks/"), ...jsonFiles("test/refused/")])
    judge(read(file));
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    "7",
    '"a"',
    '{"schools":{}}',
    '{"schools":[]}',
    '{"schools":null}',
    '{"__proto__":{"schools":{}}}',
  ])
    judge(text);
  const { schools } = document;
  for (const other of [
    { ...schools, more: [1, 2, 3] },
    { ...schools, name: undefined },
    { ...schools, name: ["Aspen", "Birch", "call 410-555-0100"] },
    { ...schools, name: ["Aspen", "Birch"] },
    { ...schools, status: { values: ["offers"], index: [0, 0, 0] } },
    { ...schools, status: { ...schools!.status, index: [0, 1, 9] } },
    { ...schools, id: ["s1", "s1", "s2"] },
    { ...schools, source: [0, 0, 1] },
    { ...schools, latitude: ["unknown", "unknown", 27.75] },
  ])
    assert.equal(byColumns(JSON.stringify({ ...document, schools: other })).document, undefined);
  judge(`{"__proto__":{},${JSON.stringify(document).slice(1)}`);
  judge(JSON.stringify(document).replace('"schools":{"id"', '"schools":{"__proto__":{},"id"'));
  fc.assert(
    fc.property(fc.constantFrom(document, packed), fc.array(change, { minLength: 1, maxLength: 3 }), (one, changes) =>
      judge(JSON.stringify(spoil(one as never, changes))),
    ),
    { numRuns: long ? 5000 : 300 },
  );
});

test("a text that is too long for a check of its parts is checked whole", () => {
  const { document: read, pauses } = byColumns(`${JSON.stringify(document)}${" ".repeat(4_000_000)}`);
  assert.deepEqual(read, accept(access, document));
  assert.equal(pauses, 0);
});
