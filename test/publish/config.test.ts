import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { publish, PublishError } from "@vitrine/publish";
import { config, folderWith, implementation, read, refused, run, teachers } from "./project.ts";

const rows = (lines: string[], head = "teacher,workshop,stage") => `${[head, ...lines].join("\n")}\n`;
const enough = rows(teachers({ met: 20, started: 10, none: 8, unknown: 6 }));
const good = config({ file: "rows.csv" }, implementation);
const figures = { trained: 44, met: 20, started: 10, notStarted: 8, notKnown: 6 };
const figuresOf = (document: Record<string, unknown>) => Object.fromEntries(Object.keys(figures).map((key) => [key, document[key]]));

/** One sentence or two, of what, where and what to do. */
function clear({ message }: PublishError) {
  assert.ok(message.length < 400, message);
  assert.match(message, /: [^:]+[.]$/s, `says what to do: ${message}`);
}

test("a config that is missing, a folder, or not JSON", async () => {
  const folder = folderWith({ "c.json": '{\n "vitrine": "config/1",\n oops\n}', "short.json": '{"vitrine": "secret-value' });
  const codes: [string, string, number | undefined][] = [];
  for (const file of ["none.json", ".", "c.json", "short.json"])
    await publish({ config: join(folder, file) }).catch((error: PublishError) => {
      clear(error);
      assert.doesNotMatch(error.message, /oops|secret-value/);
      codes.push([file, error.code, error.row]);
    });
  assert.deepEqual(
    codes.map(([file, code]) => [file, code]),
    [
      ["none.json", "config-missing"],
      [".", "file-is-folder"],
      ["c.json", "config-not-json"],
      ["short.json", "config-not-json"],
    ],
  );
  assert.equal(codes[2]![2], 3);
});

test("each mistake in a config is named by its path, all of them at once", async () => {
  const folder = folderWith({ "rows.csv": enough });
  const wrong = structuredClone(good) as Record<string, never> & {
    publication: Record<string, unknown>;
    documents: Record<string, unknown>[];
  };
  wrong.publication["aduience"] = { kind: "public" };
  wrong.publication["asOf"] = "30 September";
  wrong.documents[0]!["stage"] = { column: "stage", values: { met: "done" } };
  delete wrong.documents[0]!["teacher"];
  const error = await refused(folder, wrong);
  const all = [error.message, ...error.more].join("\n");
  assert.equal(error.code, "config-refused");
  for (const path of [
    '$.publication has the unknown key "aduience"',
    "$.publication.asOf is not a day",
    "$.documents[0].stage.values.met must be one of",
    "$.documents[0].teacher is missing",
  ])
    assert.ok(all.includes(path), `${path} in ${all}`);
});

test("halves of a setting are refused with what is missing", async () => {
  const folder = folderWith({ "rows.csv": enough });
  const cases: [Record<string, unknown>, RegExp][] = [
    [config({}, implementation), /exactly one of "file", "files", "join" and "warehouse"/],
    [config({ file: "rows.csv", keep: "first" }, implementation), /belong to a "join"/],
    [config({ file: "rows.csv" }, { ...implementation, trained: { column: "workshop" } }), /either "column" and "values", or "value"/],
    [config({ file: "rows.csv" }, { ...implementation, where: [{ column: "stage" }] }), /either "in" or "notIn"/],
    [
      config({ file: "rows.csv" }, { ...implementation, from: "others" }),
      /names the source "others", which does not exist: use one of rows/,
    ],
    [config({ join: ["rows", "rows"], on: { a: "a" } }, implementation), /joins a source with itself/],
  ];
  for (const [value, says] of cases) assert.match((await refused(folder, value)).message, says);
});

test("a column that does not exist: the sentence lists those that do", async () => {
  const folder = folderWith({ "rows.csv": enough });
  const error = await refused(folder, config({ file: "rows.csv" }, { ...implementation, teacher: "teacher_id" }));
  assert.equal(error.code, "column-missing");
  assert.equal(error.column, "teacher_id");
  assert.equal(error.path, "$.documents[0].teacher");
  assert.match(
    error.message,
    /has no column "teacher_id", named at \$\.documents\[0\]\.teacher: use one of "teacher", "workshop", "stage"\./,
  );
});

