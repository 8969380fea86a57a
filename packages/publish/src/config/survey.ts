import { sides } from "@vitrine/contract";
import { z } from "zod";
import { code, column, from, group, said, slug, text, where, words } from "./parts.js";

const scale = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("steps").describe("An agreement scale: one step for each answer that could be given."),
      low: text(80, "What the low end means, such as `Disagree`."),
      high: text(80, "What the high end means, such as `Agree`."),
      steps: z
        .array(
          z.strictObject({
            id: code("The step's stable code."),
            name: text(60, "The step in words, as people saw it."),
            side: z.enum(sides).describe("On which side of the neutral middle it stands."),
            cells: words("Which cells mean this step, such as `4` or `agree`."),
          }),
        )
        .min(2)
        .max(11)
        .describe("The steps from the low end to the high end."),
    }),
    z.strictObject({
      kind: z.literal("two-sided").describe("Numbers on both sides of zero. Of every group the mean is told."),
      low: text(80, "What the low end means, such as `We tried to do too much`."),
      high: text(80, "What the high end means."),
      middle: text(80, "What zero means.").optional(),
      reach: z.number().gt(0).max(1000).describe("The scale runs from minus this number to plus this number."),
    }),
  ])
  .describe("What could be answered. All questions of the document have the same scale.");

export const survey = z
  .strictObject({
    kind: z.literal("survey").describe("Answers on a scale. Rows: one for each person who was asked."),
    ...said,
    from,
    where,
    respondents: text(60, "Who answered, as a plural noun that fits after a number, such as `families`."),
    scale,
    noAnswer: z
      .array(z.string().max(200))
      .max(50)
      .describe("Cells that mean that somebody gave no answer. An empty cell does so always. Other cells that are not listed are reported.")
      .optional(),
    questions: z
      .array(
        z.strictObject({
          id: slug("The question's stable name."),
          text: text(300, "The statement or question as people saw it."),
          column: column("Which column holds the answers."),
        }),
      )
      .min(1)
      .max(60)
      .describe("What was asked, in the order readers see."),
    by: z
      .strictObject({
        label: text(80, 'What the groups are, such as "By role".'),
        column: column("Which column holds the groups. Everybody is in one of them."),
        groups: z
          .record(z.string().max(200), group)
          .describe(
            "What each cell is called, in the order readers see. Without it the cells themselves are the names, in alphabetical order.",
          )
          .optional(),
      })
      .describe("The same answers by role, school and so on.")
      .optional(),
  })
  .describe(
    "Makes one survey document. Where few answered, shares and means are told as ranges with both ends; of fewer than the threshold nothing is told.",
  );

export type SurveyConfig = z.infer<typeof survey>;
