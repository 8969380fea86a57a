import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cell, correctionsToCsv, parseDocument, type Corrections, type RosterDocument } from "@vitrine/contract";
import { init, publish, type PublishResult } from "@vitrine/publish";
import { rosterDocument, rosterSources } from "./make-roster.ts";
import { bytesOf, config, faultRows, folderWith, newFolder, read, refused, run } from "./project.ts";

const partner = { id: "partner-a", consent: "Agreed on enrolment. Invented.", confidentiality: "For the partner alone. Invented." };
const document = { ...rosterDocument, id: "roster", title: "Roster", partner };

interface Enrolled {
  id: string;
  name?: string;
  account?: string;
  school?: string;
  workshop?: string;
  agreed?: string;
  withdrew?: string;
  now?: string;
}
const enrolment = (row: Enrolled) => {
  const { id, name = `Teacher ${id}`, account = `${id.toLowerCase()}@school.example`, school = "S1", workshop = "CSD-A" } = row;
  const { agreed = "2026-04-01", withdrew = "", now = "" } = row;
  return [id, `"${name}"`, account, school, `School ${school}`, "D1", "District (invented)", workshop, agreed, withdrew, now].join(",");
};

interface Tables {
  enrolments: Enrolled[];
  attendance?: string[];
  accounts?: string[];
  activity?: string[];
  nicknames?: string[];
}
/** A project of these rows. Every source has a line that concerns nobody, because an empty source is refused. */
const project = (
  { enrolments, attendance = [], accounts = [], activity = [], nicknames = [] }: Tables,
  more: Record<string, string> = {},
) =>
  folderWith({
    "enrolments.csv": [
      "enrolment,teacher,account,school_id,school,district_id,district,workshop,agreed_on,withdrew_on,now",
      ...enrolments.map(enrolment),
    ].join("\n"),
    "attendance.csv": [
      "attendance,workshop,teacher,account,school_id,school,role,agreed_on",
      "A0,elsewhere,Nobody,,,,,",
      ...attendance,
    ].join("\n"),
    "accounts.csv": ["account,other_account,state", "x@nobody.example,y@nobody.example,suggested", ...accounts].join("\n"),
    "activity.csv": ["account,course,students,students_past_bar,highest_unit", "x@nobody.example,CSD,1,0,Unit 1", ...activity].join("\n"),
    "nicknames.csv": ["name,nickname", "Elizabeth,Liz", ...nicknames].join("\n"),
    ...more,
  });

const whole = (over: object = {}, documents: object[] = []) =>
  config({}, document, { sources: rosterSources, documents: [{ ...document, ...over }, ...documents] });

const rosterOf = (result: PublishResult): RosterDocument => {
  const value: unknown = JSON.parse(readFileSync(join(result.partners[0]!.out, "roster.json"), "utf8"));
  const parsed = parseDocument(value);
  assert.ok(parsed.ok, JSON.stringify(!parsed.ok && parsed.issues));
  return parsed.document as RosterDocument;
};

/** What stands in a roster, by row id. */
function seen({ rows }: RosterDocument) {
  return Object.fromEntries(
    rows.id.map((id, row) => [
      id,
      {
        counted: cell(rows.counted, row),
        stage: cell(rows.stage, row),
        students: rows.students[row],
        participation: cell(rows.participation, row),
        flags: Object.entries(rows.flags).flatMap(([flag, at]) => (at?.includes(row) ? [flag] : [])),
      },
    ]),
  );
}
const publishRows = async (tables: Tables, over: object = {}, more: Record<string, string> = {}) => {
  const result = await run(project(tables, more), whole(over));
  return { result, roster: rosterOf(result), rows: seen(rosterOf(result)) };
};

