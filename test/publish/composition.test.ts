import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompositionDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { dice } from "./dice.ts";
import { config, faultRows, folderWith, read, refused, run } from "./project.ts";

const kind = {
  kind: "composition",
  id: "students",
  title: "Students",
  from: "rows",
  subject: { name: "Students in computer science", students: "cs" },
  comparison: { from: "rows", name: "All students", students: "all", includes: true },
  breakdowns: [
    {
      by: "gender",
      label: "By gender",
      overlap: false,
      groups: [
        { id: "f", name: "Girls", column: "cs_f", compared: "all_f" },
        { id: "m", name: "Boys", column: "cs_m", compared: "all_m" },
      ],
    },
  ],
};
const ten = { policy: "k12cs-privacy/1", threshold: 10, zeros: "withhold", release: { id: "r1", asOf: "2026-09-30" } };
const header = "school,cs,cs_f,cs_m,all,all_f,all_m";
const whole = (over: object = {}) => {
  const made = config({ file: "rows.csv" }, { ...kind, ...over });
  return { ...made, publication: { ...(made["publication"] as object), privacy: ten } };
};

async function published(rows: string[], over: object = {}) {
  const result = await run(folderWith({ "rows.csv": [header, ...rows].join("\n") }), whole(over));
  const document = read(result, "students") as unknown as CompositionDocument;
  return { result, document, groups: document.breakdowns[0]!.groups };
}

test("counts of schools are added up, on both sides; what is in no group is the part that was not reported", async () => {
  const { document, groups } = await published(["s1,100,40,45,400,190,195", "s2,60,22,28,300,150,140"]);
  assert.deepEqual([document.subject.students, document.comparison!.students], [160, 700]);
  assert.deepEqual(groups, [
    { id: "f", name: "Girls", students: 62, compared: { students: 340 } },
    { id: "m", name: "Boys", students: 73, compared: { students: 335 } },
    { id: "not-reported", name: "Not reported", unreported: true, students: 25, compared: { students: 25 } },
  ]);
});

test("a small group makes shares ranges; nothing below the threshold leaves", async () => {
  const { result, groups } = await published(["s1,64,5,59,700,340,360"]);
  assert.deepEqual(groups, [
    { id: "f", name: "Girls", share: { from: 5, to: 10 }, compared: { students: 340 } },
    { id: "m", name: "Boys", share: { from: 90, to: 95 }, compared: { students: 360 } },
  ]);
  assert.deepEqual(result.report.documents[0]!.acts, [{ table: "gender", rule: "banded", figures: 2 }]);
});

test("of fewer students than the threshold nothing is told", async () => {
  const { document, groups } = await published(["s1,8,3,5,700,340,360"]);
  assert.equal(document.subject.students, "withheld");
  assert.ok(groups.every(({ students, share }) => students === "withheld" && share === undefined));
});

test("students who are not among the subject are counted as well: a rest of three is not left", async () => {
  const { groups } = await published(["s1,160,100,60,200,103,97"]);
  assert.ok(
    groups.every(({ students, compared }) => students === undefined || compared!.students === undefined),
    "100 of 103 girls",
  );
});

test("where nearly all students are the subject, the comparison is withheld: six others are nobody's to know", async () => {
  const { document, groups } = await published(["s1,194,100,94,200,103,97"]);
  assert.deepEqual([document.subject.students, document.comparison!.students], [194, "withheld"]);
  assert.ok(groups.every(({ students, compared }) => typeof students === "number" && compared!.students === "withheld"));
});

test("groups that overlap are not added up; groups that hold more than all are refused", async () => {
  const breakdowns = [{ ...kind.breakdowns[0]!, overlap: true }];
  const { document } = await published(["s1,160,100,90,400,190,200"], { breakdowns });
  assert.equal(document.breakdowns[0]!.overlap, true);
  assert.equal(document.breakdowns[0]!.groups.length, 2);
  const error = await refused(folderWith({ "rows.csv": `${header}\ns1,160,100,90,400,190,200` }), whole());
  assert.equal(error.code, "groups-overlap");
  assert.match(error.message, /"gender".*hold more students than there are in all/);
});

test("cells that are no whole number of students are reported, and a missing column is named with those there are", async () => {
  const { result } = await published(["s1,160,70,90,400,190,200", "s2,?,-2,1.5,0,0,0"]);
  assert.deepEqual(faultRows(result), { "not-a-number": 1, negative: 1, "not-whole": 1 });
  const error = await refused(
    folderWith({ "rows.csv": `${header}\ns1,1,1,1,1,1,1` }),
    whole({ subject: { name: "S", students: "total" } }),
  );
  assert.equal(error.code, "column-missing");
  assert.match(error.message, /\$\.documents\[0\]\.subject\.students/);
});

test("two documents over the same rows are refused: one could be subtracted from the other", async () => {
  const both = whole();
  const error = await refused(folderWith({ "rows.csv": `${header}\ns1,160,70,90,400,190,200` }), {
    ...both,
    documents: [{ ...kind }, { ...kind, id: "again", where: [{ column: "school", in: ["s1"] }] }],
  });
  assert.equal(error.code, "groups-overlap");
});

test("whatever is added up, no number below the threshold leaves and an attack finds nothing", async () => {
  const { below } = dice(5);
  for (let round = 0; round < 15; round++) {
    const [f, m, n, rest, more, others] = [below(60), below(60), below(12), below(200), below(200), below(30)] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const row = ["s1", f + m + n, f, m, f + m + n + rest + more + others, f + rest, m + more];
    if (f + m + n === 0) continue;
    const { document } = await published([row.join(",")]);
    for (const { students, compared } of document.breakdowns[0]!.groups)
      for (const figure of [students, compared!.students]) assert.ok(typeof figure !== "number" || figure >= 10);
    const { narrow, contradictory } = await auditDocuments([document]);
    assert.deepEqual([narrow, contradictory], [[], []]);
  }
});
