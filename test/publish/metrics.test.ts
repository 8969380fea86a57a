import assert from "node:assert/strict";
import { test } from "node:test";
import type { MetricsDocument } from "@vitrine/contract";
import { config, faultRows, folderWith, implementation, read, refused, run } from "./project.ts";

/** Invented: one line for each teacher and year; teachers t1 to t`count` at schools s0 to s9. */
const year = (label: string, count: number, course: (at: number) => string, from = 0) =>
  Array.from({ length: count }, (_, at) => `t${from + at + 1},${label},s${at % 10},${course(at)},${(at % 7) + 10}`);
const rowsOf = (...lines: string[][]) => ["teacher,year,school,course,students", ...lines.flat()].join("\n");
const usual = rowsOf(
  year("2025-26", 60, (at) => (at < 38 ? "csd" : "csp")),
  year("2024-25", 40, () => "csd"),
);
const now = [{ column: "year", in: ["2025-26"] }];
const teachers = {
  id: "teachers",
  name: "Teachers",
  unit: "teachers",
  counts: "people",
  from: "rows",
  where: now,
  take: "different",
  column: "teacher",
};
const schools = { ...teachers, id: "schools", name: "Schools", unit: "schools", counts: "things", column: "school" };
const change = {
  where: [{ column: "year", in: ["2024-25"] }],
  since: "2024-25",
  over: "school",
  counts: "things",
  of: "schools in both years",
};
const document = (...metrics: object[]) => config({ file: "rows.csv" }, { kind: "metrics", id: "numbers", title: "Numbers", metrics });
const publish = async (rows: string, ...metrics: object[]) => {
  const result = await run(folderWith({ "rows.csv": rows }), document(...metrics));
  return { result, metrics: (read(result, "numbers") as unknown as MetricsDocument).metrics };
};

test("numbers are counted from rows: different cells, rows, sums; parts add up; a change is taken over those there both times", async () => {
  const { metrics } = await publish(
    usual,
    {
      ...teachers,
      parts: { column: "course", groups: { csd: { id: "d", name: "Discoveries" }, csp: { id: "p", name: "Principles" } } },
      change,
    },
    schools,
    { ...schools, id: "lines", name: "Lines", unit: "lines", take: "rows", column: undefined, period: "All years", where: undefined },
  );
  assert.deepEqual(metrics, [
    {
      id: "teachers",
      name: "Teachers",
      counts: "people",
      value: 60,
      unit: "teachers",
      change: { by: 20, since: "2024-25", n: { value: 10, counts: "things", of: "schools in both years" } },
      parts: [
        { id: "d", name: "Discoveries", value: 38 },
        { id: "p", name: "Principles", value: 22 },
      ],
    },
    { id: "schools", name: "Schools", counts: "things", value: 10, unit: "schools" },
    { id: "lines", name: "Lines", counts: "things", value: 100, unit: "lines", period: "All years" },
  ]);
});

test("a sum of people is protected as people; cells that are no number are left out and told", async () => {
  const sum = { ...teachers, id: "students", name: "Students", unit: "students", take: "sum", column: "students" };
  const { metrics, result } = await publish(`${usual}\nt99,2025-26,s1,csd,many\nt98,2025-26,s1,csd,-4\nt97,2025-26,s1,csd,2.5`, sum);
  assert.equal(
    metrics[0]!.value,
    Array.from({ length: 60 }, (_, at) => (at % 7) + 10).reduce((all, one) => all + one, 0),
  );
  assert.deepEqual(faultRows(result), { "not-a-number": 1, negative: 1, "not-whole": 1 });
  const few = await publish(rowsOf(["t1,2025-26,s1,csd,3"]), sum);
  assert.equal(few.metrics[0]!.value, "withheld");
});

test("a small number is withheld, and a small part together with another, so that neither can be worked out", async () => {
  assert.equal((await publish(rowsOf(year("2025-26", 4, () => "csd")), teachers)).metrics[0]!.value, "withheld");
  const three = rowsOf(year("2025-26", 60, (at) => (at < 3 ? "club" : at < 33 ? "csd" : "csp")));
  const { metrics, result } = await publish(three, { ...teachers, parts: { column: "course" } });
  const hidden = metrics[0]!.parts!.filter(({ value }) => value === "withheld");
  assert.equal(metrics[0]!.value, 60);
  assert.ok(hidden.length === 2 && hidden.some(({ name }) => name === "club"));
  assert.ok(result.report.documents[0]!.withheld >= 2);
});

test("a change that few people make is withheld, and so is one that tells how few there were before", async () => {
  const by = async (before: number, after: number) =>
    (
      await publish(
        rowsOf(
          year("2025-26", after, () => "csd"),
          year("2024-25", before, () => "csd"),
        ),
        { ...teachers, change },
      )
    ).metrics[0]!.change!.by;
  assert.equal(await by(40, 60), 20);
  assert.equal(await by(60, 40), -20);
  assert.equal(await by(57, 60), "withheld");
  assert.equal(await by(60, 60), 0);
  assert.equal(await by(3, 60), "withheld");
  assert.equal(await by(0, 60), "not-applicable", "nothing to compare");
});

test("numbers that count partly the same people are refused, in one document and in two", async () => {
  const folder = folderWith({ "rows.csv": usual });
  const some = { ...teachers, id: "some", where: [...now, { column: "course", in: ["csd"] }] };
  assert.equal((await refused(folder, document(teachers, some))).code, "groups-overlap");
  const students = { ...teachers, id: "students", take: "sum", column: "students" };
  assert.equal((await refused(folder, document(teachers, students))).code, "groups-overlap");
  const other = { ...document(teachers), documents: [{ kind: "metrics", id: "one", title: "One", metrics: [teachers] }] };
  const gauge = {
    ...implementation,
    where: [{ column: "year", in: ["2024-25"] }],
    trained: { value: "counted" },
    stage: { column: "course", values: { csd: "met", csp: "started" } },
  };
  assert.equal((await refused(folder, { ...other, documents: [...other.documents, gauge] })).code, "groups-overlap");
});

test("parts that overlap, a part made of people's names, and a missing column are refused by name", async () => {
  const twice = rowsOf(
    year("2025-26", 30, () => "csd"),
    year("2025-26", 30, () => "csp"),
  );
  const folder = folderWith({ "rows.csv": twice });
  assert.equal((await refused(folder, document({ ...teachers, parts: { column: "course" } }))).code, "groups-overlap");
  assert.match((await refused(folder, document({ ...teachers, parts: { column: "teacher" } }))).message, /tells people apart/);
  assert.equal((await refused(folder, document({ ...teachers, column: "nobody" }))).code, "column-missing");
  assert.match((await refused(folder, document({ ...teachers, column: undefined }))).message, /give "column"/);
});
