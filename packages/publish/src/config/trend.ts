import { trendSteps } from "@vitrine/contract";
import { z } from "zod";
import { column, condition, day, from, group, said, slug, text, where } from "./parts.js";

/** How rows become a number: every row, every different cell of a column, or the sum of a column's numbers. */
const take = z
  .strictObject({
    take: z
      .enum(["rows", "different", "sum"])
      .describe("Every row, every different cell of `column`, or the sum of the numbers in `column`."),
    column: column("Which column is counted or added up. It is never published.").optional(),
  })
  .check((payload) => {
    const { take, column: counted } = payload.value;
    if ((take === "rows") !== (counted === undefined))
      payload.issues.push({ code: "custom", input: undefined, message: '"different" and "sum" need a "column", "rows" has none' });
  });

const measure = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("count").describe("How many."),
      name: text(120, "What the height of a line means."),
      of: text(60, "Who or what is counted, in the plural."),
      people: z.boolean().describe("Whether people are counted: then the threshold holds."),
      count: take.describe("How they are counted."),
    }),
    z.strictObject({
      kind: z.literal("share").describe("How many of a base."),
      name: text(120, "What the height of a line means."),
      of: text(60, "Who or what the base is, in the plural."),
      people: z
        .boolean()
        .describe("Whether people are counted: then the threshold holds for those who are part and for those who are not."),
      base: take.describe("How the base is counted."),
      part: z
        .strictObject({
          where: z.array(condition).min(1).max(20).describe("Which rows are part. All conditions must hold.").optional(),
          column: column("With a base that is a sum: the column with the part's numbers.").optional(),
        })
        .describe("What part of the base is told."),
    }),
    z.strictObject({
      kind: z.literal("mean").describe("A mean over places or people."),
      name: text(120, "What the height of a line means."),
      of: text(60, "What the mean is taken over, in the plural, such as `districts`."),
      people: z.boolean().describe("Whether the mean is taken over people."),
      unit: text(60, "Unit of the mean.").optional(),
      value: column("Which column holds the numbers."),
      over: column(
        "Which column tells apart what the mean is taken over. Each counts once, however many rows it has. It is never published.",
      ),
      within: z
        .enum(["mean", "sum", "sum-of-a-day"])
        .describe(
          "What becomes of several rows of one of these in one step of time: their mean; their sum; or their sum for each day, and the mean of the days.",
        ),
    }),
  ])
  .describe("What is measured.");

export const trend = z
  .strictObject({
    kind: z
      .literal("trend")
      .describe("How a count, a share or a mean moves over time. Rows: anything with a day, or the name of a term or year."),
    ...said,
    from,
    where,
    measure,
    time: z
      .strictObject({
        column: column("Which column says when."),
        step: z.enum(trendSteps).describe("Weeks begin on Mondays. Terms, and years that do not begin in January, are listed in `points`."),
        points: z
          .array(
            z.strictObject({
              cell: z.string().min(1).max(200).describe("What stands in the column."),
              from: day("Its first day."),
              label: text(40, "How readers call it. The cell itself if left out.").optional(),
            }),
          )
          .min(1)
          .max(1000)
          .describe(
            "The terms or years that the column names, oldest first. One without rows is not reported. Without a list the cells are days.",
          )
          .optional(),
      })
      .check((payload) => {
        const { step, points } = payload.value;
        if (step === "term" && !points) payload.issues.push({ code: "custom", input: undefined, message: 'a "term" needs its "points"' });
        if (points?.some(({ from: first }, at) => at > 0 && first <= points[at - 1]!.from))
          payload.issues.push({ code: "custom", input: undefined, message: '"points" stand oldest first, each on a day of its own' });
      })
      .describe("The points in time."),
    all: text(120, "What the line of all rows together is called. Left out where only groups are compared.").optional(),
    groups: z
      .strictObject({
        label: text(120, "What divides the groups."),
        column: column("Which column holds the groups."),
        groups: z
          .record(z.string().max(200), group)
          .describe(
            "What each cell is called, in the order readers see. Without it the cells themselves are the names. Where people are counted, rows of no listed group stand as `Not known`; otherwise they are left out and reported.",
          )
          .optional(),
      })
      .describe("One line for each group.")
      .optional(),
    provisionalFrom: day("From this day on figures may still change.").optional(),
    annotations: z
      .array(
        z.strictObject({
          id: slug("Stable name."),
          from: day("The day, or the first day."),
          to: day("The last day.").optional(),
          label: text(60, "What happened."),
          text: text(400, "More on it.").optional(),
        }),
      )
      .max(12)
      .describe("What is marked in the picture, such as closed schools.")
      .optional(),
  })
  .check((payload) => {
    const { all, groups, measure: of } = payload.value;
    const say = (message: string) => payload.issues.push({ code: "custom", input: undefined, message });
    if (all === undefined && groups === undefined) say('give "all", "groups" or both');
    if (of.kind !== "share") return;
    const { part, base } = of;
    if ((base.take === "sum") !== (part.column !== undefined) || (part.where === undefined) === (part.column === undefined))
      say('"part" has a "column" where the base is a sum, and "where" where it is not');
  })
  .describe("Makes one trend document.");

export type TrendConfig = z.infer<typeof trend>;
