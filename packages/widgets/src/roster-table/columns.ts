import { rosterColumns, type RosterColumn, type RosterRows } from "@vitrine/drawing";

/** Width each column asks for, in CSS pixels; what is left over goes to all of them. */
export const columnWidth: Record<RosterColumn, number> = {
  teacher: 184,
  stage: 160,
  flags: 168,
  school: 148,
  district: 144,
  course: 136,
  students: 104,
  bar: 120,
  unit: 96,
  year: 88,
  workshop: 192,
  participation: 168,
  account: 216,
};
export const selectWidth = 44;

/** In which order columns come in as a table grows: who, how far, what to look at, then the rest. */
const growth: readonly RosterColumn[] = ["teacher", "stage", "flags", "students", "course", "school", "bar", "unit", "year"];

export const columnsOf = ({ document }: RosterRows): RosterColumn[] =>
  rosterColumns.filter((column) => column !== "account" || document.rows.account !== undefined);

/** The columns that fit. The first two always do: a narrow table shows the rest in each row's details. */
export function columnsFor(model: RosterRows, width: number): Set<RosterColumn> {
  const shown = new Set<RosterColumn>();
  let room = width - selectWidth;
  for (const column of growth) {
    room -= columnWidth[column];
    if (room < 0 && shown.size > 1) break;
    shown.add(column);
  }
  return new Set(columnsOf(model).filter((column) => shown.has(column)));
}
