import assert from "node:assert/strict";
import test from "node:test";
import type { AccessDocument, AccessStatus } from "@vitrine/contract";
import { en, speaker } from "@vitrine/drawing";
import { everything, recruits, SchoolModel, type Query } from "@vitrine/widgets/school-list/model";
import { queriesOf } from "@vitrine/widgets/school-list/queries";
import { recruitList } from "@vitrine/widgets/school-list/recruit";
import { fastest } from "../helpers/fastest.ts";
import { accessOf } from "./access-fixture.ts";

const document = accessOf([
  { name: "Élan High", district: "Brook", area: "12001", status: "offers", level: "high" },
  { name: "Aspen 10", district: "Clay", area: "12003", status: "withheld", level: "high" },
  { name: "Aspen 9", district: "Clay", area: "12003", status: "does-not-offer", level: "middle" },
  { name: "Birch", area: "12001", status: "limited", level: "other" },
  { name: "Cedar", district: "Able", area: "12003", status: "withheld", level: "high" },
]);
const model = new SchoolModel(document, "en-US");
const ask = (query: Partial<Query>) => [...queriesOf(model).select({ ...everything, ...query })].map((row) => document.schools!.name[row]);

test("names are in the order a reader expects: numbers by size, accents as their letter", () => {
  assert.deepEqual(ask({}), ["Aspen 9", "Aspen 10", "Birch", "Cedar", "Élan High"]);
  assert.deepEqual(ask({ descending: true }), ["Élan High", "Cedar", "Birch", "Aspen 10", "Aspen 9"]);
});

test("district order keeps names in order within a district", () => {
  assert.deepEqual(ask({ sort: "district" }), ["Cedar", "Élan High", "Aspen 9", "Aspen 10", "Birch"]);
});

test("status order is the legend's, withheld schools stand together and by name", () => {
  assert.deepEqual(ask({ sort: "status" }), ["Élan High", "Birch", "Aspen 9", "Aspen 10", "Cedar"]);
});

test("search finds every word in name, district or area, without accents or case", () => {
  assert.deepEqual(ask({ text: "elan" }), ["Élan High"]);
  assert.deepEqual(ask({ text: "CLAY 10" }), ["Aspen 10"]);
  assert.deepEqual(ask({ text: "south county" }), ["Aspen 9", "Aspen 10", "Cedar"]);
  assert.deepEqual(ask({ text: "nowhere" }), []);
});

test("filters combine; withheld is a choice like any other and never counted with another status", () => {
  const one = (status: AccessStatus) => ask({ statuses: new Set([status]) });
  assert.deepEqual(one("withheld"), ["Aspen 10", "Cedar"]);
  assert.deepEqual(one("offers"), ["Élan High"]);
  assert.deepEqual(ask({ statuses: new Set(["withheld"]), levels: new Set(["high"]), areas: new Set(["12001"]) }), []);
  assert.deepEqual(ask({ statuses: new Set(["offers", "limited"]), areas: new Set(["12001"]) }), ["Birch", "Élan High"]);
});

test("the number beside a choice is what that choice would show", () => {
  const { status, level, area } = queriesOf(model).facets({ ...everything, levels: new Set(["high"]) });
  assert.deepEqual([...status], [1, 0, 0, 0, 0, 0, 0, 2, 0]);
  assert.deepEqual([...level], [0, 1, 3, 1, 0]);
  assert.deepEqual([...area], [1, 2]);
});

test("30,000 schools filter in a few milliseconds", () => {
  const many: AccessDocument = accessOf(
    Array.from({ length: 30_000 }, (_, at) => ({
      name: `School ${(at * 7919) % 30_000}`,
      area: at % 2 ? "12001" : "12003",
      status: "offers",
    })),
  );
  const large = new SchoolModel(many, "en-US");
  queriesOf(large).select(everything);
  queriesOf(large).select({ ...everything, text: "warm" });
  const texts = ["school 29999", "school 29998", "school 29997", "school 29996", "school 29995"][Symbol.iterator]();
  assert.ok(fastest(() => assert.equal(queriesOf(large).select({ ...everything, text: texts.next().value! }).length, 1)) < 50);
});

