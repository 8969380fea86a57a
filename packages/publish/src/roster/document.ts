import {
  isRange,
  rosterFlags,
  type Absence,
  type Coded,
  type Privacy,
  type Range,
  type RosterDocument,
  type RosterRows,
} from "@vitrine/contract";
import { code } from "../documents/areas.js";
import type { Found } from "./find.js";
import type { Named } from "./person.js";

/** The least number of students that is told exactly: ten, or the publication's threshold when that is higher (privacy policy, 3). */
export const studentThreshold = ({ threshold }: Pick<Privacy, "threshold">): number => Math.max(10, threshold);

const coded = <T extends string>(cells: readonly T[]) => code(cells) as Coded<T> as never;

/** Things with an id, each once, ordered by id; for every row the position of its own. */
function register<T extends Named>(list: readonly T[]): { all: T[]; at: number[] } {
  const byId = new Map(list.map((one) => [one.id, one]));
  const all = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const position = new Map(all.map(({ id }, at) => [id, at]));
  return { all, at: list.map(({ id }) => position.get(id)!) };
}

const names = (list: readonly Named[]) => ({ id: list.map(({ id }) => id), name: list.map(({ name }) => name) });

/** How many students a teacher has: 0 is 0, fewer than the threshold are a range. */
function studentsOf({ entry, classes }: Found, threshold: number): number | Range | Absence {
  if (!entry.teaches || entry.participation === "withdrew-before-workshop") return "not-applicable";
  if (!classes) return "not-reported";
  const { students } = classes;
  if (students === undefined) return "unknown";
  return students > 0 && students < threshold ? { min: 1, max: threshold - 1 } : students;
}

function unitOf(row: Found, students: number | Range | Absence): string {
  if (students === "not-applicable") return students;
  if (row.classes?.highestUnit !== undefined) return row.classes.highestUnit;
  return isRange(students) || typeof students === "number" ? (students === 0 ? "not-applicable" : "unknown") : students;
}

/** What a roster says beside its envelope, from rows ordered by id. @param totals counted elsewhere, from the same rows */
export function rosterBody(
  found: readonly Found[],
  totals: RosterDocument["totals"],
  threshold: number,
): Pick<RosterDocument, "districts" | "schools" | "courses" | "workshops" | "rows" | "totals"> {
  const of = <T>(pick: (row: Found) => T) => found.map(pick);
  const schools = register(of(({ entry }) => ({ ...entry.school, district: entry.district })));
  const districts = register(schools.all.map(({ district }) => district));
  const courses = register(of(({ entry }) => entry.workshop.course));
  const workshops = register(of(({ entry }) => entry.workshop));
  const students = of((row) => studentsOf(row, threshold));
  const flagged = rosterFlags.map((flag) => [flag, found.flatMap(({ flags }, at) => (flags.has(flag) ? [at] : []))] as const);
  const repeats = found.flatMap(({ repeats: earlier }, row) => earlier.map((other) => ({ row, of: other })));
  const rows: RosterRows = {
    id: of(({ entry }) => entry.id),
    teacher: of(({ entry }) => entry.teacher),
    account: of(({ entry }) => entry.account ?? "not-reported"),
    school: schools.at,
    course: courses.at,
    workshop: workshops.at,
    schoolYear: coded(of(({ entry }) => entry.workshop.schoolYear)),
    consentOn: coded(of(({ entry }) => entry.consentOn)),
    participation: coded(of(({ entry }) => entry.participation)),
    students,
    metBar: coded(of(({ stage, classes }) => (stage === "met" ? "yes" : stage === "not-known" ? "unknown" : (classes?.bar ?? "unknown")))),
    stage: coded(of(({ stage }) => stage)),
    highestUnit: coded(found.map((row, at) => unitOf(row, students[at]!))),
    counted: coded(of(({ counted }) => (counted ? "counted" : "left-out"))),
    flags: Object.fromEntries(flagged.filter(([, at]) => at.length > 0)),
    repeats: { row: repeats.map(({ row }) => row), of: repeats.map((pair) => pair.of) },
  };
  return {
    districts: names(districts.all),
    schools: { ...names(schools.all), district: districts.at },
    courses: names(courses.all),
    workshops: { ...names(workshops.all), from: workshops.all.map(({ from }) => from), to: workshops.all.map(({ to }) => to) },
    rows,
    totals,
  };
}