test("one teacher under two spellings at one school is found; two teachers are not", async () => {
  const pairs: [string, string, boolean][] = [
    ["Maria Lopez", "MARIA LOPEZ", true],
    ["María López", "Maria Lopez", true],
    ["Maria Lopez", "Lopez, Maria", true],
    ["Maria Lopez", "Lopez,  Maria E.", true],
    ["Maria Lopez", "Maria  Lopez", true],
    ["Maria E. Lopez", "Maria Lopez", true],
    ["Ana García-Ruiz", "Ana Garcia Ruiz", true],
    ["Mary-Ann Cole", "Maryann Cole", true],
    ["Elizabeth Cole", "Liz Cole", true],
    ["Elizabeth Cole", "Cole, Liz", true],
    ["Dr. Søren Müller", "Soren Muller", true],
    ["Pat O’Neil", "Pat O'Neil", true],
    ["Maria A. Lopez", "Maria B. Lopez", false],
    ["Maria Lopez", "Mario Lopez", false],
    ["Maria Lopez", "Maria Lopes", false],
    ["Liz Cole", "Lisa Cole", false],
    ["Maria Lopez Cole", "Maria Lopez", false],
  ];
  const enrolments = pairs.flatMap(([one, other], at) => [
    { id: `E${100 + at * 2}`, name: one, school: `S${at}` },
    { id: `E${101 + at * 2}`, name: other, school: `S${at}`, workshop: "CSD-B" },
  ]);
  const { rows } = await publishRows({ enrolments });
  for (const [at, [one, other, same]] of pairs.entries())
    assert.deepEqual(rows[`E${101 + at * 2}`]!.flags, same ? ["duplicate-in-programme"] : [], `${one} and ${other}`);
});

test("the same name at another school, in another year or without a school is not the same teacher", async () => {
  const years = {
    ...rosterDocument.workshops,
    OLD: { name: "Old", course: "CSD", schoolYear: "2025-26", from: "2025-06-22", to: "2025-06-26" },
  };
  const { rows } = await publishRows(
    {
      enrolments: [
        { id: "E1", name: "Ada Cole" },
        { id: "E2", name: "Ada Cole", school: "S2" },
        { id: "E3", name: "Ada Cole", workshop: "OLD", account: "e1@school.example" },
      ],
    },
    { workshops: years },
  );
  assert.deepEqual(
    Object.values(rows).flatMap(({ flags }) => flags),
    [],
  );
});

test("a second enrolment of one account is counted once; one that only looks the same is counted until it is corrected", async () => {
  const { rows, roster } = await publishRows({
    enrolments: [
      { id: "E1", name: "Ada Cole", account: "ada@school.example" },
      { id: "E2", name: "Cole, Ada", account: "ADA@school.example", workshop: "CSD-B" },
      { id: "E3", name: "Ada Cole", account: "ada@home.example", workshop: "CSD-B" },
      { id: "E4", name: "Ada Cole", account: "ada@school.example", workshop: "CSP-A" },
    ],
  });
  assert.deepEqual(
    Object.entries(rows).map(([id, { counted, flags }]) => [id, counted, flags]),
    [
      ["E1", "counted", []],
      ["E2", "left-out", ["duplicate-in-programme"]],
      ["E3", "counted", ["duplicate-in-programme"]],
      ["E4", "counted", ["duplicate-in-both-programmes"]],
    ],
  );
  assert.deepEqual(roster.rows.repeats, { row: [1, 2, 3], of: [0, 0, 0] });
});

test("who stopped teaching or left later stays in the rate; who withdrew before the workshop goes, unless they came after all", async () => {
  const { rows, result } = await publishRows({
    enrolments: [
      { id: "E1", now: "stopped teaching" },
      { id: "E2", withdrew: "2026-08-20" },
      { id: "E3", withdrew: "2026-06-21" },
      { id: "E4", withdrew: "2026-06-21" },
      { id: "E5", withdrew: "2026-06-22" },
      { id: "E6" },
    ],
    attendance: ["A1,CSD-A,,e1@school.example,,,teacher,", "A4,CSD-A,,E4@school.example,,,teacher,"],
  });
  assert.deepEqual(
    Object.entries(rows).map(([id, { counted, participation }]) => [id, counted, participation]),
    [
      ["E1", "counted", "stopped-teaching"],
      ["E2", "counted", "left-programme"],
      ["E3", "left-out", "withdrew-before-workshop"],
      ["E4", "counted", "left-programme"],
      ["E5", "counted", "left-programme"],
      ["E6", "counted", "taking-part"],
    ],
  );
  const { "withdrew-and-attended": came, "no-attendance": absent } = faultRows(result);
  assert.deepEqual([came, absent], [1, 3]);
});

