const mailLike =
  /[^\s@]@[^\s@]+\.[a-z\u00a1-\uffff]{2,}|[[({]\s*at\s*[\])}]\s*[^\s()[\]{}]{1,80}\s*(?:\.|[[({]\s*dot\s*[\])}])\s*[a-z]{2,}/i;
const phoneLike = /(?<!\d)(?:\d[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?!\d)|\+\d[\d\s.()-]{7,}\d/;
const socialLike = /(?<!\d)\d{3}[\s-]\d{2}[\s-]\d{4}(?!\d)/;
const longNumber = /\d{7}/;

const plainText = /^[ -~]*$/;
/** Other ways to write what the patterns look for: digits of other scripts, full-width signs, dashes, invisible joiners. */
const disguises: [RegExp, string][] = [
  [/\p{Cf}/gu, ""],
  [/[٠-٩۰-۹०-९０-９]/g, "0"],
  [/[＠﹫]/g, "@"],
  [/[．。]/g, "."],
  [/[\u2010-\u2015\u2212－]/g, "-"],
  [/（/g, "("],
  [/）/g, ")"],
  [/＋/g, "+"],
];
const unmasked = (text: string): string =>
  plainText.test(text) ? text : disguises.reduce((seen, [sign, plain]) => seen.replace(sign, plain), text);

const dialled = (text: string) => phoneLike.test(text) || socialLike.test(text);

/** Text that looks like a telephone number or a social security number. */
export const looksDialled = (text: string): boolean => dialled(unmasked(text));

/** Text that looks like an e-mail address, a telephone number or the number of a person (seven digits or more in a row). */
export const looksPersonal = (text: string): boolean => {
  const seen = unmasked(text);
  return mailLike.test(seen) || longNumber.test(seen) || dialled(seen);
};

const hidden = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/**
 * Characters that show nothing or change the order of what is read: controls and line breaks, direction overrides and
 * isolates, lone surrogates, private use, tags. Marks and joiners that languages need stay allowed.
 */
export const hidesText = (text: string): boolean => !plainText.test(text) && hidden.test(text);
