import { inventoryAreas, inventoryStates } from "@vitrine/contract";
import { z } from "zod";
import { code, column, day, from, meaning, said, text, where } from "./parts.js";

export const inventory = z
  .strictObject({
    kind: z.literal("inventory").describe("What computer science exists at a school. Rows: one for each entry."),
    ...said,
    validUntil: day("The last day on which readers may take it as it is."),
    from,
    where,
    name: column("Which column says what it is. Rows without it are left out."),
    area: meaning(z.enum(inventoryAreas), "What it is about. Rows of an unlisted area are left out and reported."),
    detail: column("Which column says what else is known of it.").optional(),
    students: column("Which column holds the number of students who take part. Numbers below the threshold are withheld.").optional(),
    saidOn: column("Which column holds the day on which it was said.").optional(),
    states: z
      .record(z.string().max(200), z.enum(inventoryStates))
      .describe('What each cell of `columns` means. An empty cell is ""; a cell that is not listed means not-reported and is reported.'),
    columns: z
      .array(
        z.strictObject({
          id: code("The column's stable code."),
          name: text(60, "How readers call it: a grade, or the school as a whole."),
          column: column("Which column of the rows says whether it is there."),
        }),
      )
      .min(1)
      .max(12)
      .describe(
        "What each entry is looked at for. An entry whose cells are all empty is said in words alone, unless an empty cell is listed.",
      ),
  })
  .describe("Makes one inventory document. It has no score.");

export type InventoryConfig = z.infer<typeof inventory>;
