import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { AccessDocument, ImplementationDocument } from "@vitrine/contract";
import { auditDocuments, type PublishResult } from "@vitrine/publish";
import { access, bytesOf, config, folderWith, implementation, read, refused, run } from "./project.ts";

interface Group {
  district: string;
  year?: string;
  met: number;
  started: number;
  none: number;
  unknown: number;
}
/** Rows of teachers, numbered within their group, so that a group can come and go without touching the others. */
const rowsOf = (groups: readonly Group[]): string =>
  [
    "teacher,workshop,stage,district,year",
    ...groups.flatMap(({ district, year = "2025", ...stages }) =>
      Object.entries(stages).flatMap(([stage, count]) =>
        Array.from(
          { length: count },
          (_, at) => `${district}-${year}-${stage}-${at},yes,${stage === "unknown" ? "" : stage},${district},${year}`,
        ),
      ),
    ),
  ].join("\n");

const by = (name: string) => ({ by: name, label: `By ${name}`, column: name });
const gauge = { ...implementation, breakdowns: [by("district")] };
const publication = {
  ...(config({}, {})["publication"] as object),
  privacy: { policy: "k12cs-privacy/1", threshold: 10, zeros: "withhold", release: { id: "r1", asOf: "2026-09-30" } },
};
const released = (release: string, document: object = gauge, over: object = {}) =>
  config({ file: "rows.csv" }, document as Record<string, unknown>, {
    publication: { ...publication, ...over, privacy: { ...publication.privacy, release: { id: release, asOf: "2026-10-31" } } },
  });

const alder: Group = { district: "alder", met: 40, started: 20, none: 15, unknown: 12 };
const birch: Group = { district: "birch", met: 35, started: 18, none: 14, unknown: 11 };
const cedar: Group = { district: "cedar", met: 50, started: 22, none: 16, unknown: 13 };
const few: Group = { district: "dune", met: 3, started: 2, none: 1, unknown: 1 };

/** Publishes rows, then others, from one folder. */
async function twice(first: readonly Group[], second: readonly Group[], one = released("r1"), other = released("r2")) {
  const folder = folderWith({ "rows.csv": rowsOf(first) });
  const before = await run(folder, one);
  const was = figures(before);
  writeFileSync(join(folder, "rows.csv"), rowsOf(second));
  return { folder, was, other, next: () => run(folder, other), refused: () => refused(folder, other) };
}
const figures = (result: PublishResult) => read(result, "gauge") as unknown as ImplementationDocument;
const groupsOf = (document: ImplementationDocument, name = "district") =>
  Object.fromEntries(
    document.breakdowns
      .find((one) => one.by === name)!
      .groups.map(({ id, trained, met, started, notStarted, notKnown }) => [id, [trained, met, started, notStarted, notKnown]]),
  );
const shown = ({ trained, met, started, notStarted, notKnown }: ImplementationDocument) => [trained, met, started, notStarted, notKnown];

/** Nothing can be worked out from both publications together. */
async function holds(was: ImplementationDocument, now: ImplementationDocument) {
  const { narrow, contradictory } = await auditDocuments([now], { earlier: [[was]] });
  assert.deepEqual({ narrow, contradictory }, { narrow: [], contradictory: [] });
}

test("a small district leaves a region: the figures stay as they were, or they would tell of it", async () => {
  const { was, next } = await twice([alder, birch, cedar, few], [alder, birch, cedar]);
  assert.equal(was.trained, 273);
  assert.equal(groupsOf(was)["dune"]![0], "withheld");
  const result = await next();
  assert.deepEqual(figures(result), { ...was });
  assert.deepEqual(result.report.kept, [{ document: "gauge", release: "r1" }]);
  assert.match(readFileSync(result.reportFiles.text, "utf8"), /Kept as published before[^]*gauge: as in the release r1/);
});

test("a large district leaves a region: the new figures are shown", async () => {
  const { was, next } = await twice([alder, birch, cedar], [alder, birch]);
  const result = await next();
  assert.deepEqual(result.report.kept, []);
  assert.equal(figures(result).trained, 165);
  assert.deepEqual(Object.keys(groupsOf(figures(result))), ["alder", "birch"]);
  await holds(was, figures(result));
});

test("a corrected row: what moved by one is withheld where a breakdown can say it, and the total stays", async () => {
  // One teacher belongs to another district: the total is the same, two districts move by one.
  const moved = [{ ...alder, met: 39 }, { ...birch, met: 36 }, cedar];
  const { was, next } = await twice([alder, birch, cedar], moved);
  const result = await next();
  const now = figures(result);
  assert.deepEqual(shown(now), shown(was));
  assert.deepEqual(groupsOf(now), {
    alder: ["withheld", "withheld", 20, 15, 12],
    birch: ["withheld", "withheld", 18, 14, 11],
    cedar: [101, 50, 22, 16, 13],
  });
  assert.deepEqual(result.report.documents[0]!.acts, [{ table: "district", rule: "earlier", figures: 4 }]);
  await holds(was, now);
});

