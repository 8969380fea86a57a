import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccessDocument, ImplementationDocument } from "@vitrine/contract";
import { access, config, faultRows, folderWith, implementation, read, refused, run, teachers } from "./project.ts";

const gaugeOf = async (lines: string[], document: Record<string, unknown> = {}, head = "teacher,workshop,stage") => {
  const folder = folderWith({ "rows.csv": [head, ...lines].join("\n") });
  const result = await run(folder, config({ file: "rows.csv", unknown: ["-999"] }, { ...implementation, ...document }));
  return { gauge: read(result, "gauge") as unknown as ImplementationDocument, faults: faultRows(result), report: result.report };
};

test("the denominator: who stopped teaching stays, who withdrew before the workshop goes", async () => {
  const { gauge } = await gaugeOf([
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }),
    ...Array.from({ length: 7 }, (_, at) => `s${at},stopped,none`),
    ...Array.from({ length: 9 }, (_, at) => `w${at},withdrew,met`),
  ]);
  assert.equal(gauge.trained, 51);
  assert.equal(gauge.notStarted, 15);
  assert.equal(gauge.met, 20);
});

test("a teacher of two courses is one teacher, at the furthest stage; the courses then overlap", async () => {
  const one = (course: string, from: number, count: number, stage: string) =>
    Array.from({ length: count }, (_, at) => `t${from + at},yes,${stage},${course}`);
  const lines = [...one("CSD", 0, 20, "met"), ...one("CSD", 20, 10, "started"), ...one("CSD", 30, 10, "none"), ...one("CSD", 40, 10, "")];
  const both = one("CSP", 10, 30, "started");
  const more = [...one("CSP", 50, 15, "met"), ...one("CSP", 65, 10, "none"), ...one("CSP", 75, 10, "")];
  const { gauge } = await gaugeOf(
    [...lines, ...both, ...more],
    { breakdowns: [{ by: "course", label: "By course", column: "course" }] },
    "teacher,workshop,stage,course",
  );
  assert.deepEqual([gauge.trained, gauge.met, gauge.started, gauge.notStarted, gauge.notKnown], [85, 35, 20, 10, 20]);
  assert.equal(gauge.breakdowns[0]!.partition, false);
  assert.deepEqual(
    gauge.breakdowns[0]!.groups.map(({ trained }) => trained),
    [50, 65],
  );
});

test("groups stand in the order the config names them, and one that nobody is in stands there too", async () => {
  const groups = { P: { id: "csp", name: "CS Principles" }, D: { id: "csd", name: "CS Discoveries" }, A: { id: "csa", name: "CS A" } };
  const lines = [
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }, ["D"]),
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }, ["p"]).map((line) => `x${line}`),
  ];
  const { gauge } = await gaugeOf(
    lines,
    { breakdowns: [{ by: "course", label: "By course", column: "course", groups }] },
    "teacher,workshop,stage,course",
  );
  assert.deepEqual(
    gauge.breakdowns[0]!.groups.map(({ id }) => id),
    ["csp", "csd", "csa"],
  );
  assert.equal(gauge.breakdowns[0]!.groups[2]!.trained, "withheld", "a zero is withheld like a small number");
});

test("cells that differ in case or blanks name one group, letters of every script keep two apart", async () => {
  const of = (group: string, mark: string) =>
    teachers({ met: 20, started: 10, none: 8, unknown: 6 }, [group]).map((line) => `${mark}${line}`);
  const lines = [...of("Alder Bend", "a"), ...of(" alder  bend ", "b"), ...of("東京", "c"), ...of("大阪", "d"), ...of("Alder-Bend", "e")];
  const { gauge } = await gaugeOf(
    lines,
    { breakdowns: [{ by: "district", label: "By district", column: "district" }] },
    "teacher,workshop,stage,district",
  );
  assert.deepEqual(
    gauge.breakdowns[0]!.groups.map(({ id, name, trained }) => [id, name, trained]),
    [
      ["alder-bend", "Alder Bend", 88],
      ["alder-bend-2", "Alder-Bend", 44],
      ["u5927u962a", "大阪", 44],
      ["u6771u4eac", "東京", 44],
    ],
  );
});

