import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { advice, parseDocument, readDocument, type ImplementationDocument } from "@vitrine/contract";
import { long } from "../helpers/laws.ts";
import { json, validFiles } from "./sample.js";
import { change, spoil } from "./spoil.js";

const valid = validFiles.map((file) => json(file) as Record<string, unknown>);
/** `npm run laws` asks for the long run. */
const runs = { numRuns: 400 };

/** Every issue has a known code, the advice for it, and a path of schema keys, positions and question marks. */
function assertHonest(value: unknown) {
  const parsed = parseDocument(value);
  if (parsed.ok) return parsed;
  assert.ok(parsed.issues.length > 0 && parsed.issues.length <= 50);
  for (const { code, path, advice: what } of parsed.issues) {
    assert.equal(what, advice[code]);
    assert.match(path, /^\$(\.[A-Za-z][\w-]*|\[\d+\]|\["\?"\])*$/);
  }
  return parsed;
}

test("no JSON value is taken for a document, and none throws", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => assert.equal(assertHonest(value).ok, false)),
    runs,
  );
});

test("nothing that JavaScript can make throws", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
    withObjectString: true,
  });
  fc.assert(
    fc.property(
      anything,
      fc.constantFrom(...valid),
      fc.constantFrom("title", "notes", "trained", "areas", "privacy", "anything"),
      (value, document, key) => {
        assertHonest(value);
        assertHonest({ ...document, [key]: value });
      },
    ),
    runs,
  );
});

test("no text that is not JSON throws", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.json().map((text) => text.slice(1)),
        fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', ",", ":", "\\", " ", "1", "a") }),
      ),
      (text) => {
        assert.equal(readDocument(text).ok, false);
      },
    ),
    runs,
  );
});

test("a spoilt document never throws, and its issues repeat nothing of what was put in", () => {
  fc.assert(
    fc.property(fc.constantFrom(...valid), fc.array(change, { minLength: 1, maxLength: 4 }), (document, changes) => {
      const spoilt = spoil(document, changes);
      const before = JSON.stringify(spoilt);
      const parsed = assertHonest(spoilt);
      assert.equal(JSON.stringify(spoilt), before);
      if (!parsed.ok) assert.ok(!JSON.stringify(parsed.issues).includes("Marker"));
    }),
    { numRuns: long ? 10_000 : 500 },
  );
});

test("what was read once is read again as the same", () => {
  for (const document of valid) {
    const once = parseDocument(document);
    assert.ok(once.ok);
    assert.deepEqual(parseDocument(once.document), once);
    assert.deepEqual(readDocument(JSON.stringify(once.document)), once);
  }
});

const stages = ["met", "started", "notStarted", "notKnown"] as const;
type Row = Record<"trained" | (typeof stages)[number], unknown>;
const threshold = 5;

/** A table of people by group and stage, with its sums, and for each cell how it is published. */
const published = fc
  .array(
    fc.record({
      cells: fc.array(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 5, max: 60 })), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .chain((groups) => {
    const table = groups.map(({ cells }) => [cells.reduce((sum, cell) => sum + cell, 0), ...cells]);
    const total = [0, 1, 2, 3, 4].map((column) => table.reduce((sum, row) => sum + row[column]!, 0));
    const rows = [total, ...table];
    return fc.tuple(
      fc.constant(rows),
      fc.array(fc.constantFrom("exact", "exact", "exact", "withheld", "tens", "absent"), {
        minLength: rows.length * 5,
        maxLength: rows.length * 5,
      }),
      fc.boolean(),
    );
  })
  .map(([rows, ways, careful]) =>
    rows.map((row, r) => {
      const write = (value: number, at: number): unknown => {
        const way = ways[r * 5 + at]!;
        const small = value < threshold;
        if (way === "tens") return { min: value - (value % 10), max: value - (value % 10) + 9 };
        if (way === "absent") return "not-reported";
        return way === "withheld" || (careful && small) ? "withheld" : value;
      };
      return Object.fromEntries((["trained", ...stages] as const).map((key, at) => [key, write(row[at]!, at)])) as Row;
    }),
  );

test("what is read as a document shows no small count and leaves no single figure hidden in a sum", () => {
  const document = json("packages/contract/reference/implementation.example.json") as ImplementationDocument;
  let read = 0;
  fc.assert(
    fc.property(published, ([total, ...groups]) => {
      const parsed = parseDocument({
        ...document,
        ...total,
        breakdowns: [
          { by: "course", label: "By course", partition: true, groups: groups.map((row, at) => ({ id: `g${at}`, name: "Group", ...row })) },
        ],
      });
      if (!parsed.ok) return;
      read++;
      const rows = [total!, ...groups];
      for (const row of rows) for (const key of stages) assert.ok(typeof row[key] !== "number" || row[key] >= threshold);
      const lines = [
        ...rows.map((row) => [row.trained, ...stages.map((key) => row[key])]),
        ...(["trained", ...stages] as const).map((key) => rows.map((row) => row[key])),
      ];
      for (const [sum, ...parts] of lines) {
        const hidden = [sum, ...parts].filter((figure) => figure === "withheld" || typeof figure === "object");
        if (![sum, ...parts].includes("not-reported")) assert.notEqual(hidden.length, 1);
        // Where a total is shown and only withheld parts are hidden, they have at least four people between them.
        if (typeof sum === "number" && hidden.length > 0 && hidden.every((figure) => figure === "withheld")) {
          const shown = parts.reduce<number>((all, part) => all + (typeof part === "number" ? part : 0), 0);
          assert.ok(sum - shown >= threshold - 1);
        }
      }
    }),
    { numRuns: long ? 4000 : 1000 },
  );
  assert.ok(read > (long ? 100 : 25), `only ${read} of these tables could be read: the test shows nothing`);
});