test("files that cannot be used: what, where, what to do", async () => {
  const folder = folderWith({
    "empty.csv": "",
    "blank.csv": "\n\n",
    "header.csv": "teacher,workshop,stage\n",
    "semicolon.csv": enough.replaceAll(",", ";"),
    "latin.csv": Buffer.from(`teacher,workshop,stage\nJos\u00e9,yes,met\n`, "latin1"),
    "latin-header.csv": Buffer.from(`teacher,workshop,stage,\u00e9tat\nJ,yes,met,x\n`, "latin1"),
    "wide.csv": Buffer.from(`\ufeff${enough}`, "utf16le"),
    "zip.csv": "PK\u0003\u0004 a spreadsheet",
    "fake.csv.gz": enough,
    "cut.csv.gz": gzipSync(enough).subarray(0, 15),
    "rows.xyz": enough,
    "fake.parquet": enough,
    "twice.csv": "teacher,workshop,stage,stage\nt,yes,met,met\n",
  });
  mkdirSync(join(folder, "folder.csv"));
  const expected: Record<string, [string, RegExp]> = {
    "none.csv": ["file-missing", /no file none\.csv, named at \$\.sources\.rows/],
    "folder.csv": ["file-is-folder", /is a folder/],
    "empty.csv": ["file-empty", /is empty/],
    "blank.csv": ["file-empty", /first line of blank\.csv is empty/],
    "header.csv": ["nothing-left", /has no row that can be used/],
    "semicolon.csv": ["file-delimiter", /separated by semicolons: add "delimiter": ";"/],
    "latin.csv": ["file-encoding", /Row 2 of latin\.csv is not UTF-8: .*"encoding": "latin-1"/],
    "latin-header.csv": ["file-encoding", /header of latin-header\.csv is not UTF-8/],
    "wide.csv": ["file-encoding", /is UTF-16/],
    "zip.csv": ["file-format", /spreadsheet or zip/],
    "fake.csv.gz": ["file-format", /not compressed/],
    "cut.csv.gz": ["file-unreadable", /damaged or cut short/],
    "rows.xyz": ["file-format", /does not say its format/],
    "fake.parquet": ["file-format", /is not Parquet/],
    "twice.csv": ["column-repeated", /several columns "stage"/],
  };
  for (const [file, [code, says]] of Object.entries(expected)) {
    const error = await refused(folder, config({ file }, implementation));
    assert.equal(error.code, code, file);
    assert.match(error.message, says);
    assert.doesNotMatch(error.message, /Jos|t1/);
    clear(error);
  }
  const error = await refused(folder, config({ files: ["rows-*.csv"] }, implementation));
  assert.equal(error.code, "file-missing");
  assert.match(error.message, /No file matches "rows-\*\.csv"/);
});

test("a file this program may not read", async () => {
  const folder = folderWith({ "rows.csv": enough, "c.json": JSON.stringify(good) });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "rows.csv"), 0);
  // The superuser may read everything, so a test run by it steps down for a moment.
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid!(65534);
  try {
    await assert.rejects(
      publish({ config: join(folder, "c.json") }),
      (error) => error instanceof PublishError && error.code === "file-unreadable",
    );
  } finally {
    if (root) process.seteuid!(0);
  }
});

