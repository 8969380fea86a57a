import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument, readDocument, type Parsed } from "@vitrine/contract";
import { gauge, map } from "./sample.js";

const size = 20 * 1024 * 1024;
const nest = (depth: number, wrap: (inner: unknown) => unknown) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
};
const millionKeys = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, at) => [`key${at}`, at]));
const wide = () => millionKeys;
const longTexts = (text: string) => Array.from({ length: size / 4000 }, () => text.repeat(4000 / text.length));

/** Processor time, and the best of ten at most, so that other work on a shared machine does not count. */
function refuse(name: string, make: () => () => Parsed<unknown>, ...codes: string[]) {
  test(`${name} is refused in under a second`, () => {
    const parse = make();
    let least = Infinity;
    for (let attempt = 0; attempt < 10 && least >= 1_000_000; attempt++) {
      const before = process.cpuUsage();
      const parsed = parse();
      const { user, system } = process.cpuUsage(before);
      least = Math.min(least, user + system);
      assert.ok(!parsed.ok);
      assert.ok(codes.includes(parsed.issues[0]!.code), parsed.issues[0]!.code);
    }
    assert.ok(least < 1_000_000, `took ${least / 1000} ms`);
  });
}
const value = (name: string, make: () => unknown, ...codes: string[]) =>
  refuse(
    name,
    () => {
      const made = make();
      return () => parseDocument(made);
    },
    ...codes,
  );
const text = (name: string, make: () => string, ...codes: string[]) =>
  refuse(
    name,
    () => {
      const made = make();
      return () => readDocument(made);
    },
    ...codes,
  );

value("a text of 20 MB", () => "x".repeat(size), "not-an-object");
value("a title of 20 MB", () => gauge({ title: "x".repeat(size) }), "too-large");
value("an object of a million keys", wide, "too-large");
value("an object of a million keys inside", () => gauge({ scope: wide() }), "too-large");
value("a list of five million", () => gauge({ notes: Array.from({ length: 5_000_000 }, () => 1) }), "too-large");
value("a list without entries of any length", () => gauge({ notes: Object.assign([], { length: 2 ** 32 - 1 }) }), "too-large");
value("two million empty objects", () => gauge({ notes: Array.from({ length: 2_000_000 }, () => ({})) }), "too-large");
value("10,000 objects in each other", () => nest(10_000, (inner) => ({ notes: inner })), "too-deep");
value("10,000 lists in each other", () => gauge({ notes: nest(10_000, (inner) => [inner]) }), "too-deep");
value(
  "a list of one list a hundred times, five levels",
  () => gauge({ notes: nest(5, (inner) => Array.from({ length: 100 }, () => inner)) }),
  "too-large",
);
value(
  "a column of two million numbers",
  () => ({ ...map(), schools: { id: Array.from({ length: 2_000_000 }, () => 1) } }),
  "missing",
  "bad-list",
  "bad-cell",
);
for (const pattern of ["a", "1 ", "+1", "@a", "a@b.", "(at)", "12-4", "1ﷺ"])
  value(`20 MB of ${JSON.stringify(pattern)}`, () => gauge({ notes: longTexts(pattern) }), "too-large", "bad-list");
value(
  "20,000 schools with one id",
  () => {
    const { areas, ...rest } = map();
    const column = <T>(cell: T) => Array.from({ length: 20_000 }, () => cell);
    return {
      ...rest,
      areas: {
        ...areas,
        id: ["alder"],
        name: ["Alder"],
        coverage: { values: ["covered"], index: [0] },
        schools: [20_000],
        by: { offers: [20_000] },
      },
      schools: {
        id: column("h-1"),
        name: column("High"),
        area: { values: ["alder"], index: column(0) },
        status: { values: ["offers"], index: column(0) },
        latitude: column(1),
        longitude: column(1),
      },
    };
  },
  "duplicate-id",
);

text("20 MB of opening brackets", () => "[".repeat(size), "too-large");
// Just below the limit on characters, where the text is really looked at.
const most = 16_000_000;
const fill = (unit: string, before = "", after = "") =>
  before + unit.repeat(Math.floor((most - before.length - after.length) / unit.length)) + after;
text("16 MB of opening brackets", () => fill("["), "too-deep");
text("16 MB of objects in each other", () => fill('{"a":'), "too-deep");
text("16 MB of quotes", () => fill('"'), "not-json");
text("16 MB of backslashes", () => fill("\\", '{"a":"', '"}'), "too-large", "not-json");
text("16 MB of empty objects", () => fill("{},", '{"a":[', "1]}"), "too-large");
text("16 MB of one key", () => fill('"k":1,', "{", '"k":1}'), "duplicate-key");
text("16 MB of keys", () => `{${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join()}}`, "too-large");
text("16 MB of spaces", () => fill(" ", '{"schema"', ":1}"), "unknown-schema");
text("16 MB of digits", () => fill("9", '{"schema":', "}"), "not-plain");
text("16 MB of noise", () => fill("\u0000ÿ{]"), "not-json", "too-deep");

test("a document of 20,000 schools is read, and of 60,000 areas is not", () => {
  const column = <T>(length: number, cell: (row: number) => T) => Array.from({ length }, (_, row) => cell(row));
  const made = (schools: number, areas: number) => ({
    ...map(),
    areas: {
      level: "county",
      id: column(areas, (row) => `a${row}`),
      name: column(areas, (row) => `Area ${row}`),
      coverage: { values: ["covered"], index: column(areas, () => 0) },
      schools: column(areas, (row) => (row === 0 ? schools : 0)),
      by: { offers: column(areas, (row) => (row === 0 ? schools : 0)) },
    },
    schools: {
      id: column(schools, (row) => `12000${1_000_000 + row}`),
      name: column(schools, (row) => `School ${row}`),
      area: { values: ["a0"], index: column(schools, () => 0) },
      status: { values: ["offers"], index: column(schools, () => 0) },
      latitude: column(schools, (row) => 25 + row / 10_000),
      longitude: column(schools, (row) => -80 - row / 10_000),
    },
  });
  const parsed = parseDocument(made(20_000, 3_000));
  assert.deepEqual(parsed.ok ? [] : parsed.issues, []);
  const areas = parseDocument(made(10, 60_000));
  assert.ok(!areas.ok);
  assert.deepEqual(areas.issues[0], {
    code: "bad-list",
    path: "$.areas.id",
    advice: "Give a list with as many entries as the schema allows.",
  });
});
