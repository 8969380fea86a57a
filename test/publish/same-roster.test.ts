import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImplementationDocument, VitrineDocument } from "@vitrine/contract";
import { auditDocuments, type KnownSum, type Same } from "@vitrine/disclosure";
import { dice } from "./dice.ts";
import { config, folderWith, implementation, read, refused, run } from "./project.ts";

type Json = Record<string, unknown>;
type Teacher = [stage: string, region: string, district: string, course: string, day: string];
/** Invented teachers, each in one row. */
const rowsOf = (list: readonly Teacher[]) =>
  ["teacher,workshop,stage,region,district,course,day", ...list.map((cells, at) => [`t${at}`, "yes", ...cells].join(","))].join("\n");
const many = (count: number, ...cells: Teacher): Teacher[] => Array.from({ length: count }, () => cells);
const by = (...columns: string[]) => columns.map((column) => ({ by: column, label: `By ${column}`, column }));
const gauge = (id: string, ...columns: string[]) => ({ ...implementation, id, breakdowns: by(...columns) });
const publication = (...documents: Json[]) => config({ file: "rows.csv" }, documents[0]!, { documents });
const gaugeOf = (result: Awaited<ReturnType<typeof run>>, id: string) => read(result, id) as unknown as ImplementationDocument;
const trained = (document: ImplementationDocument, column: string) =>
  Object.fromEntries(document.breakdowns.find((one) => one.by === column)?.groups.map(({ id, trained: count }) => [id, count]) ?? []);
const stages = ["trained", "met", "started", "notStarted", "notKnown"];
const districtsOf: Record<string, string[]> = { east: ["ash", "elm"], west: ["fir", "oak"] };

/** What everybody can work out who knows that both count the same teachers, and which district is in which region. */
const ties = (): { same: Same[]; sums: KnownSum[] } => ({
  same: stages.map((figure) => ["regions", "districts"].map((document) => ({ document, figure }))),
  sums: Object.entries(districtsOf).flatMap(([region, districts]) =>
    stages.map((key) => ({
      total: { document: "regions", figure: `breakdowns/region/groups/${region}/${key}` },
      parts: districts.map((district) => ({ document: "districts", figure: `breakdowns/district/groups/${district}/${key}` })),
    })),
  ),
});

test("two gauges of one roster, by region and by course, stand in one publication", async () => {
  const rows = rowsOf([
    ...many(30, "met", "east", "ash", "csd", "2026-09-01"),
    ...many(20, "started", "east", "elm", "csp", "2026-09-08"),
    ...many(25, "none", "west", "fir", "csd", "2026-09-15"),
    ...many(15, "met", "west", "oak", "csp", "2026-09-22"),
  ]);
  const result = await run(folderWith({ "rows.csv": rows }), publication(gauge("regions", "region"), gauge("courses", "course")));
  const [one, other] = [gaugeOf(result, "regions"), gaugeOf(result, "courses")];
  assert.deepEqual([one.trained, other.trained], [90, 90]);
  assert.deepEqual(
    [trained(one, "region"), trained(other, "course")],
    [
      { east: 50, west: 40 },
      { csd: 55, csp: 35 },
    ],
  );
});

test("a small district of one gauge is not its region of the other less its neighbours", async () => {
  const rows = rowsOf([
    ...many(3, "met", "east", "ash", "csd", "2026-09-01"),
    ...many(44, "met", "east", "elm", "csd", "2026-09-01"),
    ...many(12, "started", "west", "fir", "csd", "2026-09-01"),
    ...many(18, "met", "west", "fir", "csd", "2026-09-01"),
    ...many(35, "started", "west", "oak", "csd", "2026-09-01"),
  ]);
  const alone = await Promise.all(
    [gauge("regions", "region"), gauge("districts", "district")].map(async (one) =>
      gaugeOf(await run(folderWith({ "rows.csv": rows }), publication(one)), one.id),
    ),
  );
  assert.notDeepEqual((await auditDocuments(alone, ties())).narrow, [], "each made alone, the two together tell it");
  const result = await run(folderWith({ "rows.csv": rows }), publication(gauge("regions", "region"), gauge("districts", "district")));
  const both = ["regions", "districts"].map((id) => gaugeOf(result, id));
  assert.equal(trained(both[1]!, "district")["ash"] ?? "withheld", "withheld");
  const { narrow, contradictory } = await auditDocuments(both, ties());
  assert.deepEqual([narrow, contradictory], [[], []]);
});

