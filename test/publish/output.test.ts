import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publish, type Progress } from "@vitrine/publish";
import { bytesOf, config, folderWith, implementation, refused, run, teachers } from "./project.ts";

const enough = ["teacher,workshop,stage", ...teachers({ met: 20, started: 10, none: 8, unknown: 6 })].join("\n");
const good = config({ file: "rows.csv" }, implementation);
/** What a folder shows; the version its link leads to has a hidden name. */
const visible = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort();
const project = () => folderWith({ "rows.csv": enough });

test("the folder holds the documents and their list; the report stands beside the rows", async () => {
  const folder = project();
  const result = await run(folder, good);
  assert.deepEqual(readdirSync(result.out).sort(), ["gauge.json", "publication.index"]);
  assert.deepEqual(visible(folder), ["c.json", "c.ledger.json", "c.report.html", "c.report.json", "c.report.txt", "published", "rows.csv"]);
  const index = JSON.parse(readFileSync(join(result.out, "publication.index"), "utf8"));
  const bytes = readFileSync(join(result.out, "gauge.json"));
  assert.deepEqual(index.documents, [
    {
      file: "gauge.json",
      schema: "implementation/1",
      id: "gauge",
      title: "Gauge",
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
  ]);
  assert.doesNotMatch(bytesOf(result.out), /rows\.csv|teacher|t17/);
});

test("each document names the digest of all that were checked with it; a reader can make it again", async () => {
  const other = { ...implementation, id: "other", where: [{ column: "workshop", in: ["stopped"] }] };
  const folder = folderWith({
    "rows.csv": [
      enough,
      ...teachers({ met: 30, started: 9, none: 8, unknown: 7 }).map((line) => `x${line.replace("yes", "stopped")}`),
    ].join("\n"),
  });
  const first = { ...implementation, where: [{ column: "workshop", notIn: ["stopped"] }] };
  const { out } = await run(folder, { ...good, documents: [first, other] });
  const documents = ["gauge", "other"].map((id) => JSON.parse(readFileSync(join(out, `${id}.json`), "utf8")));
  const digests = documents.map((document) => {
    const empty = { ...document, privacy: { ...document.privacy, check: { ...document.privacy.check, checkedWith: [] } } };
    return createHash("sha256")
      .update(`${JSON.stringify(empty)}\n`)
      .digest("hex");
  });
  for (const document of documents) assert.deepEqual(document.privacy.check.checkedWith, digests.sort());
});

test("a new publication takes the place of the old one as a whole; a failed one leaves it", async () => {
  const folder = project();
  const { out } = await run(folder, good);
  const before = bytesOf(out);
  await refused(folder, {
    ...good,
    documents: [implementation, { ...implementation, id: "second", where: [{ column: "stage", in: ["met"] }] }],
  });
  assert.equal(bytesOf(out), before);
  await run(folder, { ...good, documents: [{ ...implementation, id: "renamed" }] });
  assert.deepEqual(readdirSync(out).sort(), ["publication.index", "renamed.json"]);
  assert.deepEqual(
    readdirSync(folder).filter((file) => file.startsWith(".")),
    [readlinkSync(out)],
    "the version that stands, and nothing half-written",
  );
});

test("a folder that holds the rows, the config or other people's files is never written", async () => {
  const folder = folderWith({ "rows.csv": enough, "taken/notes.txt": "mine", "taken/gauge.json": "{}", file: "x", "raw/rows.csv": enough });
  symlinkSync(folder, join(folder, "link"));
  const cases: [string, string][] = [
    [".", "out-holds-data"],
    ["..", "out-holds-data"],
    ["link", "out-holds-data"],
    ["raw", "out-holds-data"],
    ["taken", "out-not-ours"],
    ["file", "out-unwritable"],
  ];
  const before = readFileSync(join(folder, "taken/notes.txt"), "utf8");
  for (const [out, code] of cases) {
    const source = { file: out === "raw" ? "raw/rows.csv" : "rows.csv" };
    assert.equal((await refused(folder, config(source, implementation, { out }))).code, code, out);
  }
  assert.equal(readFileSync(join(folder, "taken/notes.txt"), "utf8"), before);
  const { out } = await run(folder, good);
  writeFileSync(join(out, "stranger.txt"), "");
  assert.equal((await refused(folder, good)).code, "out-not-ours");
  assert.ok(existsSync(join(out, "gauge.json")));
});

test("a folder with another config's publication is left as it is", async () => {
  const folder = folderWith({ "rows.csv": enough });
  const { out } = await run(folder, good);
  const before = bytesOf(out);
  const { publication } = good as { publication: Record<string, unknown> };
  const { code, message } = await refused(folder, { ...good, publication: { ...publication, id: "another" } });
  assert.equal(code, "out-not-ours");
  assert.match(message, /holds another publication, which would be lost: give each config a folder of its own/);
  assert.equal(bytesOf(out), before);
});

test("a publication whose report cannot be written does not take place", async () => {
  const folder = folderWith({ "rows.csv": enough, "c.report.json/x": "a folder in the way" });
  assert.equal((await refused(folder, good)).code, "out-unwritable");
  assert.deepEqual(readdirSync(folder).sort(), ["c.json", "c.report.json", "rows.csv"]);
});

test("a terminal is told of each step", async () => {
  const folder = project();
  writeFileSync(join(folder, "c.json"), JSON.stringify(good));
  const steps: Progress[] = [];
  await publish({ config: join(folder, "c.json"), progress: (at) => steps.push(at) });
  assert.deepEqual([...new Set(steps.map(({ step }) => step))], ["look", "load", "count", "check", "write"]);
  assert.ok(steps.every(({ done, total }) => done <= total));
});
