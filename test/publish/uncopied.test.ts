import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { dice } from "./dice.ts";
import { bytesOf, config, folderWith, implementation, run } from "./project.ts";

/** Rows that come many times, with cells that are empty, padded, of other case, not listed, without a teacher, or of no group. */
function activity(rows: number): string {
  const { pick, below } = dice(11);
  const lines = Array.from({ length: rows }, () => {
    const teacher = below(40) === 0 ? pick(["", "  ", "n/a"]) : `${below(300)}`;
    const stage = pick(["met", " MET", "started", "none", "", "not a word", "None "]);
    const workshop = pick(["yes", "yes", "yes", "withdrew", "perhaps"]);
    return [teacher, workshop, stage, pick(["north", "North ", "south", "east", "", "a@example.org"]), pick(["2024", "2025", ""])].join(
      ",",
    );
  });
  return ["teacher,workshop,stage,area,year", ...lines].join("\n");
}

const document = {
  ...implementation,
  where: [{ column: "year", notIn: ["2024"] }],
  breakdowns: [
    { by: "area", label: "By area", column: "area" },
    { by: "year", label: "By year", column: "year", groups: { 2025: { id: "2025", name: "2025" } } },
  ],
};
const source = { unknown: ["n/a"], digits: { teacher: 6 } };

test("rows in Parquet are counted where they stand: the same documents and the same faults as from rows that are read in", async () => {
  const folder = folderWith({ "rows.csv": activity(20_000) });
  const database = await (await DuckDBInstance.create(":memory:")).connect();
  for (const [file, from] of [
    ["rows", "1 = 1"],
    ["first", "n <= 7000"],
    ["second", "n > 7000"],
  ])
    await database.run(
      `COPY (SELECT * EXCLUDE n FROM (SELECT *, row_number() OVER () AS n FROM read_csv('${join(folder, "rows.csv")}', all_varchar = true)) WHERE ${from} ORDER BY n) TO '${join(folder, `${file}.parquet`)}'`,
    );
  database.closeSync();
  const results = [];
  for (const from of [{ file: "rows.csv" }, { file: "rows.parquet" }, { files: ["first.parquet", "second.parquet"] }]) {
    const { out, report } = await run(folder, config({ ...source, ...from }, document));
    results.push({ bytes: bytesOf(out), faults: report.faults.filter(({ in: where }) => where === "gauge"), rows: report.sources });
  }
  const [csv, ...parquet] = results;
  const reasons = csv!.faults.map(({ reason }) => reason);
  assert.deepEqual(reasons, [
    "teacher-missing",
    "value-not-listed",
    "value-not-listed",
    "row-repeated",
    "text-personal",
    "value-not-listed",
  ]);
  for (const one of parquet) assert.deepEqual(one, csv);
});

/** Every place in which rows of a result come out of the engine one after the other. */
const streams = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      return /\bengine\.each\b/.test(readFileSync(file, "utf8")) ? [file.slice(folder.length + 1)] : [];
    })
    .sort();

test("rows are counted in the engine: they come out of it only where a document lists them", () => {
  assert.deepEqual(streams(fileURLToPath(new URL("../../packages/publish/src", import.meta.url))), [
    // Counts of areas, and schools: what an access document lists.
    "documents/access.ts",
    // Plans and inventories list what the rows say.
    "documents/listed.ts",
    "documents/schools.ts",
    // A roster lists teachers; activity is counted for each account before it comes.
    "roster/sources.ts",
  ]);
});
