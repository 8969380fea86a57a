/** Phrases as sentences, one after the other: each ends with a stop, and none with two. */
export const sentences = (phrases: readonly (string | undefined)[]): string =>
  phrases.flatMap((phrase) => (phrase ? [/[.!?…]$/.test(phrase) ? phrase : `${phrase}.`] : [])).join(" ");
