import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseConfig, PublishError } from "@vitrine/publish";
import { clickhouse, duckdb, postgresql } from "../../packages/publish/src/engine/dialects.ts";
import { openEngine } from "../../packages/publish/src/engine/engine.ts";
import { access, config, folderWith, implementation, refused } from "./project.ts";

type Json = Record<string, unknown>;
const address = "VITRINE_NO_SUCH_ADDRESS";
const rows = (over: Json = {}) => ({ warehouse: { engine: "postgresql", address, table: "public.teachers", ...over } });
const roster = JSON.parse(readFileSync(new URL("../../packages/publish/sample/vitrine.json", import.meta.url), "utf8")) as {
  documents: Json[];
};

test("texts of the config reach each engine as one literal or one name, whatever is in them", () => {
  const odd = 'it\'s \\ "odd" `too`\0; DROP TABLE x';
  assert.equal(duckdb.literal(odd), `'it''s \\ "odd" \`too\`; DROP TABLE x'`);
  assert.equal(postgresql.literal(odd), `'it''s \\ "odd" \`too\`; DROP TABLE x'`);
  assert.equal(clickhouse.literal(odd), `'it\\'s \\\\ "odd" \`too\`; DROP TABLE x'`);
  assert.equal(postgresql.quoted('a"b'), '"a""b"');
  assert.equal(clickhouse.quoted("a`b\\"), "`a\\`b\\\\`");
});

test("the same plan in three dialects: what differs is how an engine trims, folds, matches and reads a number or a day", () => {
  const plan = ({ sql }: { sql: typeof duckdb }) => [
    sql.text(sql.quoted("x")),
    sql.among("c", ["Yes"]),
    sql.pick("c", [{ keys: ["Émile"], gives: "1" }], "0"),
    sql.within,
    sql.dayText(sql.begins("month", sql.day("c"))),
    sql.whole("v"),
  ];
  const [ours, postgres, click] = [duckdb, postgresql, clickhouse].map((sql) => plan({ sql })) as [string[], string[], string[]];
  assert.deepEqual(ours.slice(0, 4), [
    'CAST("x" AS VARCHAR)',
    "lower(coalesce(c, '')) IN ('yes')",
    "CASE WHEN lower(coalesce(c, '')) IN ('émile') THEN 1 ELSE 0 END",
    "IN",
  ]);
  assert.deepEqual(
    [postgres[0], postgres[1], postgres[3]],
    ['CAST("x" AS text) COLLATE "C"', "translate(lower(coalesce(c, '')), '\u212a\u0130', 'ki') IN ('yes')", "IN"],
  );
  assert.match(postgres[2]!, /translate\(lower\(coalesce\(c, ''\)\), '[^']*É[^']*', '[^']*é[^']*'\) END IN \('émile'\) THEN 1/);
  assert.deepEqual([click[0], click[3]], ["CAST(`x` AS Nullable(String))", "GLOBAL IN"]);
  assert.match(click[1]!, /^lowerUTF8\(.*\) IN \('yes'\)$/);
  assert.match(ours[4]!, /try_cast/);
  // An engine that refuses to read a day that is none would stop: only texts are compared.
  for (const text of [postgres[4]!, click[4]!]) assert.match(text, /substring\(c, 9, 2\) <= CASE WHEN/);
});

test("blanks, letters, numbers and days as the embedded engine reads them: the others are held to it where they are installed", async () => {
  const engine = await openEngine([], { memory: "1GB" });
  const one = async (sql: string) => (await engine.all<[string | number | null]>(`SELECT ${sql}`))[0]![0];
  const { key, literal, number, millionths, quotient, trimmed, clean, day, dayText, begins } = engine.sql;
  try {
    assert.equal(await one(trimmed(literal(" \u00a0\t x\u3000y \ufeff\n"))), "x\u3000y");
    assert.equal(await one(trimmed(literal("\t \u2003"))), null);
    assert.equal(await one(clean(literal("7"), [], 3)), "007");
    assert.equal(await one(clean(literal("N/A"), ["n/a"])), null);
    assert.equal(await one(key(literal("ÉMILE Σ \u0130"))), "émile σ i");
    for (const [text, value] of [
      ["+1.5", 1.5],
      [".5", 0.5],
      ["5.", 5],
      ["1e3", 1000],
      ["1e400", null],
      ["9".repeat(120), null],
      ["1,5", null],
    ] as const)
      assert.equal(await one(number(literal(text))), value, text);
    assert.equal(await one(millionths("0.1")), 100_000);
    assert.equal(await one(millionths("1e13")), null);
    assert.equal(await one(quotient("5", "2")), 3);
    for (const [text, first] of [
      ["2026-01-01 10:00", "2025-12-29"],
      ["2024-02-29", "2024-02-26"],
      ["2026-02-30", null],
      ["1970-12-31", null],
      ["2106-01-01", null],
      ["2026-2-03", null],
      ["2026-01-1x", null],
      ["2026/01/01", null],
      ["soon", null],
    ] as const) {
      assert.equal(await one(dayText(begins("week", day(literal(text))))), first, text);
    }
  } finally {
    await engine.close();
  }
});

test("an address stands in the environment and never in the config; one that is not set is told by its name", async () => {
  const secret = "postgresql://user:secret@warehouse/db";
  const text = JSON.stringify(config(rows({ address: secret }), implementation));
  assert.throws(
    () => parseConfig(text, "c.json"),
    (reason: PublishError) => /sources\.rows\.warehouse\.address/.test(reason.message) && !reason.message.includes("secret"),
  );
  const missing = await refused(folderWith({}), config(rows(), implementation));
  assert.equal(missing.code, "warehouse-failed");
  assert.equal(
    missing.message,
    `The environment variable ${address}, which the source "rows" names, is not set: put the address of the warehouse in it.`,
  );
});

test("the clients of warehouses are loaded only where a source names one", () => {
  const source = readFileSync(new URL("../../packages/publish/src/engine/warehouses.ts", import.meta.url), "utf8");
  for (const client of ["pg", "@clickhouse/client"]) {
    assert.ok(source.includes(`await import("${client}")`), client);
    assert.ok(!source.includes(`from "${client}"`), client);
  }
});

test("what cannot be done with rows that stay in a warehouse is refused before it is asked", async () => {
  const fault = async (value: Json) => {
    const { code, message } = await refused(folderWith({ "a.csv": "id\n1" }), value);
    assert.equal(code, "config-refused");
    return message;
  };
  const joined = {
    ...config(rows(), implementation),
    sources: { rows: rows(), a: { file: "a.csv" }, both: { join: ["a", "rows"], on: { id: "id" } } },
  };
  assert.match(await fault(joined), /^\$\.sources\.both\.join joins "rows", whose rows stay in a warehouse: join them there in a view/);
  const people = roster.documents.find(({ kind }) => kind === "roster")!;
  const sources = Object.fromEntries(["enrolments", "attendance", "accounts", "activity", "nicknames"].map((name) => [name, rows()]));
  assert.match(
    await fault({ ...config({}, people), sources }),
    /^\$\.documents\[0\]\.enrolments\.from names a source in a warehouse.*"roster" is made of files only/,
  );
  const numbered = { ...access, school: { ...access.school, id: undefined, numbered: "school" } };
  assert.match(await fault(config(rows(), numbered)), /^\$\.documents\[0\]\.school\.numbered counts rows in the order of a file/);
  assert.match(await fault(config({ ...rows(), file: "a.csv" }, implementation)), /exactly one of "file", "files", "join" and "warehouse"/);
  assert.match(await fault(config({ ...rows(), delimiter: ";" }, implementation)), /a warehouse has no files/);
});
