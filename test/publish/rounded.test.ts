import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument, type ImplementationDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { dice } from "./dice.ts";
import { config, folderWith, implementation, read, refused, run } from "./project.ts";

type Json = Record<string, unknown>;
/** Invented teachers of two courses. */
const rowsOf = (groups: readonly [count: number, stage: string, course: string][]) =>
  [
    "teacher,workshop,stage,course",
    ...groups.flatMap(([count, stage, course], group) =>
      Array.from({ length: count }, (_, at) => `t${group}-${at},yes,${stage},${course}`),
    ),
  ].join("\n");
const gauge = (round: number) => ({ ...implementation, round, breakdowns: [{ by: "course", label: "By course", column: "course" }] });
const asked = (round: number, threshold: number, ...more: Json[]) => {
  const made = config({ file: "rows.csv" }, gauge(round), { documents: [gauge(round), ...more] }) as Json & {
    publication: { privacy: Json };
  };
  return { ...made, publication: { ...made.publication, privacy: { ...made.publication.privacy, threshold } } };
};
const keys = ["trained", "met", "started", "notStarted", "notKnown"] as const;
const lines = (document: ImplementationDocument) => [document, ...document.breakdowns.flatMap(({ groups }) => groups)];

test("every count is told rounded, small ones and none too, and an attack with every sum finds nothing", async () => {
  const rows = rowsOf([
    [41, "met", "csd"],
    [14, "started", "csd"],
    [3, "none", "csd"],
    [26, "met", "csp"],
    [1, "started", "csp"],
  ]);
  const document = read(await run(folderWith({ "rows.csv": rows }), asked(20, 10)), "gauge") as unknown as ImplementationDocument;
  const tell = (...values: number[]) => values.map((value) => ({ value, nearest: 20 }));
  assert.deepEqual(
    lines(document).map((line) => keys.map((key) => line[key])),
    [tell(80, 60, 20, 0, 0), tell(60, 40, 20, 0, 0), tell(20, 20, 0, 0, 0)],
  );
  assert.ok(parseDocument(document).ok);
  const { narrow, open, narrowest } = await auditDocuments([document]);
  assert.deepEqual([narrow, open], [[], 15]);
  assert.ok(narrowest >= 5);
});

test("whatever the counts, rounded figures are right, and what they leave is five values at least", async () => {
  const { next } = dice(4);
  const roll = (most: number) => Math.floor(next() * most);
  for (let round = 0; round < 3; round++) {
    const groups = ["csd", "csp", "csa"].flatMap((course) =>
      ["met", "started", "none", ""].map((stage): [number, string, string] => [roll(2) ? roll(60) : roll(6), stage, course]),
    );
    const folder = folderWith({ "rows.csv": rowsOf(groups) });
    const document = read(await run(folder, asked(10, 5)), "gauge") as unknown as ImplementationDocument;
    const { narrow, contradictory } = await auditDocuments([document]);
    assert.deepEqual([narrow, contradictory], [[], []], `round ${round}`);
    const met = groups.reduce((sum, [count, stage]) => sum + (stage === "met" ? count : 0), 0);
    assert.deepEqual(document.met, { value: Math.floor(met / 10 + 0.5) * 10, nearest: 10 });
  }
});

test("a multiple too small for the minimum is refused, and so is a second document of the same people", async () => {
  const folder = folderWith({
    "rows.csv": rowsOf([
      [60, "met", "csd"],
      [30, "none", "csp"],
    ]),
  });
  const { code, message } = await refused(folder, asked(10, 10));
  assert.equal(code, "config-refused");
  assert.match(message, /give 18 or more/);
  assert.equal((await refused(folder, asked(20, 10, { ...implementation, id: "exact" }))).code, "groups-overlap");
});

test("rounded counts that pin each other are found, also by who knows where halves go", async () => {
  const folder = folderWith({
    "rows.csv": rowsOf([
      [60, "met", "csd"],
      [30, "none", "csp"],
    ]),
  });
  const document = read(await run(folder, asked(20, 10)), "gauge") as unknown as ImplementationDocument;
  document.breakdowns = [];
  const set = (nearest: number, values: number[]) => keys.forEach((key, at) => (document[key] = { value: values[at]!, nearest }));
  set(20, [20, 20, 20, 20, 0]);
  assert.ok((await auditDocuments([document])).narrow.length > 0, "three of ten at least are thirty, and thirty is the most there are");
  set(20, [40, 20, 20, 20, 0]);
  assert.deepEqual((await auditDocuments([document])).narrow, []);
  document.trained = { value: 30, nearest: 10 };
  const { narrow } = await auditDocuments([document]);
  assert.ok(
    narrow.some(({ path, values }) => path === "$.met" && values === 3),
    "ten to fifteen by the figures alone; where halves go down, eleven to thirteen",
  );
});
