/** What a reader of a roster may say of a row. The first three ask to remove it. */
export const correctionMarks = [
  "remove-duplicate",
  "withdrew-before-workshop",
  "not-a-teacher",
  "link-another-account",
  "met-bar-in-dispute",
] as const;
export type CorrectionMark = (typeof correctionMarks)[number];
/** Marks after which a row is no longer on the roster. */
export const removals: readonly CorrectionMark[] = ["remove-duplicate", "withdrew-before-workshop", "not-a-teacher"];
