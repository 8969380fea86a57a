import { cell, isAbsence, isMailAddress, type RosterDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import { deadlineOf } from "./describe.js";
import { foldText } from "./fold.js";

/** One teacher to be written to, whatever the number of rows. */
export interface Addressee {
  rows: readonly number[];
  teacher: string;
  /** Left out where the roster has none. */
  address?: string;
  fields: Readonly<Record<"teacher" | "course" | "school" | "workshop" | "year" | "deadline", string>>;
}
export interface Template {
  subject: string;
  body: string;
}

/** Those of the rows whose teachers have not started and still take part, teacher by teacher. */
export function addressees(document: RosterDocument, chosen: Iterable<number>, say: Say): Addressee[] {
  const { rows, schools, courses, workshops } = document;
  const people = new Map<string, number[]>();
  for (const row of chosen) {
    if (cell(rows.stage, row) !== "not-started" || cell(rows.participation, row) !== "taking-part") continue;
    const account = rows.account?.[row];
    const key = account && !isAbsence(account) ? foldText(account) : `${foldText(rows.teacher[row]!)}/${rows.school[row]}`;
    const known = people.get(key);
    if (known) known.push(row);
    else people.set(key, [row]);
  }
  const due = deadlineOf(document);
  return [...people.values()].map((list) => {
    const [row] = list as [number];
    const account = rows.account?.[row];
    const each = (name: (row: number) => string) => say.list([...new Set(list.map(name))]);
    return {
      rows: list,
      teacher: rows.teacher[row]!,
      ...(account && isMailAddress(account) ? { address: account } : {}),
      fields: {
        teacher: rows.teacher[row]!,
        course: each((one) => courses.name[rows.course[one]!]!),
        school: schools.name[rows.school[row]!]!,
        workshop: each((one) => workshops.name[rows.workshop[one]!]!),
        year: each((one) => cell(rows.schoolYear, one)),
        deadline: due ? say.day(due) : "",
      },
    };
  });
}

/** The template with a teacher's own fields in place of the names in braces. A line that asks for a day that nobody gave is left out. */
export function fillTemplate(
  { subject, body }: Template,
  { fields }: Addressee,
  names: Record<keyof Addressee["fields"], string>,
): Template {
  const keys = Object.keys(names) as (keyof typeof names)[];
  const fill = (text: string) => keys.reduce((filled, key) => filled.split(`{${names[key]}}`).join(fields[key]), text);
  const asks = (line: string) => fields.deadline === "" && line.includes(`{${names.deadline}}`);
  const lines = body.split("\n").filter((line) => !asks(line));
  return { subject: fill(subject), body: fill(lines.join("\n")).replace(/\n{3,}/g, "\n\n") };
}

/** The address that opens one message in the reader's own mail program. */
export const mailtoOf = (address: string | undefined, { subject, body }: Template): string =>
  `mailto:${encodeURIComponent(address ?? "").replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
