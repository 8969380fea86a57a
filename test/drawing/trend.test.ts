import assert from "node:assert/strict";
import { test } from "node:test";
import type { TrendDocument } from "@vitrine/contract";
import {
  drawReadout,
  drawTrend,
  en,
  es,
  lineBox,
  liveFrame,
  placeTrend,
  pointNear,
  printFrame,
  sayPoint,
  speaker,
  tabulateTrend,
  trendChart,
  trendTexts,
  type Box,
  type Frame,
} from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { fastest } from "../helpers/fastest.ts";
import { matchGolden } from "../helpers/goldens.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const frameOf = (width: number, say = english): Frame => printFrame({ id: "trend", width, say });
const summary = (name: string, changes: Partial<TrendDocument> = {}) =>
  trendChart.summarise({ ...document("trend", name), ...changes }, sayFor(name));

for (const [name, document] of documents("trend"))
  for (const width of name === "weekly-ten-years" ? [720] : [240, 720])
    test(`trend/${name}-${width}.svg`, () => {
      const markup = toSvg(drawTrend(document, frameOf(width, sayFor(name))));
      assertPrintable(markup);
      matchGolden(`trend/${name}-${width}.svg`, markup);
    });

test("trend/every-absence-720-dark.svg", () => {
  const frame = printFrame({ id: "trend", width: 720, say: english }, "dark");
  matchGolden("trend/every-absence-720-dark.svg", toSvg(drawTrend(document("trend", "every-absence"), frame)));
});

test("trend/typical-720-rtl.svg: read from right to left, time runs that way", () => {
  const say = speaker(en, "ar");
  const markup = toSvg(drawTrend(document("trend", "typical"), frameOf(720, say)));
  matchGolden("trend/typical-720-rtl.svg", markup);
  const { xs } = placeTrend(document("trend", "typical"), frameOf(720, say)).plots[0]!.plot;
  assert.ok(xs[0]! > xs.at(-1)!);
});

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

test("no text lies over another or outside the picture, at any width, in both languages, in print and on a page, from either side", () => {
  const says = [english, speaker(es), speaker(en, "ar")];
  for (const [name, document] of documents("trend"))
    for (const width of [240, 300, 360, 479, 480, 600, 840, 1200])
      for (const frame of says.flatMap((say) => [frameOf(width, say), liveFrame({ id: "t", width, say })])) {
        const places = placeTrend(document, frame);
        const boxes = trendTexts(places).map((line) => ({ ...lineBox(line, frame.font), text: line.text }));
        boxes.forEach((box, at) => {
          const where = `${name} at ${width} px, ${frame.say.locale}, ${frame.font.family ?? "page's font"}: ${box.text}`;
          assert.ok(
            box.x >= -0.5 && box.x + box.width <= width + 0.5 && box.y >= 0 && box.y + box.height <= places.height,
            `outside, ${where}`,
          );
          const other = boxes.slice(at + 1).find((other) => overlap(box, other));
          assert.equal(other?.text, undefined, `under another, ${where}`);
        });
      }
});

test("labels keep the order of the ends of their lines", () => {
  for (const name of ["typical", "weekly-equity", "every-absence"]) {
    const { plots, labels } = placeTrend(document("trend", name), frameOf(720));
    const ends = plots[0]!.plot.lines.map(({ key, last }) => ({ key, y: last!.low })).sort((a, b) => a.y - b.y);
    const tops = labels.map(({ key, lines }) => ({ key, y: lines[0]!.y })).sort((a, b) => a.y - b.y);
    assert.deepEqual(
      tops.map(({ key }) => key),
      ends.map(({ key }) => key),
      name,
    );
  }
});

