import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseDocument, type SurveyDocument, type VitrineDocument } from "@vitrine/contract";
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

/** The cells of a column, read apart from what is tested. Of files without quotation marks only. */
function columnOf(file: string, name: string): string[] {
  const [header, ...lines] = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split(/\r?\n/);
  const at = header!.split(",").indexOf(name);
  return lines.map((line) => line.split(",")[at]!);
}

testOnRealData("5,820 survey answers become bars: 28 questions exactly, 13 courses in bands", (data) =>
  published("survey", data, (read) => {
    const { questions } = read<SurveyDocument>("courses");
    assert.equal(questions.length, 28);
    for (const { answered, counts } of questions) {
      assert.equal(answered, 5820);
      assert.equal(
        (counts as number[]).reduce((sum, count) => sum + count, 0),
        5820,
      );
    }
    const cells = columnOf(join(data, "survey/course_evaluation_likert.csv.gz"), "Life aim");
    assert.deepEqual(
      questions[11]!.counts,
      ["1", "2", "3", "4", "5"].map((step) => cells.filter((cell) => cell === step).length),
    );
    const courses = read<SurveyDocument>("by-course");
    for (const question of courses.questions) {
      assert.equal(question.groups.length, 13);
      // Courses of 15 to 1,000 forms: a share of each, never a count of a step.
      assert.ok(question.groups.every(({ answered, counts, shares }) => Number(answered) >= 10 && !counts && shares!.length === 5));
    }
  }),
);
