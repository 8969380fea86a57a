import assert from "node:assert/strict";
import { test } from "node:test";
import type { SurveyDocument, SurveyQuestion } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { config, faultRows, folderWith, read, refused, run } from "./project.ts";
import { dice } from "./dice.ts";

const steps = [
  { id: "no", name: "Disagree", side: "low", cells: ["1", "no"] },
  { id: "neither", name: "Neither", side: "middle", cells: ["2"] },
  { id: "yes", name: "Agree", side: "high", cells: ["3", "agree"] },
  { id: "very", name: "Strongly agree", side: "high", cells: ["4"] },
];
const agreement = { kind: "steps", low: "Disagree", high: "Agree", steps };
const pace = { kind: "two-sided", low: "We tried to do too much", high: "We could have done more", reach: 50 };
const kind = {
  kind: "survey",
  id: "survey",
  title: "Survey",
  from: "rows",
  respondents: "families",
  scale: agreement,
  questions: [{ id: "q", text: "We would come again", column: "answer" }],
};
const ten = { policy: "k12cs-privacy/1", threshold: 10, zeros: "withhold", release: { id: "r1", asOf: "2026-09-30" } };

async function published(rows: string[], over: object = {}, header = "answer,role") {
  const folder = folderWith({ "rows.csv": [header, ...rows].join("\n") });
  const whole = config({ file: "rows.csv" }, { ...kind, ...over });
  const result = await run(folder, { ...whole, publication: { ...(whole["publication"] as object), privacy: ten } });
  const document = read(result, "survey") as unknown as SurveyDocument;
  return { result, document, question: document.questions[0]! };
}
const times = (count: number, cells: string) => Array.from({ length: count }, () => cells);
const roles = { label: "By role", column: "role", groups: { t: { id: "t", name: "Teachers" }, a: { id: "a", name: "Administrators" } } };

test("answers are counted step by step; who gave none is counted apart; cells that mean nothing are reported", async () => {
  const { result, question } = await published(
    [
      ...times(12, "no,"),
      ...times(14, "2,"),
      ...times(31, "3,"),
      ...times(20, "4,"),
      ...times(11, ","),
      ...times(5, "refused,"),
      ...times(3, "9,"),
    ],
    { noAnswer: ["refused"] },
  );
  assert.deepEqual(question, { id: "q", text: "We would come again", answered: 77, noAnswer: 16, counts: [12, 14, 31, 20], groups: [] });
  assert.deepEqual(faultRows(result), { "value-not-listed": 3 });
});

test("ten families, 70 % and 30 %: told as ranges, and no exact number of any answer leaves", async () => {
  const { document, question } = await published([...times(7, "agree,"), ...times(3, "4,")]);
  const low = { from: 0, to: 50 };
  assert.deepEqual(question, {
    id: "q",
    text: "We would come again",
    answered: 10,
    shares: [low, low, { from: 50, to: 100 }, low],
    groups: [],
  });
  assert.doesNotMatch(JSON.stringify(document.questions), /\b[37]0?\b/);
});

test("of nine families nothing is told but that nothing is", async () => {
  const { result, question } = await published(times(9, "3,"));
  assert.deepEqual(question, { id: "q", text: "We would come again", answered: "withheld", shares: times(4, "withheld"), groups: [] });
  assert.equal(result.report.documents[0]!.withheld, 5);
});

test("twenty answers in two roles, +15 and +13: one band for all, nothing by role", async () => {
  const of = (role: string, values: number[]) => values.map((value) => `${value},${role}`);
  const { question } = await published(
    [...of("t", [40, 30, 25, 20, 10, 5, 0, -5, 15, 20, 10, 10]), ...of("a", [30, 20, 10, 5, 4, 15, 10, 10])],
    { scale: pace, by: roles, respondents: "team members" },
  );
  assert.equal(question.answered, 20);
  assert.deepEqual(question.mean, { from: 10, to: 30 });
  assert.deepEqual(
    question.groups.map(({ answered, mean }) => [answered, mean]),
    [
      ["withheld", "withheld"],
      ["withheld", "withheld"],
    ],
  );
});