test("a gap in time stays a gap: no line crosses it, and the sentence names it", () => {
  const { plots } = placeTrend(document("trend", "weekly-equity"), frameOf(720));
  for (const { runs } of plots[0]!.plot.lines) {
    assert.equal(runs.length, 2);
    assert.deepEqual([runs[0]!.at(-1)!.at, runs[1]![0]!.at], [26, 27]);
    assert.ok(runs[1]![0]!.x - runs[0]!.at(-1)!.x > 5 * (runs[0]![1]!.x - runs[0]![0]!.x), "the gap is as long as the time");
  }
  assert.match(summary("weekly-equity"), /There are no figures between the week of July 6, 2020 and the week of August 17, 2020\./);
  assert.match(summary("termly-with-gap"), /There are no figures between Spring 2024 and Spring 2025\./);
});

test("what may still change is dashed from the last settled figure on, and the word stands by it", () => {
  const markup = toSvg(drawTrend(document("trend", "typical"), frameOf(720)));
  assert.equal((markup.match(/stroke-dasharray="5 4"/g) ?? []).length, 3, "one stretch of each line");
  assert.match(markup, />Provisional<\/text>/);
  assert.match(summary("typical"), /Figures from 2024-25 on are provisional\.$/);
  assert.match(summary("provisional"), /These figures are provisional\.$/);
  assert.doesNotMatch(toSvg(drawTrend(document("trend", "one-line"), frameOf(720))), /stroke-dasharray="5 4"|>Provisional</);
});

test("a figure that is absent has a box under the plot and no height; each absence has its own look and words", () => {
  const document_ = document("trend", "every-absence");
  const { plots, absent } = placeTrend(document_, frameOf(720));
  const { plot } = plots[0]!;
  const arden = plot.lines.find(({ key }) => key === "group/arden")!;
  assert.deepEqual(
    arden.runs.map((run) => run.map(({ at }) => at)),
    [
      [0, 1],
      [4, 5, 6, 7],
    ],
  );
  assert.deepEqual(
    arden.absent.map(({ absence }) => absence),
    ["withheld"],
    "two years withheld are one box",
  );
  for (const { absent } of plot.lines) for (const { box } of absent) assert.ok(box.y > plot.y + plot.height);
  assert.deepEqual(
    absent.map(({ absence, lines }) => [absence, lines.map(({ text }) => text).join(" ")]),
    Object.entries(en.absenceSaid),
  );
});

test("where all is withheld nothing has a height, and no scale suggests one", () => {
  const { plots } = placeTrend(document("trend", "all-withheld"), frameOf(720));
  const { lines, grid } = plots[0]!.plot;
  assert.deepEqual(
    lines.map(({ runs, absent }) => [runs.length, absent.length]),
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
  );
  assert.deepEqual(
    grid.map(({ label }) => label.text),
    ["0%"],
  );
  assert.match(summary("all-withheld"), /All trained teachers: withheld to protect privacy\./);
});

test("a band is drawn with both ends, never as its middle", () => {
  const { plots } = placeTrend(document("trend", "bands"), frameOf(720));
  const [arden] = plots[0]!.plot.lines;
  const { grid } = plots[0]!.plot;
  const y = (percent: string) => grid.find(({ label }) => label.text === percent)!.y;
  const [first] = arden!.runs[0]!;
  assert.equal(Math.round(first!.low - first!.high), Math.round((y("0%") - y("50%")) * 0.4), "20 points high");
  assert.match(summary("bands"), /Arden: 40% to 60% in 2019-20, 60% to 80% in 2024-25 \(of 30 trained teachers\)\./);
});

test("rates stand with their denominators: in the sentence, at the line, in the table", () => {
  assert.match(summary("typical"), /All trained teachers: 62% in 2018-19, 68% in 2024-25 \(188 of 277 trained teachers\)\./);
  assert.match(toSvg(drawTrend(document("trend", "typical"), frameOf(720))), />188 of 277 trained teachers<\/text>/);
  const [figures, events] = tabulateTrend(document("trend", "typical"), english);
  assert.deepEqual(
    figures!.columns.slice(0, 4).map(({ label }) => label),
    ["When", "All trained teachers", "All trained teachers: how many", "All trained teachers: trained teachers"],
  );
  assert.deepEqual(figures!.rows[0]!.cells.slice(0, 4), ["2024-25", "68%", "188", "277"], "the newest first");
  assert.deepEqual(events!.rows[0]!.cells, ["Schools closed", "March 16, 2020", "June 12, 2020", "Most schools taught from a distance."]);
});