test("whatever the counts, two gauges of one roster are safe together", async () => {
  const { next } = dice(11);
  const roll = (most: number) => Math.floor(next() * most);
  let shown = 0;
  for (let round = 0; round < 4; round++) {
    const list = Object.entries(districtsOf).flatMap(([region, districts]) =>
      districts.flatMap((district) =>
        ["met", "started", "none"].flatMap((stage) => many(roll(3) ? roll(30) : roll(4), stage, region, district, "csd", "2026-09-01")),
      ),
    );
    const documents = [gauge("districts", "district"), gauge("regions", "region", "stage2")];
    documents[1]!.breakdowns.pop();
    const result = await run(folderWith({ "rows.csv": rowsOf(list) }), publication(...(round % 2 ? documents.reverse() : documents)));
    const both = ["regions", "districts"].map((id) => gaugeOf(result, id));
    const { narrow, contradictory } = await auditDocuments(both, ties());
    assert.deepEqual([narrow, contradictory], [[], []], `round ${round}`);
    shown += Object.values({ ...trained(both[0]!, "region"), ...trained(both[1]!, "district") }).filter((one) => one !== "withheld").length;
  }
  assert.ok(shown > 8, "figures are shown all the same");
});

const trend = (over: Json = {}) => ({
  kind: "trend",
  id: "trend",
  title: "Trend",
  from: "rows",
  where: [{ column: "workshop", in: ["yes"] }],
  measure: { kind: "count", name: "Teachers trained", of: "teachers", people: true, count: { take: "different", column: "teacher" } },
  time: { column: "day", step: "month" },
  all: "All",
  ...over,
});
type Trend = Extract<VitrineDocument, { schema: "trend/1" }>;

test("a gauge by region, a gauge by course and a trend of the same teachers stand in one publication", async () => {
  const rows = rowsOf([
    ...many(30, "met", "east", "ash", "csd", "2026-07-01"),
    ...many(20, "started", "east", "elm", "csp", "2026-08-08"),
    ...many(25, "none", "west", "fir", "csd", "2026-08-15"),
    ...many(15, "met", "west", "oak", "csp", "2026-09-22"),
  ]);
  const groups = { label: "Region", column: "region" };
  const result = await run(
    folderWith({ "rows.csv": rows }),
    publication(trend({ groups }), gauge("regions", "region"), gauge("courses", "course")),
  );
  const made = read(result, "trend") as unknown as Trend;
  assert.deepEqual(made.all!.count, [30, 45, 15]);
  assert.deepEqual(
    made.groups.map(({ id, count }) => [id, count]),
    [
      ["east", [30, 20, "not-reported"]],
      ["west", ["not-reported", 25, 15]],
    ],
  );
  assert.equal(gaugeOf(result, "courses").trained, 90);
});

test("a small region that the gauges withhold is not the sum of its months", async () => {
  const rows = rowsOf([
    ...many(25, "met", "east", "ash", "csd", "2026-07-01"),
    ...many(15, "started", "east", "ash", "csd", "2026-07-01"),
    ...many(6, "started", "west", "oak", "csp", "2026-07-08"),
    ...many(30, "none", "west", "fir", "csd", "2026-08-15"),
    ...many(3, "met", "east", "elm", "csp", "2026-08-22"),
  ]);
  const groups = { label: "District", column: "district" };
  const result = await run(folderWith({ "rows.csv": rows }), publication(gauge("districts", "district"), trend({ groups })));
  const both = [gaugeOf(result, "districts"), read(result, "trend") as unknown as Trend] as const;
  const at = (line: string, ...months: string[]) =>
    months.map((month) => ({ document: "trend", figure: `${line}/count/2026-${month}-01` }));
  const months = { ash: "07", oak: "07", fir: "08", elm: "08" };
  const sums: KnownSum[] = [
    { total: { document: "districts", figure: "trained" }, parts: at("all", "07", "08") },
    ...Object.entries(months).map(([district, month]) => ({
      total: { document: "districts", figure: `breakdowns/district/groups/${district}/trained` },
      parts: at(`groups/${district}`, month),
    })),
  ];
  const { narrow, contradictory } = await auditDocuments(both, { sums });
  assert.deepEqual([narrow, contradictory], [[], []]);
  assert.equal(trained(both[0], "district")["elm"], "withheld");
});

