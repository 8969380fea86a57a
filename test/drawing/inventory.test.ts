import assert from "node:assert/strict";
import { test } from "node:test";
import type { InventoryDocument } from "@vitrine/contract";
import {
  en,
  es,
  inventoryPicture,
  inventoryTextBoxes,
  liveFrame,
  placeInventory,
  printFrame,
  speaker,
  toCsv,
  type Frame,
  type InventoryView,
} from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { matchGolden } from "../helpers/goldens.ts";

const english = speaker(en);
const sayFor = (name: string) => (name === "spanish" ? speaker(es) : english);
const draw = (name: string, frame: Partial<Frame> = {}, view?: InventoryView, scheme: "light" | "dark" = "light") =>
  toSvg(
    inventoryPicture.draw(
      document("inventory", name),
      { ...printFrame({ id: "inventory", width: 360, say: sayFor(name) }, scheme), ...frame },
      view,
    ),
  );
const entry = (markup: string, key: string) => new RegExp(`data-key="${key}".*?(?=<g data-key|</svg>)`, "s").exec(markup)![0];
const says = (name: string, change: Partial<InventoryDocument> = {}) =>
  inventoryPicture.summarise({ ...document("inventory", name), ...change }, sayFor(name));

for (const [name, document] of documents("inventory"))
  for (const width of [360, 960])
    test(`inventory/${name}-${width}.svg`, () => {
      const markup = toSvg(inventoryPicture.draw(document, printFrame({ id: "inventory", width, say: sayFor(name) })));
      assertPrintable(markup);
      matchGolden(`inventory/${name}-${width}.svg`, markup);
    });

for (const [name, markup] of [
  ["every-absence-360-dark", () => draw("every-absence", {}, undefined, "dark")],
  ["typical-960-rtl", () => draw("typical", { width: 960, say: speaker(en, "ar") })],
  ["out-of-date-360-later", () => draw("out-of-date", {}, { today: "2026-11-22" })],
] as const)
  test(`inventory/${name}.svg`, () => {
    assertPrintable(markup());
    matchGolden(`inventory/${name}.svg`, markup());
  });

test("no text runs out of the picture or stands on another, at any width and in any direction", () => {
  for (const [name, document] of documents("inventory"))
    for (const width of [240, 320, 480, 640, 800, 960, 1200])
      for (const locale of ["en-US", "ar"])
        for (const frame of [printFrame, liveFrame].map((make) => make({ id: "i", width, say: speaker(en, locale) }))) {
          const places = placeInventory(document, frame, { today: "2999-01-01" });
          const texts = inventoryTextBoxes(places, frame);
          for (const [at, { x, y, width: wide, height, text }] of texts.entries()) {
            const where = `${name} ${width} ${locale}: ${text}`;
            assert.ok(x >= -0.01 && x + wide <= width + 0.01, `${where} runs out`);
            assert.ok(y >= 0 && y + height <= places.height, `${where} is too low`);
            for (const other of texts.slice(at + 1)) {
              const apart =
                other.x >= x + wide || x >= other.x + other.width || other.y + 1.5 >= y + height || y + 1.5 >= other.y + other.height;
              assert.ok(apart, `${where} stands on ${other.text}`);
            }
            for (const { signs } of places.entries)
              for (const { box } of signs) {
                const apart = box.x >= x + wide || x >= box.x + box.width || box.y + 1.5 >= y + height || y + 1.5 >= box.y + box.height;
                assert.ok(apart, `a sign stands on ${where}`);
              }
          }
        }
});

test("a picture in a file says until when it is valid; a page, which knows the day, says when that has passed", () => {
  const old = draw("out-of-date");
  assert.match(old, />As of September 30, 2019 · valid until June 30, 2020</);
  assert.doesNotMatch(old, /May be out of date/);
  assert.doesNotMatch(draw("out-of-date", {}, { today: "2020-06-30" }), /May be out of date/);
  const later = draw("out-of-date", {}, { today: "2020-07-01" });
  assert.match(later, />May be out of date</);
  assert.match(later, /<desc[^>]*>[^<]*May be out of date\.<\/desc>/);
  assert.doesNotMatch(draw("typical", {}, { today: "2026-11-22" }), /May be out of date/);
});

