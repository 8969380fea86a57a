import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument, type AccessDocument } from "@vitrine/contract";
import { publish, type PublishResult } from "@vitrine/publish";
import { testOnRealData } from "../helpers/real-data.ts";

/** Publishes one of the configs beside this test from the real data into a folder that is removed again. */
async function published(name: string, data: string, look: (result: PublishResult, read: (id: string) => AccessDocument) => void) {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-real-"));
  try {
    const text = readFileSync(new URL(`${name}.json`, import.meta.url), "utf8").replaceAll("DATA/", data);
    writeFileSync(join(folder, "config.json"), text);
    const result = await publish({ config: join(folder, "config.json") });
    console.log(`${name}: ${result.documents.length} documents, ${result.report.seconds} s, ${result.report.megabytes} MB at most`);
    look(result, (id) => {
      const parsed = parseDocument(JSON.parse(readFileSync(join(result.out, `${id}.json`), "utf8")));
      assert.ok(parsed.ok, id);
      return parsed.document as AccessDocument;
    });
    assert.ok(result.report.seconds < 60);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sum = (counts: readonly number[] | undefined) => (counts ?? []).reduce((total, count) => total + count, 0);
const faults = (result: PublishResult) => Object.fromEntries(result.report.faults.map(({ reason, rows }) => [reason, rows]));
const located = ({ schools }: AccessDocument) => schools!.latitude.filter((latitude) => latitude !== "unknown").length;

testOnRealData("Florida: two files joined make a map of 1,121 high schools, 248 of which offer computer science", (data) =>
  published("florida", data, (result, read) => {
    const { areas, schools } = read("florida-high-schools");
    assert.equal(schools!.id.length, 1121);
    assert.equal(sum(areas.schools), 1121);
    assert.equal(sum(areas.by.offers), 248);
    assert.equal(sum(areas.by["does-not-offer"]), 1121 - 248);
    assert.equal(areas.id.length, 67, "every county of Florida");
    assert.ok(areas.id.every((id) => /^12\d{3}$/.test(id)));
    assert.ok(
      schools!.id.every((id) => /^12\d{10}$/.test(id)),
      "ids keep all twelve digits",
    );
    assert.ok(schools!.students!.every((students) => typeof students !== "number" || students >= 10));
    assert.deepEqual(faults(result)["unmatched"], 25_717, "schools of the other states");
  }),
);

testOnRealData("the nation: 26,838 high schools, 13,469 offer, 13,363 do not, 6 not known, in 52 areas", (data) =>
  published("nation", data, (result, read) => {
    const overview = read("us-high-schools");
    assert.equal(overview.schools, undefined);
    assert.equal(overview.areas.id.length, 52);
    assert.equal(sum(overview.areas.schools), 26_838);
    assert.equal(sum(overview.areas.by.offers), 13_469);
    assert.equal(sum(overview.areas.by["does-not-offer"]), 13_363);
    assert.equal(sum(overview.areas.by.unknown), 6);
    const states = overview.areas.file!.map((file) => read(file.replace(".json", "")));
    assert.equal(states.length, 52);
    assert.equal(sum(states.map(({ schools }) => schools!.id.length)), 26_838);
    assert.ok(
      states.every((state) => located(state) === 0),
      "this source has no coordinates",
    );
    assert.ok(result.documents.find(({ id }) => id === "us-high-schools")!.bytes < 12_000);
  }),
);

testOnRealData("31 states as geocoded in practice: every fault is counted, every school is listed", (data) =>
  published("points", data, (result, read) => {
    const overview = read("school-points");
    const states = overview.areas.file!.filter((file) => file !== "not-applicable").map((file) => read(file.replace(".json", "")));
    assert.equal(sum(overview.areas.schools), 44_943);
    assert.equal(states.length, 31);
    const found = faults(result);
    const unreadable = ["place-missing", "place-not-a-number", "place-both-in-one-cell"].map((reason) => found[reason]);
    assert.deepEqual(unreadable, [14, 69, 1]);
    assert.equal(sum(unreadable as number[]), 84);
    assert.equal(found["place-repeated-number"], 83);
    assert.equal(found["place-outside-the-scope"], 4);
    assert.deepEqual([found["spots-shared"], found["spot-shared"]], [167, 403], "of those that can be located");
    assert.equal(sum(states.map(located)), 44_943 - 84 - 83 - 4);
    const coverage = overview.areas.coverage;
    assert.equal(coverage.index.filter((at) => coverage.values[at] === "not-covered").length, 20);
  }),
);
