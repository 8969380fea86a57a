/** Numbers as small as programmes of few schools have: each is told in a way that the policy allows, or refused with its reason. */
import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseDocument, type CompositionDocument, type MetricsDocument, type SurveyDocument } from "@vitrine/contract";
import { auditDocuments, type PublishResult } from "@vitrine/publish";
import { testOnRealData } from "../helpers/real-data.ts";
import { config, folderWith, newFolder, read, run } from "./project.ts";

const ten = { policy: "k12cs-privacy/1", threshold: 10, zeros: "withhold", release: { id: "r1", asOf: "2026-09-30" } };
const publish = (folder: string, document: object, source = "rows.csv") => {
  const whole = config({ file: source }, document as never);
  return run(folder, { ...whole, publication: { ...(whole["publication"] as object), privacy: ten } });
};
const rulesOf = ({ report }: PublishResult) => report.documents.flatMap(({ acts }) => acts.map(({ rule }) => rule));
const refusals = (document: object) => {
  const parsed = parseDocument(document);
  return parsed.ok ? [] : [...new Set(parsed.issues.map(({ code }) => code))];
};
const steps = ["Disagree", "Agree", "Strongly agree"].map((name, at) => ({
  id: `s${at}`,
  name,
  side: at === 0 ? "low" : "high",
  cells: [String(at)],
}));
const scale = { kind: "steps", low: "Disagree", high: "Agree", steps };
const survey = { kind: "survey", id: "answers", title: "Answers", from: "rows", respondents: "families", scale };

test("ten families, 70 % agree and 30 % strongly: allowed as ranges; as printed, refused for its counts", async () => {
  const rows = ["again,encourage", ...Array.from({ length: 10 }, (_, at) => `${at < 7 ? 1 : 2},${at < 7 ? 1 : 2}`)].join("\n");
  const questions = ["again", "encourage"].map((column) => ({ id: column, text: column, column }));
  const result = await publish(folderWith({ "rows.csv": rows }), { ...survey, questions });
  const document = read(result, "answers") as unknown as SurveyDocument;
  for (const { answered, shares } of document.questions)
    assert.deepEqual(
      [answered, shares],
      [
        10,
        [
          { from: 0, to: 50 },
          { from: 50, to: 100 },
          { from: 0, to: 50 },
        ],
      ],
    );
  assert.deepEqual(rulesOf(result), ["banded", "banded"]);
  assert.deepEqual((await auditDocuments([document])).narrow, []);
  const exact = { ...document, questions: document.questions.map((question) => ({ ...question, shares: undefined, counts: [0, 7, 3] })) };
  assert.deepEqual(refusals(JSON.parse(JSON.stringify(exact)) as object), ["privacy-zero", "privacy-small-count"]);
  const percent = { ...document, questions: document.questions.map((question) => ({ ...question, shares: [0, 70, 30] })) };
  assert.ok(refusals(percent).length > 0, "70 percent of ten is seven");
});

test("five of the ten said more: five people are below the threshold of ten, and are withheld", async () => {
  const rows = ["family,more", ...Array.from({ length: 10 }, (_, at) => `f${at},${at < 5 ? "yes" : "no"}`)].join("\n");
  const metric = {
    id: "more",
    name: "Families who want more",
    unit: "families",
    counts: "people",
    from: "rows",
    where: [{ column: "more", in: ["yes"] }],
    take: "different",
    column: "family",
  };
  const result = await publish(folderWith({ "rows.csv": rows }), { kind: "metrics", id: "numbers", title: "Numbers", metrics: [metric] });
  const document = read(result, "numbers") as unknown as MetricsDocument;
  assert.equal(document.metrics[0]!.value, "withheld");
  assert.deepEqual(rulesOf(result), ["small"]);
  assert.deepEqual(refusals({ ...document, metrics: [{ ...document.metrics[0]!, value: 5 }] }), ["privacy-small-count"]);
});

