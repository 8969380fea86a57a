import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompositionDocument } from "@vitrine/contract";
import { compositionTextBoxes, diversity, en, es, placeComposition, printFrame, speaker, toCsv } from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";
import { noTextOverAnother } from "../helpers/text-boxes.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const frameOf = (name: string, width: number, scheme: "light" | "dark" = "light") =>
  printFrame({ id: "c", width, say: sayFor(name) }, scheme);
const picture = (name: string, width = 360, scheme: "light" | "dark" = "light") =>
  toSvg(diversity.draw(document("composition", name), frameOf(name, width, scheme)));
const row = (markup: string, key: string) => new RegExp(`data-key="${key}".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
const label = (name: string, key: string) => /aria-label="([^"]*)"/.exec(row(picture(name), key))![1]!;
const summary = (name: string, change: Partial<CompositionDocument> = {}) =>
  diversity.summarise({ ...document("composition", name), ...change }, sayFor(name));

for (const [name] of documents("composition"))
  for (const width of [360, 720])
    test(`composition/${name}-${width}.svg`, () => {
      const markup = picture(name, width);
      assertPrintable(markup);
      matchGolden(`composition/${name}-${width}.svg`, markup);
    });

test("composition/typical-360-dark.svg", () => matchGolden("composition/typical-360-dark.svg", picture("typical", 360, "dark")));
test("composition/bands-360-rtl.svg: bars begin at the right", () => {
  const frame = printFrame({ id: "c", width: 360, say: speaker(en, "ar") });
  matchGolden("composition/bands-360-rtl.svg", toSvg(diversity.draw(document("composition", "bands"), frame)));
  const { bar } = placeComposition(document("composition", "bands"), frame).breakdowns[0]!.groups[0]!.bars[0]!;
  assert.ok(Math.abs(bar.sure!.x + bar.sure!.width - (bar.scale.x + bar.scale.width)) < 0.01);
});

noTextOverAnother("composition", placeComposition, compositionTextBoxes);

test("all bars of a picture have one scale, which it names", () => {
  const places = placeComposition(document("composition", "typical"), frameOf("typical", 600));
  const widths = places.breakdowns.flatMap(({ groups }) => groups.flatMap(({ bars }) => bars.map(({ bar }) => bar.scale.width)));
  assert.equal(new Set(widths).size, 1);
  const girls = places.breakdowns[0]!.groups[0]!.bars;
  const meals = places.breakdowns[2]!.groups[0]!.bars;
  const unit = (bar: (typeof girls)[number], share: number) => bar.bar.sure!.width / share / bar.bar.scale.width;
  for (const [bar, share] of [
    [girls[0]!, 486 / 1520],
    [girls[1]!, 3068 / 6240],
    [meals[0]!, 502 / 1520],
    [meals[1]!, 3182 / 6240],
  ] as const)
    assert.ok(Math.abs(unit(bar, share) - 1 / 0.8) < 0.001);
  assert.match(picture("typical"), />Each bar runs from 0% to 80%\.</);
});

test("the difference is said in words, as a reader would subtract", () => {
  assert.equal(
    label("typical", "gender/female"),
    "Girls: Students in computer science: 32%; All students of these schools: 49%; 17 points lower",
  );
  assert.match(label("typical", "race/white"), /9 points higher$/);
  assert.match(label("typical", "gender/x"), /1%; All students of these schools: less than 1%/);
  assert.match(label("typical", "race/native"), /1%; All students of these schools: 1%; the same share$/);
});

test("between bands the difference has both ends too, and where they meet it is not clear", () => {
  assert.equal(
    label("bands", "gender/female"),
    "Girls: Students in the course: 25% to 30%; All students of the school: 49% to 50%; 19 to 25 points lower",
  );
  assert.match(label("bands", "race/asian"), /1 to 7 points higher$/);
  assert.match(label("bands", "race/hispanic"), /no clear difference$/);
  assert.doesNotMatch(label("small-course", "race/black"), /points|difference/, "nothing is said of a withheld share");
});

test("a band is drawn with both ends", () => {
  const { bars } = placeComposition(document("composition", "bands"), frameOf("bands", 360)).breakdowns[0]!.groups[0]!;
  const [own] = bars;
  const unit = own!.bar.scale.width / 0.8;
  assert.ok(Math.abs(own!.bar.sure!.width - 0.25 * unit) < 0.01 && Math.abs(own!.bar.between!.width - 0.05 * unit) < 0.01);
});

test("rounded shares are told as about so many, and drawn as far as the rounding leaves open", () => {
  const markup = row(picture("school-profile"), "race/white");
  assert.match(markup, />about 40%</);
  const { bar } = placeComposition(document("composition", "school-profile"), frameOf("school-profile", 360)).breakdowns[0]!.groups[2]!
    .bars[0]!;
  assert.ok(Math.abs((bar.between!.width / bar.scale.width) * 0.8 - 0.05) < 0.001);
  assert.match(
    summary("school-profile"),
    /^Students of Sunrise Middle School: 704\. By race and ethnicity – Black: about 25%, Latinx: about 30%/,
  );
});

test("groups that overlap say so; the part that was not reported is one of the parts, drawn apart", () => {
  const markup = picture("typical");
  assert.match(markup, />Groups overlap: a student can be in several, or in none\.</);
  assert.match(summary("typical"), /“By programme”: groups overlap, a student can be in several or in none\./);
  assert.match(row(markup, "race/none"), /fill="#55606e"/);
  assert.doesNotMatch(row(markup, "race/none"), /fill="#(0053a5|821344)"/);
  assert.match(diversity.tabulate(document("composition", "typical"), english)[2]!.caption, /Groups overlap/);
});

test("each absence has its own look and its own words", () => {
  const markup = picture("every-absence");
  assert.match(row(markup, "programme/withheld"), /url\(#c-withheld\)/);
  assert.match(row(markup, "programme/not-covered"), /url\(#c-not-covered\)/);
  assert.match(row(markup, "programme/unknown"), /stroke-dasharray="3 2".*>\?<\/text>/s);
  assert.doesNotMatch(row(markup, "programme/not-applicable"), /<rect|<path/);
  for (const words of Object.values(en.absence)) assert.ok(markup.includes(`>${words}`), words);
});

test("a withheld share has no length", () => {
  const { groups } = placeComposition(document("composition", "all-withheld"), frameOf("all-withheld", 360)).breakdowns[0]!;
  const own = groups.map(({ bars }) => bars.find(({ side }) => side === "subject")!.bar);
  assert.deepEqual(
    own.map(({ absent, sure }) => [absent, sure]),
    own.map(() => ["withheld", undefined]),
  );
  assert.equal(new Set(own.map(({ scale }) => scale.width)).size, 1);
});

test("the summary sets the students beside those they are compared with", () => {
  assert.match(
    summary("typical"),
    /^Students in computer science: 1,520\. Beside them – All students of these schools: 6,240\. By gender – Girls: 32% \(17 points lower\), Boys: 66% \(16 points higher\)/,
  );
  assert.match(
    summary("spanish"),
    /^Estudiantes de computación: 1,520\. A su lado – Todos los estudiantes de estas escuelas: 6,240\. Por género – Niñas: 32% \(17 puntos menos\)/,
  );
  assert.match(summary("no-comparison"), /^Students of the camp: 318\. By grade – Grade 6: 30%, /);
  assert.match(summary("provisional"), /These figures are provisional\.$/);
  assert.match(summary("small-course"), /Some figures are withheld to protect privacy\.$/);
  assert.equal(summary("empty"), "There are no students to tell of here.");
});

test("tables have counts and shares of both sides", () => {
  const [table] = diversity.tabulate(document("composition", "typical"), english);
  assert.deepEqual(
    table!.columns.map(({ label: name }) => name),
    [
      "Group",
      "Students in computer science",
      "Students in computer science, share",
      "All students of these schools",
      "All students of these schools, share",
      "Difference",
    ],
  );
  assert.deepEqual(table!.rows[0], { key: "gender/female", cells: ["Girls", "486", "32%", "3,068", "49%", "17 points lower"] });
  assert.match(
    toCsv(diversity.tabulate(document("composition", "ranges"), english)),
    /Girls,40 to 49,25% to 33%,"1,180",49%,16 to 24 points lower\r\n/,
  );
});