test("a cell that looks like somebody's address names no group, and stops nothing", async () => {
  const line = (group: string) => (one: string) => `${group}${one},${group}`;
  const lines = [
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }).map(line("Alder")),
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }).map(line("maria@harborview.example")),
  ];
  const { gauge, faults } = await gaugeOf(
    lines,
    { breakdowns: [{ by: "district", label: "By district", column: "district" }] },
    "teacher,workshop,stage,district",
  );
  assert.deepEqual(
    gauge.breakdowns[0]!.groups.map(({ name }) => name),
    ["Alder", "Not known"],
  );
  assert.equal(faults["text-personal"], 44);
});

test("more groups than a document may have are refused with what to do", async () => {
  const lines = Array.from({ length: 300 }, (_, at) => `t${at},yes,met,group ${at}`);
  const breakdowns = [{ by: "district", label: "By district", column: "district" }];
  await assert.rejects(
    gaugeOf(lines, { breakdowns }, "teacher,workshop,stage,district"),
    /makes 300 groups.*at most 200: name another column/,
  );
});

test("bad rows are counted by reason and do not stop the rest", async () => {
  const good = teachers({ met: 20, started: 10, none: 8, unknown: 6 });
  const { gauge, faults, report } = await gaugeOf([
    ...good.slice(0, 10),
    "short,yes",
    "long,yes,met,more,cells",
    '"a"b,yes,met',
    ",yes,met",
    "odd,maybe,met",
    "u1,yes,-999",
    "u2,yes,unheard of",
    good[0]!,
    ...good.slice(10),
  ]);
  assert.equal(gauge.trained, 46);
  assert.equal(gauge.notKnown, 8);
  assert.deepEqual(faults, {
    "too-few-cells": 1,
    "too-many-cells": 1,
    "quote-not-closed": 1,
    "teacher-missing": 1,
    "value-not-listed": 1,
    "row-repeated": 1,
  });
  assert.deepEqual(report.faults.find(({ reason }) => reason === "too-few-cells")!.first, [12]);
  assert.doesNotMatch(JSON.stringify(report), /maybe|unheard|short/, "the report tells reasons, not cells");
});

test("a quotation mark that is never closed, or far below, stops with its row: the rows after it would be lost unseen", async () => {
  const good = teachers({ met: 20, started: 10, none: 8, unknown: 6 });
  const open = [...good.slice(0, 10), '"a,yes,met', ...good.slice(10)];
  for (const lines of [open, [...open, '"b",yes,met'], [...good.slice(0, 10), '"a,yes,met,more,cells', ...good.slice(10)]]) {
    const folder = folderWith({ "rows.csv": ["teacher,workshop,stage", ...lines].join("\n") });
    const { code, message, row } = await refused(folder, config({ file: "rows.csv" }, implementation));
    assert.deepEqual([code, row], ["quote-open", 12]);
    assert.match(message, /^Row 12 of rows\.csv opens a quotation mark and does not close it/);
  }
  const { gauge, faults } = await gaugeOf([...good, '"two\nlines",yes,met', '"the last,yes,met']);
  assert.deepEqual([gauge.trained, faults["quote-not-closed"]], [45, 1], "nothing comes after the last");
});

test("two documents that count partly the same teachers are refused: one could be subtracted from the other", async () => {
  const lines = [
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }, ["D"]),
    ...teachers({ met: 20, started: 10, none: 8, unknown: 6 }, ["P"]).map((line) => `x${line}`),
  ];
  const folder = folderWith({ "rows.csv": ["teacher,workshop,stage,course", ...lines].join("\n") });
  const only = (course: string) => ({ ...implementation, id: `only-${course}`, where: [{ column: "course", in: [course] }] });
  const apart = { ...config({ file: "rows.csv" }, implementation), documents: [only("d"), only("p")] };
  assert.equal((await run(folder, apart)).documents.length, 2);
  const error = await refused(folder, { ...apart, documents: [implementation, only("d")] });
  assert.equal(error.code, "groups-overlap");
});

const head = "id,name,state,cs,lat,lng,students,city";
const mapOf = async (lines: string[], document: Record<string, unknown> = {}, school: Record<string, unknown> = {}) => {
  const folder = folderWith({ "rows.csv": [head, ...lines].join("\n") });
  const columns = { latitude: "lat", longitude: "lng", students: "students", city: "city" };
  const result = await run(
    folder,
    config({ file: "rows.csv", unknown: ["-999"] }, { ...access, school: { ...access.school, ...columns, ...school }, ...document }),
  );
  return { map: read(result, "map") as unknown as AccessDocument, faults: faultRows(result), result };
};

