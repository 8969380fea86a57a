import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathwayDocument } from "@vitrine/contract";
import {
  drawPathway,
  en,
  es,
  lineBox,
  liveFrame,
  pathwayFunnel,
  pathwayTexts,
  placePathway,
  printFrame,
  speaker,
  type Box,
  type Frame,
} from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const frameOf = (width: number, say = english): Frame => printFrame({ id: "pathway", width, say });
const summary = (name: string, changes: Partial<PathwayDocument> = {}) =>
  pathwayFunnel.summarise({ ...document("pathway", name), ...changes }, sayFor(name));
const rowOf = (name: string, key: string, width = 600) => {
  const found = placePathway(document("pathway", name), frameOf(width)).rows.find((row) => row.key === key);
  assert.ok(found, `${name} has no ${key}`);
  return found;
};

for (const [name, document] of documents("pathway"))
  for (const width of [240, 720])
    test(`pathway/${name}-${width}.svg`, () => {
      const markup = toSvg(drawPathway(document, frameOf(width, sayFor(name))));
      assertPrintable(markup);
      matchGolden(`pathway/${name}-${width}.svg`, markup);
    });

test("pathway/pipeline-720-dark.svg", () => {
  const frame = printFrame({ id: "pathway", width: 720, say: english }, "dark");
  matchGolden("pathway/pipeline-720-dark.svg", toSvg(drawPathway(document("pathway", "pipeline"), frame)));
});

test("pathway/typical-720-rtl.svg: read from right to left, bars begin at the right", () => {
  const frame = frameOf(720, speaker(en, "ar"));
  matchGolden("pathway/typical-720-rtl.svg", toSvg(drawPathway(document("pathway", "typical"), frame)));
  const [first, second] = placePathway(document("pathway", "typical"), frame).rows;
  assert.equal(first!.bar!.x + first!.bar!.width, second!.bar!.x + second!.bar!.width);
});

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

test("no text lies over another, over a bar or outside the picture, at any width, in both languages, in print and on a page, from either side", () => {
  const says = [english, speaker(es), speaker(en, "ar")];
  for (const [name, document] of documents("pathway"))
    for (const width of [240, 300, 360, 480, 600, 840, 1200])
      for (const frame of says.flatMap((say) => [frameOf(width, say), liveFrame({ id: "p", width, say })])) {
        const places = placePathway(document, frame);
        const boxes = pathwayTexts(places).map((line) => ({ ...lineBox(line, frame.font), text: line.text }));
        const bars = places.rows.flatMap(({ bar, between, left, absent }) =>
          [bar, between, left, absent?.box].filter((box) => box !== undefined),
        );
        boxes.forEach((box, at) => {
          const where = `${name} at ${width} px, ${frame.say.locale}, ${frame.font.family ?? "page's font"}: ${box.text}`;
          assert.ok(
            box.x >= -0.5 && box.x + box.width <= width + 0.5 && box.y >= 0 && box.y + box.height <= places.height,
            `outside, ${where}`,
          );
          assert.equal(boxes.slice(at + 1).find((other) => overlap(box, other))?.text, undefined, `under another, ${where}`);
          assert.equal(
            bars.some((bar) => overlap({ ...box, y: box.y + 2, height: box.height - 4 }, bar)),
            false,
            `on a bar, ${where}`,
          );
        });
      }
});

test("an event: 50 registered, 30 came, and ten families are counted in families", () => {
  assert.equal(summary("event"), "Registered: 50 people. Came: 30 of 50 went on (60%); 20 did not. Answered the survey: 10 families.");
  const [registered, came, answered] = ["registered", "came", "answered"].map((key) => rowOf("event", key));
  assert.equal(came!.bar!.width / registered!.bar!.width, 0.6);
  const pale = came!.left!.width / registered!.bar!.width;
  assert.ok(Math.abs(pale - 0.4) < 1e-9, "those who did not come are the pale end of the bar");
  assert.equal(answered!.left, undefined, "families are not what is left of people");
  assert.notEqual(answered!.token, came!.token);
  assert.match(answered!.lines.map(({ text }) => text).join(" "), /Counted in families: not compared with the stage before/);
});

test("where eleven is the least number told, the ten families are withheld, and a parent reads why", () => {
  assert.equal(
    summary("event-protected"),
    "Registered: 50 people. Came: 30 of 50 went on (60%); 20 did not. Answered the survey: how many families is withheld to protect privacy. " +
      "A number is left out where it, or another one beside it, could tell something about single people or families.",
  );
  const row = rowOf("event-protected", "answered");
  assert.equal(row.bar, undefined);
  assert.equal(row.absent!.box.width, rowOf("event-protected", "registered").bar!.width, "a withheld number takes the whole width");
  assert.doesNotMatch(toSvg(drawPathway(document("pathway", "event-protected"), frameOf(600))), /\b10\b families|>10</);
  assert.match(
    pathwayTexts(placePathway(document("pathway", "event-protected"), frameOf(600)))
      .map(({ text }) => text)
      .join(" "),
    /A number is left out where it, or another one beside it, could tell something about single people or families\./,
  );
  assert.match(summary("spanish"), /Respondieron la encuesta: el número de familias: protegido por privacidad\./);
});