const active = new SchoolModel(
  accessOf([
    { name: "Ash", district: "Clay", area: "12001", status: "does-not-offer", activity: "active" },
    { name: "Birch", district: "Able", area: "12001", status: "not-reported", activity: "active" },
    { name: "Cedar", district: "Able", area: "12003", status: "offers", activity: "active" },
    { name: "Dogwood", district: "Clay", area: "12003", status: "limited", activity: "none" },
    { name: "Elm", district: "Clay", area: "12003", status: "withheld", activity: "withheld" },
    { name: "Fir", district: "Clay", area: "12003", status: "does-not-offer", activity: "withheld" },
  ]),
  "en-US",
);
const found = (query: Partial<Query>) => [...queriesOf(active).select({ ...everything, ...query })].map((row) => active.schools!.name[row]);

test("schools are found by grass-roots activity, counted and sorted by it; a withheld one is in no other choice", () => {
  assert.deepEqual(found({ activities: new Set(["active"]) }), ["Ash", "Birch", "Cedar"]);
  assert.deepEqual(found({ activities: new Set(["active"]), areas: new Set(["12001"]) }), ["Ash", "Birch"]);
  assert.deepEqual(found({ activities: new Set(["withheld"]) }), ["Elm", "Fir"]);
  assert.deepEqual([...queriesOf(active).facets(everything).activity], [3, 1, 0, 0, 2, 0]);
  assert.deepEqual([...queriesOf(active).facets({ ...everything, statuses: new Set(["does-not-offer"]) }).activity], [1, 0, 0, 0, 1, 0]);
  assert.deepEqual(found({ sort: "activity" }), ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"]);
  assert.deepEqual(found({ sort: "activity", descending: true }), ["Fir", "Elm", "Dogwood", "Cedar", "Birch", "Ash"]);
});

test("a recruiter finds schools with activity and without a full offer, never one that is withheld", () => {
  assert.deepEqual(found({ ...recruits, sort: "district" }), ["Birch", "Ash"]);
});

test("a document that tells of no activity has no choice of it", () => {
  assert.equal(model.activityOf(0), undefined);
  assert.deepEqual([...queriesOf(model).facets(everything).activity], [0, 0, 0, 0, 0, 0]);
});

test("the recruit list has district, school, id and what is known of it, and no person", () => {
  const list = recruitList(active, queriesOf(active).select({ ...everything, ...recruits, sort: "district" }), speaker(en));
  assert.deepEqual(
    list.columns.map(({ label }) => label),
    [
      "District",
      "School",
      "Id",
      "Town",
      "Area",
      "Computer science",
      "Grass-roots activity",
      "Level",
      "What is offered",
      "Who says so",
      "When",
    ],
  );
  assert.deepEqual(list.rows[0]!.cells, [
    "Able",
    "Birch",
    "s00001",
    "",
    "North County",
    "Not reported yet",
    "Activity seen",
    "Not known",
    "Not described",
    "An invented survey",
    "autumn 2025",
  ]);
  assert.equal(list.rows.length, 2);
});

test("however quickly names are put in order, it is the order of the language", () => {
  const parts = [
    "Al",
    "al",
    "Bay",
    "Élan",
    "St. ",
    "P.S. 9",
    "P.S. 10",
    " ",
    "Ñandú",
    "O'Hara",
    "Zoë",
    "ch",
    "ll",
    "aa",
    "-",
    "Westminster ",
    "21st",
  ];
  const names = Array.from({ length: 600 }, (_, at) =>
    [at * 7, at * 11 + 3, at * 13 + 5].map((pick, turn) => parts[(pick + turn * (at % 5)) % parts.length]).join(""),
  ).map((name, at) => name.trim() || `Only ${at}`);
  const document = accessOf(names.map((name) => ({ name, status: "offers", area: "12001" })));
  for (const locale of ["en", "en-US", "es", "es-419", "sv", "da"]) {
    const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
    const wanted = names.map((_, row) => row).sort((a, b) => compare(names[a]!, names[b]!) || a - b);
    assert.deepEqual([...new SchoolModel(document, locale).order()], wanted, locale);
  }
});