test("the same rows, however they are written", async () => {
  const byteOrderMark = "\ufeff";
  const lines = enough.trim().split("\n");
  const json = lines.slice(1).map((line) => {
    const [teacher, workshop, stage] = line.split(",");
    return JSON.stringify({ stage, teacher, workshop });
  });
  const files: Record<string, string | Buffer> = {
    "plain.csv": enough,
    "marked.csv": byteOrderMark + enough,
    "windows.csv": enough.replaceAll("\n", "\r\n"),
    "mixed.csv": enough.replace("\n", "\r\n"),
    "mac.csv": enough.replaceAll("\n", "\r"),
    "quoted.csv": enough.replace(/[^,\n]+/g, (cell) => `"${cell}"`),
    "packed.csv.gz": gzipSync(enough),
    "tabs.tsv": enough.replaceAll(",", "\t"),
    "lines.jsonl": json.join("\n"),
    "lines.ndjson.gz": gzipSync(json.join("\n")),
  };
  const folder = folderWith(files);
  for (const file of Object.keys(files))
    assert.deepEqual(figuresOf(read(await run(folder, config({ file }, implementation)), "gauge")), figures, file);
  const engine = await (await DuckDBInstance.create()).connect();
  await engine.run(
    `COPY (SELECT * FROM read_csv('${join(folder, "plain.csv")}', all_varchar = true)) TO '${join(folder, "rows.parquet")}'`,
  );
  engine.closeSync();
  assert.deepEqual(figuresOf(read(await run(folder, config({ file: "rows.parquet" }, implementation)), "gauge")), figures, "rows.parquet");
  const latin = folderWith({ "rows.csv": Buffer.from(enough.replaceAll("t1", "Jos\u00e9"), "latin1") });
  assert.deepEqual(figuresOf(read(await run(latin, config({ file: "rows.csv", encoding: "latin-1" }, implementation)), "gauge")), figures);
});

test("several files are one source when their columns agree, in whatever order", async () => {
  const all = teachers({ met: 20, started: 10, none: 8, unknown: 6 });
  const turned = all.slice(20).map((line) => line.split(",").reverse().join(","));
  const folder = folderWith({
    "part-1.csv": rows(all.slice(0, 20)),
    "part-2.csv": rows(turned, "stage,workshop,teacher"),
    "other.csv": rows([], "teacher"),
  });
  assert.deepEqual(figuresOf(read(await run(folder, config({ files: ["part-*.csv"] }, implementation)), "gauge")), figures);
  const error = await refused(folder, config({ files: ["part-1.csv", "other.csv"] }, implementation));
  assert.equal(error.code, "columns-differ");
  assert.match(error.message, /other\.csv has not the same columns as part-1\.csv/);
});

test("columns about single students stop the publication and are named; counts of students do not", async () => {
  for (const column of [
    "student_name",
    "Student ID",
    "StudentNumber",
    "date_of_birth",
    "DOB",
    "SSN",
    "pupil birthdate",
    "students_names",
    "stu_id",
    "guardian",
    "student_gender",
    "stuid",
    "Stud Name",
    "birth_dt",
    "GPA",
    "lunch_status",
    "parent_phone",
    "nombre del alumno",
    "Élève nom",
    "Schülername",
  ]) {
    const folder = folderWith({ "rows.csv": rows(["t1,yes,met,Ada Secret"], `teacher,workshop,stage,${column}`) });
    const error = await refused(folder, good);
    assert.equal(error.code, "student-records", column);
    assert.ok(error.message.includes(JSON.stringify(column)));
    assert.doesNotMatch(error.message, /Secret/);
  }
  for (const column of [
    "students",
    "student_count",
    "number_of_students",
    "students_grade_9",
    "student_teacher_ratio",
    "total_students_female",
    "school_id",
    "teacher_email",
  ]) {
    const folder = folderWith({
      "rows.csv": rows(teachers({ met: 20, started: 10, none: 8, unknown: 6 }, ["x"]), `teacher,workshop,stage,${column}`),
    });
    assert.equal((await run(folder, good)).documents.length, 1, column);
  }
});

test("a document the contract refuses is named with its path, and nothing is written", async () => {
  const folder = folderWith({ "rows.csv": enough });
  const error = await refused(folder, config({ file: "rows.csv" }, { ...implementation, title: "Write to ada@example.org" }));
  assert.equal(error.code, "document-refused");
  assert.match(error.message, /"gauge".*\$\.title \(privacy-person\)/);
  writeFileSync(join(folder, "c.json"), "{}");
});
