import { cell, isAbsence, type RosterDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { rosterColumns, type RosterColumn } from "./query.js";
import { RosterRows } from "./rows.js";

/** "38 of 61 teachers met the bar; 9 have not started; 14 rows need a look." */
export function summariseRoster({ totals, rows }: RosterDocument, say: Say): string {
  const { "highest-unit-unknown": _, ...flags } = rows.flags;
  const seen = new Uint8Array(rows.id.length);
  let look = 0;
  for (const flagged of Object.values(flags)) for (const row of flagged) if (!seen[row]) look += seen[row] = 1;
  return say.words.roster.sentence({
    met: say.count(totals.met),
    trained: say.count(totals.trained),
    notStarted: say.count(totals.notStarted),
    look: say.number(look),
    lookCount: look,
  });
}

/** The day by which corrections are due, when one is given: the first among those of the document's actions. */
export const deadlineOf = ({ actions }: RosterDocument): string | undefined =>
  actions
    .flatMap(({ kind, due }) => (due && (kind === "corrections" || kind === "survey") ? [due] : []))
    .sort()
    .at(0);

/**
 * What stands in one cell, in words.
 * @param brief where there is room for a word or two only
 */
export function rosterCell(model: RosterRows, row: number, column: RosterColumn, say: Say, brief = false): string {
  const { rows, schools, districts, courses, workshops } = model.document;
  const words = say.words.roster;
  const absent = brief ? words.absent : say.words.absence;
  const school = rows.school[row]!;
  switch (column) {
    case "teacher":
      return rows.teacher[row]!;
    case "account": {
      const account = rows.account?.[row] ?? "not-covered";
      return isAbsence(account) ? absent[account] : account;
    }
    case "school":
      return schools.name[school]!;
    case "district":
      return districts.name[schools.district[school]!]!;
    case "course":
      return courses.name[rows.course[row]!]!;
    case "workshop":
      return workshops.name[rows.workshop[row]!]!;
    case "year":
      return cell(rows.schoolYear, row);
    case "participation":
      return words.participation[cell(rows.participation, row)];
    case "students": {
      const students = rows.students[row]!;
      return isAbsence(students) ? absent[students] : say.count(students);
    }
    case "bar":
      return words.bar[cell(rows.metBar, row)];
    case "stage":
      return words.stage[cell(rows.stage, row)];
    case "unit": {
      const unit = cell(rows.highestUnit, row);
      return isAbsence(unit) ? absent[unit] : unit;
    }
    case "flags":
      return model
        .flagsOf(row)
        .map((flag) => words.flag[flag])
        .join(", ");
  }
}

/** The rows as a table, every column or those asked for. For files and paper: it names teachers. */
export function tabulateRoster(
  document: RosterDocument,
  say: Say,
  model = new RosterRows(document, say.locale),
  rows: Iterable<number> = document.rows.id.keys(),
  columns: readonly RosterColumn[] = rosterColumns,
): Table[] {
  const { column } = say.words.roster;
  const shown = columns.filter((name) => name !== "account" || document.rows.account);
  return [
    {
      caption: document.title,
      columns: shown.map((name) => ({ label: column[name], numeric: name === "students" })),
      rows: Array.from(rows, (row) => ({ key: document.rows.id[row]!, cells: shown.map((name) => rosterCell(model, row, name, say)) })),
    },
  ];
}
