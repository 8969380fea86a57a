import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImplementationDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { document } from "../helpers/documents.ts";

const typical = document("implementation", "typical");
const withheld = "withheld" as const;
type Stage = number | typeof withheld;
type Row = [met: Stage, started: Stage, notStarted: Stage, notKnown: Stage];
const keys = ["met", "started", "notStarted", "notKnown"] as const;
const stages = (row: Row) => Object.fromEntries(keys.map((key, at) => [key, row[at]!])) as Record<(typeof keys)[number], Stage>;

/** One group of trained teachers and its districts; threshold 5. Invented. */
function release(trained: Stage, whole: Row, districts: Record<string, [trained: Stage, ...Row]> = {}, asOf = "2026-09-30") {
  const made: ImplementationDocument = { ...structuredClone(typical), asOf, trained, ...stages(whole), breakdowns: [] };
  const groups = Object.entries(districts).map(([id, [all, ...row]]) => ({ id, name: "District", trained: all, ...stages(row) }));
  if (groups.length > 0) made.breakdowns = [{ by: "district", label: "By district", partition: true, groups }];
  return made;
}
const found = async (now: ImplementationDocument, ...earlier: ImplementationDocument[]) =>
  (await auditDocuments([now], { earlier: earlier.map((one) => [one]) })).narrow.map(({ id, path, why }) => [
    id === now.id ? path : `earlier ${path}`,
    why,
  ]);

test("the same figures again, or figures that moved by the threshold at least, tell nothing new", async () => {
  const first = release(100, [60, 20, 10, 10]);
  assert.deepEqual(await found(first, first), []);
  assert.deepEqual(await found(release(106, [66, 20, 10, 10]), first), []);
});

test("a corrected row: a figure that moved by fewer people than the threshold is found", async () => {
  const first = release(100, [60, 20, 10, 10]);
  assert.deepEqual(await found(release(100, [61, 19, 10, 10]), first), [
    ["$.met", "small-change"],
    ["$.started", "small-change"],
  ]);
  assert.deepEqual(await found(release(100, [63, withheld, withheld, 10]), first), [
    ["$.met", "small-change"],
    ["$.started", "small-change"],
  ]);
});

test("what was withheld stays withheld for its period, in another breakdown too", async () => {
  const first = release(100, [60, 20, withheld, withheld]);
  assert.deepEqual(await found(release(100, [60, 20, 10, 10]), first), [
    ["$.notStarted", "shown-again"],
    ["$.notKnown", "shown-again"],
  ]);
  const next = release(100, [60, 20, 10, 10]);
  next.period = { label: "2026-27", from: "2026-07-01", to: "2027-06-30" };
  assert.deepEqual(await found(next, first), [], "another period counts other people");
});

test("figures that each publication protects are subtracted from each other", async () => {
  const first = release(200, [120, 40, 20, 20]);
  const now = release(200, [120, 40, withheld, withheld], { north: [100, 60, 20, withheld, withheld], south: [100, 60, 20, 15, 5] });
  assert.deepEqual(await found(now), []);
  assert.deepEqual(await found(now, first), [
    ["$.breakdowns[0].groups[0].notStarted", "close"],
    ["$.breakdowns[0].groups[0].notKnown", "close"],
  ]);
});

test("a document with one more breakdown opens what the earlier one closed", async () => {
  const first = release(200, [120, 40, 20, 20], { north: [100, 60, 20, withheld, withheld], south: [100, 60, 20, withheld, withheld] });
  const now = structuredClone(first);
  now.breakdowns[0]!.groups[0]!.notStarted = now.breakdowns[0]!.groups[1]!.notStarted = 10;
  assert.ok((await found(now, first)).some(([path, why]) => path === "$.breakdowns[0].groups[0].notStarted" && why === "shown-again"));
  const also = structuredClone(first);
  also.breakdowns.unshift(structuredClone(typical.breakdowns[0]!));
  Object.assign(also.breakdowns[0]!.groups[0]!, { trained: 100, ...stages([60, 20, 10, 10]) });
  Object.assign(also.breakdowns[0]!.groups[1]!, { trained: 100, ...stages([60, 20, 10, 10]) });
  assert.deepEqual(await found(also, first), [], "rows are known by their ids, not by their positions");
});

test("a district leaves the region: what remains of it is found, unless it is large", async () => {
  const rows: Record<string, [Stage, ...Row]> = {
    north: [90, 50, 20, 10, 10],
    south: [90, 50, 20, 10, 10],
    east: [withheld, ...Array<"withheld">(4).fill(withheld)] as never,
    west: [withheld, ...Array<"withheld">(4).fill(withheld)] as never,
  };
  const first = release(200, [112, 44, 22, 22], rows);
  const { east: _, ...rest } = rows;
  assert.ok(
    (await found(release(196, [109, 43, 22, 22], rest), first)).some(([path, why]) => path === "$.trained" && why === "small-change"),
  );
  assert.deepEqual(
    await found(
      release(90, [50, 20, 10, 10], { north: rows["north"]! }),
      release(180, [100, 40, 20, 20], { north: rows["north"]!, south: rows["south"]! }),
    ),
    [],
  );
});

test("figures that moved together by few people are found, though each is withheld", async () => {
  const first = release(200, [100, 50, withheld, withheld]);
  assert.deepEqual(await found(release(220, [110, 57, withheld, withheld]), first), [["$.notStarted", "small-change"]]);
  assert.deepEqual(await found(release(220, [105, 56, withheld, withheld]), first), []);
});

test("three releases are taken together", async () => {
  const one = release(100, [40, withheld, withheld, 30]);
  const two = release(100, [40, withheld, withheld, withheld]);
  assert.deepEqual(await found(two, one), [], "only wider than before");
  assert.deepEqual(await found(release(100, [40, 27, withheld, withheld]), one, two).then((all) => all.length > 0), true);
});

test("a renamed document is still known by what it counts", async () => {
  const first = { ...release(100, [60, 20, withheld, withheld]), id: "an-older-name" };
  assert.ok((await found(release(100, [60, 20, 10, 10]), first)).length > 0);
});

test("public knowledge of one figure narrows its neighbours", async () => {
  const now = release(100, [60, 20, withheld, withheld]);
  assert.deepEqual((await auditDocuments([now])).narrow, []);
  const fact = { document: now.id, figure: "notStarted", atMost: 2 };
  const { narrow } = await auditDocuments([now], { known: [fact] });
  assert.deepEqual(
    narrow.map(({ path, values }) => [path, values]),
    [["$.notKnown", 3]],
    "the figure itself keeps all that is publicly possible",
  );
});

test("a line through time is known by its days: a window that moved on is compared week by week", async () => {
  const first = document("trend", "typical");
  const now = structuredClone(first);
  const lines = [...(now.all ? [now.all] : []), ...now.groups];
  // The oldest week is gone, everything else is as it was.
  for (const column of [...Object.values(now.times), ...lines.flatMap(({ count, base, share, mean }) => [count, base, share, mean])])
    if (Array.isArray(column)) column.shift();
  assert.deepEqual((await auditDocuments([now], { earlier: [[first]] })).narrow, []);
  const last = now.groups[0]!.count!;
  assert.ok(typeof last.at(-1) === "number");
  last[last.length - 1] = (last.at(-1) as number) + 1;
  now.all!.count![last.length - 1] = (now.all!.count!.at(-1) as number) + 1;
  const { narrow } = await auditDocuments([now], { earlier: [[first]] });
  assert.ok(narrow.some(({ path, why }) => why === "small-change" && path === `$.groups[0].count[${last.length - 1}]`));
});
