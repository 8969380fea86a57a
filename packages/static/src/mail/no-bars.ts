import type { Say } from "@vitrine/drawing";
import type { Bars } from "./bars.js";

/**
 * For pictures whose rows have no common scale: a letter has the rows alone, with one column as the figure of each row and without cells that
 * say nothing.
 * @param column the label of that column
 */
export const noBars =
  <D>(column: (document: D, say: Say) => string) =>
  (document: D, say: Say): Bars => ({
    column: column(document, say),
    of: new Map(),
    spare: (_label, cell) => cell === say.words.absence["not-applicable"],
  });
