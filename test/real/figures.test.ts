import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  parseDocument,
  type CompositionDocument,
  type Count,
  type GapDocument,
  type SurveyDocument,
  type VitrineDocument,
} from "@vitrine/contract";
import { publish, type PublishResult } from "@vitrine/publish";
import { testOnRealData } from "../helpers/real-data.ts";

/** Publishes one of the configs beside this test from the real data into a folder that is removed again. */
async function published(
  name: string,
  data: string,
  look: (read: <D extends VitrineDocument>(id: string) => D, result: PublishResult) => void,
) {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-real-"));
  try {
    const text = readFileSync(new URL(`${name}.json`, import.meta.url), "utf8").replaceAll("DATA/", data);
    writeFileSync(join(folder, "config.json"), text);
    const result = await publish({ config: join(folder, "config.json") });
    console.log(`${name}: ${result.documents.length} documents, ${result.report.seconds} s, ${result.report.megabytes} MB at most`);
    look(<D extends VitrineDocument>(id: string) => {
      const parsed = parseDocument(JSON.parse(readFileSync(join(result.out, `${id}.json`), "utf8")));
      assert.ok(parsed.ok, id);
      return parsed.document as VitrineDocument as D;
    }, result);
    assert.ok(result.report.seconds < 60);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sum = (counts: readonly Count[] | undefined) => (counts ?? []).reduce<number>((total, count) => total + Number(count), 0);

/** The cells of a column, read apart from what is tested. Cells in quotation marks are not read. */
function columnOf(file: string, name: string): string[] {
  const [header, ...lines] = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split(/\r?\n/);
  const at = header!.split(",").indexOf(name);
  return lines.map((line) => line.replace(/"[^"]*"/g, "").split(",")[at]!);
}

testOnRealData("5,820 survey answers become bars: 28 questions by instructor exactly", (data) =>
  published("survey", data, (read) => {
    const { questions } = read<SurveyDocument>("courses");
    assert.equal(questions.length, 28);
    for (const { answered, counts, groups } of questions) {
      assert.equal(answered, 5820);
      assert.equal(sum(counts), 5820);
      assert.equal(sum(groups.map((group) => group.answered)), 5820);
    }
    const cells = columnOf(join(data, "survey/course_evaluation_likert.csv.gz"), "Life aim");
    assert.deepEqual(
      questions[11]!.counts,
      ["1", "2", "3", "4", "5"].map((step) => cells.filter((cell) => cell === step).length),
    );
  }),
);

testOnRealData("the same answers by course, as few as a class: shares in bands, never a count", (data) =>
  published("survey-courses", data, (read) => {
    const { questions } = read<SurveyDocument>("by-course");
    for (const { groups } of questions) {
      assert.equal(groups.length, 13);
      assert.ok(groups.every(({ answered, counts, shares }) => Number(answered) >= 10 && !counts && shares!.length === 5));
    }
  }),
);

testOnRealData("Virginia's AP Computer Science A beside all its computer science courses, six years", (data) =>
  published("virginia", data, (read, { documents }) => {
    assert.equal(documents.length, 6);
    const all = columnOf(join(data, "cs_enrollment/va_cs_courses_2018_2024.csv.gz"), "number_enrolled");
    const years = columnOf(join(data, "cs_enrollment/va_cs_courses_2018_2024.csv.gz"), "Year");
    const enrolled = (year: string) => all.reduce((total, cell, at) => total + (years[at] === year ? Number(cell) : 0), 0);
    for (const { id } of documents) {
      const { subject, comparison, breakdowns } = read<CompositionDocument>(id);
      const year = Number(id.slice(-4));
      assert.equal(comparison!.students, enrolled(`${year}-${year + 1}`), id);
      assert.ok(Number(subject.students) > 3000, id);
      const [gender, race] = breakdowns;
      const girls = gender!.groups[0]!;
      const share = girls.share ?? (100 * Number(girls.students)) / Number(subject.students);
      const least = typeof share === "number" ? share : (share as { from: number }).from;
      assert.ok(least >= 22 && least < 30, `${id}: about a quarter are girls`);
      assert.equal(race!.groups.length, 7);
      // Pacific Islanders are fewer than ten in some years: a range in every year where anything is.
      assert.ok(breakdowns.every(({ groups }) => groups.every(({ students }) => students === undefined || Number(students) >= 10)));
    }
  }),
);

testOnRealData("exams by young women, by how many schools of a state offer the course: states are compared", (data) =>
  published("ap-states", data, (read) => {
    const { groups, units } = read<GapDocument>("ap-gap");
    assert.equal(units, "states");
    assert.equal(sum(groups.map((group) => group.units)), 51);
    const [header, ...lines] = readFileSync(join(data, "cs_access/codeorg_states_ap_cs_and_training.csv"), "utf8").trimEnd().split(/\r?\n/);
    const at = header!.split(",").indexOf("ap_cs_exams_i");
    const exams = lines.reduce((total, line) => total + Number(line.split(",")[at]), 0);
    assert.equal(sum(groups.map(({ outcome }) => outcome.people!)), exams);
    for (const { outcome } of groups) assert.ok(Number(outcome.part) / Number(outcome.people) > 0.2, "a fifth to a third");
  }),
);
