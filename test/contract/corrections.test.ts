import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod";
import { correctionsToCsv, csvLine, parseCorrections, readCorrections, readCsv, type Corrections } from "@vitrine/contract";
import { jsonSchemaOf } from "../../.scripts/reference/schema.js";
import { json, read } from "./sample.js";

const example = () => json("packages/contract/reference/corrections.example.json") as Corrections;
const about = () => ({ teacher: "Ana Li", school: "Alder High School", district: "Alder Unified", course: "CS Discoveries" });
const entry = (change: object): Corrections => ({
  ...example(),
  entries: [{ row: "r-1", mark: "not-a-teacher", ...change } as Corrections["entries"][number]],
});
const codes = (value: unknown) => {
  const parsed = parseCorrections(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};

test("the example comes back as it is, from its text and through a spreadsheet", () => {
  const whole = { ok: true, document: example() };
  assert.deepEqual(parseCorrections(example()), whole);
  assert.deepEqual(readCorrections(read("packages/contract/reference/corrections.example.json")), whole);
  assert.deepEqual(readCorrections(correctionsToCsv(example(), about)), whole);
  assert.deepEqual(readCorrections(`\ufeff${correctionsToCsv(example(), about).replaceAll("\r\n", "\n")}`), whole);
});

test("the example fits its JSON Schema, and a key that no schema knows fits neither", () => {
  const schema = z.fromJSONSchema(jsonSchemaOf("corrections") as z.core.JSONSchema.JSONSchema);
  assert.equal(schema.safeParse(example()).success, true);
  assert.equal(schema.safeParse({ ...example(), students: [] }).success, false);
  assert.deepEqual(codes({ ...example(), students: [] }), ['unknown-key $["?"]']);
});

test("names and notes that a spreadsheet would run are made harmless, and come back as they were", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "'quoted'", 'a "b", c', "\t=1"]) {
    const line = csvLine([text, "next"]);
    assert.doesNotMatch(line, /^"?[=+\-@\t\r]/, text);
    assert.deepEqual(readCsv(line), [[text, "next"]], text);
  }
  const noted = entry({ note: "=HYPERLINK(evil)" });
  const csv = correctionsToCsv(noted, () => ({ teacher: "=cmd|x" }));
  assert.doesNotMatch(csv, /(^|[,"\n])[=+@]/m);
  assert.deepEqual(readCorrections(csv), { ok: true, document: noted });
});

test("a table may be long: 20,000 corrections make the way to a spreadsheet and back", () => {
  const entries = Array.from({ length: 20_000 }, (_, at) => ({ row: `r-${at}`, mark: "met-bar-in-dispute" as const }));
  const parsed = readCorrections(correctionsToCsv({ ...example(), entries }, about));
  assert.ok(parsed.ok);
  assert.equal(parsed.document.entries.length, 20_000);
});

test("a mark has what it needs, and nothing else", () => {
  assert.deepEqual(codes(entry({ mark: "remove-duplicate" })), ["missing $.entries[0].keep"]);
  assert.deepEqual(codes(entry({ mark: "link-another-account" })), ["missing $.entries[0].account"]);
  assert.deepEqual(codes(entry({ keep: "r-2" })), ["contradicts $.entries[0].keep"]);
  assert.deepEqual(codes(entry({ account: "a@b.example" })), ["contradicts $.entries[0].account"]);
  assert.deepEqual(codes(entry({ mark: "remove-duplicate", keep: "r-1" })), ["contradicts $.entries[0].keep"]);
  assert.deepEqual(codes(entry({ mark: "stopped-teaching" })), ["unknown-word $.entries[0].mark"]);
  assert.deepEqual(codes(entry({ mark: "link-another-account", account: "not an address" })), ["bad-format $.entries[0].account"]);
});

test("a row has one entry, and one that is kept is not removed", () => {
  const entries = [
    { row: "r-1", mark: "remove-duplicate", keep: "r-2" },
    { row: "r-2", mark: "remove-duplicate", keep: "r-1" },
  ];
  assert.deepEqual(codes({ ...example(), entries }), ["contradicts $.entries[0].keep", "contradicts $.entries[1].keep"]);
  const twice = { row: "r-1", mark: "not-a-teacher" };
  assert.deepEqual(codes({ ...example(), entries: [twice, twice] }), ["duplicate-id $.entries[1].row"]);
});

test("an address of a person stands where it belongs, and nowhere else", () => {
  assert.deepEqual(codes(entry({ note: "write to ana@alder.example" })), ["privacy-person $.entries[0].note"]);
  assert.deepEqual(codes(entry({ note: "call 555 010 0199" })), ["privacy-person $.entries[0].note"]);
});

test("what is no corrections file says so, and does not repeat it", () => {
  for (const text of ["", "teacher,school\r\nAna,Alder\r\n", "a sentence\r\nteacher\r\nAna", '"never ends', "PK\u0003\u0004"]) {
    const parsed = readCorrections(text);
    assert.deepEqual(parsed, { ok: false, issues: [{ code: "bad-format", path: "$" }] }, text);
  }
  const mixed = correctionsToCsv(example(), about).replace(/harborview-roster-2025,1,addition/, "another-roster,1,addition");
  assert.equal(readCorrections(mixed).ok, false);
});
