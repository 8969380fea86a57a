import assert from "node:assert/strict";
import { test } from "node:test";
import {
  en,
  es,
  map,
  placePoints,
  readTally,
  speaker,
  tabulateSchools,
  toCsv,
  unlocatedSentence,
  wholePercent,
  type Step,
} from "@vitrine/drawing";
import { document, documents } from "../helpers/documents.ts";
import { geometryOf } from "../helpers/geometry.ts";

const english = speaker(en);
const spanish = speaker(es);
const summary = (name: string, say = english) => map.summarise(document("access", name), say);

test("the sentence names the number, the whole, the share, and whoever gave no plain answer", () => {
  assert.equal(
    summary("typical"),
    "23 of 60 schools in Sample State offer computer science (38%); 11 offer it in a limited way and 4 have not reported yet.",
  );
  assert.equal(
    summary("nation"),
    "14,517 of 26,366 schools in a sample nation offer computer science (55%); 10 are not known and 4\u00a0states are not part of this collection.",
  );
  assert.equal(summary("partner").startsWith("11 of 18 high schools in Sample State offer"), true, "only high schools are listed");
});

test("no share is made of schools that gave no answer; the absence is said instead", () => {
  assert.equal(
    summary("all-withheld"),
    "Whether the 24 high schools in Sample State offer computer science is withheld to protect privacy.",
  );
  assert.equal(summary("empty"), "No schools are listed in Sample State.");
  assert.match(
    summary("every-status"),
    /^Of the 27 high schools in Sample State, 6 offer computer science, 3 do not, 3 offer it in a limited way, /,
  );
  assert.doesNotMatch(summary("every-status"), /%/);
});

test("the same in Spanish", () => {
  assert.equal(
    summary("typical", spanish),
    "23 de 60 escuelas de Sample State ofrecen computación (38 %); 11 la ofrecen de forma limitada y 4 aún no han informado.".replace(
      "38 %",
      spanish.percent(38),
    ),
  );
  for (const [name, found] of documents("access")) assert.doesNotMatch(map.summarise(found, spanish), /undefined|NaN/, name);
});

test("a share says 0 only for none and 100 only for all", () => {
  assert.equal(wholePercent(1, 1000), 1);
  assert.equal(wholePercent(999, 1000), 99);
  assert.equal(wholePercent(0, 7), 0);
  assert.equal(wholePercent(7, 7), 100);
});

test("an area is painted by the step its printed share lies in", () => {
  const steps = [0, 19, 20, 34, 35, 49, 50, 64, 65, 79, 80, 100].map((share) => readTally([share, 0, 100 - share, 0, 0, 0, 0, 0, 0]).look);
  assert.deepEqual(steps, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5] satisfies Step[]);
});

test("an area most of whose schools gave no answer is painted as that absence", () => {
  const look = (by: number[]) => readTally(by).look;
  assert.equal(look([2, 0, 2, 0, 0, 0, 0, 6, 0]), "withheld");
  assert.equal(look([2, 0, 2, 0, 0, 6, 0, 0, 0]), "not-reported");
  assert.equal(look([2, 0, 2, 3, 3, 0, 0, 0, 0]), "not-reported");
  assert.equal(look([2, 0, 2, 0, 0, 0, 6, 0, 0]), "unknown");
  assert.equal(look([0, 0, 0, 0, 0, 0, 0, 0, 6]), "not-covered");
  assert.equal(look([0, 0, 0, 0, 0, 0, 0, 0, 0]), "not-applicable");
  assert.equal(look([3, 0, 2, 0, 0, 0, 0, 5, 0]), 1, "half has answered: 3 of 10");
});

test("the table has a row for every area and a column for every status that occurs; its rows add up", () => {
  for (const [name, found] of documents("access")) {
    const [table] = map.tabulate(found, english);
    assert.deepEqual(
      table!.rows.map(({ key }) => key),
      found.areas.id,
      name,
    );
    for (const { cells } of table!.rows) assert.equal(cells.length, table!.columns.length, name);
  }
  const [table] = map.tabulate(document("access", "typical"), english);
  assert.deepEqual(
    table!.columns.map(({ label }) => label),
    ["County", "Schools", "Offers computer science", "Limited", "Does not offer", "Not reported yet", "Share that offers"],
  );
  for (const { cells } of table!.rows)
    assert.equal(
      Number(cells[1]),
      cells.slice(2, 6).reduce((sum, cell) => sum + Number(cell), 0),
    );
});

test("an area outside the collection says so in every cell, and never zero", () => {
  const [table] = map.tabulate(document("access", "not-covered"), english);
  const outside = table!.rows.find(({ key }) => key === "06")!;
  assert.deepEqual(new Set(outside.cells.slice(1, -1)), new Set(["not part of this collection"]));
});

test("the schools' table says of each school whether it is on the map, and why not", () => {
  const found = document("access", "bad-coordinates");
  const points = placePoints(found, geometryOf(found));
  const table = tabulateSchools(found, points, english);
  const where = (name: string) => table.rows.find(({ cells }) => cells[0] === name)!.cells.at(-1);
  assert.equal(table.rows.length, 13);
  assert.equal(where("School without a place"), "Not known");
  assert.equal(where("School with latitude and longitude exchanged"), "Not known: latitude and longitude are exchanged");
  assert.equal(table.rows.filter(({ cells }) => cells.at(-1) === "On the map").length, 7);
  assert.equal(unlocatedSentence(points, english), "The location of 6 schools is not known.");
  assert.deepEqual(
    tabulateSchools(found, points, english, [2, 0]).rows.map(({ key }) => key),
    [found.schools!.id[2], found.schools!.id[0]],
  );
});

test("a nation's table leaves the schools out; theirs is asked for apart", () => {
  assert.equal(map.tabulate(document("access", "typical"), english).length, 1);
  assert.ok(toCsv(map.tabulate(document("access", "nation"), english)).length < 5000);
});
