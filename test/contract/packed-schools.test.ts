import assert from "node:assert/strict";
import { test } from "node:test";
import { accept, access, packDegrees, packIds, parseDocument, type AccessDocument } from "@vitrine/contract";
import { accessOf } from "../widgets/access-fixture.ts";

const schools = Array.from({ length: 300 }, (_, at) => ({
  name: `School ${at}`,
  area: at % 2 ? "12001" : "12003",
  status: "offers" as const,
  ...(at % 7 && { at: [(250_000 + ((at * 7919) % 60_000)) / 10_000, -(820_000 + ((at * 3571) % 60_000)) / 10_000] as [number, number] }),
}));
const ids = schools.map((_, at) => String(10_000_500_870 + at * at).padStart(12, "0"));
const plain = (): AccessDocument => {
  const document = accessOf(schools);
  return { ...document, schools: { ...document.schools!, id: ids } };
};
type Columns = Record<"id" | "latitude" | "longitude", unknown>;
const packed = (change: (columns: Columns) => Partial<Columns> = () => ({})): unknown => {
  const document = plain();
  const { id, latitude, longitude } = document.schools!;
  const columns = { id: packIds(id), latitude: packDegrees(latitude), longitude: packDegrees(longitude) };
  return { ...document, schools: { ...document.schools, ...columns, ...change(columns) } };
};

test("ids and places that are written shorter are read as the same document, and take less room", () => {
  const parsed = parseDocument(packed());
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.document, { ...plain() });
  assert.deepEqual(accept(access, packed()), parsed.document);
  assert.ok(JSON.stringify(packed()).length < 0.8 * JSON.stringify(plain()).length);
});

test("what has no shorter form stays as it is", () => {
  for (const odd of [["0100", "010"], ["a1", "a2"], ["12", "11"], [], ["1234567890123456"]]) assert.deepEqual(packIds(odd), odd);
  for (const odd of [[25.12345], ["unknown", "unknown"] as const, []]) assert.deepEqual(packDegrees(odd), odd);
});

test("a place on either side of the world, and one spot for all, are read back", () => {
  for (const cells of [[-179.9999, 0, 179.9999, "unknown"], [12.5], [7, 7, 7]] as (number | "unknown")[][]) {
    const document = accessOf(cells.map(() => ({ name: "A", area: "12001", status: "offers" })));
    const longitude = packDegrees(cells);
    const latitude = cells.map((cell) => (cell === "unknown" ? cell : 10));
    const parsed = parseDocument({ ...document, schools: { ...document.schools, latitude, longitude } });
    assert.ok(parsed.ok);
    assert.deepEqual((parsed.document as AccessDocument).schools!.longitude, cells);
  }
});

const spoilt: [string, (columns: Columns) => Partial<Columns>, string, string][] = [
  ["a sign that is none", () => ({ latitude: { from: 0, digits: [[`${"A".repeat(299)}0`]] } }), "bad-cell", "$.schools.latitude"],
  ["places of different lengths", () => ({ latitude: { from: 0, digits: [["AA"], ["A"]] } }), "wrong-type", "$.schools.latitude"],
  ["too few places", () => ({ latitude: { from: 0, digits: [["AA"]] } }), "column-length", "$.schools.latitude"],
  ["half a ten-thousandth", ({ latitude }) => ({ latitude: { ...(latitude as object), from: 0.5 } }), "wrong-type", "$.schools.latitude"],
  [
    "degrees past the world",
    ({ latitude }) => ({ latitude: { ...(latitude as object), from: 1_800_000 } }),
    "bad-cell",
    "$.schools.latitude",
  ],
  ["a key more", ({ latitude }) => ({ latitude: { ...(latitude as object), more: 1 } }), "wrong-type", "$.schools.latitude"],
  ["no digits", () => ({ latitude: { from: 1 } }), "wrong-type", "$.schools.latitude"],
  ["nothing", () => ({ latitude: null }), "wrong-type", "$.schools.latitude"],
  ["a step back", () => ({ id: { first: "100", steps: [...Array(298).fill(1), -1] } }), "wrong-type", "$.schools.id"],
  ["a step of none", () => ({ id: { first: "100", steps: [...Array(298).fill(1), 0] } }), "duplicate-id", "$.schools.id[299]"],
  ["an id that is no number", () => ({ id: { first: "x", steps: [] } }), "wrong-type", "$.schools.id"],
];
for (const [name, change, code, path] of spoilt)
  test(`${name} is refused`, () => {
    const parsed = parseDocument(packed(change));
    assert.ok(!parsed.ok);
    assert.deepEqual([parsed.issues[0]!.code, parsed.issues[0]!.path], [code, path]);
    assert.equal(accept(access, packed(change)), undefined);
  });
