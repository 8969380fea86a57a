import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImplementationDocument, PathwayDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { dice } from "./dice.ts";
import { config, folderWith, implementation, read, run } from "./project.ts";

const breakdowns = ["district", "region"].map((by) => ({ by, label: `By ${by}`, column: by }));
const keys = ["trained", "met", "started", "notStarted", "notKnown"] as const;
const stages = ["met", "started", "none", ""];
/** Invented districts: in which region, and how many teachers at each stage. */
type Districts = Record<string, [region: string, counts: number[]]>;
const rowsOf = (districts: Districts) => {
  let number = 0;
  const rows = Object.entries(districts).flatMap(([district, [region, counts]]) =>
    counts.flatMap((count, stage) => Array.from({ length: count }, () => `t${++number},yes,${stages[stage]!},${district},${region}`)),
  );
  return ["teacher,workshop,stage,district,region", ...rows].join("\n");
};
const published = async (districts: Districts) =>
  read(
    await run(folderWith({ "rows.csv": rowsOf(districts) }), config({ file: "rows.csv" }, { ...implementation, breakdowns })),
    "gauge",
  ) as unknown as ImplementationDocument;
/** What everybody knows who can read a map: a region is its districts. */
const added = (districts: Districts) =>
  [...new Set(Object.values(districts).map(([region]) => region))].flatMap((region) =>
    keys.map((key) => ({
      total: { document: "gauge", figure: `breakdowns/region/groups/${region}/${key}` },
      parts: Object.entries(districts).flatMap(([district, [of]]) =>
        of === region ? [{ document: "gauge", figure: `breakdowns/district/groups/${district}/${key}` }] : [],
      ),
    })),
  );

test("a small district is not its region less the other districts", async () => {
  const districts: Districts = {
    ash: ["east", [3, 0, 0, 0]],
    elm: ["east", [20, 9, 8, 7]],
    fir: ["west", [11, 6, 7, 6]],
    oak: ["west", [12, 8, 6, 9]],
  };
  const document = await published(districts);
  const of = (by: string, id: string) => document.breakdowns.find((one) => one.by === by)!.groups.find((group) => group.id === id)!.trained;
  assert.equal(of("district", "ash"), "withheld");
  assert.ok([of("district", "elm"), of("region", "east")].includes("withheld"), "47 less 44 would tell the three");
  assert.ok(document.breakdowns.some(({ groups }) => groups.some(({ trained }) => trained !== "withheld")));
  assert.deepEqual((await auditDocuments([document], { sums: added(districts) })).narrow, []);
});

test("whatever the counts, districts and regions are safe together", async () => {
  const { next } = dice(5);
  const roll = (most: number) => Math.floor(next() * most);
  for (let round = 0; round < 2; round++) {
    const districts = Object.fromEntries(
      ["ash", "elm", "fir", "oak", "yew"].map((id, at): [string, [string, number[]]] => [
        id,
        [["east", "west", "south"][Math.floor(at / 2)]!, [roll(30), roll(12), roll(6), roll(20)]],
      ]),
    );
    const document = await published(districts);
    const { narrow, contradictory } = await auditDocuments([document], { sums: added(districts) });
    assert.deepEqual([narrow, contradictory], [[], []], `round ${round}`);
  }
});

test("stages of people by district and region are safe together too", async () => {
  const groups = { ash: ["east", 3], elm: ["east", 44], fir: ["west", 30], oak: ["west", 35] } as const;
  let number = 0;
  const rows = Object.entries(groups).flatMap(([district, [region, count]]) =>
    Array.from({ length: count }, (_, at) => `t${++number},yes,${at % 2 ? "yes" : "no"},${district},${region}`),
  );
  const stage = (id: string) => ({ id, name: id, of: "teachers", where: [{ column: id, in: ["yes"] }] });
  const programme = {
    kind: "pathway",
    id: "gauge",
    title: "Stages",
    from: "rows",
    person: "teacher",
    followed: true,
    stages: [stage("came"), stage("stayed")],
    breakdowns,
  };
  const folder = folderWith({ "rows.csv": ["teacher,came,stayed,district,region", ...rows].join("\n") });
  const document = read(await run(folder, config({ file: "rows.csv" }, programme)), "gauge") as unknown as PathwayDocument;
  assert.ok(document.breakdowns.length > 0, "something is told by group");
  const sums = ["east", "west"].flatMap((region) =>
    ["reached/0", "reached/1", "left/0"].map((figure) => ({
      total: { document: "gauge", figure: `breakdowns/region/groups/${region}/${figure}` },
      parts: Object.entries(groups).flatMap(([district, [of]]) =>
        of === region ? [{ document: "gauge", figure: `breakdowns/district/groups/${district}/${figure}` }] : [],
      ),
    })),
  );
  assert.deepEqual((await auditDocuments([document], { sums })).narrow, []);
});

test("a breakdown by the column that says how far teachers are does not tell the stage that all of them withhold", async () => {
  const counts = { met: 40, started: 3, none: 12, "": 11 };
  const rows = Object.entries(counts).flatMap(([stage, count]) => Array.from({ length: count }, (_, at) => `${stage}${at},yes,${stage}`));
  const by = [{ by: "word", label: "By word", column: "stage" }];
  const result = await run(
    folderWith({ "rows.csv": ["teacher,workshop,stage", ...rows].join("\n") }),
    config({ file: "rows.csv" }, { ...implementation, breakdowns: by }),
  );
  const document = read(result, "gauge") as unknown as ImplementationDocument;
  assert.equal(document.started, "withheld");
  const groups = { met: "met", started: "started", notStarted: "none", notKnown: "unknown" };
  const sums = Object.entries(groups).map(([figure, id]) => ({
    total: { document: "gauge", figure },
    parts: [{ document: "gauge", figure: `breakdowns/word/groups/${id}/trained` }],
  }));
  const { narrow, contradictory } = await auditDocuments([document], { sums });
  assert.deepEqual([narrow, contradictory], [[], []]);
});
