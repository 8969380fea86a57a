/** The columns every candidate shows, and the names they sort and filter by. */
export const columns = ["teacher", "stage", "flags", "school", "course", "students", "bar", "unit", "year"];
export const collator = new Intl.Collator("en-US", { numeric: true });
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Row objects, as the others take them. */
export function rowsOf({ rows, schools, courses }) {
  const flags = rows.id.map(() => []);
  for (const [flag, at] of Object.entries(rows.flags)) for (const row of at) flags[row].push(flag);
  const cell = ({ values, index }, row) => values[index[row]];
  return rows.id.map((id, row) => ({
    id,
    teacher: rows.teacher[row],
    folded: fold(rows.teacher[row]),
    stage: cell(rows.stage, row),
    flags: flags[row].join(", "),
    school: schools.name[rows.school[row]],
    course: courses.name[rows.course[row]],
    students: typeof rows.students[row] === "object" ? `${rows.students[row].min} to ${rows.students[row].max}` : rows.students[row],
    bar: cell(rows.metBar, row),
    unit: cell(rows.highestUnit, row),
    year: cell(rows.schoolYear, row),
  }));
}
