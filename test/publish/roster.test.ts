import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cell, correctionsToCsv, parseDocument, rosterFlags, type ImplementationDocument, type RosterDocument } from "@vitrine/contract";
import { markRows, noMarks, ratesOf, toCorrections, type RowMark } from "@vitrine/drawing";
import { init, publish, type PublishResult } from "@vitrine/publish";
import { rosterDocument, rosterRows, rosterSources, type Planted } from "./make-roster.ts";
import { sampleRoster } from "./make-sample.ts";
import { config, faultRows, folderWith, newFolder, read, run } from "./project.ts";

const partner = { id: "partner-a", consent: "Agreed on enrolment. Invented.", confidentiality: "For the partner alone. Invented." };
const document = { ...rosterDocument, id: "roster", title: "Roster", partner };
const counting = { kind: "implementation", id: "rate", title: "Rate", from: { roster: "roster" } };

const rosterOf = (result: PublishResult, id = "roster"): RosterDocument => {
  const value: unknown = JSON.parse(readFileSync(join(result.partners[0]!.out, `${id}.json`), "utf8"));
  const parsed = parseDocument(value);
  assert.ok(parsed.ok, JSON.stringify(!parsed.ok && parsed.issues));
  return parsed.document as RosterDocument;
};

/** Precision and recall of each flag against what was planted. */
function score(
  { rows }: RosterDocument,
  planted: Planted,
): Record<string, { found: number; planted: number; precision: number; recall: number }> {
  return Object.fromEntries(
    rosterFlags.map((flag) => {
      const found = (rows.flags[flag] ?? []).map((at) => rows.id[at]!);
      const right = found.filter((id) => planted.rows[flag].has(id)).length;
      const wanted = planted.rows[flag].size;
      return [flag, { found: found.length, planted: wanted, precision: right / found.length, recall: right / wanted }];
    }),
  );
}

test("the sample's roster has every fault, and each is found where it is and nowhere else", async () => {
  const { config: file } = await init(join(newFolder(), "sample"));
  const result = await publish({ config: file });
  const roster = rosterOf(result, "riverbend-roster");
  const { planted } = sampleRoster();
  const scores = score(roster, planted);
  console.table(scores);
  for (const [flag, found] of Object.entries(scores)) {
    assert.ok(found.planted >= 2, flag);
    assert.deepEqual([found.precision, found.recall], [1, 1], flag);
  }
  const { row, of } = roster.rows.repeats;
  assert.ok(row.length >= 4);
  for (const [at, one] of row.entries())
    assert.equal(planted.personOf.get(roster.rows.id[one]!), planted.personOf.get(roster.rows.id[of[at]!]!), "a pair is one person");
  assert.ok(planted.noConsent >= 2);
  assert.equal(faultRows(result)["no-consent"], planted.noConsent);
});

test("10,000 rows with planted faults: each kind is found, and little else", async () => {
  const { files, planted } = rosterRows({
    seed: 7,
    people: 9000,
    schools: 1400,
    districts: Array.from({ length: 40 }, (_, at) => `District ${at + 1} (invented)`),
    each: 300,
  });
  const begun = performance.now();
  const breakdowns = [{ by: "course", label: "By course", column: "course" }];
  const documents = [document, { ...counting, breakdowns }];
  const whole = config({}, document, { sources: rosterSources, documents });
  const { privacy, ...publication } = whole["publication"] as { privacy: object };
  // So that no figure of so many teachers is withheld, and all can be compared.
  const result = await run(folderWith(files), { ...whole, publication: { ...publication, privacy: { ...privacy, zeros: "publish" } } });
  const roster = rosterOf(result);
  const rate = read(result, "rate") as unknown as ImplementationDocument;
  const scores = score(roster, planted);
  console.log(`${roster.rows.id.length} rows in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  console.table(scores);
  assert.ok(roster.rows.id.length > 9500);
  for (const [flag, { precision, recall, planted: wanted }] of Object.entries(scores)) {
    assert.ok(wanted >= 200, flag);
    assert.ok(recall >= 0.98, `${flag}: recall ${recall}`);
    assert.ok(precision >= 0.95, `${flag}: precision ${precision}`);
  }
  const { trained, met, started, notStarted } = roster.totals;
  assert.deepEqual([rate.trained, rate.met, rate.started, rate.notStarted], [trained, met, started, notStarted], "the rates agree");
  const { course, counted, stage } = roster.rows;
  for (const group of rate.breakdowns[0]!.groups) {
    const at = roster.courses.name.indexOf(group.name);
    const rows = roster.rows.id.flatMap((_, row) => (course[row] === at && cell(counted, row) === "counted" ? [row] : []));
    assert.equal(group.trained, rows.length);
    assert.equal(group.met, rows.filter((row) => cell(stage, row) === "met").length);
  }
});

test("the whole clean-up: every finding of the sample marked, exported, applied; nothing is left to look at and the rate is as foretold", async () => {
  const { config: file } = await init(join(newFolder(), "sample"));
  const before = rosterOf(await publish({ config: file }), "riverbend-roster");
  const { rows } = before;
  const links = new Map(
    sampleRoster()
      .files["accounts.csv"]!.split("\n")
      .flatMap((line) => {
        const [one = "", other = ""] = line.split(",");
        return [[one, other] as const, [other, one] as const];
      }),
  );
  let marks = noMarks;
  const mark = (row: number, what: RowMark) => {
    const marked = markRows(before, marks, [row], what);
    assert.deepEqual(marked.refused, []);
    marks = marked.marks;
  };
  for (const [at, row] of rows.repeats.row.entries()) mark(row, { mark: "remove-duplicate", keep: rows.repeats.of[at]! });
  for (const flag of ["withdrew-before-workshop", "not-a-teacher"] as const) for (const row of rows.flags[flag]!) mark(row, { mark: flag });
  for (const row of rows.flags["other-account"]!)
    mark(row, { mark: "link-another-account", account: links.get(String(rows.account![row]))! });
  const folder = join(file, "..");
  writeFileSync(
    join(folder, "marked.csv"),
    correctionsToCsv(toCorrections(before, marks), (id) => ({ teacher: rows.teacher[rows.id.indexOf(id)]! })),
  );
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('"id": "riverbend-roster",', '"id": "riverbend-roster", "revision": 2, "corrections": ["marked.csv"],'));
  const result = await publish({ config: file });
  const after = rosterOf(result, "riverbend-roster");
  assert.deepEqual(Object.keys(after.rows.flags), ["highest-unit-unknown"]);
  assert.deepEqual(
    result.report.corrections.filter(({ outcome }) => outcome === "conflicting"),
    [],
  );
  assert.equal(result.report.corrections.length, marks.rows.size);
  const { least, most } = ratesOf(before, marks);
  assert.equal(after.totals.trained, least.trained);
  assert.ok((after.totals.met as number) > least.met && (after.totals.met as number) <= most.met, "linked accounts met the bar");
  const rate = read(result, "riverbend-implementation-2026-27") as unknown as ImplementationDocument;
  assert.equal(rate.trained, after.totals.trained);
  assert.equal(rate.met, after.totals.met);
});
