import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathwayDocument } from "@vitrine/contract";
import fc from "fast-check";
import "../helpers/laws.ts";
import { config, faultRows, folderWith, read, refused, run } from "./project.ts";

type Json = Record<string, unknown>;
const stage = (id: string, of = "teachers", more: Json = {}) => ({ id, name: id, of, where: [{ column: id, in: ["yes"] }], ...more });
const programme = {
  kind: "pathway",
  id: "pathway",
  title: "Pathway",
  from: "rows",
  person: "teacher",
  followed: true,
  stages: [stage("registered"), stage("attended"), stage("met")],
};
const head = "teacher,course,registered,attended,met";
let next = 0;
/** Invented people: so many of a course who reached so many stages. */
const people = (course: string, counts: readonly number[]) =>
  counts.flatMap((count, reached) =>
    Array.from({ length: count }, () => [`t${++next}`, course, ...[0, 1, 2].map((at) => (at <= reached ? "yes" : "no"))].join(",")),
  );
const publishedFrom = async (rows: string[], document: Json, over: Json = {}) => {
  const base = config({ file: "rows.csv" }, document) as { publication: { privacy: Json } };
  const publication = { ...base.publication, privacy: { ...base.publication.privacy, ...over } };
  const result = await run(folderWith({ "rows.csv": rows.join("\n") }), { ...base, publication });
  return { pathway: read(result, "pathway") as unknown as PathwayDocument, faults: faultRows(result), report: result.report };
};
const breakdowns = [{ by: "course", label: "By course", column: "course" }];

test("people by their rows: who reached each stage in order, and who left between two, in all and by group", async () => {
  const { pathway, faults } = await publishedFrom(
    [head, ...people("CSD", [12, 18, 40]), ...people("CSP", [9, 14, 31]), "t1,CSD,no,no,yes", "x1,CSD,no,yes,yes"],
    { ...programme, breakdowns },
  );
  assert.deepEqual(pathway.all, { reached: [124, 103, 71], left: [21, 32] });
  assert.deepEqual(
    pathway.breakdowns[0]!.groups.map(({ id, reached, left }) => [id, reached, left]),
    [
      ["csd", [70, 58, 40], [12, 18]],
      ["csp", [54, 45, 31], [9, 14]],
    ],
  );
  assert.equal(pathway.breakdowns[0]!.partition, true);
  assert.equal(
    faults["stage-skipped"],
    2,
    "t1 met without attending, x1 attended without registering: counted up to where they were in order",
  );
});

test("few who left are withheld like few who came, and what lies between is told only where shown figures say it", async () => {
  const { pathway } = await publishedFrom([head, ...people("CSD", [30, 2, 40])], programme);
  assert.equal(pathway.all.reached[0], 72);
  assert.equal(pathway.all.left[1], "withheld", "two who left");
  assert.equal(pathway.all.reached.filter((count) => count === "withheld").length, 1, "and the stage they would be worked out from");
  assert.doesNotMatch(JSON.stringify(pathway.all), /\b2\b/);
});

const night = {
  kind: "pathway",
  id: "pathway",
  title: "Night",
  from: "rows",
  count: "number",
  followed: true,
  stages: [
    { id: "registered", name: "Registered", of: "people", where: [{ column: "what", in: ["registered"] }] },
    { id: "came", name: "Came", of: "people", where: [{ column: "what", in: ["came"] }] },
    { id: "answered", name: "Answered the survey", of: "families", where: [{ column: "what", in: ["answered"] }] },
  ],
};
const counts = ["what,number", "registered,50", "came,30", "answered,10"];

test("an event from counts: ten families are told where ten is enough, and withheld where eleven is", async () => {
  const ten = await publishedFrom(counts, night, { threshold: 10 });
  assert.deepEqual(ten.pathway.all, { reached: [50, 30, 10], left: [20, "not-applicable"] });
  const eleven = await publishedFrom(counts, night, { threshold: 11 });
  assert.deepEqual(eleven.pathway.all, { reached: [50, 30, "withheld"], left: [20, "not-applicable"] });
  assert.deepEqual(
    eleven.report.documents[0]!.acts.map(({ rule }) => rule),
    ["small"],
  );
});

test("a stage that nobody has reported yet says so, and is not taken for nobody", async () => {
  const stages = [stage("registered"), { id: "later", name: "Later", of: "teachers", instead: "not-reported" }, stage("met")];
  const { pathway } = await publishedFrom([head, ...people("CSD", [30, 0, 40])], { ...programme, stages });
  assert.deepEqual(pathway.all, { reached: [70, "not-reported", 40], left: ["not-reported", "not-reported"] });
});

test("stages nobody was followed through are counts of their own", async () => {
  const { pathway } = await publishedFrom([head, ...people("CSD", [30, 10, 40]), "x9,CSD,no,no,yes"], { ...programme, followed: false });
  assert.deepEqual(pathway.all, { reached: [80, 50, 41], left: ["not-applicable", "not-applicable"] });
});

test("whatever the numbers, nothing small stands in what is published, and nothing in it gives a withheld one away", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      async (groups) => {
        const rows = groups.flatMap((line, at) => people(`G${at}`, line));
        fc.pre(rows.length > 0);
        const { pathway } = await publishedFrom([head, ...rows], { ...programme, breakdowns });
        for (const { reached, left } of [pathway.all, ...pathway.breakdowns.flatMap(({ groups: shown }) => shown)])
          for (const figure of [...reached.slice(1), ...left])
            assert.ok(typeof figure !== "number" || figure >= 5, JSON.stringify(pathway));
      },
    ),
    { numRuns: 12 },
  );
});

test("a config that cannot be counted is told so", async () => {
  const folder = folderWith({ "rows.csv": counts.join("\n") });
  const fault = async (document: Json) => (await refused(folder, config({ file: "rows.csv" }, document))).message;
  assert.match(await fault({ ...night, person: "what" }), /give either "person" or "count"/);
  assert.match(await fault({ ...night, stages: [{ id: "a", name: "A", of: "people" }] }), /give either "where" or "instead"/);
  const grown = { ...night, stages: [night.stages[1], night.stages[0]] };
  assert.match(await fault(grown), /More reached the stage "registered" of the document "pathway" than the one before it/);
  const { count: _, ...byPerson } = night;
  assert.match(
    await fault({ ...byPerson, person: "what", breakdowns: [{ by: "what", label: "By what", column: "what" }] }),
    /tells people apart/,
  );
});

test("groups by a column that tells stages apart are refused: they would tell the stages again where these are withheld", async () => {
  const rows = [head, ...people("CSD", [12, 3, 40])].join("\n");
  const asked = { ...programme, breakdowns: [{ by: "met", label: "By answer", column: "met" }] };
  const { code, message } = await refused(folderWith({ "rows.csv": rows }), config({ file: "rows.csv" }, asked));
  assert.equal(code, "config-refused");
  assert.match(message, /breakdowns\[0\]\.column is a column by which stages are told apart/);
});
