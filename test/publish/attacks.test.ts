import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseDocument, type AccessDocument } from "@vitrine/contract";
import { access, bytesOf, config, faultRows, folderWith, implementation, newFolder, read, refused, run, teachers } from "./project.ts";

const csv = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

test("names of columns and files that are SQL are names", async () => {
  const names = ['"; DROP TABLE source_0; --', "a'b", "c\\d", "e;f", "$.g", '"] || (SELECT 1)', "n", "c0"];
  for (const name of names) {
    const head = [name, "workshop", "stage"];
    const lines = teachers({ met: 20, started: 10, none: 8, unknown: 6 });
    const objects = lines.map((line) => JSON.stringify(Object.fromEntries(line.split(",").map((cell, at) => [head[at], cell]))));
    const folder = folderWith({ "rows.csv": [head.map(csv).join(","), ...lines].join("\n"), "rows.jsonl": objects.join("\n") });
    for (const file of ["rows.csv", "rows.jsonl"])
      assert.equal(
        read(await run(folder, config({ file }, { ...implementation, teacher: name })), "gauge")["trained"],
        44,
        `${name} in ${file}`,
      );
  }
  for (const file of ["it's; DROP.csv", 'quo"te.csv', "a[1]*?.csv", "back\\slash.csv", "-- c.csv"]) {
    const folder = folderWith({
      [file]: ["teacher,workshop,stage", ...teachers({ met: 20, started: 10, none: 8, unknown: 6 })].join("\n"),
    });
    assert.equal(read(await run(folder, config({ file }, implementation)), "gauge")["trained"], 44, file);
  }
});

test("cells that are SQL, formulas, markup or control signs are text", async () => {
  const nasty = [
    "'; DROP TABLE source_0; --",
    "=HYPERLINK(1)",
    "<script>alert(1)</script>",
    "a\u0000b",
    "\u0007bell",
    "line\r\nend",
    '"quoted"',
    "javascript:alert(1)",
    "constructor",
    "__proto__",
  ];
  const lines = nasty.map((name, at) => [`s${at}`, csv(name), "KS", "true", csv(name)].join(","));
  const folder = folderWith({ "rows.csv": ["id,name,state,cs,district", ...lines].join("\n") });
  const result = await run(folder, config({ file: "rows.csv" }, { ...access, school: { ...access.school, district: "district" } }));
  const map = read(result, "map") as unknown as AccessDocument;
  assert.ok(parseDocument(map).ok);
  assert.deepEqual(map.schools!.name, [
    "'; DROP TABLE source_0; --",
    "=HYPERLINK(1)",
    "<script>alert(1)</script>",
    "a b",
    "bell",
    "line end",
    '"quoted"',
    "javascript:alert(1)",
    "constructor",
    "__proto__",
  ]);
  const words = Object.fromEntries(nasty.map((cell) => [cell, "counted"]));
  const value = config(
    { file: "rows.csv" },
    { ...implementation, teacher: "id", trained: { column: "name", values: words }, stage: { value: "met" } },
  );
  assert.equal(
    read(await run(folder, value), "gauge")["trained"],
    nasty.length - 2,
    "the two with control signs are not the words that were listed",
  );
});

test("no sentence and no report repeats a cell", async () => {
  const secret = "Zanzibar-7319";
  const folder = folderWith({
    "rows.csv": `id,name,state,cs\n1,${secret},${secret},${secret}\n2,"${secret}"x,x,x\n3,${secret}\n`,
    "open.csv": `id,name,state,cs\n1,${secret},${secret},${secret}\n2,"${secret},x\n3,${secret}\n`,
    "none.csv": `${secret};${secret}\n`,
    "people.csv": `ada@example.org,212-555-0199\nx,y\n`,
    "bad.jsonl": `{"id": "${secret}"\n`,
  });
  const told: string[] = [];
  for (const [file, document] of [
    ["rows.csv", { ...access, where: [{ column: "cs", in: ["nothing"] }] }],
    ["none.csv", access],
    ["open.csv", access],
    ["bad.jsonl", access],
    ["people.csv", access],
    ["rows.csv", implementation],
  ] as const) {
    const error = await refused(folder, config({ file }, document));
    told.push(error.message, ...error.more, JSON.stringify(error), String(error.stack?.split("\n")[0]), String(error.cause));
  }
  assert.doesNotMatch(told.join("\n"), /Zanzibar|ada@|555/);
  const { reportFiles, report } = await run(folder, config({ file: "rows.csv" }, access));
  assert.ok(report.faults.length >= 3);
  assert.doesNotMatch(readFileSync(reportFiles.json, "utf8") + readFileSync(reportFiles.text, "utf8"), /Zanzibar/);
});

