import assert from "node:assert/strict";
import { test } from "node:test";
import type { GapDocument } from "@vitrine/contract";
import { en, es, gapPicture, gapTextBoxes, placeGap, printFrame, speaker, toCsv } from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";
import { noTextOverAnother } from "../helpers/text-boxes.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const frameOf = (name: string, width: number, scheme: "light" | "dark" = "light") =>
  printFrame({ id: "g", width, say: sayFor(name) }, scheme);
const picture = (name: string, width = 360, scheme: "light" | "dark" = "light") =>
  toSvg(gapPicture.draw(document("gap", name), frameOf(name, width, scheme)));
const row = (markup: string, key: string) => new RegExp(`data-key="${key}".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
const label = (name: string, key: string) => /aria-label="([^"]*)"/.exec(row(picture(name), key))![1]!;
const summary = (name: string, change: Partial<GapDocument> = {}) =>
  gapPicture.summarise({ ...document("gap", name), ...change }, sayFor(name));
const near = (one: number, other: number) => assert.ok(Math.abs(one - other) < 0.01, `${one} and ${other}`);

for (const [name] of documents("gap"))
  for (const width of [360, 720])
    test(`gap/${name}-${width}.svg`, () => {
      const markup = picture(name, width);
      assertPrintable(markup);
      matchGolden(`gap/${name}-${width}.svg`, markup);
    });

test("gap/typical-720-dark.svg", () => matchGolden("gap/typical-720-dark.svg", picture("typical", 720, "dark")));
test("gap/bands-720-rtl.svg: the outcome stands left of the context", () => {
  const frame = printFrame({ id: "g", width: 720, say: speaker(en, "ar") });
  matchGolden("gap/bands-720-rtl.svg", toSvg(gapPicture.draw(document("gap", "bands"), frame)));
  const { values } = placeGap(document("gap", "bands"), frame);
  const at = (key: string) => values.find((value) => value.key === key)!.bar!.scale.x;
  assert.ok(at("rural") < at("context/rural"));
});

noTextOverAnother("gap", placeGap, gapTextBoxes);

test("it says that districts are compared, not students", () => {
  assert.match(picture("typical", 720), />This compares districts, not students: students of one group differ among themselves\.</);
  assert.match(summary("typical"), /This compares districts, not students/);
  assert.match(gapPicture.tabulate(document("gap", "typical"), english)[0]!.caption, /This compares districts, not students/);
});

test("the distance is a number, and its line is as long as the bars are apart", () => {
  const markup = picture("typical", 720);
  assert.match(markup, />17 points apart</);
  assert.equal(label("typical", "distance"), "Between “Fewer than 20%” and “80% or more”: 17 points");
  const { values, distance } = placeGap(document("gap", "typical"), frameOf("typical", 720));
  const end = (key: string) => {
    const { sure } = values.find((value) => value.key === key)!.bar!;
    return sure!.x + sure!.width;
  };
  near(distance!.sure.x, end("q5"));
  near(distance!.sure.x + distance!.sure.width, end("q1"));
});

test("between bands the distance has both ends; where bands meet there is no clear distance, and no line", () => {
  assert.match(picture("bands"), />10 to 20 points apart</);
  const { distance } = placeGap(document("gap", "bands"), frameOf("bands", 720));
  const unit = distance!.most.width / 20;
  near(distance!.sure.width, 10 * unit);
  assert.match(picture("unclear"), />no clear distance</);
  assert.equal(placeGap(document("gap", "unclear"), frameOf("unclear", 720)).distance, undefined);
  assert.match(picture("same"), />no distance</);
  assert.match(picture("all-withheld"), />the distance is not told</);
  assert.match(picture("all-withheld"), /two classes”; the distance is not told\. This/);
  assert.doesNotMatch(picture("all-withheld"), /points/);
});

test("the distance of means is told in their unit", () => {
  assert.match(
    summary("two-groups"),
    /412\.6 for “Districts below 25% free or reduced-price meals”, 287\.9 for .*; 124\.7 page loads per 1,000 students a day less\./,
  );
});

test("context and outcome stand side by side, each on its own scale; narrow, one under the other", () => {
  const wide = placeGap(document("gap", "typical"), frameOf("typical", 720));
  const at = (places: typeof wide, key: string) => places.values.find((value) => value.key === key)!.bar!.scale;
  near(at(wide, "q3").y, at(wide, "context/q3").y);
  assert.ok(at(wide, "context/q3").x < at(wide, "q3").x);
  const narrow = placeGap(document("gap", "typical"), frameOf("typical", 360));
  assert.ok(at(narrow, "context/q5").y < at(narrow, "q1").y);
  assert.equal(label("typical", "context/q3"), "40% to 60%: Households with a fast connection: 76.5%, 31 districts");
});

test("the two groups that are told can be named; others are not called between them", () => {
  assert.match(picture("many-groups", 720), />Between “5% to 10% of schools” and “90% to 95% of schools”/);
  assert.match(summary("many-groups"), /All groups: 0% to 5% of schools: 26%/);
  assert.match(summary("typical"), /In between: 20% to 40%: 25%, 40% to 60%: 23%, 60% to 80%: 17%\./);
});

test("each absence has its own look and its own words, and a withheld value has no length", () => {
  const markup = picture("every-absence");
  assert.match(row(markup, "withheld"), /url\(#g-withheld\)/);
  assert.match(row(markup, "not-covered"), /url\(#g-not-covered\)/);
  assert.match(row(markup, "unknown"), /stroke-dasharray="3 2".*>\?<\/text>/s);
  assert.doesNotMatch(row(markup, "not-applicable"), /<rect|<path/);
  for (const words of Object.values(en.absence)) assert.ok(markup.includes(`>${words}`), words);
  const { values } = placeGap(document("gap", "all-withheld"), frameOf("all-withheld", 360));
  assert.deepEqual(
    values.map(({ bar }) => [bar!.absent, bar!.sure]),
    [
      ["withheld", undefined],
      ["withheld", undefined],
    ],
  );
});

test("the summary in both languages, provisional and empty", () => {
  assert.match(
    summary("typical"),
    /^Students who take computer science: 30% for “Fewer than 20%”, 13% for “80% or more”; 17 points less\./,
  );
  assert.match(
    summary("spanish"),
    /^Estudiantes que toman computación: 30% en «Menos de 20%», 19% en «40% o más»; 11 puntos menos\..*Aquí se comparan distritos, no estudiantes/,
  );
  assert.match(summary("provisional"), /These figures are provisional\.$/);
  assert.match(picture("provisional"), />Provisional</);
  assert.equal(summary("empty"), "There is nothing to compare here.");
});

test("the table has the units and both panels", () => {
  assert.equal(
    toCsv(gapPicture.tabulate(document("gap", "two-groups"), english)),
    'Group,districts,Students with free or reduced-price meals,"Use of the programme (page loads per 1,000 students a day)"\r\n' +
      "Districts below 25% free or reduced-price meals,112,less than 25%,412.6\r\n" +
      "Districts from 25% free or reduced-price meals,203,25% or more,287.9\r\n",
  );
});
