import type { Found } from "./issue.js";

/** One thing that is wrong with a document, and what to do about it. */
export interface Issue extends Found {
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
  "duplicate-key": "Give this key once: readers differ in which of two values they take.",
  "not-plain": "Give plain JSON: only objects, lists, text, finite numbers and true or false.",
  "hidden-character": "Remove line breaks, control, direction-changing and broken characters: they hide or reorder what is read.",
  "unknown-schema": "Give a document of a kind that is read here: `schema` names none of them.",
  "newer-schema": "Use a newer version of this library: it reads this kind, but not yet this version of it.",
  "unknown-key": "Remove this key: the schema is closed, so that a raw column cannot ride along.",
  missing: "Add this key: it is required.",
  "wrong-type": "Give a value of the type the schema names.",
  "unknown-word": "Use one of the words the schema lists.",
  "not-a-figure": "Give a number, a range, a rounded number, a band or one of the five absences, as the schema allows here.",
  "out-of-range": "Give a value within the bounds the schema names.",
  "bad-text": "Give a text that is not blank and no longer than the schema allows.",
  "bad-format": "Write this text in the form the schema names.",
  "bad-date": "Give a calendar day as year-month-day, such as 2026-09-30.",
  "bad-address":
    "Give an https address without any e-mail address in it, or, for an action, a plain mailto address with at most a subject.",
  "bad-list": "Give a list with as many entries as the schema allows.",
  "bad-cell": "Correct this cell of the column; later cells were not looked at.",
  "empty-range": "Give a lower end below the upper end.",
  "not-a-multiple": "Give a value that is a multiple of `nearest`.",
  "duplicate-id": "Give each entry an id of its own.",
  "column-length": "Give every column one cell for each row.",
  "no-such-position": "Point to an entry that exists.",
  "no-such-area": "Name an area that the document lists.",
  "totals-differ": "Correct this figure: it contradicts the figures it is made of.",
  contradicts: "Correct this: it contradicts what stands elsewhere in the same row or list.",
  "half-a-place": "Give both latitude and longitude, or neither.",
  "no-note": "Add the note this kind needs: its picture would mislead without it.",
  "privacy-missing": "Publish this document with its privacy block: without one it is not shown.",
  "privacy-policy": "Publish this document under a privacy policy that this library knows.",
  "privacy-threshold": "Set the threshold to 5 or more people.",
  "privacy-check": "Publish this document again: only one that passed the disclosure check is shown.",
  "privacy-scope": "Publish this for a district or a larger area: a public document counts no teachers of one school.",
  "privacy-person": "Remove what looks like an e-mail address, a telephone number or a person's number.",
  "privacy-small-count": "Withhold or band this figure: it, or what remains beside it, counts fewer people than the threshold.",
  "privacy-zero": "Withhold this zero: the document says that zeros are withheld.",
  "privacy-narrow-range": "Widen this range: it must leave at least five values, and ten where it reaches below the threshold.",
  "privacy-narrow-band": "Widen this share to the band its base allows, or withhold it.",
  "privacy-exact-share": "Give a band: an exact share with its base gives the number of people.",
  "privacy-mean": "Withhold this mean, or give it with an exact number of people that is no smaller than the threshold.",
  "privacy-sum": "Withhold one figure more: the others in its sums give this one away.",
};
