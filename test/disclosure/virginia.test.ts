import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readCsv } from "@vitrine/contract";
import { audit, choose, isPrimary, type Cell, type Sum } from "@vitrine/disclosure";
import { testOnRealData } from "../helpers/real-data.ts";

const policy = { threshold: 10, zeros: "withhold", interval: 5 } as const;
const races = ["white", "asian", "black", "hispanic", "native_american", "hawaiian", "multirace"];
const localities = ["city", "suburb", "town", "rural"];

interface Row {
  year: string;
  course: string;
  locality: number;
  counts: { students: number; sex: number[]; race: number[] };
}

/** One row for each school, year and course. The locality is the first digit of the locale code, as wide as a district or wider. */
function readRows(data: string): Row[] {
  const text = gunzipSync(readFileSync(join(data, "cs_enrollment/va_cs_courses_2018_2024.csv.gz"))).toString("utf8");
  const [head, ...lines] = readCsv(text) as string[][];
  const at = (line: readonly string[], name: string) => line[head!.indexOf(name)]!;
  const count = (line: readonly string[], name: string) => Number(at(line, name) || 0);
  return lines
    .filter((line) => line.length === head!.length)
    .map((line) => {
      const students = count(line, "number_enrolled");
      const sex = [count(line, "male"), count(line, "female")];
      return {
        year: at(line, "Year"),
        course: at(line, "course_name"),
        locality: Number(at(line, "locale")[0]) - 1,
        // Some students stand in neither sex: they are a category, or the total would give them away.
        counts: { students, sex: [...sex, students - sex[0]! - sex[1]!], race: races.map((race) => count(line, race)) },
      };
    });
}

/** Localities by courses of one year, with all margins; sex and race one way in every locality and in every course, and for the state. */
function yearOf(rows: readonly Row[]) {
  const courses = [...new Set(rows.map(({ course }) => course))].sort();
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  const count = (of: readonly Row[], value: (row: Row) => number, cost: number) =>
    cells.push({ value: of.reduce((sum, row) => sum + value(row), 0), cost }) - 1;
  const part = (of: readonly Row[], cost: number, detail: boolean) => {
    const total = count(of, ({ counts }) => counts.students, cost);
    const sex = detail ? [0, 1, 2].map((at) => count(of, ({ counts }) => counts.sex[at]!, cost - 0.5)) : [];
    const race = detail ? races.map((_, at) => count(of, ({ counts }) => counts.race[at]!, cost - 0.5)) : [];
    for (const parts of [sex, race]) if (parts.length > 0) sums.push({ total, parts });
    return [total, ...sex, ...race];
  };
  const all = part(rows, 6, true);
  const byLocality = localities.map((_, at) =>
    part(
      rows.filter(({ locality }) => locality === at),
      3,
      true,
    ),
  );
  const byCourse = courses.map((name) =>
    part(
      rows.filter(({ course }) => course === name),
      3,
      true,
    ),
  );
  for (const side of [byLocality, byCourse]) all.forEach((total, at) => sums.push({ total, parts: side.map((cellsOf) => cellsOf[at]!) }));
  const inner = localities.map((_, at) =>
    courses.map(
      (name) =>
        part(
          rows.filter(({ locality, course }) => locality === at && course === name),
          1,
          false,
        )[0]!,
    ),
  );
  inner.forEach((line, at) => sums.push({ total: byLocality[at]![0]!, parts: line }));
  courses.forEach((_, at) => sums.push({ total: byCourse[at]![0]!, parts: inner.map((line) => line[at]!) }));
  return { cells, sums, inner: inner.flat(), race: byLocality.flatMap((line) => line.slice(4)) };
}

testOnRealData("Virginia: students by locality and course, sex and race one way, each year audited", async (data) => {
  const rows = readRows(data);
  assert.equal(rows.length, 3596);
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  assert.equal(years.length, 6);
  for (const year of years) {
    const { cells, sums, inner, race } = yearOf(rows.filter((row) => row.year === year));
    const { hidden, unproved } = await choose(cells, sums, policy);
    assert.deepEqual(unproved, [], year);
    cells.forEach((cell, at) => assert.ok(hidden.has(at) || !isPrimary(cell, policy), `${year} shows a small figure`));
    const low = cells.map(({ value }, at) => (hidden.has(at) ? 0 : value));
    const high = cells.map(({ value }, at) => (hidden.has(at) ? Infinity : value));
    const found = await audit({ low, high, sums }, policy.interval);
    assert.deepEqual([found.consistent, found.narrow], [true, []], year);
    const people = (of: readonly number[]) => of.reduce((sum, at) => sum + cells[at]!.value, 0);
    const shown = (of: readonly number[]) => people(of.filter((at) => !hidden.has(at))) / people(of);
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    console.log(
      `${year}: ${cells.length} figures, ${hidden.size} withheld; students shown: ${percent(shown(inner))} by locality and course, ${percent(shown(race))} by locality and race`,
    );
    assert.ok(shown(inner) > 0.9 && shown(race) > 0.9, `${year} shows too little`);
  }
});
