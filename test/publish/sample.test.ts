import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseDocument, type AccessDocument, type ImplementationDocument } from "@vitrine/contract";
import { init, publish, PublishError } from "@vitrine/publish";
import { sampleRows } from "./make-sample.ts";
import { bytesOf, faultRows, folderWith, newFolder, read } from "./project.ts";

test("the sample's rows are those its generator makes", () => {
  for (const [file, text] of Object.entries(sampleRows()))
    assert.equal(readFileSync(new URL(`../../packages/publish/sample/${file}`, import.meta.url), "utf8"), text, file);
});

test("a new project publishes at once, and says of itself that it is invented", async () => {
  const folder = join(newFolder(), "new");
  const { files, config } = await init(folder);
  assert.deepEqual(readdirSync(folder).sort(), [...files].sort());
  const result = await publish({ config });
  assert.equal(result.documents.length, 6);
  for (const { id } of result.documents) {
    const parsed = parseDocument(read(result, id));
    assert.ok(parsed.ok, id);
    assert.match(JSON.stringify(parsed.document.notes), /No school, district or teacher in this data exists/);
  }
  assert.ok(readdirSync(folder).includes("vitrine.report.txt"));
  assert.ok(!readdirSync(result.out).some((file) => file.includes("report")));
});

test("the sample shows what there is to see: breakdowns, a target, withheld figures, all kinds of places", async () => {
  const folder = newFolder();
  const { config } = await init(folder);
  const result = await publish({ config });
  const gauge = read(result, "riverbend-implementation") as unknown as ImplementationDocument;
  assert.deepEqual(
    gauge.breakdowns.map(({ by }) => by),
    ["course", "year", "district"],
  );
  assert.equal(gauge.trained, 244);
  assert.equal(gauge.target!.share, 70);
  assert.ok(gauge.breakdowns[2]!.groups.some(({ trained }) => trained === "withheld"));
  const overview = read(result, "riverbend-access") as unknown as AccessDocument;
  assert.deepEqual([...overview.areas.coverage.values].sort(), ["covered", "not-covered", "partly-covered"]);
  const kansas = read(result, "riverbend-access-20") as unknown as AccessDocument;
  assert.equal(kansas.schools!.id.length, 87, "88 rows, of which one is broken; the school that stands twice is listed once");
  assert.equal(kansas.schools!.status.values.length, 7);
  assert.ok(kansas.schools!.latitude.includes("unknown"));
  for (const reason of [
    "too-few-cells",
    "id-repeated",
    "value-not-listed",
    "place-swapped",
    "place-repeated-number",
    "place-both-in-one-cell",
  ])
    assert.ok(faultRows(result)[reason]! >= 1, reason);
});

test("the same rows give the same bytes, wherever and whenever", async () => {
  const results = [];
  for (let times = 0; times < 2; times++) {
    const { config } = await init(newFolder());
    const { out, partners } = await publish({ config });
    results.push(bytesOf(out) + bytesOf(partners[0]!.out));
  }
  assert.equal(results[0], results[1]);
  assert.ok(results[0]!.length > 20_000);
});

test("a folder with anything in it is left alone", async () => {
  const folder = folderWith({ "mine.txt": "mine" });
  await assert.rejects(init(folder), (error) => error instanceof PublishError && error.code === "folder-not-empty");
  assert.deepEqual(readdirSync(folder), ["mine.txt"]);
});
