import { z } from "zod";
import { code, column, day, from, group, meaning, said, slug, sourceName, text, where } from "./parts.js";

const rowsFrom = { from, where };

const named = (what: string) =>
  z
    .strictObject({
      id: column(`Which column holds the ${what}'s id.`).optional(),
      name: column(`Which column holds the ${what}'s name.`),
    })
    .describe(`Which columns name the ${what}.`);

const role = meaning(
  z.enum(["teacher", "not-a-teacher", "unknown"]),
  "Who teaches, and who is staff, a facilitator or a guest. A cell that is not listed means unknown and is reported.",
).optional();

const enrolments = z
  .strictObject({
    ...rowsFrom,
    id: column("Which column holds the enrolment's own number. It becomes the row's id and must not be made of a name or an address."),
    teacher: column("Which column holds the teacher's name."),
    account: column("Which column holds the address of the teacher's account.").optional(),
    school: named("school"),
    district: named("district").optional(),
    workshop: column("Which column says which workshop: a key of `workshops`."),
    consentOn: column("Which column says on which day the teacher agreed. A row without a day is left out and counted in the report."),
    withdrewOn: column("Which column says on which day the teacher withdrew: before the first day of the workshop, or later.").optional(),
    participation: meaning(
      z.enum(["taking-part", "stopped-teaching", "left-programme"]),
      "Whether the teacher still takes part. Those who stopped stay in the rate. A cell that is not listed means taking-part and is reported.",
    ).optional(),
    role,
  })
  .describe("Workshop enrolments: one row for each teacher and workshop.");

const attendance = z
  .strictObject({
    ...rowsFrom,
    id: column("Which column holds the attendance's own number: the id of a row for one who attended without enrolment."),
    workshop: column("Which column says which workshop: a key of `workshops`."),
    teacher: column("Which column holds the name.").optional(),
    account: column("Which column holds the address of the account.").optional(),
    school: named("school").optional(),
    consentOn: column("Which column says on which day one who is not enrolled agreed. Without it such rows are left out.").optional(),
    attended: meaning(
      z.enum(["yes", "no"]),
      "Whether the person came. Left out: all rows. A cell that is not listed means no and is reported.",
    ).optional(),
    role,
  })
  .check((payload) => {
    if (payload.value.teacher === undefined && payload.value.account === undefined)
      payload.issues.push({ code: "custom", input: undefined, message: 'give "account" or "teacher", or both: they tell who came' });
  })
  .describe("Who came. One who came without any enrolment, or whose role says so, is not a teacher.");

const accounts = z
  .strictObject({
    ...rowsFrom,
    account: column("Which column holds one account's address."),
    other: column("Which column holds the address of another account of the same person."),
    state: meaning(
      z.enum(["confirmed", "suggested"]),
      "Classes of a confirmed account count for the teacher; a suggested one is only pointed at. Suggested when left out or not listed.",
    ).optional(),
  })
  .describe("Accounts that belong to one person.");

const activity = z
  .strictObject({
    ...rowsFrom,
    account: column("Which column holds the account's address."),
    course: column("Which column says which course: a key of `courses`."),
    students: column("Which column holds the number of students in the classes of that account. Rows of one account and course are added."),
    highestUnit: column("Which column names the furthest unit reached.").optional(),
    bar: z
      .strictObject({
        measure: column("Which column of numbers is measured. Rows of one account and course are added.").optional(),
        atLeast: z.int().min(1).max(1_000_000).describe("The bar is met from this number on.").optional(),
        column: column("Which column says it.").optional(),
        values: z
          .record(z.string().max(200), z.enum(["yes", "no", "unknown"]))
          .describe('What each cell means. An empty cell is "". A cell that is not listed means unknown and is reported.')
          .optional(),
      })
      .check((payload) => {
        const { measure, atLeast, column, values } = payload.value;
        const all = (...given: unknown[]) => given.every((one) => one !== undefined);
        const none = (...given: unknown[]) => given.every((one) => one === undefined);
        if (!(all(measure, atLeast) && none(column, values)) && !(all(column, values) && none(measure, atLeast)))
          payload.issues.push({
            code: "custom",
            input: undefined,
            message: 'give either "measure" and "atLeast", or "column" and "values"',
          });
      })
      .describe("Who meets the implementation bar."),
  })
  .describe("What happened in classes: counts for each account and course. An account that is not listed has no students.");

/** The kind `roster` of the config. */
export const roster = z
  .strictObject({
    kind: z
      .literal("roster")
      .describe("Which of a partner's own teachers are teaching. One row for each enrolment. For that partner only."),
    ...said,
    partner: z
      .strictObject({
        id: slug("Which partner."),
        consent: text(400, "What the teachers agreed to."),
        confidentiality: text(400, "What the partner promised."),
      })
      .describe("The one partner it is for. Left out where the whole publication is for one partner.")
      .optional(),
    enrolments,
    attendance: attendance.optional(),
    accounts: accounts.optional(),
    activity,
    nicknames: z
      .strictObject({
        ...rowsFrom,
        name: column("Which column holds the full first name."),
        nickname: column("Which column holds a nick-name for it. A nick-name of several names stands in several rows."),
      })
      .describe("First names and what they are shortened to, to find a teacher who stands twice.")
      .optional(),
    courses: z.record(z.string().min(1).max(200), group).describe("What each course cell is called."),
    workshops: z
      .record(
        code("The workshop's code, as it stands in the rows."),
        z
          .strictObject({
            name: text(160, "How readers call it."),
            course: text(200, "Which course it trains for: a key of `courses`."),
            schoolYear: text(20, 'The school year it trains for, such as "2026-27".'),
            from: day("First day."),
            to: day("Last day."),
            elsewhere: z
              .boolean()
              .describe("Another partner held it: its teachers are on the roster only where a correction asks for them.")
              .optional(),
          })
          .describe("A workshop."),
      )
      .describe("The workshops. Enrolments of others are left out and counted in the report."),
    corrections: z
      .array(text(500, "A file, relative to the config."))
      .min(1)
      .max(50)
      .describe("Files of corrections to this roster, JSON or CSV as the roster's table exports them, applied in this order.")
      .optional(),
  })
  .check((payload) => {
    const { courses, workshops, enrolments, attendance } = payload.value;
    const say = (message: string, path: PropertyKey[]) => payload.issues.push({ code: "custom", input: undefined, message, path });
    for (const [key, { course, from: first, to }] of Object.entries(workshops)) {
      if (!(course in courses)) say("name a course that `courses` lists", ["workshops", key, "course"]);
      if (first > to) say("give a last day that is not before the first", ["workshops", key, "to"]);
    }
    for (const [key, block] of Object.entries({ enrolments, attendance }))
      if (block && (block.id === block.teacher || block.id === block.account))
        say("name a column of numbers or codes: rows are called after it, and it must not name anybody", [key, "id"]);
    if (!enrolments.account) say('give "account": without it no class activity can be found', ["enrolments"]);
    if (attendance?.account && !enrolments.account) say('give "account", as `attendance` does', ["enrolments"]);
  })
  .describe("Makes one roster document, for one partner.");

/** The source of an implementation document that counts the rows of a roster of the same publication. */
export const fromRoster = z
  .strictObject({ roster: slug("The id of a roster in this config.") })
  .describe("A roster of this config: its counted rows, so that both documents agree.");

export const fromRowsOrRoster = z
  .union([sourceName("Which source the rows come from."), fromRoster])
  .describe("Which source the rows come from, or which roster.");

export type RosterConfig = z.infer<typeof roster>;
