import { absences } from "@vitrine/contract";
import { z } from "zod";
import { column, condition, from, group, said, slug, text, where } from "./parts.js";

const stage = z
  .strictObject({
    id: slug("Stable name of the stage."),
    name: text(80, "What it is called, such as `Came`."),
    of: text(60, "Who is counted there, in the plural: `people`, `families`."),
    period: text(60, "When that stage was, where a pathway takes years.").optional(),
    provisional: z.boolean().describe("Whether this stage may still change.").optional(),
    where: z.array(condition).min(1).max(20).describe("Which rows say that it was reached. All conditions must hold.").optional(),
    instead: z.enum(absences).exclude(["withheld"]).describe("Why there is no number yet, in place of `where`.").optional(),
  })
  .check((payload) => {
    const { where: rows, instead } = payload.value;
    if ((rows === undefined) === (instead === undefined))
      payload.issues.push({ code: "custom", input: undefined, message: 'give either "where" or "instead"' });
  });

export const pathway = z
  .strictObject({
    kind: z
      .literal("pathway")
      .describe("Who reached each stage of an event, a programme or a sequence of courses, who went on and who did not."),
    ...said,
    from,
    where,
    person: column("Which column tells people apart, where they have rows of their own. It is counted and never published.").optional(),
    count: column("Which column holds numbers, where rows are counts already.").optional(),
    followed: z
      .boolean()
      .describe("Whether whoever is at a stage was at the one before it. Then only those count who were at every stage before."),
    stages: z.array(stage).min(1).max(12).describe("The stages, first to last."),
    breakdowns: z
      .array(
        z.strictObject({
          by: slug("The breakdown's stable name, such as gender."),
          label: text(80, 'Its heading, such as "By gender".'),
          column: column("Which column holds the groups."),
          groups: z
            .record(z.string().max(200), group)
            .describe("What each cell is called, in the order readers see. Without it the cells themselves are the names.")
            .optional(),
        }),
      )
      .max(6)
      .describe("The same stages by any one category.")
      .optional(),
  })
  .check((payload) => {
    const { person, count } = payload.value;
    if ((person === undefined) === (count === undefined))
      payload.issues.push({ code: "custom", input: undefined, message: 'give either "person" or "count"' });
  })
  .describe("Makes one pathway document.");

export type PathwayConfig = z.infer<typeof pathway>;