test("twenty answers in two roles, means +15 and +13: one range for all; a mean for each role is refused", async () => {
  const values = { t: [40, 30, 25, 20, 10, 5, 0, -5, 15, 20, 10, 10], a: [30, 20, 10, 5, 4, 15, 10, 10] };
  const rows = ["pace,role", ...Object.entries(values).flatMap(([role, all]) => all.map((value) => `${value},${role}`))].join("\n");
  const two = { kind: "two-sided", low: "We tried to do too much", high: "We could have done more", reach: 50 };
  const by = { label: "By role", column: "role", groups: { t: { id: "t", name: "Teachers" }, a: { id: "a", name: "Administrators" } } };
  const result = await publish(folderWith({ "rows.csv": rows }), {
    ...survey,
    scale: two,
    by,
    questions: [{ id: "pace", text: "Pace", column: "pace" }],
  });
  const document = read(result, "answers") as unknown as SurveyDocument;
  const [question] = document.questions;
  assert.deepEqual([question!.answered, question!.mean], [20, { from: 10, to: 30 }]);
  assert.ok(question!.groups.every(({ answered, mean }) => answered === "withheld" && mean === "withheld"));
  assert.deepEqual(rulesOf(result), ["small", "banded"]);
  assert.deepEqual((await auditDocuments([document])).narrow, []);
  const printed = {
    ...document,
    questions: [
      { ...question!, mean: 14.2, groups: question!.groups.map((group, at) => ({ ...group, answered: [12, 8][at], mean: [15, 13][at] })) },
    ],
  };
  assert.ok(refusals(printed).includes("privacy-small-count"), "eight administrators");
});

testOnRealData(
  "AP exams of the states with fewest, down to 1 of 38: no small count leaves, none can be worked out, and each says why",
  async (data) => {
    const folder = newFolder();
    cpSync(join(data, "cs_access/codeorg_states_ap_cs_and_training.csv"), join(folder, "rows.csv"));
    const [head, ...lines] = readFileSync(join(folder, "rows.csv"), "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const cell = (line: readonly string[], column: string) => Number(line[head!.indexOf(column)]);
    const few = lines.sort((a, b) => cell(a, "ap_cs_exams_i") - cell(b, "ap_cs_exams_i")).slice(0, 10);
    const columns = ["hispanic", "black", "native_american", "hawaiian"];
    const groups = columns.map((name) => ({ id: name.replace("_", "-"), name, column: `ap_${name}_i` }));
    const documentOf = ([state]: string[]) => ({
      kind: "composition",
      id: `ap-${state!.toLowerCase()}`,
      title: "Who takes AP computer science exams",
      from: "rows",
      where: [{ column: "state_code_s!", in: [state] }],
      subject: { name: "Exams", students: "ap_cs_exams_i" },
      breakdowns: [{ by: "race", label: "By race", overlap: false, unreported: "All others", groups }],
    });
    const [first, ...more] = few.map(documentOf);
    const whole = config({ file: "rows.csv" }, first as never, { documents: [first, ...more] } as never);
    const result = await run(folder, { ...whole, publication: { ...(whole["publication"] as object), privacy: ten } });
    const documents = few.map((line) => read(result, documentOf(line).id) as unknown as CompositionDocument);
    const { narrow, contradictory, figures, open } = await auditDocuments(documents);
    assert.deepEqual([narrow, contradictory], [[], []]);
    documents.forEach((document, at) => {
      assert.equal(document.subject.students, cell(few[at]!, "ap_cs_exams_i"));
      const [race] = document.breakdowns;
      assert.ok(
        race!.groups.every(
          ({ students, share }) =>
            students === undefined || students === "withheld" || (typeof students === "number" && students >= 10) || share !== undefined,
        ),
      );
      const { acts } = result.report.documents.find(({ id }) => id === document.id)!;
      assert.ok(
        acts.length > 0 && acts.every(({ rule }) => rule === "small" || rule === "banded"),
        "every one of these tables has a count below ten",
      );
      // The numbers as the table prints them are refused for being small.
      const printed = columns.map((name, group) => ({
        ...race!.groups[group]!,
        share: undefined,
        students: cell(few[at]!, `ap_${name}_i`),
      }));
      const rest = cell(few[at]!, "ap_cs_exams_i") - printed.reduce((sum, { students }) => sum + students, 0);
      const exact = JSON.parse(
        JSON.stringify({
          ...document,
          breakdowns: [
            { ...race!, groups: [...printed, ...race!.groups.slice(4).map((one) => ({ ...one, share: undefined, students: rest }))] },
          ],
        }),
      ) as object;
      assert.ok(refusals(exact).includes("privacy-small-count"), document.id);
    });
    console.log(`AP exams of ten states: ${figures} figures, ${open} not exact`);
  },
);
