import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { init } from "@vitrine/publish";
import type { ImplementationDocument } from "@vitrine/contract";
import { config, faultRows, folderWith, implementation, newFolder, read, refused, run, teachers } from "./project.ts";

const rows = teachers({ met: 20, started: 10, none: 8, unknown: 6 });
const csv = ["teacher,workshop,stage", ...rows, ""].join("\n");

test("files from other programs that cannot be read: what to do, and never a cell", async () => {
  const json = (bytes: string) => JSON.stringify({ teacher: bytes, workshop: "yes", stage: "met" });
  const files: Record<string, string | Buffer> = {
    "nameless.csv": rows.join("\n"),
    "page.csv": "<!doctype html>\n<p>Ada Lovelace</p>\n",
    "old.csv": Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "wide.csv": Buffer.from(csv, "utf16le"),
    "sheet.csv": `sep=,\r\n${csv}`,
    "twice.csv.gz": gzipSync(gzipSync(csv)),
    "cut.csv.gz": gzipSync([csv, ...Array.from({ length: 9000 }, (_, at) => `x${at * 7919},yes,met`)].join("\n")).subarray(0, -4000),
    "cut.parquet": "PAR1 cut short",
    "list.jsonl": `[${json("Ada Lovelace")}]`,
    "marked.jsonl": `\ufeff${json("Ada Lovelace")}`,
    "wide.jsonl": Buffer.from(json("Ada Lovelace"), "utf16le"),
  };
  const expected: Record<string, RegExp> = {
    "nameless.csv": /its first line has none of the columns that the config names; give it a line with the names of columns/,
    "page.csv": /its first line has none of the columns that the config names/,
    "old.csv": /spreadsheet or zip archive/,
    "wide.csv": /is UTF-16/,
    "sheet.csv": /first line of sheet\.csv tells a spreadsheet program what separates cells: remove that line/,
    "twice.csv.gz": /compressed twice: unpack it once/,
    "cut.csv.gz": /damaged or cut short; fetch it again/,
    "cut.parquet": /could not read the file cut\.parquet: it is damaged, cut short or not of the format/,
    "list.jsonl": /none of its lines is a JSON object; give one object on each line/,
    "marked.jsonl": /begins with a byte order mark: save it as UTF-8 without one/,
    "wide.jsonl": /is UTF-16: save it as UTF-8/,
  };
  const folder = folderWith(files);
  for (const [file, says] of Object.entries(expected)) {
    const { message } = await refused(folder, config({ file }, implementation));
    assert.match(message, says);
    assert.doesNotMatch(message, /Ada|"t1"|"yes"|doctype/, file);
    assert.equal(existsSync(`${folder}/published`), false, file);
  }
  const { message } = await refused(folder, config({ files: ["nameless.csv", "page.csv"] }, implementation));
  assert.match(message, /give both a line with the names of columns/);
  assert.doesNotMatch(message, /"t1"|"yes"/);
});

test("a file of Windows that is called Latin-1 keeps its dashes and curly quotes", async () => {
  const letters: Record<string, number> = { "’": 0x92, "–": 0x96, "€": 0x80, é: 0xe9 };
  const text = csv.replaceAll(",met", ",it’s – é").replaceAll(",started", ",€ é");
  const bytes = Buffer.from(Array.from(text, (sign) => letters[sign] ?? sign.charCodeAt(0)));
  const values = { "it’s – é": "met", "€ é": "started", none: "not-started", "": "not-known" };
  const folder = folderWith({ "rows.csv": bytes, "rows.csv.gz": gzipSync(bytes) });
  for (const file of ["rows.csv", "rows.csv.gz"]) {
    const result = await run(folder, config({ file, encoding: "latin-1" }, { ...implementation, stage: { column: "stage", values } }));
    const { met, started } = read(result, "gauge") as unknown as ImplementationDocument;
    assert.deepEqual([met, started, faultRows(result)], [20, 10, {}]);
  }
});

test("keys of JSON lines may hold any sign", async () => {
  for (const [teacher, workshop, stage] of [
    ["*", "a/b~c", 'say "x"'],
    ["$.a[0]", "__proto__", "0"],
  ] as const) {
    const lines = rows.map(
      (row) =>
        `{${row
          .split(",")
          .map((cell, at) => `${JSON.stringify([teacher, workshop, stage][at])}:"${cell}"`)
          .join()}}`,
    );
    const { values } = implementation.trained;
    const document = {
      ...implementation,
      teacher,
      trained: { column: workshop, values },
      stage: { ...implementation.stage, column: stage },
    };
    const result = await run(folderWith({ "rows.jsonl": lines.join("\n") }), config({ file: "rows.jsonl" }, document));
    const { trained, met, started } = read(result, "gauge") as unknown as ImplementationDocument;
    assert.deepEqual([trained, met, started], [44, 20, 10]);
  }
});

