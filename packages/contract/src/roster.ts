import * as z from "zod/mini";
import { ascends, copyColumn } from "./columns-copy.js";
import { coded, type Coded, codes, column, columnFaults, firstBeyond, positions, texts, words } from "./columns.js";
import { envelope, partnerAudience } from "./envelope.js";
import { absences, count, isAbsence, isRange, type Absence, type Range } from "./figure.js";
import type { Fault } from "./issue.js";
import type { Facts, Kind, Path } from "./kind.js";
import { isWhole } from "./list.js";
import { codePattern, isDay } from "./text.js";

/** How far a teacher has come with a course. The order is the order of legends and tables. */
export const rosterStages = ["met", "started", "not-started", "not-known"] as const;
export type RosterStage = (typeof rosterStages)[number];

/** Whether a teacher still takes part. One who stopped teaching stays on the roster: implementation rates need the row. */
export const participations = ["taking-part", "stopped-teaching", "left-programme", "withdrew-before-workshop"] as const;
export type Participation = (typeof participations)[number];

/** What the publisher found to look at in a row. */
export const rosterFlags = [
  "duplicate-in-programme",
  "duplicate-in-both-programmes",
  "withdrew-before-workshop",
  "not-a-teacher",
  "other-account",
  "highest-unit-unknown",
] as const;
export type RosterFlag = (typeof rosterFlags)[number];