test("what a teacher's row says never reaches a document", async () => {
  const lines = teachers({ met: 20, started: 10, none: 8, unknown: 6 }, ["Ada Lovelace", "ada@example.org"]);
  const folder = folderWith({ "rows.csv": ["teacher,workshop,stage,name,mail", ...lines].join("\n") });
  const { out } = await run(folder, config({ file: "rows.csv" }, { ...implementation, teacher: "mail" }));
  assert.doesNotMatch(bytesOf(out), /Ada|ada@/);
  const error = await refused(
    folder,
    config({ file: "rows.csv" }, { ...implementation, teacher: "name", breakdowns: [{ by: "who", label: "Who", column: "name" }] }),
  );
  assert.equal(error.code, "config-refused", "teachers cannot be made groups");
});

test("a source outside the folder is read, one on the network is not", async () => {
  const folder = folderWith({});
  for (const file of ["https://example.org/rows.csv", "s3://bucket/rows.csv", "/dev/null", "rows.csv\0.csv"])
    assert.match((await refused(folder, config({ file }, implementation))).code, /^file-/, file);
});

test("huge rows, many columns and a million rows are taken in stride", async () => {
  const folder = newFolder();
  const wide = Array.from({ length: 3000 }, (_, at) => `extra${at}`);
  const lines = teachers({ met: 20, started: 10, none: 8, unknown: 6 });
  writeFileSync(
    join(folder, "wide.csv"),
    [["teacher", "workshop", "stage", ...wide].join(","), ...lines.map((line) => `${line}${",x".repeat(3000)}`)].join("\n"),
  );
  assert.equal(read(await run(folder, config({ file: "wide.csv" }, implementation)), "gauge")["trained"], 44);
  writeFileSync(join(folder, "long.csv"), ["teacher,workshop,stage", `${"x".repeat(3_000_000)},yes,met`, ...lines].join("\n"));
  const long = await run(folder, config({ file: "long.csv" }, implementation));
  assert.equal(read(long, "gauge")["trained"], 44);
  assert.equal(faultRows(long)["row-too-long"], 1);
  const stages = ["met", "started", "none", ""];
  const million = Array.from({ length: 1_000_000 }, (_, row) => `t${row % 400_000},yes,${stages[(row % 400_000) % 4]},${row % 3}`);
  writeFileSync(join(folder, "million.csv"), `teacher,workshop,stage,course\n${million.join("\n")}`);
  const before = process.cpuUsage();
  const result = await run(
    folder,
    config({ file: "million.csv" }, { ...implementation, breakdowns: [{ by: "course", label: "By course", column: "course" }] }),
  );
  const used = process.cpuUsage(before);
  const seconds = (used.user + used.system) / 1e6;
  assert.equal(read(result, "gauge")["trained"], 400_000);
  console.log(
    `a million rows: ${result.report.seconds} s, ${seconds.toFixed(1)} s of processor time, ${result.report.megabytes} MB at most`,
  );
  assert.ok(seconds < 20, `${seconds} s of processor time`);
});

test("nothing of the rows is left on disk outside the project", async () => {
  const folder = folderWith({
    "rows.csv": ["teacher,workshop,stage", ...teachers({ met: 20, started: 10, none: 8, unknown: 6 })].join("\n"),
  });
  const scratch = newFolder();
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = scratch;
  try {
    await run(folder, config({ file: "rows.csv" }, implementation));
    const { readdirSync } = await import("node:fs");
    assert.deepEqual(readdirSync(scratch), []);
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  assert.ok(existsSync(join(folder, "published")));
});