test("a corrected row that moves the total leaves the whole document as it was, until more has changed", async () => {
  const { folder, was, next, other } = await twice([alder, birch, cedar], [{ ...alder, met: 41, started: 19 }, birch, cedar]);
  assert.deepEqual(figures(await next()), was);
  writeFileSync(join(folder, "rows.csv"), rowsOf([{ ...alder, met: 55, started: 20 }, birch, cedar]));
  const later = figures(await run(folder, { ...other }));
  assert.equal(later.met, 140);
  await holds(was, later);
});

const byYear = { ...implementation, breakdowns: [by("year")] };
test("a year added: one of few people is not told, not even as a difference; one of many is", async () => {
  const years = [
    { ...alder, year: "2024" },
    { ...birch, year: "2025" },
  ];
  const small = await twice(years, [...years, { ...few, year: "2026" }], released("r1", byYear), released("r2", byYear));
  assert.deepEqual(figures(await small.next()), small.was);
  const large = await twice(years, [...years, { ...cedar, year: "2026" }], released("r1", byYear), released("r2", byYear));
  const now = figures(await large.next());
  assert.deepEqual(groupsOf(now, "year")["2026"], [101, 50, 22, 16, 13]);
  await holds(large.was, now);
});

test("a year added with a small part: the parts that would tell it are withheld, the totals move on", async () => {
  const years = [
    { ...alder, year: "2024" },
    { ...birch, year: "2025" },
  ];
  const added = { ...cedar, year: "2026", started: 6, none: 5 };
  const { was, next } = await twice(years, [...years, added], released("r1", byYear), released("r2", byYear));
  const now = figures(await next());
  assert.deepEqual(shown(now), [239, 125, "withheld", "withheld", 36]);
  assert.deepEqual(groupsOf(now, "year")["2026"], [74, 50, "withheld", "withheld", 13]);
  assert.deepEqual(groupsOf(now, "year")["2024"], groupsOf(was, "year")["2024"]);
  await holds(was, now);
});

test("a filter that differs by one school is refused, whatever the document is called", async () => {
  const without = { ...gauge, where: [{ column: "district", notIn: ["dune"] }] };
  for (const document of [without, { ...without, id: "other" }]) {
    const { folder, refused: refusal } = await twice(
      [alder, birch, cedar, few],
      [alder, birch, cedar, few],
      released("r1"),
      released("r2", document),
    );
    const before = bytesOf(join(folder, "published"));
    const error = await refusal();
    assert.equal(error.code, "release-reveals");
    assert.match(error.message, new RegExp(`"${document.id}"[^]*"r1"[^]*"where"`));
    assert.doesNotMatch(error.message, /\b[1-9]\d? people fewer|dune|273|266/);
    assert.equal(bytesOf(join(folder, "published")), before);
  }
});

test("a filter that differs by one school is found among several documents, and one that differs by many people is not refused", async () => {
  const where = (...districts: string[]) => ({ ...gauge, id: districts.join("-"), where: [{ column: "district", in: districts }] });
  const first = { ...released("r1"), documents: [where("alder", "birch"), where("cedar")] };
  const folder = folderWith({ "rows.csv": rowsOf([alder, birch, cedar, few]) });
  await run(folder, first);
  const error = await refused(folder, released("r2", where("alder", "birch", "dune")));
  assert.equal(error.code, "release-reveals");
  assert.match(error.message, /"alder-birch-dune" counts the same people as "alder-birch" of the release "r1" but for fewer than 10/);
  const result = await run(folder, released("r2", where("alder", "birch", "cedar")));
  assert.deepEqual(result.report.kept, []);
});

test("what was withheld for a period stays withheld when that period is published again", async () => {
  const small = { ...few, met: 9, started: 9, none: 9, unknown: 9 };
  const large = { ...few, met: 30, started: 30, none: 30, unknown: 30 };
  const { was, next } = await twice([alder, birch, cedar, small], [alder, birch, cedar, large]);
  const hidden = (document: ImplementationDocument) =>
    Object.entries(groupsOf(document)).flatMap(([id, line]) =>
      line.flatMap((figure, at) => (figure === "withheld" ? [`${id} ${at}`] : [])),
    );
  assert.ok(hidden(was).length > 0);
  const now = figures(await next());
  for (const place of hidden(was)) assert.ok(hidden(now).includes(place), place);
  assert.equal(now.trained, 386);
  await holds(was, now);
});

