import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanDocument } from "@vitrine/contract";
import { en, es, liveFrame, placePlan, planPicture, planTextBoxes, printFrame, speaker, toCsv, type Frame } from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const frameOf = (width: number, name = "") => printFrame({ id: "plan", width, say: sayFor(name) });
const draw = (name: string, frame: Partial<Frame> = {}, scheme: "light" | "dark" = "light") =>
  toSvg(planPicture.draw(document("plan", name), { ...printFrame({ id: "plan", width: 360, say: sayFor(name) }, scheme), ...frame }));
const entry = (markup: string, key: string) => new RegExp(`data-key="${key}".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
const labelOf = (markup: string, key: string) => /aria-label="([^"]*)"/.exec(entry(markup, key))![1];
const says = (name: string, change: Partial<PlanDocument> = {}) =>
  planPicture.summarise({ ...document("plan", name), ...change }, sayFor(name));

for (const [name, document] of documents("plan"))
  for (const width of [360, 960])
    test(`plan/${name}-${width}.svg`, () => {
      const markup = toSvg(planPicture.draw(document, frameOf(width, name)));
      assertPrintable(markup);
      matchGolden(`plan/${name}-${width}.svg`, markup);
    });

for (const [name, markup] of [
  ["every-absence-360-dark", () => draw("every-absence", {}, "dark")],
  ["typical-960-rtl", () => draw("typical", { width: 960, say: speaker(en, "ar") })],
] as const)
  test(`plan/${name}.svg`, () => {
    assertPrintable(markup());
    matchGolden(`plan/${name}.svg`, markup());
  });

test("no text runs out of the picture or stands on another, at any width and in any direction", () => {
  for (const [name, document] of documents("plan"))
    for (const width of [240, 320, 480, 640, 960, 1200])
      for (const locale of ["en-US", "ar"])
        for (const frame of [printFrame, liveFrame].map((make) => make({ id: "p", width, say: speaker(en, locale) }))) {
          const places = placePlan(document, frame);
          const texts = planTextBoxes(places, frame);
          for (const [at, { x, y, width: wide, height, text }] of texts.entries()) {
            const where = `${name} ${width} ${locale}: ${text}`;
            assert.ok(x >= -0.01 && x + wide <= width + 0.01, `${where} runs out`);
            assert.ok(y >= 0 && y + height <= places.height, `${where} is too low`);
            for (const other of texts.slice(at + 1)) {
              const apart =
                other.x >= x + wide || x >= other.x + other.width || other.y + 1.5 >= y + height || y + 1.5 >= other.y + other.height;
              assert.ok(apart, `${where} stands on ${other.text}`);
            }
          }
        }
});

test("the fall clean-up: five numbered steps, corrections due on October 30, made in November, visible at its end", () => {
  const markup = draw("fall-clean-up", { width: 960 });
  assert.deepEqual(
    [...markup.matchAll(/data-key="step\/[^"]*" role="img" aria-label="(\d)\./g)].map(([, number]) => number),
    ["1", "2", "3", "4", "5"],
  );
  assert.equal(
    labelOf(markup, "step/send"),
    "4. Send all corrections. Not started · Due October 30, 2026 · 18 days left. If missed: Corrections sent later are not made this fall. Who: the regional partner.",
  );
  assert.match(labelOf(markup, "step/review")!, /November 2, 2026 to November 30, 2026/);
  assert.match(markup, />Teachers of the summer workshops are now in your roster\.</);
  const places = placePlan(document("plan", "fall-clean-up"), frameOf(960));
  const [axis, due] = [places.axis!, (key: string) => places.entries.find((one) => one.key === `step/${key}`)!.due!.x];
  assert.ok(due("send") > axis.asOf && due("open") < axis.asOf && due("review") > due("send"));
  assert.equal(due("send"), due("look"));
});

test("time is counted from the day of the plan, never from today", () => {
  const left = (asOf: string) =>
    planPicture.tabulate({ ...document("plan", "fall-clean-up"), asOf }, english)[0]!.rows.map(({ cells }) => cells[5]);
  assert.deepEqual(left("2026-10-12"), ["–", "18 days left", "18 days left", "18 days left", "49 days left"]);
  assert.deepEqual(left("2026-10-29"), ["–", "1 day left", "1 day left", "1 day left", "32 days left"]);
  assert.deepEqual(left("2026-10-30").slice(1, 4), ["due on that day", "due on that day", "due on that day"]);
  assert.deepEqual(left("2026-11-01").slice(1, 4), ["2 days past due", "2 days past due", "2 days past due"]);
  assert.match(says("past-due"), /One step is past due\./);
  assert.match(says("past-due"), /Next due: “Book the room” by November 20, 2026, due on that day\./);
});

test("a step that nobody speaks of is neither late nor next; its time has the look of its absence", () => {
  const markup = draw("every-absence");
  assert.match(entry(markup, "step/withheld"), /url\(#plan-withheld\)[^]*>withheld to protect privacy/);
  assert.match(entry(markup, "step/not-covered"), /url\(#plan-not-covered\)/);
  assert.match(entry(markup, "step/unknown"), />\?</);
  for (const words of ["withheld to protect privacy", "not reported yet", "not part of this collection", "not known"])
    assert.ok(markup.includes(`>${words}`), words);
  assert.doesNotMatch(says("every-absence"), /past due|Next due/);
  assert.match(
    says("every-absence"),
    /How far some steps have come is withheld to protect privacy, not reported yet, not part of this collection, or not known\./,
  );
});

test("people stand by role alone, in words of the reader's language", () => {
  assert.match(labelOf(draw("typical"), "step/group")!, /Who: STEM teachers, school administrators, and family representatives/);
  assert.match(labelOf(draw("spanish"), "step/grupo")!, /Quién: docentes de ciencias y tecnología y representantes de las familias/);
});

test("resources, data collection and allocation are said in picture and table alike, and each part with something in it has a table", () => {
  const markup = draw("typical");
  for (const text of ["Unplugged activities", "What data is collected", "shows what comes of it", "Two hours every two weeks"])
    assert.ok(markup.replace(/<\/text><text[^>]*>/g, " ").includes(text), text);
  const tables = planPicture.tabulate(document("plan", "typical"), english);
  assert.deepEqual(
    tables.map(({ caption }) => caption),
    ["Goals", "Steps", "Sub-groups", "Meetings", "Resources", "What data is collected", "Who does what"],
  );
  assert.deepEqual(tables[4]!.rows[0]!.cells, [
    "Unplugged activities",
    "Four that need no device and fit an evening.",
    "https://vitrine.example/unplugged",
    "At hand",
  ]);
  assert.match(toCsv(tables), /\r\nSTEM teachers,Chooses and leads the activities\.,Two hours every two weeks\r\n/);
  assert.deepEqual(planPicture.tabulate(document("plan", "empty"), english), []);
  assert.equal(says("empty"), "There are no steps yet.");
});

test("meetings held by the day of the plan are full, those to come hollow", () => {
  const { entries } = placePlan(document("plan", "typical"), frameOf(960));
  const dots = entries.find(({ key }) => key === "session/team")!.dots!;
  assert.deepEqual(
    dots.map(({ past }) => past),
    [true, true, false, false, false],
  );
});

test("steps without days need no axis", () => {
  const places = placePlan(document("plan", "no-days"), frameOf(720));
  assert.equal(places.axis, undefined);
  assert.match(draw("no-days"), />In progress · No day set</);
});