const named = (max: number) => ({ id: codes(codePattern, 60, { max }), name: texts(160, { max }) });
const day = (cell: unknown) => typeof cell === "string" && isDay(cell);
const days = (max: number) => column<string>(day, { type: "string", format: "date" }, { max });
const mailAddress = /^[^\s@"'<>\\]+@[^\s@"'<>\\]+$/;
const account = (cell: unknown) => typeof cell === "string" && ((cell.length <= 254 && mailAddress.test(cell)) || isAbsence(cell));
const students = (cell: unknown) =>
  isWhole(cell) ||
  isAbsence(cell) ||
  (isRange(cell) && isWhole(cell.min) && isWhole(cell.max) && cell.max - cell.min >= 4 && Object.keys(cell).length === 2);

/** One row per teacher and course, as columns: cell i of every column speaks of the same row. */
const rows = z.strictObject({
  id: codes(codePattern),
  teacher: texts(160),
  account: z.optional(column<string>(account, { anyOf: [{ type: "string", format: "email", maxLength: 254 }, { enum: [...absences] }] })),
  school: positions(),
  course: positions(),
  workshop: positions(),
  schoolYear: coded(texts(20, { max: 200 })),
  consentOn: coded(days(5000)),
  participation: coded(words(participations)),
  students: column<number | Range | Absence>(students, { $ref: "#/$defs/count" }),
  metBar: coded(words(["yes", "no", "unknown"])),
  stage: coded(words(rosterStages)),
  highestUnit: coded(texts(120, { max: 5000 })),
  counted: coded(words(["counted", "left-out"])),
  flags: z.strictObject(
    Object.fromEntries(rosterFlags.map((flag) => [flag, z.optional(positions())])) as Record<
      RosterFlag,
      z.ZodMiniOptional<ReturnType<typeof positions>>
    >,
  ),
  /** Rows that look like the same teacher, as pairs of positions: the row and the one it repeats. */
  repeats: z.strictObject({ row: positions(), of: positions() }),
});

export const rosterDocument = z.strictObject({
  ...envelope("roster/1"),
  audience: partnerAudience,
  districts: z.strictObject(named(20_000)),
  schools: z.strictObject({ ...named(200_000), district: positions() }),
  courses: z.strictObject(named(200)),
  workshops: z.strictObject({ ...named(20_000), from: days(20_000), to: days(20_000) }),
  rows,
  /** Stages of the rows that are counted: the same figures as the implementation document of the same publication. */
  totals: z.strictObject({ trained: count, met: count, started: count, notStarted: count, notKnown: count }),
});
export type RosterDocument = z.infer<typeof rosterDocument>;
export type RosterRows = RosterDocument["rows"];

const totalOf = { met: "met", started: "started", "not-started": "notStarted", "not-known": "notKnown" } as const;

function facts(document: RosterDocument): Facts {
  const faults: Facts["faults"] = [];
  const facts: Facts = { people: [], sums: [], rates: [], ids: [], needs: ["definition", "denominator"], faults };
  const { rows, schools, districts, courses, workshops } = document;
  const count = rows.id.length;
  const { flags, repeats, ...columns } = rows;
  faults.push(...columnFaults(columns, ["rows"], count), ...columnFaults(repeats, ["rows", "repeats"], repeats.row.length));
  faults.push(...columnFaults(districts, ["districts"], districts.id.length), ...columnFaults(schools, ["schools"], schools.id.length));
  faults.push(...columnFaults(courses, ["courses"], courses.id.length), ...columnFaults(workshops, ["workshops"], workshops.id.length));
  const within = (cells: readonly number[] = [], limit: number, path: Path) => {
    const wrong = firstBeyond(cells, limit);
    if (wrong >= 0) faults.push({ code: "no-such-position", path: [...path, wrong] });
  };
  within(rows.school, schools.id.length, ["rows", "school"]);
  within(rows.course, courses.id.length, ["rows", "course"]);
  within(rows.workshop, workshops.id.length, ["rows", "workshop"]);
  within(schools.district, districts.id.length, ["schools", "district"]);
  for (const flag of rosterFlags) within(flags[flag], count, ["rows", "flags", flag]);
  within(repeats.row, count, ["rows", "repeats", "row"]);
  within(repeats.of, count, ["rows", "repeats", "of"]);
  if (faults.length > 0) return facts;
  for (const [key, { id }] of Object.entries({ rows, schools, districts, courses, workshops }))
    if (!ascends(id)) facts.ids.push({ path: [key, "id"], ids: id });
  const { threshold } = document.privacy;
  const students = fewStudents(rows.students, threshold);
  if (students) faults.push(students);
  const alike = kindsOf(rows).filter(({ size }) => size > 0);
  const wrong = alike.some(({ doubtful }) => doubtful) && contradiction(rows);
  if (wrong) faults.push(wrong);
  const tally = { trained: 0, met: 0, started: 0, notStarted: 0, notKnown: 0 };
  for (const { stage, counts, size } of alike)
    if (counts) {
      tally[totalOf[stage]] += size;
      tally.trained += size;
    }
  for (const key of ["trained", "met", "started", "notStarted", "notKnown"] as const)
    if (document.totals[key] !== tally[key]) faults.push({ code: "totals-differ", path: ["totals", key] });
  return facts;
}

/** Rows that say the same of a teacher, and how many these are. */
interface Alike {
  stage: RosterStage;
  counts: boolean;
  /** Whether one of them may contradict itself. */
  doubtful: boolean;
  size: number;
}

/** Rows by what they say of a teacher. A long list has a few dozen kinds of them: what goes for a kind is not asked of every row. */
function kindsOf({ stage, metBar, participation, counted }: RosterRows): Alike[] {
  const kinds = stage.values.flatMap((stage) =>
    metBar.values.flatMap((bar) =>
      participation.values.flatMap((part) =>
        counted.values.map((one): Alike => {
          const counts = one === "counted";
          const doubtful = part === "withdrew-before-workshop" ? counts : part !== "taking-part" && !counts;
          return { stage, counts, doubtful: doubtful || (stage === "met") !== (bar === "yes"), size: 0 };
        }),
      ),
    ),
  );
  const [stages, bars, parts, counts] = [stage.index, metBar.index, participation.index, counted.index];
  const [wide, high, deep] = [metBar.values.length, participation.values.length, counted.values.length];
  for (let row = 0; row < stages.length; row++)
    kinds[((stages[row]! * wide + bars[row]!) * high + parts[row]!) * deep + counts[row]!]!.size++;
  return kinds;
}

const same: readonly RosterFlag[] = ["duplicate-in-programme", "duplicate-in-both-programmes", "not-a-teacher"];

/**
 * The first row that contradicts itself. Who withdrew before the workshop was never trained and is not counted; who stopped teaching
 * later is, or the implementation rate would flatter: such a row is left out only as a second entry or as somebody who does not teach.
 */
function contradiction({ flags, stage, metBar, participation, counted, id }: RosterRows): Fault | undefined {
  const mayGo = new Set(same.flatMap((flag) => flags[flag] ?? []));
  const [met, yes, kept] = [are(stage, "met"), are(metBar, "yes"), are(counted, "counted")];
  const [withdrew, present] = [are(participation, "withdrew-before-workshop"), are(participation, "taking-part")];
  for (let row = 0; row < id.length; row++) {
    if (met[stage.index[row]!] !== yes[metBar.index[row]!]) return { code: "contradicts", path: ["rows", "stage", "index", row] };
    const part = participation.index[row]!;
    const counts = kept[counted.index[row]!]!;
    const wrong = withdrew[part] ? counts : !present[part] && !counts && !mayGo.has(row);
    if (wrong) return { code: "contradicts", path: ["rows", "counted", "index", row] };
  }
  return undefined;
}

/** Of a coded column, which of its values are this word. */
const are = ({ values }: Coded, word: string): boolean[] => values.map((value) => value === word);

/** A teacher without students is an exact 0 (a teacher may use another account); a handful of students is a range. */
function fewStudents(cells: RosterRows["students"], threshold: number): Fault | undefined {
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    const few = typeof cell === "number" && cell > 0 && cell < threshold;
    const narrow = isRange(cell) && cell.min < threshold && cell.max - cell.min < Math.min(9, threshold) - 1;
    if (few || narrow) return { code: few ? "privacy-small-count" : "privacy-narrow-range", path: ["rows", "students", row] };
  }
  return undefined;
}

/** The value of a coded column in one row. */
export const cell = <T extends string>({ values, index }: Coded<T>, row: number): T => values[index[row]!]!;

/**
 * Which of a partner's own teachers are teaching, and what must be corrected. For that partner only: the schema admits no other audience.
 * Element: `cs-roster-table`.
 */
export const roster: Kind<RosterDocument> = { schema: "roster/1", shape: rosterDocument, facts, personal: ["account"], copyColumn };
