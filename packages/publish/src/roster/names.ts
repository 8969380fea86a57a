/** Nick-names by the first names they stand for, folded. A nick-name may stand for several names. */
export type NickNames = ReadonlyMap<string, readonly string[]>;

/** A name made comparable. Two names may be of one person when they have a key in common and no different middle initials. */
export interface NameKeys {
  keys: readonly string[];
  /** The middle initial, when one is given. */
  initial: string | undefined;
}

const letters: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
const titles = new Set("dr mr mrs ms mx miss prof jr sr ii iii iv phd edd med".split(" "));

/** Letters without case and accents. */
export const foldName = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter]!);

const words = (text: string): string[] =>
  foldName(text)
    .replace(/['’‘ʼ`´.]/g, "")
    .split(/[^\p{L}\p{N}-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ""))
    .filter((word) => word !== "" && !titles.has(word));

/** A word with hyphens in both ways it may be written otherwise. */
const unhyphened = (list: readonly string[]): string[][] =>
  list.some((word) => word.includes("-"))
    ? [list.flatMap((word) => word.split("-")), list.map((word) => word.replaceAll("-", ""))]
    : [[...list]];

/**
 * The keys of a name: without case, accents, signs, titles and middle initials, in any order of its words ("Last, First" too), its first name
 * also as each name it is a nick-name of.
 */
export function nameKeys(name: string, nickNames: NickNames): NameKeys {
  const [family, ...given] = name.split(",");
  // What follows a comma is the first name, unless it is only a title.
  const reading = given.flatMap(words);
  const ordered = reading.length > 0 ? [...reading, ...words(family!)] : words(family!);
  const whole = ordered.filter((word) => word.length > 1);
  const kept = whole.length >= 2 ? whole : ordered;
  const initial = whole.length >= 2 ? ordered.slice(1).find((word) => word.length === 1) : undefined;
  const keys = unhyphened(kept).flatMap((list) => {
    const [first = "", ...rest] = list;
    return [first, ...(nickNames.get(first) ?? [])].map((one) => [one, ...rest].sort().join(" "));
  });
  return { keys: [...new Set(keys)].filter(Boolean), initial };
}

/** May two names be of one person? */
export const sameName = (one: NameKeys, other: NameKeys): boolean =>
  !(one.initial && other.initial && one.initial !== other.initial) && one.keys.some((key) => other.keys.includes(key));