test("each kind of wrong location has its own reason, and the school is listed without one", async () => {
  const places: Record<string, [string, string]> = {
    "place-missing": ["39.1", ""],
    "place-not-a-number": ["#REF!", "-98.2"],
    "place-both-in-one-cell": ['"39.1, -98.2"', "-98.2"],
    "place-outside-the-world": ["391", "-98.2"],
    "place-repeated-number": ["39.1", "39.1"],
    "place-swapped": ["-98.2", "39.1"],
    "place-outside-the-scope": ["39.1", "98.2"],
  };
  const lines = Object.values(places).map(([lat, lng], at) => `${at + 1},School ${at},KS,true,${lat},${lng},100,Town`);
  const { map, faults } = await mapOf([...lines, "9,Good,KS,true,39.123456,-98.2,100,Town"], {
    places: { within: { south: 36, north: 41, west: -103, east: -94 } },
  });
  for (const reason of Object.keys(places)) assert.equal(faults[reason], 1, reason);
  assert.deepEqual(map.schools!.latitude, [...lines.map(() => "unknown"), 39.1235]);
  assert.deepEqual(map.schools!.longitude, [...lines.map(() => "unknown"), -98.2]);
  assert.equal(map.areas.schools[0], 8);
});

test("schools on one spot: a few are drawn there, a crowd was placed by a guess", async () => {
  const at = (from: number, count: number, lat: string) =>
    Array.from({ length: count }, (_, school) => `${from + school},S,KS,true,${lat},-98,100,T`);
  const { map, faults } = await mapOf([...at(100, 3, "39"), ...at(200, 6, "40"), ...at(300, 1, "41")], { places: { schoolsOnOneSpot: 5 } });
  assert.deepEqual([faults["spots-shared"], faults["spot-shared"], faults["place-on-a-crowded-spot"]], [2, 3, 6]);
  assert.equal(map.schools!.latitude.filter((latitude) => latitude === "unknown").length, 6);
});

test("numbers of students: small ones are withheld, what is no number is unknown", async () => {
  const cells = ["100", "4", "0", "-999", "", "many", "-5", "12.5", "1e2", "=1+1"];
  const { map, faults } = await mapOf(cells.map((cell, at) => `${at},S,KS,true,39,-98,${cell},T`));
  assert.deepEqual(map.schools!.students, [100, "withheld", "withheld", ...Array.from({ length: 5 }, () => "unknown"), 100, "unknown"]);
  assert.deepEqual([faults["not-a-number"], faults["negative"], faults["not-whole"]], [2, 1, 1]);
});

test("schools: ordered by id, first of two with one id, unknown areas and texts say so", async () => {
  const { map, faults } = await mapOf([
    "b2,Second,KS,true,39,-98,100,T",
    "a1,First,Kansas,false,39.1,-98,100,T",
    "b2,Again,20,false,39,-98,100,T",
    ",No id,KS,true,39,-98,100,T",
    "has blank,Bad id,KS,true,39,-98,100,T",
    "c3,,Narnia,,39.2,-98,100,",
    "d4,Call 555-123-4567,KS,perhaps,39.3,-98,100,T",
  ]);
  assert.deepEqual(map.schools!.id, ["a1", "b2", "c3", "d4"]);
  assert.deepEqual(map.schools!.name, ["First", "Second", "unknown", "unknown"]);
  assert.deepEqual(map.areas.id, ["20", "unknown"]);
  assert.deepEqual(map.areas.name, ["Kansas", "unknown"]);
  assert.deepEqual(map.areas.schools, [3, 1]);
  assert.deepEqual(map.areas.by, { offers: [1, 0], "does-not-offer": [1, 0], unknown: [1, 1] });
  for (const reason of ["id-missing", "id-not-a-code", "id-repeated", "area-not-known", "text-personal", "value-not-listed"])
    assert.equal(faults[reason], 1, reason);
  assert.equal(faults["text-missing"], 1, "of two texts the last is named; both are counted");
});

