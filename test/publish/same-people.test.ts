import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ImplementationDocument, MetricsDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { dice } from "./dice.ts";
import { config, folderWith, implementation, read, refused, run } from "./project.ts";

type Json = Record<string, unknown>;
const header = "teacher,workshop,stage,course,district";
/** Invented teachers, each in one course and one district. */
const rowsOf = (groups: [count: number, stage: string, course: string, district: string][]) => {
  let number = 0;
  return [
    header,
    ...groups.flatMap(([count, ...cells]) => Array.from({ length: count }, () => [`t${++number}`, "yes", ...cells].join(","))),
  ].join("\n");
};
const where = [{ column: "workshop", in: ["yes", "stopped"] }];
const gauge = { ...implementation, breakdowns: [{ by: "course", label: "By course", column: "course" }] };
const metric = (over: Json = {}) => ({
  id: "teachers",
  name: "Teachers",
  unit: "teachers",
  counts: "people",
  from: "rows",
  where,
  take: "different",
  column: "teacher",
  ...over,
});
const numbers = (...metrics: Json[]) => ({ kind: "metrics", id: "numbers", title: "Numbers", metrics });
const both = (first: Json, second: Json, over: Json = {}) => config({ file: "rows.csv" }, first, { documents: [second, first], ...over });
const usual = rowsOf([
  [40, "met", "csd", "north"],
  [14, "started", "csd", "south"],
  [12, "none", "csp", "north"],
  [20, "met", "csp", "south"],
]);
async function published(rows: string, value: Json) {
  const result = await run(folderWith({ "rows.csv": rows }), value);
  return {
    result,
    gauge: read(result, "gauge") as unknown as ImplementationDocument,
    metric: (read(result, "numbers") as unknown as MetricsDocument).metrics[0]!,
  };
}

test("a number of a gauge's own teachers stands beside it, with parts by the same column or another", async () => {
  for (const column of ["course", "district"]) {
    const made = await published(usual, both(gauge, numbers(metric({ parts: { column } }))));
    assert.equal(made.metric.value, 86);
    assert.equal(made.gauge.trained, 86);
    assert.deepEqual(
      made.metric.parts!.map(({ value }) => value),
      column === "course" ? [54, 32] : [52, 34],
    );
  }
});

test("what the gauge withholds the number withholds too, and nothing is told by the two together", async () => {
  const rows = rowsOf([
    [40, "met", "csd", "north"],
    [14, "started", "csd", "south"],
    [12, "met", "csp", "north"],
    [3, "met", "csa", "south"],
  ]);
  const made = await published(rows, both(gauge, numbers(metric({ parts: { column: "course" } }))));
  const trained = new Map(made.gauge.breakdowns[0]?.groups.map(({ id, trained: count }) => [id, count]) ?? []);
  assert.equal(trained.get("csa"), "withheld");
  for (const { id, value } of made.metric.parts!) assert.equal(value, trained.get(id), id);
  const same = made.metric.parts!.map(({ id }) => [
    { document: "gauge", figure: `breakdowns/course/groups/${id}/trained` },
    { document: "numbers", figure: `metrics/teachers/parts/${id}/value` },
  ]);
  const documents = [made.gauge, read(made.result, "numbers")] as never[];
  assert.deepEqual((await auditDocuments(documents, { same })).narrow, []);
});

test("groups put together otherwise, nearly the same people, and a change are still refused: they could be subtracted", async () => {
  const fault = async (second: Json, rows = usual) => (await refused(folderWith({ "rows.csv": rows }), both(gauge, second))).code;
  const three = `${usual}\nt900,yes,met,csa,north`;
  assert.equal(await fault(numbers(metric({ where: [{ column: "district", in: ["north"] }] }))), "groups-overlap");
  assert.equal(await fault(numbers(metric({ parts: { column: "stage" } }))), "groups-overlap");
  const merged = {
    ...gauge,
    breakdowns: [
      {
        ...gauge.breakdowns[0]!,
        groups: { csd: { id: "d", name: "D" }, csp: { id: "o", name: "Other" }, csa: { id: "o", name: "Other" } },
      },
    ],
  };
  const whole = both(merged, numbers(metric({ parts: { column: "course" } })));
  assert.equal((await refused(folderWith({ "rows.csv": three }), whole)).code, "groups-overlap");
  const inside = usual
    .split("\n")
    .map((row, at) => (at === 0 ? `${row},region` : `${row},${row.includes(",csd,") ? "one" : at % 2 ? "two" : "three"}`));
  assert.equal(
    await fault(numbers(metric({ parts: { column: "region" } })), inside.join("\n")),
    "groups-overlap",
    "a course is two regions together",
  );
  const change = { where: [{ column: "district", in: ["south"] }], since: "before", over: "course", counts: "things", of: "courses" };
  assert.equal(await fault(numbers(metric({ change }))), "groups-overlap");
});

test("whatever the counts, both are published and the two together give nothing away", async () => {
  const { next } = dice(8);
  const roll = (most: number) => Math.floor(next() * most);
  for (let round = 0; round < 4; round++) {
    const groups = ["met", "started", "none"].flatMap((stage) =>
      ["csd", "csp", "csa"].flatMap((course) =>
        ["north", "south"].map((district): [number, string, string, string] => [
          roll(4) === 0 ? roll(4) : roll(30),
          stage,
          course,
          district,
        ]),
      ),
    );
    const column = round % 2 ? "district" : "course";
    const made = await published(rowsOf(groups), both(gauge, numbers(metric({ parts: { column } }))));
    const same = [
      [
        { document: "gauge", figure: "trained" },
        { document: "numbers", figure: "metrics/teachers/value" },
      ],
      ...(column === "course"
        ? made.metric.parts!.map(({ id }) => [
            { document: "gauge", figure: `breakdowns/course/groups/${id}/trained` },
            { document: "numbers", figure: `metrics/teachers/parts/${id}/value` },
          ])
        : []),
    ];
    const documents = [made.gauge, read(made.result, "numbers")] as never[];
    const { narrow, contradictory } = await auditDocuments(documents, { same });
    assert.deepEqual([narrow, contradictory], [[], []], `round ${round}`);
    for (const { value } of made.metric.parts!) assert.ok(value === "withheld" || Number(value) >= 5);
  }
});

test("where the gauge stays as it was because too little moved, a number of now is refused beside it", async () => {
  const folder = folderWith({ "rows.csv": usual });
  await run(folder, config({ file: "rows.csv" }, gauge));
  writeFileSync(join(folder, "rows.csv"), `${usual}\nt901,yes,met,csd,north`);
  const { code, message } = await refused(folder, both(gauge, numbers(metric())));
  assert.equal(code, "release-reveals");
  assert.match(message, /^The document "gauge" stays as it was.* "numbers" counts the same people as of now/);
});