test("spring 2020 is marked: a line with its words, as a mark a reader can reach", () => {
  const markup = toSvg(drawTrend(document("trend", "weekly-equity"), frameOf(720)));
  assert.match(markup, /data-key="event\/closures" role="img" aria-label="Schools closed \(March 16, 2020 to June 12, 2020\)"/);
  assert.match(markup, />Schools closed<\/text>/);
  const narrow = placeTrend(document("trend", "monthly-one-line"), frameOf(240));
  assert.deepEqual(
    narrow.plots[0]!.events.map(({ label }) => label.text),
    ["1", "2", "3"],
    "numbers where words do not fit",
  );
  assert.match(narrow.list.map(({ text }) => text).join(" "), /1\u2002Staff trained \(August 18, 2025\)/);
});

test("every line is one mark with a key and a label, and beyond five groups each has a plot of its own on one scale", () => {
  for (const [name, document] of documents("trend")) {
    const markup = toSvg(drawTrend(document, frameOf(720, sayFor(name))));
    const keys = [...markup.matchAll(/data-key="([^"]*)" role="img" aria-label="[^"]+"/g)].map(([, key]) => key);
    const wanted = [...(document.all ? ["all"] : []), ...document.groups.map(({ id }) => `group/${id}`)];
    assert.deepEqual(new Set(keys.filter((key) => !key!.startsWith("event/"))), new Set(wanted), name);
    assert.equal(new Set(keys).size, keys.length, name);
  }
  const { plots } = placeTrend(document("trend", "many-groups"), frameOf(1200));
  assert.equal(plots.length, 12);
  assert.equal(new Set(plots.map(({ plot }) => plot.grid.map(({ label }) => label.text).join())).size, 1);
});

test("a share is never rounded to nobody or everybody", () => {
  const share = (count: number) => summary("one-point", { all: { name: "All", count: [count], base: [4000] }, groups: [] });
  assert.match(share(10), /All: less than 1% in 2025-26 \(10 of 4,000 trained teachers\)/);
  assert.match(share(3990), /All: 99% or more in 2025-26/);
});

test("a reader who points at a time gets every figure of it in words, and a line over the drawing", () => {
  const typical = document("trend", "typical");
  const frame = frameOf(720);
  const places = placeTrend(typical, frame);
  const { xs, y } = places.plots[0]!.plot;
  assert.equal(pointNear(places, xs[3]! + 2, y + 10), 3);
  assert.equal(pointNear(places, xs[0]! - 200, y), 0, "left of the plot is its first point");
  assert.equal(
    sayPoint(typical, 2, frame),
    "2020-21. All trained teachers: 48% (96 of 201 trained teachers). CS Discoveries: 46% (50 of 108 trained teachers). CS Principles: 49% (46 of 93 trained teachers)",
  );
  for (const [name, document] of documents("trend"))
    for (const width of [240, 720]) {
      const say = sayFor(name);
      if (document.times.from.length === 0) continue;
      const over = toSvg(drawReadout(document, frameOf(width, say), placeTrend(document, frameOf(width, say)), 0));
      assert.match(over, /^<svg[^>]*aria-hidden="true"/, name);
      assert.ok(over.includes("<text"), name);
    }
});

test("many weeks are placed fast enough to be drawn between two frames", () => {
  const weekly = document("trend", "weekly-ten-years");
  const placed = fastest(() => placeTrend(weekly, frameOf(1200)));
  assert.ok(placed < 60, `${placed} ms`);
});
