import assert from "node:assert/strict";
import { test } from "node:test";
import type { TrendDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { config, faultRows, folderWith, read, refused, run } from "./project.ts";

type Json = Record<string, unknown>;
const base = { kind: "trend", id: "trend", title: "Trend", from: "rows" };
const years = {
  column: "year",
  step: "year",
  points: [2022, 2023, 2024].map((year) => ({ cell: `${year}-${year - 1999}`, from: `${year}-07-01` })),
};
const stayed = {
  kind: "share",
  name: "Teachers who still teach",
  of: "teachers",
  people: true,
  base: { take: "different", column: "teacher" },
  part: { where: [{ column: "teaches", in: ["yes"] }] },
};
const publishedFrom = async (rows: string[], document: Json) => {
  const result = await run(folderWith({ "rows.csv": rows.join("\n") }), config({ file: "rows.csv" }, { ...base, ...document }));
  return { trend: read(result, "trend") as unknown as TrendDocument, faults: faultRows(result), report: result.report };
};

/** Invented teachers: so many who still teach and so many who do not, each with two rows. */
const teachers = (year: string, course: string, yes: number, no: number) =>
  Array.from({ length: yes + no }, (_, at) => {
    const row = `${course}${at},${year},${course},${at < yes ? "yes" : "no"}`;
    return [row, row];
  }).flat();
const head = "teacher,year,course,teaches";
const courses = { label: "By course", column: "course" };

test("a share of different people: numerators, denominators and groups that add up, year by year", async () => {
  const { trend } = await publishedFrom(
    [
      head,
      ...teachers("2022-23", "CSD", 30, 20),
      ...teachers("2022-23", "CSP", 14, 25),
      ...teachers("2024-25", "CSD", 41, 19),
      ...teachers("2024-25", "CSP", 22, 30),
    ],
    {
      measure: stayed,
      time: years,
      all: "All teachers",
      groups: courses,
      annotations: [{ id: "new", from: "2023-09-01", label: "New coaches" }],
    },
  );
  assert.deepEqual(trend.times, { from: ["2022-07-01", "2023-07-01", "2024-07-01"], label: ["2022-23", "2023-24", "2024-25"] });
  assert.deepEqual(trend.all, { name: "All teachers", count: [44, "not-reported", 63], base: [89, "not-reported", 112] });
  assert.deepEqual(
    trend.groups.map(({ id, count, base }) => [id, count, base]),
    [
      ["csd", [30, "not-reported", 41], [50, "not-reported", 60]],
      ["csp", [14, "not-reported", 22], [39, "not-reported", 52]],
    ],
  );
  assert.equal(trend.partition, true);
  assert.equal(trend.annotations[0]!.label, "New coaches");
});

test("few who stay, or few who go, are withheld with as many others as protect them; a wide band may stand", async () => {
  const rows = [
    head,
    ...teachers("2022-23", "CSD", 30, 20),
    ...teachers("2022-23", "CSP", 36, 3),
    ...teachers("2023-24", "CSD", 30, 20),
    ...teachers("2023-24", "CSP", 20, 20),
  ];
  const { trend, report } = await publishedFrom(rows, {
    measure: stayed,
    time: { ...years, points: years.points.slice(0, 2) },
    all: "All teachers",
    groups: courses,
  });
  const [csd, csp] = trend.groups;
  assert.equal(csp!.count![0], "withheld", "3 who do not teach would be what remains");
  assert.equal(csd!.count![0], "withheld", "or they could be subtracted");
  assert.deepEqual([csd!.count![1], csp!.count![1]], [30, 20], "the next year is shown");
  assert.ok(report.documents[0]!.withheld > 0);
  assert.doesNotMatch(JSON.stringify(trend), /\b36\b/);
});

test("weeks begin on Mondays, a week without rows is a gap, cells that are no day are counted", async () => {
  const { trend, faults } = await publishedFrom(
    ["day,students", "2024-09-02,120", "2024-09-08,30", "2024-09-09,140", "2024-09-30,90", "soon,5"],
    {
      measure: { kind: "count", name: "Students who took part", of: "students", people: true, count: { take: "sum", column: "students" } },
      time: { column: "day", step: "week" },
      all: "All students",
    },
  );
  assert.deepEqual(trend.times.from, ["2024-09-02", "2024-09-09", "2024-09-30"]);
  assert.deepEqual(trend.all!.count, [150, 140, 90]);
  assert.equal(faults["not-a-day"], 1);
});

test("a mean over places counts each once, however many rows it has: by day, then by week", async () => {
  const rows = ["day,district,band,use"];
  for (const [district, band, use] of [
    ["a", "low", 10],
    ["b", "low", 30],
    ["c", "high", 5],
  ] as const)
    for (const day of ["2024-09-02", "2024-09-03"]) rows.push(`${day},${district},${band},${use}`, `${day},${district},${band},1`);
  rows.push("2024-09-03,d,,400", "2024-09-10,a,low,");
  const { trend, faults } = await publishedFrom(rows, {
    measure: {
      kind: "mean",
      name: "Use",
      of: "districts",
      people: false,
      unit: "page loads",
      value: "use",
      over: "district",
      within: "sum-of-a-day",
    },
    time: { column: "day", step: "week" },
    groups: { label: "By band", column: "band", groups: { low: { id: "low", name: "Low" }, high: { id: "high", name: "High" } } },
  });
  assert.deepEqual(
    trend.groups.map(({ id, mean, base }) => [id, mean, base]),
    [
      ["low", [21], [2]],
      ["high", [6], [1]],
    ],
  );
  assert.equal(trend.all, undefined);
  assert.equal(faults["value-not-listed"], 1, "a district of no listed band is left out and reported");
});

test("a mean over few people is withheld with their number", async () => {
  const people = (year: string, count: number) => Array.from({ length: count }, (_, at) => `f${at},${year},${at % 3}`);
  const { trend } = await publishedFrom(["family,year,engagements", ...people("2022-23", 7), ...people("2023-24", 24)], {
    measure: {
      kind: "mean",
      name: "Engagements with a family",
      of: "families",
      people: true,
      value: "engagements",
      over: "family",
      within: "sum",
    },
    time: { ...years, points: years.points.slice(0, 2) },
    all: "All families",
  });
  // The test's publication has a threshold of 5.
  assert.deepEqual(trend.all, { name: "All families", base: [7, 24], mean: [0.9, 1] });
  const strict = await run(
    folderWith({ "rows.csv": ["family,year,engagements", ...people("2022-23", 4), ...people("2023-24", 24)].join("\n") }),
    config(
      { file: "rows.csv" },
      {
        ...base,
        measure: {
          kind: "mean",
          name: "Engagements with a family",
          of: "families",
          people: true,
          value: "engagements",
          over: "family",
          within: "sum",
        },
        time: { ...years, points: years.points.slice(0, 2) },
        all: "All families",
      },
    ),
  );
  assert.deepEqual((read(strict, "trend") as unknown as TrendDocument).all, {
    name: "All families",
    base: ["withheld", 24],
    mean: ["withheld", 1],
  });
});

test("a config that cannot be counted is told so before any row is read", async () => {
  const folder = folderWith({ "rows.csv": [head, ...teachers("2022-23", "CSD", 30, 20)].join("\n") });
  const fault = async (document: Json) => (await refused(folder, config({ file: "rows.csv" }, { ...base, ...document }))).message;
  assert.match(await fault({ measure: stayed, time: years }), /give "all", "groups" or both/);
  assert.match(await fault({ measure: stayed, time: { column: "year", step: "term" }, all: "All" }), /a "term" needs its "points"/);
  assert.match(
    await fault({ measure: { ...stayed, part: { column: "teaches" } }, time: years, all: "All" }),
    /"part" has a "column" where the base is a sum/,
  );
  assert.match(await fault({ measure: stayed, time: years, groups: { label: "By teacher", column: "teacher" } }), /tells people apart/);
  assert.match(await fault({ measure: stayed, time: { ...years, column: "when" }, all: "All" }), /has no column "when"/);
  assert.match(await fault({ measure: stayed, time: { column: "year", step: "week" }, all: "All" }), /No row is left/);
});

test("a mean is not told where the others would tell that of too few people, and an attack finds one that is", async () => {
  const groups: [course: string, people: number, hours: number][] = [
    ["a", 30, 10],
    ["b", 12, 8],
    ["c", 3, 20],
    ["d", 4, 30],
  ];
  const rows = groups.flatMap(([course, people, hours]) =>
    Array.from({ length: people }, (_, at) => `${course}${at},2022-23,${course},${hours}`),
  );
  const folder = folderWith({ "rows.csv": ["teacher,year,course,hours", ...rows].join("\n") });
  const measure = { kind: "mean", name: "Hours", of: "teachers", people: true, value: "hours", over: "teacher", within: "mean" };
  const asked = config({ file: "rows.csv" }, { ...base, measure, time: years, all: "All", groups: courses });
  const { publication } = asked as { publication: { privacy: Json } };
  const stricter = { ...publication, privacy: { ...publication.privacy, threshold: 10 } };
  const trend = read(await run(folder, { ...asked, publication: stricter }), "trend") as unknown as TrendDocument;
  assert.deepEqual(
    [trend.all!, ...trend.groups].map(({ mean, base: people }) => [mean![0], people![0]]),
    [
      [11.8, 49],
      [10, 30],
      ["withheld", 12],
      ["withheld", "withheld"],
      ["withheld", "withheld"],
    ],
  );
  assert.deepEqual((await auditDocuments([trend])).narrow, []);
  trend.groups[1]!.mean![0] = 8;
  assert.deepEqual(
    (await auditDocuments([trend])).narrow.map(({ path }) => path),
    ["$.all.mean[0]"],
  );
});