test("who came without any enrolment is no teacher unless the role says so; who is enrolled elsewhere or under another account is", async () => {
  const { rows, result } = await publishRows({
    enrolments: [{ id: "E1", name: "Ada Cole" }, { id: "E2" }, { id: "E3" }, { id: "E4", name: "Uma Voss", agreed: "" }],
    accounts: ["e2@school.example,two@home.example,suggested"],
    attendance: [
      "A1,CSD-A,COLE Ada,,S1,School S1,teacher,",
      "A2,CSD-A,,two@home.example,,,teacher,",
      "A3,CSP-A,,e3@school.example,,,,",
      "A4,CSD-A,Uma Voss,e4@school.example,S1,School S1,,2026-06-21",
      "A5,CSD-A,Rex Park,rex@programme.example,,,facilitator,2026-06-21",
      "A6,CSP-A,Kim Hale,kim@programme.example,,,,2026-06-21",
      "A7,CSD-A,Rex Park,rex@programme.example,,,facilitator,2026-06-21",
      "A8,CSD-A,Noa Finch,noa@school.example,,,teacher,2026-06-21",
      "A9,CSD-A,Ivo Tate,ivo@programme.example,,,staff,",
    ],
  });
  assert.deepEqual(
    Object.entries(rows).map(([id, { counted, flags }]) => [id, counted, flags]),
    [
      ["E1", "counted", []],
      ["E2", "counted", []],
      ["E3", "counted", []],
      ["attended-A5", "left-out", ["not-a-teacher"]],
      ["attended-A6", "left-out", ["not-a-teacher"]],
      ["attended-A8", "counted", []],
    ],
  );
  const { "attended-another": another, "no-consent": without } = faultRows(result);
  assert.deepEqual([another, without], [1, 2]);
});

test("students are counted over confirmed accounts; a suggested one with students is pointed at; a few are a range and 0 is 0", async () => {
  const { rows } = await publishRows({
    enrolments: ["E1", "E2", "E3", "E4", "E5", "E6"].map((id) => ({ id, ...(id === "E6" ? { account: " " } : {}) })),
    accounts: [
      "e1@school.example,one@home.example,confirmed",
      "two@home.example,E2@school.example,suggested",
      "e3@school.example,three@home.example,suggested",
    ],
    activity: [
      "e1@school.example,CSD,20,3,Unit 2",
      "one@home.example,CSD,15,2,Unit 10",
      "two@home.example,CSD,30,9,Unit 3",
      "three@home.example,CSP,30,9,Unit 3",
      "e4@school.example,CSD,4,0,Null",
      "e5@school.example,CSD,many,9,Unit 1",
    ],
  });
  assert.deepEqual(
    Object.entries(rows).map(([id, { students, stage, flags }]) => [id, students, stage, flags]),
    [
      ["E1", 35, "met", []],
      ["E2", 0, "not-started", ["other-account"]],
      ["E3", 0, "not-started", []],
      ["E4", { min: 1, max: 9 }, "started", ["highest-unit-unknown"]],
      ["E5", "unknown", "met", []],
      ["E6", "not-reported", "not-known", []],
    ],
  );
});

test("an implementation document that counts the roster says the same, and is protected where the roster is not", async () => {
  const enrolments = Array.from({ length: 40 }, (_, at) => ({ id: `E${100 + at}`, workshop: at % 2 === 0 ? "CSD-A" : "CSP-A" }));
  const activity = enrolments
    .slice(0, 28)
    .map(({ id, workshop }) => `${id.toLowerCase()}@school.example,${workshop.slice(0, 3)},20,${Number(id.slice(1)) < 115 ? 9 : 0},Unit 1`);
  const rate = { kind: "implementation", id: "rate", title: "Rate", from: { roster: "roster" } };
  const result = await run(project({ enrolments, activity }), whole({}, [rate]));
  const { totals } = rosterOf(result);
  assert.deepEqual(totals, { trained: 40, met: 15, started: 13, notStarted: 12, notKnown: 0 });
  const { trained, met, notKnown } = read(result, "rate");
  assert.deepEqual([trained, met, notKnown], [40, 15, "withheld"], "no zero is told to the public");
  assert.equal(
    (await refused(project({ enrolments }), whole({}, [{ ...rate, from: { roster: "other" } }]))).path,
    "$.documents[1].from.roster",
  );
  const both = await refused(project({ enrolments }), whole({}, [{ ...rate, teacher: "teacher" }]));
  assert.match(both.message, /leave out "teacher", "trained" and "stage"/);
});

test("a row keeps its id from one revision to the next, whatever the order of the rows", async () => {
  const enrolments: Enrolled[] = ["E7", "E2", "E5"].map((id) => ({ id }));
  const first = await publishRows({ enrolments });
  const second = await publishRows({ enrolments: [{ id: "E1" }, ...enrolments.reverse()] }, { revision: 2 });
  assert.deepEqual(first.roster.rows.id, ["E2", "E5", "E7"]);
  assert.deepEqual(second.roster.rows.id, ["E1", "E2", "E5", "E7"]);
  for (const id of first.roster.rows.id)
    assert.equal(
      second.roster.rows.teacher[second.roster.rows.id.indexOf(id)],
      first.roster.rows.teacher[first.roster.rows.id.indexOf(id)],
    );
});

