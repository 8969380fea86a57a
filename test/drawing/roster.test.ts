import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, rosterFlags, rosterStages } from "@vitrine/contract";
import {
  addressees,
  arrange,
  drawRoster,
  en,
  es,
  fillTemplate,
  liveFrame,
  mailtoOf,
  placeRoster,
  printFrame,
  rosterColumns,
  rosterFilters,
  RosterModel,
  speaker,
  summariseRoster,
  tabulateRoster,
  toCsv,
  wholeRoster,
  type RosterColumn,
  type RosterQuery,
} from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.js";
import { matchGolden } from "../helpers/goldens.js";
import { rosterOf } from "../helpers/roster.js";

const english = speaker(en);
const typical = document("roster", "typical");
const model = new RosterModel(typical, "en-US");
const ask = (change: Partial<RosterQuery["chosen"]>, text = ""): RosterQuery => ({ text, chosen: { ...wholeRoster.chosen, ...change } });
const teachers = (rows: Iterable<number>) => Array.from(rows, (row) => typical.rows.teacher[row]!);

for (const [name, document] of documents("roster"))
  for (const width of [360, 720])
    test(`roster/${name}-${width}.svg`, () => {
      const markup = toSvg(drawRoster(document, printFrame({ id: "roster", width, say: speaker(name === "spanish" ? es : en) })));
      assertPrintable(markup);
      matchGolden(`roster/${name}-${width}.svg`, markup);
    });

test("the bar shows every counted row once, and names nobody", () => {
  for (const say of [english, speaker(en, "ar"), speaker(es)]) {
    const frame = liveFrame({ id: "r", width: 320, say });
    const { stages, margin } = placeRoster(typical, frame);
    assert.ok(Math.abs(stages.reduce((sum, { width }) => sum + width, 0) - (320 - 2 * margin)) < 0.01);
    const markup = toSvg(drawRoster(typical, frame));
    for (const teacher of typical.rows.teacher) assert.ok(!markup.includes(teacher));
  }
});

test("the sentence says who met the bar, who has not started, and what needs a look", () => {
  assert.equal(summariseRoster(typical, english), "38 of 60 teachers met the bar; 12 have not started; 15 rows need a look.");
  assert.equal(
    summariseRoster(typical, speaker(es)),
    "38 de 60 docentes alcanzaron el umbral; 12 no han empezado; hay 15 filas por revisar.",
  );
  assert.equal(
    summariseRoster(document("roster", "empty"), english),
    "0 of 0 teachers met the bar; 0 have not started; 0 rows need a look.",
  );
});

test("a missing highest unit alone needs no look: there is nothing a reader can correct", () => {
  const missing = typical.rows.flags["highest-unit-unknown"]!;
  assert.ok(missing.length > 1);
  for (const row of missing) assert.equal(model.needsLook(row), false);
  assert.equal(model.toLookAt, 15);
  assert.deepEqual(model.tally(model.select(wholeRoster)), { rows: 64, met: 38, notStarted: 12, look: 15, leftOut: 4 });
});

test("zero students are written 0, and each absence in its own words", () => {
  const every = document("roster", "every-absence");
  const [table] = tabulateRoster(every, english);
  const students = table!.columns.findIndex(({ label }) => label === "Students");
  assert.deepEqual(
    table!.rows.map(({ cells }) => cells[students]),
    ["withheld to protect privacy", "not reported yet", "not part of this collection", "–", "not known"],
  );
  const zero = typical.rows.students.indexOf(0);
  assert.equal(tabulateRoster(typical, english)[0]!.rows[zero]!.cells[students], "0");
});

