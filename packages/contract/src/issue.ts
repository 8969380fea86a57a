import type { Path } from "./kind.js";

/** One thing that is wrong with a document: data first. It never holds a value of the document. */
export interface Issue {
  /** What is wrong, for programs: see `advice`. */
  code: string;
  /** Where, as JSON path: `$.breakdowns[0].groups[2].met`. */
  path: string;
  /** What to do about it, one English sentence. */
  advice: string;
}

/** Every code a document can be refused with, and what its owner can do. */
export const advice: Record<string, string> = {
  "not-json": "Give a file that holds one JSON object; this text is not JSON.",
  "not-an-object": "Give one JSON object; every document is one.",
  "too-large": "Split the document: it holds more than a document may.",
  "too-deep": "Flatten the document: it is nested deeper than any kind.",
  "forbidden-key": "Remove this key: it is never part of a document.",
  "not-plain": "Give plain JSON: only objects, lists, text, finite numbers and true or false.",
  "unknown-schema": "Set `schema` to a kind and version that this library reads.",
  "unknown-key": "Remove this key: the schema is closed, so that a raw column cannot ride along.",
  missing: "Add this key: it is required.",
  "wrong-type": "Give a value of the type the schema names.",
  "unknown-word": "Use one of the words the schema lists.",
  "not-a-figure": "Give a number, a range, a rounded number or one of the five absences.",
  "out-of-range": "Give a value within the bounds the schema names.",
  "bad-format": "Write this text in the form the schema names.",
  "bad-date": "Give a calendar day as year-month-day, such as 2026-09-30.",
  "bad-address": "Give an https address without any e-mail address in it, or a plain mailto address with at most a subject.",
  "bad-list": "Give a list with as many entries as the schema allows.",
  "not-a-column": "Give a list: this is a column.",
  "bad-cell": "Correct this cell of the column; later cells were not looked at.",
  "empty-range": "Give a lower end below the upper end.",
  "not-a-multiple": "Give a value that is a multiple of `nearest`.",
  "duplicate-id": "Give each entry an id of its own.",
  "column-length": "Give every column one cell for each row.",
  "no-such-position": "Point to an entry that exists.",
  "no-such-area": "Name an area that the document lists.",
  "totals-differ": "Make the total the sum of what is listed.",
  "half-a-place": "Give both latitude and longitude, or neither.",
  "no-note": "Add the note this kind needs: its picture would mislead without it.",
  "privacy-person": "Remove what looks like an e-mail address, a telephone number or a person's number.",
  "privacy-small-count": "Withhold or band this figure: it counts fewer people than the threshold.",
  "privacy-zero": "Withhold this zero: the document says that zeros are withheld.",
  "privacy-narrow-range": "Widen this range: it must leave at least five values, and ten where it reaches below the threshold.",
  "privacy-narrow-band": "Widen this share to the band its base allows, or withhold it.",
  "privacy-exact-share": "Give a band: an exact share with its base gives the number of people.",
  "privacy-sum": "Withhold one figure more: the others in this sum give it away.",
};

const plainKey = /^[A-Za-z_$][\w$-]{0,40}$/;

/** JSON path as text. A key that is not a plain name might be data, so only its presence is told. */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => text + (typeof step === "number" ? `[${step}]` : plainKey.test(step) ? `.${step}` : `["?"]`), "$");

export const issue = (code: string, path: Path): Issue => ({
  code,
  path: pathText(path),
  advice: advice[code] ?? "Correct this.",
});
