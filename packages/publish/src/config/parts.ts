import { z } from "zod";
import { fold } from "../engine/dialects.js";

export const text = (max: number, says: string) => z.string().min(1).max(max).describe(says);
export const slug = (says: string) =>
  z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe(says);
export const code = (says: string) =>
  z
    .string()
    .max(60)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/)
    .describe(says);
export const day = (says: string) => z.iso.date().describe(says);
export const column = (says: string) => z.string().min(1).max(200).describe(says);
export const sourceName = (says: string) =>
  z
    .string()
    .max(40)
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/)
    .describe(says);
export const words = (says: string) => z.array(z.string().max(200)).min(1).max(500).describe(says);

const note = z
  .strictObject({
    kind: z.enum(["definition", "coverage", "denominator", "known-issue", "correction"]).describe("What the note is about."),
    title: text(120, "A few words."),
    text: text(2000, "The note itself, in plain sentences."),
  })
  .describe("Something a reader must know to read the picture rightly.");

const action = z
  .strictObject({
    kind: z.enum(["survey", "corrections", "contact", "share", "privacy-policy"]).describe("What the reader can do."),
    label: text(120, "What the link says."),
    href: text(2000, "An https or mailto address. It never carries data of a row."),
    due: day("The last day on which it makes sense, such as 2026-10-31.").optional(),
  })
  .describe("A link under the picture.");

export const scope = z
  .strictObject({
    level: z.enum(["nation", "state", "region", "county", "district", "school", "programme"]).describe("How large the place is."),
    id: code("A register's code (state FIPS, NCES id) or one of your own."),
    name: text(120, "The place's name."),
  })
  .describe("What place or programme the documents speak of.");

export const period = z
  .strictObject({
    label: text(60, 'How readers call it, such as "2025-26".'),
    from: day("First day.").optional(),
    to: day("Last day.").optional(),
  })
  .describe("What time the data speaks of.");

const cited = z
  .strictObject({
    name: text(200, "Who collected the data."),
    url: text(2000, "An https address.").optional(),
    licence: text(120, "The data's licence.").optional(),
  })
  .describe("Who says so.");

export const status = z.enum(["provisional", "final"]).describe("Whether corrections are still expected.");
export const revision = z.int().min(1).max(1_000_000).describe("Counts up with every correction.");
export const notes = z.array(note).max(30).describe("Notes shown under every picture.");
export const actions = z.array(action).max(20).describe("Links shown under every picture.");
export const sources = z.array(cited).min(1).max(40).describe("Who the data comes from.");

export const condition = z
  .strictObject({
    column: column("Which column is looked at."),
    in: words("Keep rows whose cell is one of these (upper and lower case are the same; an empty cell is an empty text).").optional(),
    notIn: words("Leave out rows whose cell is one of these.").optional(),
  })
  .check((payload) => {
    if ((payload.value.in === undefined) === (payload.value.notIn === undefined))
      payload.issues.push({ code: "custom", input: undefined, message: 'give either "in" or "notIn"' });
  });

/** A meaning read from a column, cell by cell, or the same for all rows. */
export const meaning = <T extends z.ZodType>(word: T, says: string) =>
  z
    .strictObject({
      column: column("Which column says it.").optional(),
      values: z.record(z.string().max(200), word).describe('What each cell means. An empty cell is "".').optional(),
      value: word.describe("The same meaning for all rows.").optional(),
    })
    .check((payload) => {
      const { column, values, value } = payload.value as { column?: unknown; values?: unknown; value?: unknown };
      const whole = value === undefined ? column !== undefined && values !== undefined : column === undefined && values === undefined;
      if (!whole) payload.issues.push({ code: "custom", input: undefined, message: 'give either "column" and "values", or "value"' });
      const said = new Map<string, unknown>();
      for (const [cell, word] of Object.entries(values ?? {})) {
        const key = fold(cell);
        if (said.has(key) && said.get(key) !== word)
          payload.issues.push({
            code: "custom",
            input: undefined,
            path: ["values", cell],
            params: { contradicts: true },
            message: "another cell that differs in case or blanks alone, which are not compared, means something else: give one of them",
          });
        said.set(key, word);
      }
    })
    .describe(says);

/** Which rows are looked at. */
export const where = z.array(condition).min(1).max(20).describe("Which rows are looked at. All conditions must hold.").optional();
export const from = sourceName("Which source the rows come from.");

/** What a document says of itself. */
export const said = {
  id: slug("The document's stable name; the file is called after it."),
  title: text(160, "The finding or the question, as a heading."),
  summary: text(600, "Your own text alternative.").optional(),
  scope: scope.optional(),
  period: period.optional(),
  asOf: day("The date of the data, when it differs from the publication's.").optional(),
  status: status.optional(),
  revision: revision.optional(),
  sources: sources.optional(),
  purpose: text(400, "The one purpose, when it differs from the publication's.").optional(),
  notes: notes.describe("Notes of this document; the publication's follow them.").optional(),
  actions: actions.describe("Links of this document; the publication's follow them.").optional(),
};

export const group = z.strictObject({ id: code("The group's stable code."), name: text(120, "How readers call it.") }).describe("A group.");

/** A meaning read from a column, or one for all rows. */
export interface Meaning<T> {
  column?: string | undefined;
  values?: Record<string, T> | undefined;
  value?: T | undefined;
}
