import { metricSubjects } from "@vitrine/contract";
import { z } from "zod";
import { code, column, day, from, group, said, text, where } from "./parts.js";

const counts = z.enum(metricSubjects).describe("`people` are protected by the threshold and the zero rule; `things` are not.");

const metric = z
  .strictObject({
    id: code("The number's stable code."),
    name: text(120, "What is counted, such as `Teachers trained`."),
    unit: text(60, "What one of them is called, in the plural."),
    counts,
    from,
    where,
    take: z
      .enum(["rows", "different", "sum"])
      .describe("How it is counted: every row, every different cell of `column`, or the sum of the numbers in `column`."),
    column: column("Which column is counted or added up. It is never published.").optional(),
    period: text(60, "The time it speaks of, when it differs from the document's.").optional(),
    asOf: day("The date of this number, when it differs from the document's.").optional(),
    detail: text(240, "One more sentence on it. People by role, never by name.").optional(),
    parts: z
      .strictObject({
        column: column("Which column says in which part a row is."),
        groups: z
          .record(z.string().max(200), group)
          .describe(
            "What each cell is called, in the order readers see. Without it the cells themselves are the names, in alphabetical order.",
          )
          .optional(),
      })
      .describe("What the number is made of: parts that do not overlap. Rows of no listed part stand as `Not known`.")
      .optional(),
    change: z
      .strictObject({
        where: where
          .unwrap()
          .describe("Which rows of the same source are those of the earlier time. `where` of the number says those of now."),
        since: text(60, "How readers call the earlier time, such as `2024-25`."),
        over: column(
          "Which column tells apart what both times are compared over, such as a school's id. Only what has rows at both times counts.",
        ),
        counts,
        of: text(120, "What these are called, in the plural: `schools that reported in both years`."),
      })
      .describe("How much more or fewer than at an earlier time, over those who were there both times, and how many these are.")
      .optional(),
  })
  .check((payload) => {
    const { take, column: counted } = payload.value;
    const say = (message: string) => payload.issues.push({ code: "custom", input: undefined, message });
    if (take !== "rows" && counted === undefined) say('give "column": which cells are counted or added up');
    if (take === "rows" && counted !== undefined) say('leave out "column", or say how its cells are taken: "different" or "sum"');
  })
  .describe("One number.");

export const metrics = z
  .strictObject({
    kind: z.literal("metrics").describe("Single numbers: how many teachers, schools, family nights, and how much that moved."),
    ...said,
    metrics: z.array(metric).min(1).max(24).describe("The numbers, in the order readers see."),
  })
  .describe("Makes one metrics document.");

export type MetricsConfig = z.infer<typeof metrics>;