const corrections = (over: Partial<Corrections>): Corrections => ({
  schema: "corrections/1",
  roster: { id: "roster", revision: 1 },
  confidentiality: "For the partner alone. Invented.",
  entries: [],
  additions: [],
  ...over,
});
const people: Tables = {
  enrolments: [
    { id: "E1", name: "Ada Cole" },
    { id: "E2", name: "Cole, Ada", account: "ada@home.example", workshop: "CSD-B" },
    { id: "E3" },
    { id: "E4", withdrew: "2026-05-01" },
    { id: "E5", now: "stopped teaching" },
    { id: "E6" },
    { id: "E7" },
    { id: "E8", account: "kay@school.example" },
    { id: "E9" },
    { id: "X1", name: "Zoë Lund", account: "zoe@school.example", workshop: "X-CSD" },
  ],
  attendance: ["A6,CSD-A,,e6@school.example,,,teacher,"],
  activity: ["e6@school.example,CSD,30,9,Unit 2", "seven@home.example,CSD,30,9,Unit 2"],
};

test("every kind of correction is applied, and comes back the same from JSON and from CSV", async () => {
  const asked = corrections({
    entries: [
      { row: "E2", mark: "remove-duplicate", keep: "E1" },
      { row: "E3", mark: "withdrew-before-workshop" },
      { row: "E9", mark: "not-a-teacher" },
      { row: "E7", mark: "link-another-account", account: "Seven@home.example" },
      { row: "E6", mark: "met-bar-in-dispute", note: "She says no." },
    ],
    additions: [{ teacher: "Lund, Zoe", account: "zoe@school.example", school: "Any", course: "csd" }],
  });
  const before = await publishRows(people);
  assert.equal(before.rows["X1"], undefined, "a teacher trained elsewhere is not on the roster");
  assert.deepEqual(before.roster.totals, { trained: 8, met: 1, started: 0, notStarted: 7, notKnown: 0 });
  const files = { "c.csv": correctionsToCsv(asked, () => ({ teacher: "=Ada" })), "c2.json": JSON.stringify(asked) };
  const results = [];
  for (const file of Object.keys(files)) results.push(await publishRows(people, { revision: 2, corrections: [file] }, files));
  const [first, second] = results;
  assert.deepEqual(first!.roster, second!.roster);
  const { result, roster, rows } = second!;
  assert.deepEqual(
    result.report.corrections.map(({ mark, row, outcome }) => [mark, row, outcome]),
    [
      ["remove-duplicate", "E2", "applied"],
      ["withdrew-before-workshop", "E3", "applied"],
      ["not-a-teacher", "E9", "applied"],
      ["link-another-account", "E7", "applied"],
      ["met-bar-in-dispute", "E6", "applied"],
      ["add", "X1", "applied"],
    ],
  );
  assert.deepEqual(roster.rows.id, ["E1", "E4", "E5", "E6", "E7", "E8", "X1"]);
  assert.equal(roster.revision, 2);
  assert.deepEqual([rows["E7"]!.stage, rows["E7"]!.students], ["met", 30]);
  assert.equal(rows["E6"]!.stage, "not-known");
  assert.deepEqual(roster.totals, { trained: 6, met: 1, started: 0, notStarted: 4, notKnown: 1 });
  assert.match(readFileSync(result.reportFiles.text, "utf8"), /c2\.json \$\.entries\[0\], remove-duplicate E2, keep E1: applied/);
});

test("what the sources already say is so, also for a row that is gone and for a file given twice", async () => {
  const asked = corrections({
    entries: [
      { row: "E4", mark: "withdrew-before-workshop" },
      { row: "GONE", mark: "not-a-teacher" },
      { row: "E8", mark: "link-another-account", account: "kay@school.example" },
    ],
    additions: [{ teacher: "Teacher E3", account: "e3@school.example", school: "Any", course: "csd" }],
  });
  const files = { "c1.json": JSON.stringify(asked), "c2.json": JSON.stringify(asked) };
  const { result, roster } = await publishRows(people, { revision: 2, corrections: ["c1.json", "c2.json"] }, files);
  assert.deepEqual(new Set(result.report.corrections.map(({ outcome }) => outcome)), new Set(["already-so"]));
  assert.equal(result.report.corrections.length, 8);
  assert.ok(!roster.rows.id.includes("E4"), "the row that was asked to go has gone");
});