test("a join matches codes whose leading zeros were lost, doubles no row, and counts what has no partner", async () => {
  const folder = folderWith({
    "points.csv": "id,name,state\n00012,Alder,KS\n00034,Birch,KS\n00056,Cedar,KS\n,Elm,KS\n",
    "offers.csv": "key,name,cs\n12,x,true\n34,x,false\n34,x,true\n99,x,true\n",
  });
  const sources = {
    points: { file: "points.csv" },
    offers: { file: "offers.csv", digits: { key: 5 } },
    rows: { join: ["points", "offers"], on: { id: "key" } },
  };
  const school = { ...access.school, name: "points.name" };
  const value = (keep: string) => config({}, { ...access, school }, { sources: { ...sources, rows: { ...sources.rows, keep } } });
  const matched = await run(folder, value("matched"));
  const map = read(matched, "map") as unknown as AccessDocument;
  assert.deepEqual(map.schools!.id, ["00012", "00034"]);
  assert.deepEqual(map.areas.by, { offers: [1], "does-not-offer": [1] });
  assert.equal(faultRows(matched)["key-repeated"], 1);
  assert.equal(faultRows(matched)["key-missing"], 1);
  assert.deepEqual(
    matched.report.faults.filter(({ reason }) => reason === "unmatched").map(({ file, rows }) => [file, rows]),
    [
      ["points.csv", 1],
      ["offers.csv", 1],
    ],
  );
  const all = read(await run(folder, value("first")), "map") as unknown as AccessDocument;
  assert.deepEqual(all.areas.by, { offers: [1], "does-not-offer": [1], unknown: [1] });
  const error = await refused(folder, config({}, access, { sources }));
  assert.match(error.message, /no column "name".*"points\.name".*"offers\.name"/);
});

test("an overview and a document for each area, which agree with each other", async () => {
  const lines = ["1,A,KS,true,39,-98,100,T", "2,B,KS,false,39,-98,100,T", "3,C,NE,true,41,-98,100,T", "4,D,Oz,true,41,-98,100,T"];
  const { map, result } = await mapOf(lines, {
    write: "overview-and-areas",
    eachArea: { title: "Schools of {area}" },
    areas: { level: "state", column: "state", coverage: { "partly-covered": ["31"], missing: "not-covered" } },
  });
  assert.equal(map.schools, undefined);
  assert.equal(map.areas.id.length, 52, "51 and the schools whose state is not known");
  assert.deepEqual(
    result.documents.map(({ file }) => file),
    ["map.json", "map-20.json", "map-31.json", "map-unknown.json"],
  );
  assert.deepEqual([...new Set(map.areas.file)].sort(), ["map-20.json", "map-31.json", "map-unknown.json", "not-applicable"]);
  const nebraska = read(result, "map-31") as unknown as AccessDocument;
  assert.equal(nebraska.title, "Schools of Nebraska");
  assert.deepEqual(nebraska.scope, { level: "state", id: "31", name: "Nebraska" });
  assert.deepEqual(nebraska.areas.coverage.values, ["partly-covered"]);
});

test("files that are told apart by their names alone: a column of the config's own holds the name", async () => {
  const rows = (count: number, from: number) =>
    ["teacher,workshop,stage", ...teachers({ met: count, started: count }).map((line) => `${from}${line}`)].join("\n");
  const folder = folderWith({ "days/north.csv": rows(8, 1), "days/south.old.csv": rows(11, 2) });
  const groups = { by: "district", label: "By district", column: "district" };
  const source = { files: ["days/*.csv"], fileColumn: "district" };
  const gauge = read(
    await run(folder, config(source, { ...implementation, breakdowns: [groups] })),
    "gauge",
  ) as unknown as ImplementationDocument;
  assert.deepEqual(
    gauge.breakdowns[0]!.groups.map(({ id, trained }) => [id, trained]),
    [
      ["north", 16],
      ["south", 22],
    ],
  );
  const twice = await refused(folder, config({ ...source, fileColumn: "stage" }, { ...implementation, breakdowns: [groups] }));
  assert.equal(twice.code, "column-repeated");
});

test("grass-roots activity is told of a school by its listed words; others are not known and reported", async () => {
  const folder = folderWith({ "rows.csv": "id,name,state,cs,sign\n1,Ash,12,false,yes\n2,Birch,12,true,no\n3,Cedar,12,,perhaps" });
  const school = { ...access.school, activity: { column: "sign", values: { yes: "active", no: "none" } } };
  const result = await run(folder, config({ file: "rows.csv" }, { ...access, school }));
  const { schools } = read(result, "map") as { schools: { activity: { values: string[]; index: number[] } } };
  assert.deepEqual(
    schools.activity.index.map((at) => schools.activity.values[at]),
    ["active", "none", "unknown"],
  );
  assert.equal(faultRows(result)["value-not-listed"], 1);
  const withheld = { ...access, school: { ...school, activity: { column: "sign", values: { yes: "withheld" } } } };
  assert.equal((await refused(folder, config({ file: "rows.csv" }, withheld))).code, "config-refused");
});