test("as CSV, no name is run by a spreadsheet", () => {
  const csv = toCsv(tabulateRoster(rosterOf({ rows: 3, names: (name) => `=${name}` }), english));
  assert.match(csv, /^'=/m);
  assert.doesNotMatch(csv, /(^|,)=/m);
});

test("every filter lets through just the rows that have the choice, and its count says how many", () => {
  const { facets } = { facets: model.facets(wholeRoster) };
  for (const filter of rosterFilters)
    for (let choice = 0; choice < model.choices[filter]; choice++) {
      const rows = model.select(ask({ [filter]: new Set([choice]) }));
      assert.equal(rows.length, facets[filter][choice], `${filter} ${choice}`);
      for (const row of rows)
        if (filter === "flag") assert.ok(typical.rows.flags[rosterFlags[choice]!]!.includes(row));
        else if (filter === "stage") assert.equal(cell(typical.rows.stage, row), rosterStages[choice]);
    }
});

test("counts beside choices stay true when other filters are set", () => {
  const query = ask({ course: new Set([0]), flag: new Set([0, 1, 3]) }, "a");
  const facets = model.facets(query);
  for (const filter of rosterFilters)
    for (let choice = 0; choice < model.choices[filter]; choice++) {
      const alone = { ...query, chosen: { ...query.chosen, [filter]: new Set([choice]) } };
      assert.equal(facets[filter][choice], model.select(alone).length, `${filter} ${choice}`);
    }
});

test("search finds names, schools, districts, courses, workshops and addresses, whatever case and accents", () => {
  const many = rosterOf({ rows: 900, districts: 4 });
  const large = new RosterModel(many, "en-US");
  const found = (text: string) => Array.from(large.select(ask({}, text)));
  const naive = (text: string) =>
    many.rows.id.flatMap((_, row) => {
      const school = many.rows.school[row]!;
      const plain = [
        many.rows.teacher[row]!,
        many.rows.account![row]!,
        many.schools.name[school]!,
        many.districts.name[many.schools.district[school]!]!,
        many.courses.name[many.rows.course[row]!]!,
        many.workshops.name[many.rows.workshop[row]!]!,
      ].map((part) => part.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
      return text.split(" ").every((word) => plain.some((part) => part.includes(word))) ? [row] : [];
    });
  for (const text of ["nunez", "zoe", "principles", "alder unified", "summer 2024", "cedar.example", "ana academy", "nobody at all"])
    assert.equal(found(text).join(), naive(text).join(), text);
  assert.equal(found("  NÚÑEZ ").join(), found("nunez").join());
  assert.ok(found("nunez").length > 0);
});

test("every column sorts both ways, equals stay in the document's order, and what is absent stands last", () => {
  const many = rosterOf({ rows: 500, districts: 5 });
  const large = new RosterModel(many, "en-US");
  const say = english;
  const { compare } = new Intl.Collator("en-US", { numeric: true });
  const absent = new Set(["withheld", "not-reported", "not-covered", "not-applicable", "unknown"]);
  const texts: Partial<Record<RosterColumn, (row: number) => string>> = {
    teacher: (row) => many.rows.teacher[row]!,
    account: (row) => many.rows.account![row]!,
    school: (row) => many.schools.name[many.rows.school[row]!]!,
    unit: (row) => cell(many.rows.highestUnit, row),
    workshop: (row) => many.workshops.name[many.rows.workshop[row]!]!,
  };
  for (const column of rosterColumns)
    for (const descending of [false, true]) {
      const order = Array.from(large.order({ column, descending }));
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        Array.from(many.rows.id.keys()),
        column,
      );
      const text = texts[column];
      if (!text) continue;
      order.forEach((row, at) => {
        const before = order[at - 1];
        if (before === undefined) return;
        const [a, b] = [text(before), text(row)];
        if (absent.has(a)) return assert.ok(absent.has(b), `${column}: an absence stands before a value`);
        if (absent.has(b)) return;
        const by = compare(a, b);
        assert.ok(descending ? by >= 0 : by <= 0, `${column}: ${a} before ${b}`);
        if (by === 0) assert.ok(before < row, `${column}: equals changed places`);
      });
    }
  const students = Array.from(large.order({ column: "students", descending: true }), (row) => many.rows.students[row]!);
  assert.equal(typeof students[0], "number");
  assert.equal(typeof students.at(-1), "string");
  assert.ok(summariseRoster(many, say).length > 0);
});

test("names are ordered as the reader's language does", () => {
  const names = ["Zoë Å", "Ärla", "Bo", "ana", "Ana"];
  let at = 0;
  const few = rosterOf({
    rows: 5,
    change: (rows) => rows.map((row) => ({ ...row, teacher: names[at++]!, flags: [], repeats: undefined! })),
  });
  delete (few.rows.flags as Record<string, unknown>)["duplicate-in-programme"];
  const order = (locale: string) =>
    Array.from(new RosterModel(few, locale).order({ column: "teacher", descending: false }), (row) => names[row]);
  assert.deepEqual(order("en-US"), ["ana", "Ana", "Ärla", "Bo", "Zoë Å"]);
  assert.deepEqual(order("sv"), ["ana", "Ana", "Bo", "Zoë Å", "Ärla"]);
});

test("groups stand by name with their numbers, and a folded one keeps its head only", () => {
  const rows = model.select(wholeRoster, { column: "teacher", descending: false });
  const { lines, groups } = arrange(model, rows, "district", new Set());
  assert.deepEqual(
    groups.map(({ at }) => typical.districts.name[at]),
    [...typical.districts.name].sort(),
  );
  assert.equal(
    groups.reduce((sum, group) => sum + group.rows, 0),
    typical.rows.id.length,
  );
  assert.equal(
    groups.reduce((sum, { met }) => sum + met, 0),
    38,
  );
  assert.equal(lines.length, typical.rows.id.length + groups.length);
  const first = groups[0]!;
  const under = Array.from(lines.subarray(1, 1 + first.rows));
  const { compare } = new Intl.Collator("en-US");
  assert.deepEqual(teachers(under), teachers(under).sort(compare));
  const folded = arrange(model, rows, "district", new Set([first.at]));
  assert.equal(folded.lines.length, lines.length - first.rows);
  assert.equal(folded.groups[0]!.rows, first.rows);
});

test("mail goes to each teacher who has not started, once, with the teacher's own fields", () => {
  const people = addressees(typical, typical.rows.id.keys(), english);
  const rows = people.flatMap((one) => one.rows);
  for (const row of rows) {
    assert.equal(cell(typical.rows.stage, row), "not-started");
    assert.equal(cell(typical.rows.participation, row), "taking-part");
  }
  assert.equal(new Set(rows).size, rows.length);
  const { subject, body } = fillTemplate(
    { subject: en.roster.mailDefaultSubject, body: en.roster.mailDefaultBody },
    people[0]!,
    en.roster.mailField,
  );
  assert.doesNotMatch(subject + body, /[{}]/);
  assert.ok(body.includes(people[0]!.teacher) && body.includes("October 30, 2026"));
  const spanish = fillTemplate({ subject: es.roster.mailDefaultSubject, body: es.roster.mailDefaultBody }, people[0]!, es.roster.mailField);
  assert.doesNotMatch(spanish.subject + spanish.body, /[{}]/);
});

test("without a deadline the line that asks for one is left out; two rows of one account are one message", () => {
  const undated = structuredClone(typical);
  undated.actions = [];
  const started = (row: number) =>
    cell(undated.rows.stage, row) === "not-started" && cell(undated.rows.participation, row) === "taking-part";
  const [one, two] = undated.rows.id.flatMap((_, row) => (started(row) ? [row] : []));
  undated.rows.account![two!] = undated.rows.account![one!]!.toUpperCase();
  undated.rows.course[two!] = 1 - undated.rows.course[one!]!;
  const people = addressees(undated, [one!, two!], english);
  assert.equal(people.length, 1);
  assert.match(people[0]!.fields.course, /CS Discoveries.*CS Principles|CS Principles.*CS Discoveries/);
  const { body } = fillTemplate({ subject: "", body: "One\n\nBy {deadline}.\n\nEnd" }, people[0]!, en.roster.mailField);
  assert.equal(body, "One\n\nEnd");
});

test("a mail address carries one receiver, a subject and a body, whatever stands in them", () => {
  const address = new URL(mailtoOf("ana@alder.example", { subject: "a&cc=b@c.example", body: "x\nbcc: d@e.example &?#" }));
  assert.equal(address.pathname, "ana@alder.example");
  assert.deepEqual([...address.searchParams.keys()], ["subject", "body"]);
  assert.equal(address.searchParams.get("body"), "x\r\nbcc: d@e.example &?#");
});
