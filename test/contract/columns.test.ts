import assert from "node:assert/strict";
import { test } from "node:test";
import { accept, access, parseAs, roster, type AccessDocument, type Kind, type RosterDocument } from "@vitrine/contract";
import { document } from "../helpers/documents.js";
import { rosterOf } from "../helpers/roster.js";

/** What a page draws is what the contract reads, and nothing else. Returns whether it was read. */
function assertSame<D>(kind: Kind<D>, value: unknown, what: string): boolean {
  const read = parseAs([kind], value);
  assert.deepEqual(accept(kind, value), read.ok ? read.document : undefined, what);
  return read.ok;
}

const rows = 40;
/** Beside each other, where a column is looked at as one text: alone some of them say nothing. */
const neighbours: [string, string][] = [
  ["Ana 555", "123 4567"],
  ["Ana 555-123", "4567"],
  ["555-12", "3456"],
  ["123", "45 6789"],
  ["ana@", "alder.example"],
  ["ana (at", ") alder.example"],
  ["ana at", "alder dot example"],
  ["a at b", "dot com"],
  ["dot", "at"],
  ["Ana &#6", "4;alder.example"],
  ["Ana %4", "0alder.example"],
  ["a\u0301\u0301\u0301\u0301\u0301", "\u0301\u0301\u0301\u0301\u0301b"],
  ["Ana \ud83d", "\ude00 Abara"],
  ["1234567", "Ana"],
  ["Ana ~", "~ Abara"],
];
const texts = [
  "ana@alder.example",
  "Ana (555) 123-4567",
  "Ana 123-45-6789",
  "Ana 1234567",
  "Ana at alder dot example",
  "Ana &commat; alder.example",
  "Ana\nAbara",
  "Ana\u202eAbara",
  "Ana\u0000",
  "A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
  "A\u0301na",
  "王小明",
  "５５５-123-4567",
  "Ana (Jr.) 2",
  "~",
  " ",
  "",
  "x".repeat(160),
  "x".repeat(161),
  "x".repeat(4001),
];
const others = [
  0,
  -0,
  1,
  -1,
  0.5,
  2 ** 30 - 1,
  2 ** 30,
  2 ** 31,
  2 ** 32,
  999_999_999,
  1_000_000_000,
  1e20,
  NaN,
  Infinity,
  null,
  true,
  undefined,
  10n,
  "0",
  [],
  [0],
  {},
  { min: 1, max: 9 },
  { min: 1, max: 9, more: 1 },
  { min: -0, max: 9 },
  Object.assign(Object.create(null), { min: 1, max: 9 }),
  { valueOf: () => 0 },
  Symbol("a"),
];

function placesOf(value: unknown): unknown[][] {
  if (Array.isArray(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(placesOf) : [];
}

test("a page that copies columns at once draws the rosters that the contract reads, whatever stands in a cell", () => {
  const whole = rosterOf({ rows });
  const read = new Set<boolean>();
  const columns = placesOf(whole.rows).length;
  for (let column = 0; column < columns; column++)
    for (const [at, cell] of [...texts, ...others].entries()) {
      const made = structuredClone(whole);
      const cells = placesOf(made.rows)[column]!;
      cells[at % cells.length] = cell;
      read.add(assertSame(roster, made, `column ${column}, cell ${at}`));
    }
  assert.equal(read.size, 2);
});

test("texts of two cells are never taken for one", () => {
  const read = new Set<boolean>();
  for (const [one, other] of neighbours) {
    const made = rosterOf({ rows });
    const { teacher } = made.rows;
    [teacher[3], teacher[4]] = [one, other];
    read.add(assertSame(roster, made, `${one} | ${other}`));
    const schools = structuredClone(document("access", "typical")) as AccessDocument;
    schools.schools!.name.splice(0, 2, one, other);
    read.add(assertSame(access, schools, `${one} | ${other}`));
  }
  assert.equal(read.size, 2);
});

test("columns with holes, of other lengths, and lists that are not of the page's own making", () => {
  const spoilt = (change: (document: RosterDocument) => void, what: string) => {
    const made = rosterOf({ rows });
    change(made);
    return assertSame(roster, made, what);
  };
  assert.equal(
    spoilt(({ rows }) => void Reflect.deleteProperty(rows.school, 3), "a hole"),
    false,
  );
  assert.equal(
    spoilt(({ rows }) => void Reflect.deleteProperty(rows.teacher, 3), "a hole among texts"),
    false,
  );
  assert.equal(
    spoilt(({ rows }) => void rows.school.pop(), "too short"),
    false,
  );
  assert.equal(
    spoilt(({ rows }) => void (rows.school.length = 2 ** 32 - 1), "endless"),
    false,
  );
  assert.equal(
    spoilt(({ rows }) => {
      const given = rows.school;
      rows.school = new Proxy(given, {});
    }, "a proxy"),
    true,
  );
});

test("an id twice is found, in order or not", () => {
  for (const [from, to] of [
    [0, 1],
    [5, 30],
  ] as const) {
    const made = rosterOf({ rows });
    made.rows.id[to] = made.rows.id[from]!;
    assert.equal(assertSame(roster, made, "twice"), false);
  }
  const made = rosterOf({ rows });
  const { id } = made.rows;
  [id[3], id[4]] = [id[4]!, id[3]!];
  assert.equal(assertSame(roster, made, "not in order"), true);
});

test("what rows say of a teacher is compared row by row", () => {
  for (const key of ["stage", "metBar", "participation", "counted"] as const)
    for (let row = 0; row < rows; row++) {
      const made = rosterOf({ rows });
      const { values, index } = made.rows[key];
      index[row] = (index[row]! + 1) % values.length;
      assertSame(roster, made, `${key} ${row}`);
    }
});
