import { lightTheme, type Token } from "@vitrine/drawing";
import type { Absence } from "@vitrine/contract";

/**
 * The look of letters: plain colours of the print theme, each with its ground, so that a program that darkens a letter turns both. Fonts are
 * those that every mail program has.
 */
export const theme = lightTheme;

/** Font and colour of a cell or paragraph: no mail program hands them down reliably. */
export const type = (size: number, tone: Token = "ink", weight: "" | "bold " = ""): string =>
  `font:${weight}${size}px/${Math.round(size * 0.7) * 2}px Arial,Helvetica,sans-serif;color:${theme[tone]}`;

/** A ground, twice: some programs read one, some the other. */
export const ground = (tone: Token): { bgcolor: string; style: string } => ({
  bgcolor: theme[tone],
  style: `background-color:${theme[tone]}`,
});

/** Outlines of cells that stand for a missing figure. A letter cannot hatch, so each absence has its own line; the words stand beside it. */
export const outlines: Readonly<Record<Exclude<Absence, "not-applicable">, string>> = {
  withheld: "3px double",
  "not-reported": "1px solid",
  "not-covered": "1px dotted",
  unknown: "1px dashed",
};

/** A word too long for a phone may be broken at these places; mail programs know no style that allows it. */
const longest = 20;
export const breakable = (text: string): string =>
  text.replace(/\S+/g, (word) => (word.length <= longest ? word : word.replace(/[^\u200B]{12}(?=\S)/gu, "$&\u200B")));