test("a correction that contradicts the sources is not applied, and the report says why", async () => {
  const asked = corrections({
    entries: [
      { row: "E5", mark: "not-a-teacher" },
      { row: "E6", mark: "withdrew-before-workshop" },
      { row: "E3", mark: "remove-duplicate", keep: "E4" },
      { row: "E9", mark: "link-another-account", account: "kay@school.example" },
      { row: "E7", mark: "link-another-account", account: "typo@home.example" },
      { row: "GONE", mark: "met-bar-in-dispute" },
      { row: "E8", mark: "remove-duplicate", keep: "GONE" },
    ],
    additions: [
      { teacher: "Zoë Lund", account: "nobody@school.example", school: "Any", course: "csd" },
      { teacher: "Rex Park", account: "zoe@school.example", school: "Any", course: "csd" },
    ],
  });
  const again = corrections({
    entries: [
      { row: "E3", mark: "not-a-teacher" },
      { row: "E5", mark: "remove-duplicate", keep: "E1" },
    ],
  });
  const last = corrections({ entries: [{ row: "E3", mark: "withdrew-before-workshop" }] });
  const files = { "c1.json": JSON.stringify(asked), "c2.json": JSON.stringify(again), "c3.json": JSON.stringify(last) };
  const { result, roster } = await publishRows(people, { revision: 2, corrections: ["c1.json", "c2.json", "c3.json"] }, files);
  assert.deepEqual(
    result.report.corrections.filter(({ outcome }) => outcome === "conflicting").map(({ row, reason }) => [row, reason]),
    [
      ["E5", "stopped-teaching"],
      ["E6", "attended"],
      ["E3", "kept-row-not-counted"],
      ["E9", "account-of-another"],
      ["E7", "account-without-classes"],
      ["GONE", "no-such-row"],
      ["E8", "no-row-to-keep"],
      [undefined, "not-enrolled"],
      [undefined, "another-name"],
      ["E5", "stopped-teaching"],
      ["E3", "corrected-before"],
    ],
  );
  assert.ok(roster.rows.id.includes("E5"), "who stopped teaching stays");
  assert.doesNotMatch(readFileSync(result.reportFiles.text, "utf8"), /@|Ada|Cole|Lund|Rex/);
});

test("corrections of another roster, of this revision, unreadable or missing stop the publication", async () => {
  const cases: [string, string, RegExp][] = [
    [JSON.stringify(corrections({ roster: { id: "other", revision: 1 } })), "corrections-refused", /corrects another roster/],
    [JSON.stringify(corrections({ roster: { id: "roster", revision: 2 } })), "revision-not-raised", /raise "revision"/],
    ["Ada Cole,ada@school.example", "corrections-refused", /holds no corrections/],
    ['{"schema": "corrections/1", "teacher": "Ada Cole"}', "corrections-refused", /holds no corrections/],
  ];
  for (const [text, code, says] of cases) {
    const error = await refused(project(people, { "c.txt": text }), whole({ revision: 2, corrections: ["c.txt"] }));
    assert.equal(error.code, code);
    assert.match(error.message, says);
    assert.doesNotMatch([error.message, ...error.more].join(), /Ada|Cole|@/);
  }
  assert.equal((await refused(project(people), whole({ revision: 2, corrections: ["no.json"] }))).code, "file-missing");
  const inside = await refused(
    project(people, { "published/c.json": JSON.stringify(corrections({})) }),
    whole({ revision: 2, corrections: ["published/c.json"] }),
  );
  assert.equal(inside.code, "out-holds-data");
});

