import assert from "node:assert/strict";
import { test } from "node:test";
import type { SurveyDocument } from "@vitrine/contract";
import { en, es, placeSurvey, printFrame, speaker, survey, surveyTextBoxes, toCsv } from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";
import { noTextOverAnother } from "../helpers/text-boxes.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const frameOf = (name: string, width: number, scheme: "light" | "dark" = "light") =>
  printFrame({ id: "s", width, say: sayFor(name) }, scheme);
const picture = (name: string, width = 360, scheme: "light" | "dark" = "light") =>
  toSvg(survey.draw(document("survey", name), frameOf(name, width, scheme)));
const row = (markup: string, key: string) => new RegExp(`data-key="${key}".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
const summary = (name: string, change: Partial<SurveyDocument> = {}) =>
  survey.summarise({ ...document("survey", name), ...change }, sayFor(name));

for (const [name] of documents("survey"))
  for (const width of [360, 720])
    test(`survey/${name}-${width}.svg`, () => {
      const markup = picture(name, width);
      assertPrintable(markup);
      matchGolden(`survey/${name}-${width}.svg`, markup);
    });

test("survey/by-group-360-dark.svg", () => matchGolden("survey/by-group-360-dark.svg", picture("by-group", 360, "dark")));

test("survey/two-sided-360-rtl.svg: read from right to left, the ends change sides", () => {
  const frame = printFrame({ id: "s", width: 360, say: speaker(en, "ar") });
  matchGolden("survey/two-sided-360-rtl.svg", toSvg(survey.draw(document("survey", "two-sided"), frame)));
  const places = placeSurvey(document("survey", "two-sided"), frame);
  const { mean } = places.rows[0]!.track!;
  assert.ok(mean.width === 0 && mean.x < places.zero!.x, "+14.2 stands left of zero");
});

noTextOverAnother("survey", placeSurvey, surveyTextBoxes);

test("exact answers stand end to end around the neutral middle, all on one scale", () => {
  const places = placeSurvey(document("survey", "typical"), frameOf("typical", 600));
  const { questions } = document("survey", "typical");
  const units = places.rows.map(({ pieces }, at) => {
    const { answered, counts } = questions[at]!;
    const neutral = pieces!.find(({ step }) => step === 2)!;
    assert.ok(Math.abs(neutral.box.x + neutral.box.width / 2 - places.zero!.x) < 0.01, "half of the neutral answers on each side");
    pieces!.slice(1).forEach((piece, next) => assert.ok(Math.abs(pieces![next]!.box.x + pieces![next]!.box.width - piece.box.x) < 0.01));
    return pieces!.map(({ step, box }) => box.width / (Number(counts![step]) / Number(answered)));
  });
  const all = units.flat();
  assert.ok(Math.max(...all) - Math.min(...all) < 0.01);
});

test("every row says how many answered, or that their number is withheld", () => {
  const markup = picture("typical");
  for (const people of [412, 410, 404, 408, 409]) assert.match(markup, new RegExp(`>${people} families`));
  assert.match(row(picture("twenty-answers"), "pace/teachers"), /aria-label="[^"]*number of team members withheld to protect privacy"/);
});

test("of ten families every share is a range with both ends, and says why", () => {
  const markup = row(picture("ten-families"), "why");
  assert.match(markup, />10 families</);
  assert.match(markup, />50% or more</);
  assert.match(markup, />less than 50%</);
  assert.doesNotMatch(markup, /70%|30%/);
  // From half of the scale to its end, a line at both.
  const places = placeSurvey(document("survey", "ten-families"), frameOf("ten-families", 360));
  const { bar } = places.rows[0]!.steps![3]!;
  assert.deepEqual([bar.sure!.width, bar.between!.width].map(Math.round), [bar.scale.width / 2, bar.scale.width / 2].map(Math.round));
  assert.match(
    summary("ten-families"),
    /“Attending helped us understand why computer science is important” – Agree: 50% or more, Disagree: less than 50%; 10 families answered\./,
  );
  assert.match(
    summary("ten-families"),
    /a share is told as a range with both ends, so that nobody can work out what single people answered\./,
  );
});

test("of twenty answers the mean is a band between named ends, and the two roles are withheld", () => {
  const markup = picture("twenty-answers");
  for (const words of ["We tried to do too much", "We could have done", "−50", "\\+50", "On target", "\\+10 to \\+30"])
    assert.match(markup, new RegExp(`>${words}`));
  assert.doesNotMatch(markup, /<circle[^>]*r="7"|\+13|\+15/);
  assert.equal(
    summary("twenty-answers"),
    "On a scale from −50 (“We tried to do too much”) to +50 (“We could have done more”): zero means “On target”; “How much we took on in our working sessions”: +10 to +30, 20 team members. " +
      "Where few answered, the mean is told as a range with both ends, so that nobody can work out what single people answered. " +
      "Some figures are withheld to protect privacy.",
  );
});

test("a mean of many is a point at its place, on its side of zero", () => {
  const places = placeSurvey(document("survey", "two-sided"), frameOf("two-sided", 600));
  const { scale, zero, mean } = places.rows[0]!.track!;
  assert.equal(zero.x, scale.x + scale.width / 2);
  assert.ok(Math.abs(mean.x - (scale.x + (64.2 / 100) * scale.width)) < 0.01);
});

test("each absence has its own look and its own words", () => {
  for (const name of ["every-absence", "every-absence-two-sided"]) {
    const markup = picture(name);
    assert.match(row(markup, "withheld"), /url\(#s-withheld\)/);
    assert.match(row(markup, "not-covered"), /url\(#s-not-covered\)/);
    assert.match(row(markup, "unknown"), /stroke-dasharray="3 2".*>\?<\/text>/s);
    assert.doesNotMatch(row(markup, "not-applicable"), /<rect|<path/);
    for (const words of Object.values(en.absence)) assert.ok(markup.includes(`>${words}`), words);
  }
});

test("a withheld row has no length: the hatch is as wide as the scale", () => {
  const places = placeSurvey(document("survey", "all-withheld"), frameOf("all-withheld", 360));
  assert.deepEqual(
    places.rows.map(({ absent, pieces, steps }) => [absent?.absence, absent?.box.width, pieces, steps]),
    places.rows.map(() => ["withheld", 328, undefined, undefined]),
  );
});

test("the summary names the highest and the lowest only where all is exact", () => {
  assert.equal(
    summary("typical"),
    "6 questions, answered by 412 families. “Agree” is highest for “We would come again” (86%) and lowest for “We know which computer science courses the school offers” (39%).",
  );
  const { questions } = document("survey", "typical");
  const hidden = { ...questions[5]!, counts: undefined, shares: questions[5]!.counts!.map(() => "withheld" as const) };
  assert.match(summary("typical", { questions: [...questions.slice(0, 5), hidden] }), /highest for “The evening helped us/);
  assert.match(summary("spanish"), /^«Volveríamos a venir»: De acuerdo: 75%, En desacuerdo: 12%; respondieron 455 familias\./);
  assert.match(summary("provisional"), /These figures are provisional\.$/);
  assert.match(picture("provisional"), />Provisional</);
  assert.equal(summary("empty"), "There are no answers here.");
});

test("the table has every figure of every question and group", () => {
  const [table] = survey.tabulate(document("survey", "by-group"), english);
  assert.deepEqual(
    table!.columns.map(({ label }) => label),
    ["Question", "Answered", "Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree", "Agree (Agree + Strongly agree)"],
  );
  assert.deepEqual(table!.rows[1], {
    key: "taught/middle",
    cells: [
      "I can teach what I learned next week (Middle school teachers)",
      "169",
      "8% (14)",
      "13% (22)",
      "18% (31)",
      "38% (64)",
      "22% (38)",
      "60%",
    ],
  });
  assert.match(
    toCsv(survey.tabulate(document("survey", "twenty-answers"), english)),
    /\(Teachers\),withheld to protect privacy,withheld to protect privacy\r\n/,
  );
  assert.deepEqual(survey.tabulate(document("survey", "typical"), english)[0]!.rows[1]!.cells.at(-1), "14", "those who gave no answer");
});
