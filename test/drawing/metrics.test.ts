import assert from "node:assert/strict";
import { test } from "node:test";
import type { MetricsDocument } from "@vitrine/contract";
import { en, es, liveFrame, metricsPicture, metricTextBoxes, placeMetrics, printFrame, speaker, toCsv, type Frame } from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const draw = (name: string, frame: Partial<Frame> = {}, scheme: "light" | "dark" = "light") =>
  toSvg(
    metricsPicture.draw(document("metrics", name), { ...printFrame({ id: "metrics", width: 360, say: sayFor(name) }, scheme), ...frame }),
  );
const card = (markup: string, key: string) => new RegExp(`data-key="${key}".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
const says = (name: string, change: Partial<MetricsDocument> = {}) =>
  metricsPicture.summarise({ ...document("metrics", name), ...change }, sayFor(name));

for (const [name, document] of documents("metrics"))
  for (const width of [360, 720])
    test(`metrics/${name}-${width}.svg`, () => {
      const markup = toSvg(metricsPicture.draw(document, printFrame({ id: "metrics", width, say: sayFor(name) })));
      assertPrintable(markup);
      matchGolden(`metrics/${name}-${width}.svg`, markup);
    });

for (const [name, markup] of [
  ["every-absence-360-dark", () => draw("every-absence", {}, "dark")],
  ["bands-360-rtl", () => draw("bands", { say: speaker(en, "ar") })],
] as const)
  test(`metrics/${name}.svg`, () => {
    assertPrintable(markup());
    matchGolden(`metrics/${name}.svg`, markup());
  });

test("no text leaves its card or stands on another, at any width and in any direction", () => {
  for (const [name, document] of documents("metrics"))
    for (const width of [240, 320, 480, 600, 960, 1200])
      for (const locale of ["en-US", "ar"])
        for (const frame of [printFrame, liveFrame].map((make) => make({ id: "m", width, say: speaker(en, locale) }))) {
          const places = placeMetrics(document, frame);
          const boxes = new Map(places.cards.map(({ key, box }) => [key, box]));
          const texts = metricTextBoxes(places, frame);
          for (const [at, { x, y, width: wide, height, text, card }] of texts.entries()) {
            const box = boxes.get(card)!;
            const where = `${name} ${width} ${locale}: ${text}`;
            assert.ok(x >= box.x - 0.01 && x + wide <= box.x + box.width + 0.01, `${where} is wider than its card`);
            assert.ok(y >= box.y && y + height <= box.y + box.height, `${where} is higher than its card`);
            for (const other of texts.slice(at + 1)) {
              const apart =
                other.x >= x + wide || x >= other.x + other.width || other.y + 1 >= y + height || y + 1 >= other.y + other.height;
              assert.ok(apart, `${where} stands on ${other.text}`);
            }
          }
        }
});

test("a card says number, unit, period, change and over whom it was compared, and so does its label", () => {
  const markup = card(draw("typical"), "teachers");
  for (const text of ["240", "teachers", "2025-26", "36 more since 2024-25"]) assert.ok(markup.includes(`>${text}</text>`), text);
  assert.match(
    markup,
    /aria-label="Teachers trained: 240 teachers\. 2025-26\. 36 more since 2024-25, compared over 61 schools that sent teachers in both years\. Of these: Discoveries: 132, Principles: 108\."/,
  );
  assert.match(card(draw("typical"), "events"), />Summer 2026</);
});

test("more and fewer have the same colour: a change is not judged", () => {
  const fill = (key: string) => /<path d="M[\d.]+,[\d.]+h10[^"]*" fill="([^"]+)"/.exec(card(draw("typical"), key))![1];
  assert.equal(fill("teachers"), fill("students"));
  assert.match(card(draw("typical"), "families"), />no change since 2024-25</);
  assert.doesNotMatch(draw("typical"), /#bb7500|#821344|#00a27e/);
});

test("a change is said by its sign, a range by both ends", () => {
  const [table] = metricsPicture.tabulate(document("metrics", "bands"), english);
  assert.deepEqual(
    table!.rows.filter(({ key }) => !key.includes("/")).map(({ cells }) => cells[4]),
    ["10 to 19 more", "20 to 29 fewer", "15 fewer to 14 more"],
  );
  const withoutWay = card(draw("bands"), "families");
  assert.doesNotMatch(withoutWay, /h10l/);
});

test("each absence has its look and its words, in place of a number and of a part", () => {
  const markup = draw("every-absence");
  assert.match(card(markup, "withheld"), /url\(#metrics-withheld\)[^]*>withheld to protect privacy</);
  assert.match(card(markup, "not-reported"), />not reported yet</);
  assert.match(card(markup, "not-covered"), /url\(#metrics-not-covered\)/);
  assert.match(card(markup, "not-applicable"), /font-size="28"[^>]*>–</);
  assert.match(card(markup, "unknown"), /stroke-dasharray="3 2"[^]*>\?</);
  const parts = card(markup, "parts");
  assert.equal(parts.match(/url\(#metrics-withheld\)/g)!.length, 2);
  assert.match(card(markup, "withheld"), />Change since 2024-25: withheld/);
});

test("a withheld part takes no measured length; a range of a part is drawn with both ends; a zero is drawn", () => {
  const lengths = [...card(draw("every-absence"), "parts").matchAll(/<path d="M0.5,0.5h([\d.]+)v9/g)].map(([, length]) => length);
  assert.ok(lengths.length >= 4);
  assert.equal(new Set(lengths).size, 1);
  const range = card(draw("bands"), "teachers");
  assert.equal(range.match(/fill-opacity="0.3"/g)!.length, 3);
  assert.equal(range.match(/stroke-width="2"/g)!.length, 6);
  assert.match(card(draw("zero-published"), "students"), />0<\/text>[^]*stroke="#0053a5"|stroke="#0053a5"[^]*>0<\/text>/);
});

test("the sentence has the first four numbers, how many more there are, what is missing and that figures are provisional", () => {
  assert.equal(
    says("typical"),
    "Teachers trained: 240 teachers; Schools reached: 148 schools; Students in these courses: 8,420 students; Professional development events: 14 events. One more number is in the table.",
  );
  assert.match(says("many-numbers"), / 20 more numbers are in the table\.$/);
  assert.match(says("provisional"), /These figures are provisional\.$/);
  assert.match(draw("provisional"), />2025-26 · Provisional</);
  assert.match(says("every-absence"), /Teachers who left: withheld to protect privacy; .*Some figures are not known\.$/);
  assert.equal(says("empty"), "There are no numbers yet.");
  assert.match(says("spanish"), /^Docentes con formación: 240 docentes; /);
});

test("the table has one row for each number and each part, and the CSV the same", () => {
  const [table] = metricsPicture.tabulate(document("metrics", "typical"), english);
  assert.deepEqual(
    table!.columns.map(({ label }) => label),
    ["What is counted", "Number", "Unit", "Period", "Change", "Since", "Compared over"],
  );
  assert.deepEqual(table!.rows[0]!.cells, [
    "Teachers trained",
    "240",
    "teachers",
    "2025-26",
    "36 more",
    "2024-25",
    "61 schools that sent teachers in both years",
  ]);
  assert.deepEqual(table!.rows[1]!.cells.slice(0, 2), ["Teachers trained: Discoveries", "132"]);
  assert.match(toCsv([table!]), /^What is counted,Number,/);
  assert.deepEqual(metricsPicture.tabulate(document("metrics", "empty"), english), []);
});