test("a pipeline of years: when each stage was, who went on and who did not, and the last one still provisional", () => {
  assert.match(summary("pipeline"), /^Required course: 412 students\. Elective course: 168 of 412 went on \(41%\); 244 did not\. /);
  assert.match(summary("pipeline"), /Still provisional: Computing at college\.$/);
  assert.match(rowOf("pipeline", "required").lines[0]!.text, /Required course · 2021-22/);
  const last = rowOf("pipeline", "undergraduate");
  assert.ok(last.provisional);
  assert.match(last.lines[0]!.text, /provisional$/);
  assert.match(toSvg(drawPathway(document("pathway", "pipeline"), frameOf(600))), /stroke-dasharray="5 3"/);
});

test("groups stand in panels: of numbers from the first stage each begins at full length, else all have one scale", () => {
  const female = ["required", "elective"].map((stage) => rowOf("pipeline", `gender/female/${stage}`));
  const male = rowOf("pipeline", "gender/male/required");
  assert.equal(female[0]!.bar!.width, male.bar!.width, "203 and 209 both begin at full length");
  assert.ok(Math.abs(female[1]!.bar!.width / female[0]!.bar!.width - 66 / 203) < 1e-9);
  assert.match(female[1]!.lines.map(({ text }) => text).join(" "), /66 · 33%/);
  const [black, hispanic] = ["black", "hispanic"].map((group) => rowOf("pipeline", `origin/${group}/required`));
  assert.ok(Math.abs(hispanic!.bar!.width / black!.bar!.width - 103 / 164) < 1e-9, "beside a withheld group all have one scale");
  assert.equal(rowOf("pipeline", "origin/white/required").bar, undefined);
});

test("a range is drawn with both ends, and no share is worked out from it", () => {
  const row = rowOf("ranges", "attended");
  const first = rowOf("ranges", "registered");
  const scale = first.bar!.width + first.between!.width;
  assert.ok(Math.abs(row.bar!.width / scale - 50 / 69) < 1e-9);
  assert.ok(Math.abs((row.bar!.width + row.between!.width) / scale - 59 / 69) < 1e-9);
  assert.equal(row.left, undefined, "how many left is a range too");
  assert.match(summary("ranges"), /Attended the workshop: 50 to 59 of 60 to 69 went on; 0 to 9 did not\./);
  assert.doesNotMatch(toSvg(drawPathway(document("pathway", "ranges"), frameOf(600))), /%/);
});

test("stages that nobody was followed through are not compared, and the picture says so", () => {
  assert.equal(
    summary("not-followed"),
    "Required course: 404 students. Elective course: 212 students. High school course: 88 students. Computing at college: 120 students. " +
      "Each stage is counted by itself. Nobody was followed from one stage to the next.",
  );
  assert.ok(placePathway(document("pathway", "not-followed"), frameOf(600)).rows.every(({ left }) => left === undefined));
});

test("each absence has its own look and its own words", () => {
  const { rows, absent } = placePathway(document("pathway", "every-absence"), frameOf(600));
  assert.deepEqual(
    rows.map((row) => row.absent?.absence),
    [undefined, "unknown", "withheld", "not-covered", "not-reported", undefined],
  );
  assert.equal(absent.length, 4);
  const words = rows.map(({ lines }) => lines.map(({ text }) => text).join(" "));
  assert.match(words[1]!, /not known/);
  assert.match(words[3]!, /not part of this collection/);
  assert.match(words[4]!, /not reported yet/);
  assert.match(words[5]!, /–$/);
});

test("every stage of every line is one mark with a key and a label", () => {
  for (const [name, document] of documents("pathway")) {
    const markup = toSvg(drawPathway(document, frameOf(600, sayFor(name))));
    const keys = [...markup.matchAll(/data-key="([^"]*)" role="img" aria-label="[^"]+"/g)].map(([, key]) => key);
    const lines = ["", ...document.breakdowns.flatMap(({ by, groups }) => groups.map(({ id }) => `${by}/${id}/`))];
    assert.deepEqual(new Set(keys), new Set(lines.flatMap((line) => document.stages.map(({ id }) => `${line}${id}`))), name);
  }
  const markup = toSvg(drawPathway(document("pathway", "typical"), frameOf(600)));
  assert.match(markup, /aria-label="CS Principles, Attended the workshop: 108 of 124 went on \(87%\); 16 did not\."/);
});

test("tables hold the same figures: the stages, then the groups with who left between two stages", () => {
  const [stages, courses] = pathwayFunnel.tabulate(document("pathway", "typical"), english);
  assert.deepEqual(
    stages!.columns.map(({ label }) => label),
    ["Stage", "How many", "Who is counted", "Share of the stage before", "Did not go on"],
  );
  assert.deepEqual(stages!.rows[1]!.cells, ["Attended the workshop", "240", "teachers", "88%", "49"]);
  assert.deepEqual(courses!.rows[0]!.cells, ["CS Discoveries", "148", "132", "110", "86", "62", "16", "22", "24", "24"]);
});
