import assert from "node:assert/strict";
import test from "node:test";
import type { AccessDocument, AccessStatus } from "@vitrine/contract";
import { everything, SchoolModel, type Query } from "@vitrine/widgets/school-list/model";
import { accessOf } from "./access-fixture.ts";

const document = accessOf([
  { name: "Élan High", district: "Brook", area: "12001", status: "offers", level: "high" },
  { name: "Aspen 10", district: "Clay", area: "12003", status: "withheld", level: "high" },
  { name: "Aspen 9", district: "Clay", area: "12003", status: "does-not-offer", level: "middle" },
  { name: "Birch", area: "12001", status: "limited", level: "other" },
  { name: "Cedar", district: "Able", area: "12003", status: "withheld", level: "high" },
]);
const model = new SchoolModel(document, "en-US");
const ask = (query: Partial<Query>) => [...model.select({ ...everything, ...query })].map((row) => document.schools!.name[row]);

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
  const { status, level, area } = model.facets({ ...everything, levels: new Set(["high"]) });
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
  large.select(everything);
  large.select({ ...everything, text: "warm" });
  const start = performance.now();
  assert.equal(large.select({ ...everything, text: "school 29999" }).length, 1);
  assert.ok(performance.now() - start < 50);
});
