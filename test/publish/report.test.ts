import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { init, publish, type PublishResult } from "@vitrine/publish";
import { HtmlValidate } from "html-validate";
import { config, folderWith, implementation, newFolder, run, teachers } from "./project.ts";

const pageOf = ({ reportFiles }: PublishResult) => readFileSync(reportFiles.page, "utf8");
const sample = async () => publish({ config: (await init(newFolder())).config });

test("the page is whole in one file, valid HTML, and runs nothing", async () => {
  const page = pageOf(await sample());
  const { valid, results } = await new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "void-style": ["error", { style: "omit" }] },
  }).validateString(page);
  assert.ok(
    valid,
    JSON.stringify(
      results[0]?.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`),
      null,
      1,
    ),
  );
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|src=|url\(| style=|@import| on[a-z]+=/i);
  const [, css] = /<style>([^]*?)<\/style>/.exec(page)!;
  const digest = createHash("sha256").update(css!).digest("base64");
  assert.ok(page.includes(`content="default-src 'none'; style-src 'sha256-${digest}'"`));
});

test("it says what was withheld and why, what that costs, what the attack found, and what other policies would have shown", async () => {
  const result = await sample();
  const { report } = result;
  const page = pageOf(result);
  const gauge = report.documents.find(({ id }) => id === "riverbend-implementation")!;
  assert.equal(gauge.shown + gauge.acts.reduce((sum, { figures }) => sum + figures, 0), gauge.figures);
  assert.ok(gauge.peopleShown! < gauge.people! && gauge.peopleShown! > 0.8 * gauge.people!);
  assert.equal(gauge.why.length, gauge.figures - gauge.shown);
  assert.deepEqual(
    gauge.why.filter(({ group }) => group === "Willow Ford (invented)").map(({ table, figure, rule }) => [table, figure, rule]),
    ["trained", "met", "started", "not started", "not known"].map((figure) => ["By district", figure, "small"]),
  );
  const [stricter, chosen, looser] = report.policies;
  assert.deepEqual(
    report.policies.map(({ which, threshold, zeros }) => [which, threshold, zeros]),
    [
      ["stricter", 10, "withhold"],
      ["chosen", 5, "withhold"],
      ["looser", 5, "publish"],
    ],
  );
  assert.ok(stricter!.shown < chosen!.shown && chosen!.shown < looser!.shown);
  assert.ok(report.policies.every(({ figures, people }) => figures === chosen!.figures && people === chosen!.people));
  for (const words of [
    `${chosen!.shown} of ${chosen!.figures} that were counted`,
    `${report.audit.figures} figures about people`,
    "5 values",
    "One step stricter",
    "Willow Ford (invented)",
    "below the threshold",
    "to protect others",
    "locations with latitude and longitude swapped: not known",
    "For the owner of the data only",
  ])
    assert.ok(page.includes(words), words);
});

test("no more than the privacy policy allows is compared with", async () => {
  const rows = ["teacher,workshop,stage", ...teachers({ met: 20, started: 10, none: 8, unknown: 2 })].join("\n");
  const policies = async (threshold: number, zeros: string) => {
    const good = config({ file: "rows.csv" }, implementation);
    const publication = good["publication"] as { privacy: object };
    const result = await run(folderWith({ "rows.csv": rows }), {
      ...good,
      publication: { ...publication, privacy: { ...publication.privacy, threshold, zeros } },
    });
    return result.report.policies.map((one) => `${one.threshold} ${one.zeros}`);
  };
  assert.deepEqual(await policies(5, "publish"), ["10 withhold", "5 publish"]);
  assert.deepEqual(await policies(10, "withhold"), ["16 withhold", "10 withhold", "5 withhold"]);
  assert.deepEqual(await policies(12, "publish"), ["16 withhold", "12 publish", "10 publish"]);
});

test("words of the config and of the rows are text in it, never markup", async () => {
  const evil = '<script>alert("1")</script>&amp;';
  const rows = [
    "teacher,workshop,stage,district",
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }, ["alder"]),
    `a,yes,met,<b>bold</b>`,
  ].join("\n");
  const document = { ...implementation, title: evil, breakdowns: [{ by: "district", label: evil, column: "district" }] };
  const page = pageOf(await run(folderWith({ "rows.csv": rows }), config({ file: "rows.csv" }, document)));
  assert.ok(page.includes("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;"));
  assert.doesNotMatch(page, /<script|<b>/);
});

test("a document that stays as it was is named, with the release it comes from", async () => {
  const rows = (met: number) => ["teacher,workshop,stage", ...teachers({ met, started: 10, none: 8, unknown: 6 })].join("\n");
  const folder = folderWith({ "rows.csv": rows(20) });
  await run(folder, config({ file: "rows.csv" }, implementation));
  writeFileSync(join(folder, "rows.csv"), rows(22));
  const page = pageOf(await run(folder, config({ file: "rows.csv" }, implementation)));
  assert.match(page, /Beside earlier publications[^]*<strong>gauge<\/strong>, as in the release r1/);
});