test("a config that contradicts itself, or lacks a note, is told where and what", async () => {
  const folder = folderWith({ "rows.csv": csv });
  const file = { file: "rows.csv" };
  const values = { ...implementation.stage.values, " MET": "started" };
  const two = { ...config(file, implementation), documents: [implementation, { ...implementation, title: "Again" }] };
  const notes = { ...(config(file, implementation)["publication"] as object), notes: [] };
  const cases: [Record<string, unknown>, RegExp][] = [
    [config(file, { ...implementation, stage: { column: "stage", values } }), /stage\.values\[" MET"\] contradicts itself: another cell/],
    [two, /\$\.documents\[1\]\.id is that of \$\.documents\[0\] too/],
    [config(file, implementation, { publication: notes }), /without a note of the kind "definition" and one of the kind "denominator"/],
    [config(file, implementation, { out: "c.ledger.json" }), /c\.ledger\.json, named at \$\.out, holds/],
    [config(file, implementation, { out: "c.report.txt" }), /c\.report\.txt, named at \$\.out, holds/],
  ];
  for (const [value, says] of cases) assert.match((await refused(folder, value)).message, says);
  const { message } = await refused(folder, config(file, { ...implementation, ["k".repeat(9000)]: 1 }));
  assert.ok(message.length < 300, "a long key is not repeated whole");
});

test("a column of people names no groups, unless the config lists them", async () => {
  const lines = ["Ada Lovelace", "Grace Hopper"].flatMap((name) => rows.map((row) => `${name}${row},${name}`));
  const by = (column: string, more: object = {}) => ({
    ...implementation,
    breakdowns: [{ by: "group", label: "By group", column, ...more }],
  });
  for (const column of ["teacher_name", "Coach", "E-Mail", "lastName", "Apellidos"]) {
    const folder = folderWith({ "rows.csv": [`teacher,workshop,stage,${column}`, ...lines].join("\n") });
    const error = await refused(folder, config({ file: "rows.csv" }, by(column)));
    assert.equal(error.code, "names-people", column);
    assert.doesNotMatch(error.message, /Ada|Grace/);
  }
  const groups = { "Ada Lovelace": { id: "a", name: "Team A" }, "Grace Hopper": { id: "b", name: "Team B" } };
  for (const [column, more] of [
    ["Coach", { groups }],
    ["teacher_role", {}],
    ["school_name", {}],
  ] as const) {
    const folder = folderWith({ "rows.csv": [`teacher,workshop,stage,${column}`, ...lines].join("\n") });
    const gauge = read(await run(folder, config({ file: "rows.csv" }, by(column, more))), "gauge") as unknown as ImplementationDocument;
    assert.equal(gauge.breakdowns[0]!.groups.length, 2, column);
  }
});

test("a run that is stopped leaves no rows in the folder for temporary files, and no lock", () => {
  const temporary = newFolder();
  const engine = JSON.stringify(new URL("../../packages/publish/dist/engine/engine.js", import.meta.url).href);
  const lock = JSON.stringify(new URL("../../packages/publish/dist/output/lock.js", import.meta.url).href);
  const program = `
    const { openEngine } = await import(${engine});
    const { takeLock } = await import(${lock});
    await openEngine([], { memory: "100MB" });
    await takeLock(${JSON.stringify(`${temporary}/lock`)}, "c.json");
    const { readdirSync } = await import("node:fs");
    process.exit(readdirSync(${JSON.stringify(temporary)}).length);`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { env: { ...process.env, TMPDIR: temporary } });
  assert.equal(status, 2, "both were there while it ran");
  assert.deepEqual(readdirSync(temporary), []);
  const nowhere = `const { openEngine } = await import(${engine}); await openEngine([], { memory: "1GB" }).catch(({ message }) => console.log(message));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", nowhere], {
    env: { ...process.env, TMPDIR: `${temporary}/none` },
    encoding: "utf8",
  });
  assert.match(
    stdout,
    /^The folder for temporary files, .*none, cannot be written: make room there, or name another one in .* TMPDIR\.\n$/,
  );
});

test("a moment in a file is the same text in every time zone", () => {
  const engine = JSON.stringify(new URL("../../packages/publish/dist/engine/engine.js", import.meta.url).href);
  const program = `
    const { openEngine } = await import(${engine});
    const engine = await openEngine([], { memory: "100MB" });
    console.log((await engine.all("SELECT CAST(TIMESTAMPTZ '2026-01-01 23:00:00+00' AS VARCHAR)"))[0][0]);
    await engine.close();`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, TZ: "Asia/Tokyo" },
    encoding: "utf8",
  });
  assert.equal(stdout, "2026-01-01 23:00:00+00\n");
});

test("a sample that cannot be written names its folder, and leaves nothing in it", async () => {
  const folder = newFolder();
  chmodSync(folder, 0o555);
  // The superuser may write everything, so a test run by it steps down for a moment.
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid!(65534);
  try {
    await assert.rejects(init(folder), (error: Error) => {
      assert.equal(error.message, `The folder ${folder} could not be filled: make room there, or allow this program to write there.`);
      return true;
    });
  } finally {
    if (root) process.seteuid!(0);
  }
  assert.deepEqual(readdirSync(folder), []);
});
