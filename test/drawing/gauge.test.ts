import assert from "node:assert/strict";
import { test } from "node:test";
import { drawGauge, en, es, gauge, liveFrame, printFrame, speaker, toCsv, type Frame } from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";

const english = speaker(en);
const spanish = speaker(es);
const sayFor = (name: string) => (name === "spanish" ? spanish : english);
/** The mark of a group, its bar and its texts. */
const group = (markup: string, key: string) => new RegExp(`data-key="${key}".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
const picture = (name: string, frame: Partial<Frame> = {}, scheme: "light" | "dark" = "light") =>
  toSvg(drawGauge(document("implementation", name), { ...printFrame({ id: "g", width: 360, say: sayFor(name) }, scheme), ...frame }));

for (const [name, document] of documents("implementation"))
  for (const width of [360, 720])
    test(`gauge/${name}-${width}.svg`, () => {
      const markup = toSvg(drawGauge(document, printFrame({ id: "gauge", width, say: sayFor(name) })));
      assertPrintable(markup);
      matchGolden(`gauge/${name}-${width}.svg`, markup);
    });

test("gauge/every-absence-360-dark.svg", () => {
  const markup = picture("every-absence", { id: "gauge" }, "dark");
  assertPrintable(markup);
  matchGolden("gauge/every-absence-360-dark.svg", markup);
});

test("gauge/typical-360-rtl.svg: read from right to left, the ring and the bars are mirrored", () => {
  const markup = picture("typical", { id: "gauge", say: speaker(en, "ar") });
  assertPrintable(markup);
  matchGolden("gauge/typical-360-rtl.svg", markup);
});

test("the same document and frame give the same bytes", () => {
  assert.equal(picture("bands"), picture("bands"));
});

test("a print picture names the shipped font; a live one takes the page's font and colours", () => {
  assert.match(picture("typical"), /<svg[^>]* font-family="Inter, sans-serif"/);
  const live = toSvg(drawGauge(document("implementation", "typical"), liveFrame({ id: "g", width: 360, say: english })));
  assert.doesNotMatch(live, /font-family/);
  assert.throws(() => assertPrintable(live), /a colour in fill that is not plain/);
});

test("every stage and every group is one mark with a key and a label", () => {
  for (const [name, document] of documents("implementation")) {
    const markup = toSvg(drawGauge(document, printFrame({ id: "g", width: 600, say: sayFor(name) })));
    const keys = [...markup.matchAll(/data-key="([^"]*)" role="img" aria-label="[^"]+"/g)].map(([, key]) => key);
    const groups = document.breakdowns.flatMap(({ by, groups }) => groups.map(({ id }) => `${by}/${id}`));
    assert.deepEqual(new Set(keys), new Set(["met", "started", "notStarted", "notKnown", ...groups]), name);
    assert.equal(keys.length, 4 + groups.length, name);
  }
});

test("an emphasised mark keeps its strength; the shapes of the others step back, their texts do not", () => {
  const markup = picture("typical", { emphasis: "course/csd" });
  assert.doesNotMatch(group(markup, "course/csd"), /opacity="0.4"/);
  assert.match(group(markup, "course/csp"), /<g opacity="0.4">[^]*<\/g><text/);
  assert.match(group(markup, "met"), /^data-key="met" role="img" aria-label="[^"]*" opacity="0.4">/);
});

test("the terms that open notes are marked", () => {
  const notes = [...picture("typical").matchAll(/data-note="([^"]*)"/g)].map(([, note]) => note);
  assert.deepEqual(notes, ["denominator", "definition"]);
});

test("each absence has its own look and its own words", () => {
  const markup = picture("every-absence");
  const row = (name: string) => new RegExp(`aria-label="${name}[^"]*".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
  assert.match(row("Arden"), />–<\/text>/);
  assert.doesNotMatch(row("Arden"), /<rect|<path/);
  assert.match(row("Birch Valley"), /url\(#g-withheld\).*/s);
  assert.match(row("Cedar Falls"), /fill="none" stroke="#55606e"\s*><\/path>/);
  assert.match(row("Charter schools"), /url\(#g-not-covered\)/);
  assert.match(row("Dover"), /stroke-dasharray="3 2".*>\?<\/text>/s);
  for (const words of Object.values(en.absence)) assert.ok(markup.includes(`>${words}`), words);
});

test("a withheld group is hatched over the whole scale, and its target and length are not drawn", () => {
  const markup = picture("all-withheld");
  const bars = [...markup.matchAll(/<path d="M0.5,0.5h([\d.]+)v9h-[\d.]+z" fill="url\(#g-withheld\)"/g)].map(([, width]) => Number(width));
  assert.deepEqual(bars, [327, 327]);
  assert.equal(/<rect[^>]* fill="#(0053a5|eef0f3)"/.test(markup), false);
});

const summary = (name: string, changes: object = {}) => gauge.summarise({ ...document("implementation", name), ...changes }, sayFor(name));

test("the summary says in one sentence how many met the bar, of whom, and the target", () => {
  assert.equal(
    summary("typical"),
    "149 of 240 trained teachers (62%) met the implementation bar; the target is 70%. " +
      "Of the others, 42 started, 31 have not started, and for 18 it is not known.",
  );
  assert.match(summary("no-target"), /^149 of 240 trained teachers \(62%\) met the implementation bar\. /);
  assert.match(
    summary("bands"),
    /^180 to 189 of 270 to 279 trained teachers \(65% to 70%\) met the implementation bar; the target is 70%\. /,
  );
  assert.match(
    summary("spanish"),
    /^Cumplieron el criterio de implementación 149 de 240 docentes con formación \(62%\); la meta es 70%\. /,
  );
});

test("what is withheld, missing or provisional is said in plain words", () => {
  assert.equal(
    summary("all-withheld"),
    "How many of the trained teachers met the implementation bar is withheld to protect privacy. The target is 70%.",
  );
  assert.match(
    summary("every-absence"),
    /Some figures are withheld to protect privacy, not reported yet, not part of this collection, or not known\.$/,
  );
  assert.match(summary("provisional"), /These figures are provisional\.$/);
  assert.match(picture("provisional"), />Provisional<\/text>/);
  assert.doesNotMatch(picture("typical"), />Provisional<\/text>/);
  assert.match(summary("all-withheld", { met: "not-applicable", trained: 0 }), /^There are no trained teachers to count here\./);
  assert.match(
    summary("all-withheld", { met: "not-reported", trained: 240 }),
    /^How many of the 240 trained teachers .* not reported yet\./,
  );
});

test("a share is never rounded to nobody or everybody", () => {
  const share = (met: number, trained: number) =>
    summary("no-breakdown", { met, trained, started: 0, notStarted: 0, notKnown: trained - met });
  assert.match(share(5, 2000), /\(less than 1%\)/);
  assert.match(share(1995, 2000), /\(more than 99%\)/);
  assert.match(share(2000, 2000), /\(100%\)/);
  assert.match(share(0, 2000), /\(0%\)/);
  assert.match(share(10, 2000), /\(1%\)/);
});

test("a band is drawn with both ends, never as its middle", () => {
  const markup = picture("bands");
  const row = group(markup, "district/birch");
  const boxes = [...row.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => [Number(x), Number(width)]);
  assert.deepEqual(boxes, [
    [16, 328],
    [16, 196.8],
    [212.8, 32.8],
  ]);
  assert.match(row, />60% to 70%</);
});

test("counts without a published share get no bar, and no share is worked out", () => {
  const row = group(picture("bands"), "district/eastlake");
  assert.doesNotMatch(row, /<rect|<path|%/);
  assert.match(row, />no share published · 0 to 9 of 10 to 19</);
});

test("a zero that is published is drawn as zero, with its number", () => {
  const row = group(picture("zero-published"), "year/2025-26");
  assert.match(row, />0%</);
  assert.match(row, />0 of 32</);
  assert.match(row, /stroke="#0053a5"/);
});

test("tables hold the same figures: one of all, one for each breakdown", () => {
  const tables = gauge.tabulate(document("implementation", "every-absence"), english);
  assert.deepEqual(
    tables.map(({ caption, rows }) => [caption, rows.length]),
    [
      ["What stands where there is no number?", 1],
      ["By district", 7],
    ],
  );
  assert.deepEqual(
    tables[0]!.columns.map(({ label }) => label),
    ["Group", "Trained", "Met the bar", "Started", "Not started", "Not known", "Share that met the bar"],
  );
  const privately = "withheld to protect privacy";
  assert.deepEqual(tables[1]!.rows[5]!.cells, ["Eastlake", "62", privately, privately, "20", "9", privately]);
  assert.deepEqual(tables[1]!.rows[6]!.cells, ["Fairview", "84", "57", "12", "9", "6", "68%"]);
  assert.match(toCsv(tables), /^Group,Trained,.*\r\nAll trained teachers,240,149,/);
});