test("a number that stands in no sum stays as it was until it moved by the threshold; one that was withheld stays withheld", async () => {
  const schools = (students: number[]) =>
    ["id,name,state,cs,students", ...students.map((count, at) => `s${at},School ${at},Kansas,true,${count}`)].join("\n");
  const map = { ...access, school: { ...access.school, students: "students" } };
  const folder = folderWith({ "rows.csv": schools([100, 100, 100, 4, 0]) });
  await run(folder, released("r1", map));
  writeFileSync(join(folder, "rows.csv"), schools([103, 110, 90, 40, 0, 60]));
  const result = await run(folder, released("r2", map));
  const { students } = (read(result, "map") as unknown as AccessDocument).schools!;
  assert.deepEqual(students, [100, 110, 90, "withheld", "withheld", 60]);
});

test("a stricter policy withholds what a looser one told, and is not held back by it", async () => {
  const small = { ...alder, unknown: 7 };
  const loose = released("r1", gauge, { privacy: undefined });
  const first = { ...loose, publication: { ...publication, privacy: { ...publication.privacy, threshold: 5 } } };
  const { was, next } = await twice([small, birch, cedar], [small, birch, cedar], first);
  assert.equal(groupsOf(was)["alder"]![4], 7);
  const result = await next();
  assert.deepEqual(result.report.kept, []);
  assert.deepEqual(shown(figures(result)), shown(was));
  assert.equal(groupsOf(figures(result))["alder"]![4], "withheld");
  await holds(was, figures(result));
});

test("other words in the config, and another target, are no other count", async () => {
  const other = released("r2", {
    ...gauge,
    title: "New title",
    target: { share: 60, label: "New" },
    breakdowns: [{ ...by("district"), label: "New" }],
  });
  const { was, next } = await twice([alder, birch, cedar], [{ ...alder, met: 42 }, birch, cedar], released("r1"), other);
  const result = await next();
  assert.deepEqual(figures(result), was);
  assert.equal(result.report.kept.length, 1);
});

test("documents of every kind stay as they were rather than tell what changed by few people", async () => {
  const count = {
    id: "teachers",
    name: "Teachers",
    unit: "teachers",
    counts: "people",
    from: "rows",
    take: "different",
    column: "teacher",
  };
  const document = (metric: object) => released("r1", { kind: "metrics", id: "numbers", title: "Numbers", metrics: [metric] });
  const folder = folderWith({ "rows.csv": rowsOf([alder, birch]) });
  const before = read(await run(folder, document(count)), "numbers");
  writeFileSync(join(folder, "rows.csv"), rowsOf([{ ...alder, met: 43 }, birch]));
  const result = await run(folder, document(count));
  assert.deepEqual(read(result, "numbers"), before);
  assert.deepEqual(result.report.kept, [{ document: "numbers", release: "r1" }]);
  const error = await refused(folder, document({ ...count, where: [{ column: "district", in: ["alder", "birch"] }] }));
  assert.equal(error.code, "release-reveals");
  assert.match(error.message, /"numbers" moved by fewer than 10 people since the release "r1"[^]*it counts other rows than then/);
});

test("another period is a new count: nothing of the old one holds it back", async () => {
  const { was, other, folder } = await twice([alder, birch, cedar, few], [alder, birch, { ...cedar, met: 51 }]);
  const result = await run(folder, { ...other, publication: { ...(other["publication"] as object), period: { label: "2026-27" } } });
  assert.deepEqual(result.report.kept, []);
  assert.equal(figures(result).trained, (was.trained as number) - 6);
});

test("the ledger stands beside the config, grows only with what is new, and holds nothing that was not published", async () => {
  const { folder, was, next } = await twice([alder, birch, cedar], [alder, birch]);
  const file = join(folder, "c.ledger.json");
  interface Ledger {
    documents: Record<string, { document: ImplementationDocument; counts: string }>;
    releases: { id: string; documents: string[] }[];
  }
  const ledger = () => JSON.parse(readFileSync(file, "utf8")) as Ledger;
  assert.deepEqual(
    Object.values(ledger().documents).map(({ document }) => shown(document)),
    [shown(was)],
  );
  assert.doesNotMatch(readFileSync(file, "utf8"), /alder-2025-met/);
  const result = await next();
  assert.deepEqual(
    ledger().releases.map(({ id }) => id),
    ["r1", "r2"],
  );
  const size = readFileSync(file, "utf8");
  await next();
  assert.equal(readFileSync(file, "utf8"), size);
  assert.ok(!readdirSync(result.out).some((name) => name.includes("ledger")));
});

test("without its ledger, what stands in the folder counts as published; a damaged one is refused", async () => {
  const lost = await twice([alder, birch, cedar, few], [alder, birch, cedar]);
  rmSync(join(lost.folder, "c.ledger.json"));
  assert.deepEqual(figures(await lost.next()), lost.was);
  const damaged = await twice([alder, birch, cedar], [alder, birch]);
  for (const text of ["", "{", "{}", '{"vitrine":"ledger/1","documents":{"x":{"document":{}}},"releases":[]}']) {
    writeFileSync(join(damaged.folder, "c.ledger.json"), text);
    assert.equal((await damaged.refused()).code, "ledger-refused");
  }
});