test("whatever the counts, a trend with teachers in one month or several is safe beside the gauge, with shares too", async () => {
  const { next } = dice(23);
  const roll = (most: number) => Math.floor(next() * most);
  const days = ["2026-07-01", "2026-08-08", ""];
  let shown = 0;
  for (let round = 0; round < 3; round++) {
    const list = Object.entries(districtsOf).flatMap(([region, districts]) =>
      districts.flatMap((district) =>
        days.flatMap((day) => many(roll(3) ? roll(30) : roll(4), ["met", "started", "none"][roll(3)]!, region, district, "csd", day)),
      ),
    );
    const lines = rowsOf(list).split("\n");
    // Some come again a month later.
    const again = round === 1 ? lines.flatMap((line, at) => (at > 0 && at % 4 === 0 ? [line.replace(/[^,]*$/, "2026-09-03")] : [])) : [];
    const share = {
      kind: "share",
      base: { take: "different", column: "teacher" },
      part: { where: [{ column: "district", in: ["ash", "fir"] }] },
    };
    const { measure } = trend();
    const over = round === 2 ? { measure: { ...measure, ...share, count: undefined } } : { groups: { label: "Region", column: "region" } };
    const asked = publication(gauge("regions", "region"), JSON.parse(JSON.stringify(trend(over))) as Json);
    const folder = folderWith({ "rows.csv": [...lines, ...again].join("\n") });
    const made = await run(folder, asked);
    const both = [gaugeOf(made, "regions"), read(made, "trend") as unknown as Trend] as const;
    const line = both[1].all!;
    const key = line.count && line.base ? "base" : "count";
    const parts = both[1].times.from.map((day) => ({ document: "trend", figure: `all/${key}/${day}` }));
    const whole = { document: "regions", figure: "trained" };
    const rest = { document: "trend", figure: "nobody tells" };
    const apart = parts.map((part, at) => ({ total: whole, parts: [part, { ...rest, figure: `beside ${at}` }] }));
    const { narrow, contradictory } = await auditDocuments(both, {
      sums: round === 1 ? apart : [{ total: whole, parts: [...parts, rest] }],
    });
    assert.deepEqual([narrow, contradictory], [[], []], `round ${round}`);
    shown += (line[key] as unknown[]).filter((one) => typeof one === "number").length;
  }
  assert.ok(shown > 3, `${shown} points are shown`);
});

test("rows counted as people beside a gauge of the same rows are refused: nobody could tell what the two have in common", async () => {
  const rows = rowsOf([
    ...many(40, "met", "east", "ash", "csd", "2026-07-01"),
    ...many(14, "started", "west", "fir", "csp", "2026-08-01"),
    ...many(3, "met", "west", "oak", "csa", "2026-08-01"),
  ]);
  const metric = { id: "all", name: "All", unit: "teachers", counts: "people", from: "rows", take: "rows", parts: { column: "course" } };
  const steps = ["met", "started", "none"].map((id) => ({ id, name: id, side: "high", cells: [id] }));
  const others: Json[] = [
    { kind: "metrics", id: "second", title: "Numbers", metrics: [metric] },
    { ...trend(), id: "second", measure: { ...trend().measure, count: { take: "rows" } } },
    {
      kind: "survey",
      id: "second",
      title: "Answers",
      from: "rows",
      respondents: "teachers",
      scale: { kind: "steps", low: "a", high: "b", steps },
      questions: [{ id: "q", text: "How far?", column: "stage" }],
    },
  ];
  const folder = folderWith({ "rows.csv": rows });
  for (const other of others) assert.equal((await refused(folder, publication(gauge("regions", "region"), other))).code, "groups-overlap");
});
