import assert from "node:assert/strict";
import { test } from "node:test";
import type { InventoryDocument } from "@vitrine/contract";
import { config, faultRows, folderWith, read, refused, run } from "./project.ts";

/** Invented. */
const rows = `what,about,note,six,seven,count,on
STEM class,course,Nine weeks,some,no,212,
Robotics club,club,,yes,yes,7,2026-09-08
Girls in the club,gap,About a third,,,,
Late bus,bus,,no,maybe,many,soon
Something else,??,,yes,yes,,
,club,,yes,yes,,`;
const document = {
  kind: "inventory",
  id: "inventory",
  title: "Inventory",
  validUntil: "2027-06-30",
  from: "rows",
  name: "what",
  area: { column: "about", values: { course: "courses", club: "clubs", gap: "gaps", bus: "transport" } },
  detail: "note",
  students: "count",
  saidOn: "on",
  states: { yes: "in-place", some: "partly", no: "not-in-place" },
  columns: [
    { id: "g6", name: "Grade 6", column: "six" },
    { id: "g7", name: "Grade 7", column: "seven" },
  ],
};
const publish = async (over: object = {}, text = rows) => {
  const result = await run(folderWith({ "rows.csv": text }), config({ file: "rows.csv" }, { ...document, ...over }));
  return { result, inventory: read(result, "inventory") as unknown as InventoryDocument };
};

test("an inventory is read from rows: entries in their order, states by word, students under the threshold withheld", async () => {
  const { result, inventory } = await publish();
  assert.equal(inventory.validUntil, "2027-06-30");
  assert.deepEqual(inventory.columns, [
    { id: "g6", name: "Grade 6" },
    { id: "g7", name: "Grade 7" },
  ]);
  assert.deepEqual(inventory.items, [
    { id: "stem-class", area: "courses", name: "STEM class", detail: "Nine weeks", cells: ["partly", "not-in-place"], students: 212 },
    { id: "robotics-club", area: "clubs", name: "Robotics club", cells: ["in-place", "in-place"], students: 7, saidOn: "2026-09-08" },
    { id: "girls-in-the-club", area: "gaps", name: "Girls in the club", detail: "About a third", cells: [] },
    { id: "late-bus", area: "transport", name: "Late bus", cells: ["not-in-place", "not-reported"], students: "unknown" },
  ]);
  assert.deepEqual(faultRows(result), { "value-not-listed": 1, "not-a-number": 1, "not-a-day": 1 });
  assert.equal(result.report.faults.filter(({ reason }) => reason === "value-not-listed").length, 2);
});

test("few students are withheld, and the owner is told how many figures that were", async () => {
  const { result, inventory } = await publish({}, rows.replace(",7,", ",4,"));
  assert.equal(inventory.items[1]!.students, "withheld");
  assert.equal(result.report.documents[0]!.withheld, 1);
});

test("an empty cell can mean something, and then every entry has its cells", async () => {
  const { inventory } = await publish({ states: { ...document.states, "": "not-applicable" } });
  assert.deepEqual(inventory.items[2]!.cells, ["not-applicable", "not-applicable"]);
});

test("an inventory needs the day until which it is valid, not before its own, and has no place for a score", async () => {
  const folder = folderWith({ "rows.csv": rows });
  const { validUntil: _, ...undated } = document;
  assert.match((await refused(folder, config({ file: "rows.csv" }, undated))).message, /validUntil is missing/);
  assert.equal((await refused(folder, config({ file: "rows.csv" }, { ...document, validUntil: "2020-01-01" }))).code, "document-refused");
  assert.match((await refused(folder, config({ file: "rows.csv" }, { ...document, score: "count" }))).message, /unknown key "score"/);
});

test("text that names somebody stops the publication", async () => {
  const folder = folderWith({ "rows.csv": rows.replace("Nine weeks", "Taught by Mr. Baptiste") });
  const error = await refused(folder, config({ file: "rows.csv" }, document));
  assert.equal(error.code, "names-people");
  assert.doesNotMatch(error.message, /Baptiste/);
});
