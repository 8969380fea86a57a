import { z } from "zod";
import { code, column, from, group, said, text, where } from "./parts.js";

const name = text(120, "What is measured, in words.");
const people = column("Which column holds how many people it is taken of. Rows are added up.");

const panel = z
  .union([
    z
      .strictObject({
        measure: z.literal("share").describe("A share of people: counts of rows are added up."),
        name,
        part: column("Which column holds how many of them it is so of."),
        people,
      })
      .describe("A share by two counts."),
    z
      .strictObject({
        measure: z.literal("share").describe("A share in percent."),
        name,
        percent: column("Which column holds the percent, with or without a percent sign."),
        people: people
          .describe(
            "Which column holds how many people it is taken of. Left out where nobody knows: then the mean of the percents over the units is told.",
          )
          .optional(),
      })
      .describe("A share by its percent."),
    z
      .strictObject({
        measure: z.literal("mean").describe("A mean over the units: of every unit first, then of all units of a group."),
        name,
        unit: text(80, "What it is counted in, such as `page loads per 1,000 students a day`."),
        column: column("Which column holds the numbers."),
        per: column(
          "Add up the numbers of a unit and divide by how many different cells this column has there, such as days. Else their mean is taken.",
        ).optional(),
        people: people
          .describe(
            "Which column holds how many people stand behind the numbers. Means of fewer than the threshold are withheld. Left out where things are measured.",
          )
          .optional(),
      })
      .describe("A mean."),
  ])
  .describe("What a panel shows.");

export const gap = z
  .strictObject({
    kind: z.literal("gap").describe("How far groups of districts, schools or states are apart. Rows: one or more for each of these."),
    ...said,
    from,
    where,
    units: text(60, "What is compared, as a plural noun: `districts`."),
    unit: column("Which column tells them apart."),
    groups: z
      .union([
        z.strictObject({
          column: column("Which column says in which group a unit is."),
          ordered: z.boolean().describe("Whether the groups are steps of one scale."),
          names: z
            .record(z.string().max(200), group)
            .describe("What each cell is called, in the order readers see. Units of other cells are left out and reported."),
        }),
        z.strictObject({
          column: column("Which column holds the number, or percent, that the steps are made of."),
          steps: z
            .array(
              z.strictObject({
                id: code("The step's stable code."),
                name: text(120, "How readers call it."),
                from: z.number().describe("Lowest number, included.").optional(),
                to: z.number().describe("Highest number, not included.").optional(),
              }),
            )
            .min(2)
            .max(24)
            .describe("The steps from low to high. Units in none of them are left out and reported."),
        }),
      ])
      .describe("How units fall into groups: by the cells of a column, or by steps of a number."),
    context: panel.describe("What is known of the groups beside the outcome.").optional(),
    outcome: panel.describe("What the groups are compared by."),
    between: z
      .strictObject({ from: code("Code of a group."), to: code("Code of another.") })
      .describe("Between which two groups the distance is told. The first and the last if left out.")
      .optional(),
  })
  .check((payload) => {
    const { groups, between } = payload.value;
    const ids = "steps" in groups ? groups.steps.map(({ id }) => id) : Object.values(groups.names).map(({ id }) => id);
    if (between && (!ids.includes(between.from) || !ids.includes(between.to)))
      payload.issues.push({ code: "custom", input: undefined, message: "name codes of groups that are listed", path: ["between"] });
    if ("steps" in groups && new Set(ids).size < ids.length)
      payload.issues.push({ code: "custom", input: undefined, message: "give each step a code of its own", path: ["groups", "steps"] });
  })
  .describe("Makes one gap document. Shares of few people are told as ranges with both ends; of fewer than the threshold nothing is told.");

export type GapConfig = z.infer<typeof gap>;