test("a partner's document goes to a folder of its own, which nobody else may read, and never beside the public ones", async () => {
  const enrolments = Array.from({ length: 40 }, (_, at) => ({ id: `E${100 + at}` }));
  const rate = { kind: "implementation", id: "rate", title: "Rate", from: { roster: "roster" } };
  const folder = project({ enrolments });
  const result = await run(folder, whole({}, [rate]));
  assert.deepEqual(readdirSync(result.out).sort(), ["publication.index", "rate.json"]);
  const [own] = result.partners;
  assert.equal(own!.out, join(folder, "published-partner-partner-a"));
  assert.deepEqual(readdirSync(own!.out).sort(), ["publication.index", "roster.json"]);
  assert.equal(statSync(own!.out).mode & 0o077, 0);
  assert.doesNotMatch(bytesOf(result.out), /partner|Teacher E|@school|roster/);
  const digests = (file: string) =>
    (JSON.parse(readFileSync(file, "utf8")) as { privacy: { check: { checkedWith: string[] } } }).privacy.check.checkedWith;
  assert.equal(digests(join(result.out, "rate.json")).length, 1, "a public document does not say that a roster exists");
  assert.equal(digests(join(own!.out, "roster.json")).length, 2);
  const before = bytesOf(own!.out);
  writeFileSync(join(result.out, "stranger.txt"), "");
  assert.equal((await refused(folder, whole({}, [rate]))).code, "out-not-ours");
  assert.equal(bytesOf(own!.out), before, "both folders change, or none");
});

test("who a roster is for must be said once, and its folder must stand apart", async () => {
  const enrolments = [{ id: "E1" }];
  const told = async (over: object, more: object = {}) => (await refused(project({ enrolments }), { ...whole(over), ...more })).message;
  assert.match(await told({ partner: undefined }), /\$\.documents\[0\]\.partner is missing/);
  for (const partnerOut of ["published", "published/partner", ".", "published/../published/x"])
    assert.match(await told({}, { partnerOut }), /side by side|holds the config/, partnerOut);
  const base = whole() as { publication: object };
  const publication = { ...base.publication, audience: { kind: "partner", ...partner } };
  assert.match(await told({}, { publication }), /given twice/);
  const linked = project({ enrolments }, { "published/publication.index": "{}" });
  symlinkSync(join(linked, "published"), join(linked, "elsewhere"));
  assert.equal((await refused(linked, { ...whole(), partnerOut: "elsewhere/partner" })).code, "out-holds-data");
  const result = await run(project({ enrolments }), { ...whole({ partner: undefined }), publication });
  assert.deepEqual(result.partners, []);
  assert.deepEqual(readdirSync(result.out).sort(), ["publication.index", "roster.json"], "the whole publication is the partner's");
  const named = await run(project({ enrolments }), { ...whole(), partnerOut: "for-them" });
  assert.match(named.partners[0]!.out, /for-them$/);
});

test("a roster's config is refused where it cannot work, at its path", async () => {
  const enrolments = [{ id: "E1" }];
  const { workshops, enrolments: from } = rosterDocument;
  const cases: [object, string][] = [
    [{ enrolments: { ...from, from: "nowhere" } }, "$.documents[0].enrolments.from"],
    [{ enrolments: { ...from, id: "account" } }, "$.documents[0].enrolments.id"],
    [{ enrolments: { ...from, teacher: "pupil" } }, "$.documents[0].enrolments.teacher"],
    [
      { workshops: { ...workshops, Z: { name: "Z", course: "nope", schoolYear: "2026-27", from: "2026-06-01", to: "2026-06-02" } } },
      "$.documents[0].workshops.Z.course",
    ],
    [
      { workshops: { Z: { name: "Z", course: "CSD", schoolYear: "2026-27", from: "2026-06-03", to: "2026-06-02" } } },
      "$.documents[0].workshops.Z.to",
    ],
    [{ activity: { ...rosterDocument.activity, bar: { measure: "students" } } }, "$.documents[0].activity.bar"],
  ];
  for (const [over, path] of cases) assert.equal((await refused(project({ enrolments }), whole(over))).path, path);
  const left = await refused(
    project({
      enrolments: [
        { id: "E1", agreed: "" },
        { id: "E2", agreed: "in spring" },
      ],
    }),
    whole(),
  );
  assert.equal(left.code, "nothing-left");
});

test("nothing of the sample's teachers is in the public folder, in the reports or in what a terminal is told", async () => {
  const { config: file } = await init(join(newFolder(), "sample"));
  const steps: string[] = [];
  const result = await publish({ config: file, progress: ({ name }) => steps.push(name) });
  const { rows } = JSON.parse(readFileSync(join(result.partners[0]!.out, "riverbend-roster.json"), "utf8")) as RosterDocument;
  const told = [
    bytesOf(result.out),
    readFileSync(result.reportFiles.json, "utf8"),
    readFileSync(result.reportFiles.text, "utf8"),
    ...steps,
  ].join("\n");
  for (const value of [...rows.teacher, ...(rows.account ?? []).filter((account): account is string => typeof account === "string")])
    if (value !== "not-reported") assert.ok(!told.includes(value));
  assert.ok(rows.teacher.length > 150);
});