test("means of many are numbers with one decimal, of few a band; what is off the scale or no number is left out and reported", async () => {
  const { result, question } = await published(
    [...times(40, "15,t"), ...times(35, "-7,a"), ...times(3, "51,a"), ...times(4, "much,t"), ...times(12, "-50,x")],
    { scale: pace, by: roles },
  );
  assert.equal(question.mean, -2.8);
  assert.deepEqual(
    question.groups.map(({ id, answered, mean }) => [id, answered, mean]),
    [
      ["t", 40, { from: 10, to: 20 }],
      ["a", 35, { from: -10, to: 0 }],
      ["unknown", 12, { from: -50, to: 0 }],
    ],
    "one band among exact means would be worked out from them",
  );
  assert.deepEqual(faultRows(result), { "value-not-listed": 12, "not-a-number": 4, "off-the-scale": 3 });
});

test("groups are told exactly where nothing is small, else in bands that the whole does not narrow too far", async () => {
  const group = (role: string, counts: number[]) => counts.flatMap((count, at) => times(count, `${at + 1},${role}`));
  const large = await published([...group("t", [20, 30, 40, 50]), ...group("a", [11, 12, 13, 14])], { by: roles });
  assert.deepEqual(
    large.question.groups.map(({ counts }) => counts),
    [
      [20, 30, 40, 50],
      [11, 12, 13, 14],
    ],
  );
  const small = await published([...group("t", [20, 30, 40, 50]), ...group("a", [3, 12, 13, 14])], { by: roles });
  assert.equal(small.question.counts, undefined, "23 in all would leave three or four of the administrators");
  assert.equal(small.question.answered, 182);
  assert.deepEqual(small.question.groups[1]!.shares![0], { from: 0, to: 10 });
  assert.ok(small.question.groups.every(({ counts }) => counts === undefined));
  assert.equal(small.result.report.documents[0]!.acts[0]!.rule, "banded");
});

test("a group too small to be told is not what remains of the others", async () => {
  const group = (role: string, counts: number[]) => counts.flatMap((count, at) => times(count, `${at + 1},${role}`));
  const { question } = await published([...group("t", [20, 30, 40, 50]), ...group("a", [2, 1, 3, 0])], { by: roles });
  const told = question.groups.filter(({ answered }) => answered !== "withheld");
  assert.ok(question.groups.length === 0 || told.length === 0, "six administrators are never all but the teachers");
});

test("a column that does not exist is named with those that do", async () => {
  const folder = folderWith({ "rows.csv": "answer,role\n3,t" });
  const error = await refused(
    folder,
    config({ file: "rows.csv" }, { ...kind, by: roles, questions: [{ id: "q", text: "Q", column: "reply" }] }),
  );
  assert.equal(error.code, "column-missing");
  assert.match(error.message, /\$\.documents\[0\]\.questions\[0\]\.column: use one of "answer", "role"/);
});

test("whatever is answered, no number below the threshold leaves and an attack finds nothing", async () => {
  const { next: roll } = dice(11);
  for (let round = 0; round < 12; round++) {
    const people = 5 + Math.floor(roll() * 160);
    const rows = Array.from(
      { length: people },
      () => `${1 + Math.floor(roll() ** 2 * 4)},${roll() < 0.3 ? "a" : roll() < 0.95 ? "t" : ""}`,
    );
    const { document } = await published(rows, round % 2 ? { by: roles } : {});
    const numbers = (question: SurveyQuestion) =>
      [question, ...question.groups].flatMap(({ answered, counts }) => [answered, ...(counts ?? [])]);
    for (const figure of document.questions.flatMap(numbers)) assert.ok(typeof figure !== "number" || figure >= 10, `${people} people`);
    const { narrow, contradictory } = await auditDocuments([document]);
    assert.deepEqual([narrow, contradictory], [[], []]);
  }
});
