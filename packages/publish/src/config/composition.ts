import { z } from "zod";
import { code, column, from, said, slug, text, where } from "./parts.js";

const whole = {
  name: text(120, "What these students are called, in the plural, such as `Students in computer science`."),
  students: column("Which column holds how many they are. Rows are added up."),
};

export const composition = z
  .strictObject({
    kind: z
      .literal("composition")
      .describe(
        "Who the students are. Rows: counts of students, such as one row for each school and course, with a column for each group.",
      ),
    ...said,
    from,
    where,
    subject: z.strictObject(whole).describe("The students the picture is about."),
    comparison: z
      .strictObject({
        from,
        where,
        ...whole,
        includes: z
          .boolean()
          .describe("Whether the subject's students are among them, as they are among all students of the same schools."),
      })
      .describe("Whom they are compared with.")
      .optional(),
    breakdowns: z
      .array(
        z
          .strictObject({
            by: slug("The breakdown's stable name, such as gender."),
            label: text(80, 'Its heading, such as "By gender".'),
            overlap: z.boolean().describe("Whether a student can be in several groups or in none."),
            unreported: text(
              120,
              "Where groups do not overlap: what the part is called that is in none of them. `Not reported` if left out.",
            ).optional(),
            groups: z
              .array(
                z.strictObject({
                  id: code("The group's stable code."),
                  name: text(120, "How readers call it."),
                  column: column("Which column holds how many of the subject's students are in it."),
                  compared: column("Which column of the comparison's rows holds the same. The same as `column` if left out.").optional(),
                }),
              )
              .min(1)
              .max(39)
              .describe("The groups, in the order readers see."),
          })
          .check((payload) => {
            const { overlap, unreported } = payload.value;
            if (overlap && unreported !== undefined)
              payload.issues.push({
                code: "custom",
                input: undefined,
                message: 'leave out "unreported": groups that overlap have no such part',
              });
          }),
      )
      .min(1)
      .max(12)
      .describe("Groups of one category at a time."),
  })
  .describe(
    "Makes one composition document. Where groups are small, shares are told as ranges with both ends; of fewer students than the threshold nothing is told.",
  );

export type CompositionConfig = z.infer<typeof composition>;
