import assert from "node:assert/strict";
import { test } from "node:test";
import type { GapDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { dice } from "./dice.ts";
import { config, faultRows, folderWith, read, refused, run } from "./project.ts";

const kind = {
  kind: "gap",
  id: "gap",
  title: "Gap",
  from: "rows",
  units: "districts",
  unit: "district",
  groups: {
    column: "meals",
    steps: [
      { id: "few", name: "Fewer than 25%", to: 25 },
      { id: "many", name: "25% or more", from: 25 },
    ],
  },
  outcome: { measure: "share", name: "Students in computer science", part: "cs", people: "students" },
};
const ten = { policy: "k12cs-privacy/1", threshold: 10, zeros: "withhold", release: { id: "r1", asOf: "2026-09-30" } };
const header = "district,meals,cs,students,percent,use,day";
const whole = (over: object = {}) => {
  const made = config({ file: "rows.csv" }, { ...kind, ...over });
  return { ...made, publication: { ...(made["publication"] as object), privacy: ten } };
};
async function published(rows: string[], over: object = {}) {
  const result = await run(folderWith({ "rows.csv": [header, ...rows].join("\n") }), whole(over));
  const document = read(result, "gap") as unknown as GapDocument;
  return { result, document, groups: document.groups };
}

test("districts fall into steps of a number, with or without a percent sign; counts are added up and districts counted", async () => {
  const { result, document, groups } = await published([
    "a,10%,100,400,,,",
    "b,24.9,50,200,,,",
    "c,25 %,30,300,,,",
    "c,25,12,100,,,",
    "d,,9,90,,,",
  ]);
  assert.deepEqual(groups, [
    { id: "few", name: "Fewer than 25%", units: 2, outcome: { people: 600, part: 150 } },
    { id: "many", name: "25% or more", units: 1, outcome: { people: 400, part: 42 } },
  ]);
  assert.equal(document.ordered, true);
  assert.deepEqual(faultRows(result), { "value-not-listed": 1 });
});

test("few people are told as a range with both ends, fewer than the threshold not at all", async () => {
  const { result, groups } = await published(["a,10,3,64,,,", "c,60,4,9,,,"]);
  assert.deepEqual(groups[0]!.outcome, { people: 64, share: { from: 0, to: 5 } });
  assert.deepEqual(groups[1]!.outcome, { people: "withheld", share: "withheld" });
  assert.deepEqual(result.report.documents[0]!.acts, [
    { table: "few", rule: "banded", figures: 1 },
    { table: "many", rule: "small", figures: 1 },
  ]);
});

test("those of whom it is not so are people too: all but three of a group is a range", async () => {
  const { groups } = await published(["a,10,97,100,,,", "c,60,40,100,,,"]);
  assert.deepEqual(groups[0]!.outcome, { people: 100, share: { from: 95, to: 100 } });
  assert.deepEqual(groups[1]!.outcome, { people: 100, part: 40 });
});

test("a percent of known people becomes a count, a percent of unknown people the mean over districts", async () => {
  const { groups } = await published(["a,10,,400,25%,,", "b,20,,100,50%,,", "c,60,,200,10%,,"], {
    outcome: { measure: "share", name: "Share", percent: "percent", people: "students" },
    context: { measure: "share", name: "Meals", percent: "meals" },
  });
  assert.deepEqual(groups[0], { id: "few", name: "Fewer than 25%", units: 2, context: { share: 15 }, outcome: { people: 500, part: 150 } });
});

test("a mean is that of every district first, day by day where the config says so; then of all districts alike", async () => {
  const days = ["a,10,,,,10,mon", "a,10,,,,30,mon", "a,10,,,,20,tue", "b,20,,,,100,mon", "c,60,,,,?,mon", "c,60,,,,7,mon"];
  const mean = { measure: "mean", name: "Use", unit: "page loads", column: "use" };
  const { groups, result } = await published(days, { outcome: { ...mean, per: "day" } });
  assert.deepEqual(
    groups.map(({ outcome }) => outcome.mean),
    [65, 7],
  );
  assert.deepEqual(faultRows(result), { "not-a-number": 1 });
  const plain = await published(days, { outcome: mean });
  assert.deepEqual(
    plain.groups.map(({ outcome }) => outcome.mean),
    [60, 7],
  );
});

test("a mean over fewer people than the threshold is withheld", async () => {
  const { groups } = await published(["a,10,,40,,3.14,", "c,60,,9,,4,"], {
    outcome: { measure: "mean", name: "Confidence", unit: "points", column: "use", people: "students" },
  });
  assert.deepEqual(
    groups.map(({ outcome }) => outcome),
    [
      { people: 40, mean: 3.1 },
      { people: "withheld", mean: "withheld" },
    ],
  );
});

test("groups can be the cells of a column; a group without rows is listed and not reported", async () => {
  const names = {
    "[0, 0.2[": { id: "low", name: "Under 20%" },
    "[0.2, 0.4[": { id: "mid", name: "20% to 40%" },
    "[0.4, 1[": { id: "high", name: "40% or more" },
  };
  const { groups, document } = await published(['a,"[0, 0.2[",20,100,,,', 'b,"[0.4, 1[",30,100,,,'], {
    groups: { column: "meals", ordered: true, names },
    between: { from: "low", to: "high" },
  });
  assert.deepEqual(
    groups.map(({ id, units, outcome }) => [id, units, outcome.share ?? outcome.part]),
    [
      ["low", 1, 20],
      ["mid", 0, "not-reported"],
      ["high", 1, 30],
    ],
  );
  assert.deepEqual(document.between, { from: "low", to: "high" });
});

test("a distance between groups that are not listed, a missing column, and a config without any group left are refused", async () => {
  const folder = folderWith({ "rows.csv": `${header}\na,10,20,100,,,` });
  assert.match(
    (await refused(folder, whole({ between: { from: "few", to: "none" } }))).message,
    /\$\.documents\[0\]\.between is not complete: name codes of groups/,
  );
  assert.match((await refused(folder, whole({ unit: "state" }))).message, /\$\.documents\[0\]\.unit: use one of "district"/);
  assert.equal((await refused(folder, whole({ where: [{ column: "district", in: ["z"] }] }))).code, "nothing-left");
});

test("whatever is counted, no number below the threshold leaves and an attack finds nothing", async () => {
  const { below } = dice(3);
  for (let round = 0; round < 12; round++) {
    const rows = ["a", "b", "c", "d"].map((district, at) => {
      const people = below(120);
      return `${district},${at * 15},${below(people + 1)},${people},,,`;
    });
    const { document } = await published(rows);
    for (const { outcome } of document.groups) {
      for (const figure of [outcome.part, outcome.people]) assert.ok(typeof figure !== "number" || figure === 0 || figure >= 10);
      if (typeof outcome.part === "number" && typeof outcome.people === "number") assert.ok(outcome.people - outcome.part >= 10);
    }
    const { narrow, contradictory } = await auditDocuments([document]);
    assert.deepEqual([narrow, contradictory], [[], []]);
  }
});