test("nothing is judged: every sign has the ink's colour and one size, nothing is counted or shared out", () => {
  const markup = draw("typical", { width: 960 });
  const colours = new Set([...markup.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(([, colour]) => colour));
  assert.deepEqual(colours, new Set(["#1b2430", "#55606e", "#d5dae1"]));
  assert.equal(
    new Set(
      placeInventory(document("inventory", "typical"), printFrame({ id: "i", width: 960, say: english })).entries.flatMap(({ signs }) =>
        signs.map(({ box }) => box.width),
      ),
    ).size,
    1,
  );
  assert.doesNotMatch(says("typical"), /%|score| of \d+/);
  assert.match(says("typical"), /This says what is there\. It does not judge it\./);
});

test("the sentence names the areas in their order and until when it is valid", () => {
  assert.equal(
    says("typical"),
    "11 entries on computer science at Sunrise Middle School (sample): courses, in other subjects, clubs and events, gaps between groups, schedule, transport, data at hand, and changes to come. This says what is there. It does not judge it. As of September 30, 2026 · valid until June 30, 2027.",
  );
  assert.match(says("provisional"), /This inventory is provisional\.$/);
  assert.equal(says("empty"), "Nothing has been written down yet. As of September 30, 2026 · valid until June 30, 2027.");
  assert.match(says("spanish"), /^3 anotaciones sobre computación en Escuela Amanecer/);
});

test("each state and each absence has its own look, a legend and words", () => {
  const markup = draw("every-absence", { width: 720 });
  assert.match(
    entry(markup, "withheld"),
    /aria-label="An entry that is protected\. Grade 6: withheld to protect privacy, Grade 7: In place, /,
  );
  assert.match(entry(markup, "withheld"), /url\(#inventory-withheld\)/);
  assert.match(entry(markup, "not-covered"), /url\(#inventory-not-covered\)/);
  assert.match(entry(markup, "unknown"), />\?</);
  for (const text of [
    "In place",
    "Partly",
    "Planned",
    "withheld to protect privacy",
    "not reported yet",
    "not part of this collection",
    "not applicable",
    "not known",
  ])
    assert.ok(markup.includes(`>${text}</text>`), text);
  const typical = document("inventory", "typical");
  const signs = (["in-place", "partly", "planned", "not-in-place"] as const).map((state) => {
    const item = { ...typical.items[1]!, cells: [state, state, state] };
    const frame = printFrame({ id: "i", width: 720, say: english });
    return entry(toSvg(inventoryPicture.draw({ ...typical, items: [item] }, frame)), item.id).replace(/aria-label="[^"]*"/, "");
  });
  assert.equal(new Set(signs).size, 4);
});

test("an entry of the whole school has its state in words under its name; columns without room for names are numbered", () => {
  const club = entry(draw("whole-school"), "club");
  assert.match(club, />Robotics club<\/text><text[^>]*>In place</);
  const narrow = draw("many-columns");
  assert.match(narrow.replaceAll("\u00a0", " "), /1 Alder/);
  assert.match(draw("many-columns", { width: 1200 }), />Fairview</);
});

test("the table has one row for each entry, with every column and the students", () => {
  const [table] = inventoryPicture.tabulate(document("inventory", "typical"), english);
  assert.match(table!.caption, /\(As of September 30, 2026 · valid until June 30, 2027\)$/);
  assert.deepEqual(
    table!.columns.map(({ label }) => label),
    ["What", "About", "Grade 6", "Grade 7", "Grade 8", "Students", "Note", "Said on"],
  );
  assert.deepEqual(table!.rows[0]!.cells, [
    "STEM class in the rotation",
    "Courses",
    "Partly",
    "Partly",
    "Not in place",
    "212",
    "Nine weeks; not every student takes it before high school.",
    "–",
  ]);
  assert.match(toCsv([table!]), /\r\nEnrolment by course,Data at hand,In place,/);
  assert.deepEqual(inventoryPicture.tabulate(document("inventory", "empty"), english), []);
});
