const mailLike =
  /[^\s@]@[^\s@]+\.[a-z\u00a1-\uffff]{2,}|[^\s@]\s?@\s?[^\s@]+\.(?:com|edu|example|gov|net|org|us)\b|[[({<]\s*at\s*[\])}>]\s*[^\s()[\]{}<>]{1,80}\s*(?:\.|[[({<]\s*dot\s*[\])}>])\s*[a-z]{2,}|\sat\s+\S{1,80}\s+dot\s+[a-z]{2,}/i;
/** The sign or the word that every form of a mail address has. Most texts have neither: looking for it is a tenth of the work. */
const mailSign = /@|[[({<\s]at[\s\])}>]/i;
const phoneLike = /(?<!\d)(?:\d[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s./\u00b7-])\d{3}[\s./\u00b7-]\d{4}(?!\d)|\+\d[\d\s.()-]{7,}\d/;
const socialLike = /(?<!\d)\d{3}[\s./-]\d{2}[\s./-]\d{4}(?!\d)/;
/** What no number of either form is without: a digit, one or two signs between, two or three digits, a sign, and four digits; or a plus. */
const dialSign = /\+|\d\D\D?\d\d\d?\D\d{4}/;
const longNumber = /\d{7}/;

/** Anything but printable ASCII and Latin letters with their accents, of which none is hidden, or another sign in disguise. */
const unusual = /[^ -~\u00c0-\u024f]/;
/** Raised, lowered, circled, full-width and mathematical letters, digits and signs. */
const styled = /[\u00b2\u00b3\u00b9\u2024\u2070-\u209c\u2460-\u24ff\ufe50-\ufe6b\uff01-\uff5e\u{1d400}-\u{1d7ff}]+/gu;
/** Other ways to write what the patterns look for: invisible joiners, digits of other scripts, dashes. */
const disguises: [RegExp, string][] = [
  [/\p{Cf}/gu, ""],
  [/(?!\d)\p{Nd}/gu, "0"],
  [/。/g, "."],
  [/[\u2010-\u2015\u2212]/g, "-"],
];
const plain = (text: string): string =>
  disguises.reduce(
    (seen, [sign, said]) => seen.replace(sign, said),
    text.replace(styled, (run) => run.normalize("NFKC")),
  );
/** The sign of a mail address by its number or name. */
const namedSign = /&(?:#0*64|#x0*40|commat);|%40/gi;
const unmasked = (text: string): string => {
  const seen = unusual.test(text) ? plain(text) : text;
  return /[&%]/.test(seen) ? seen.replace(namedSign, "@") : seen;
};

/** Without one of these, plain text is neither an address nor a number: most names of a long list are looked at no further. */
const telling = /[@\d[(&{<]|\sdot\s/i;
/** No telephone number is shorter. */
const shortest = 10;

const dialled = (text: string) => dialSign.test(text) && (phoneLike.test(text) || socialLike.test(text));

/** Text that looks like a telephone number or a social security number. */
export const looksDialled = (text: string): boolean => text.length >= shortest && dialled(unmasked(text));

/** Text that looks like an e-mail address, a telephone number or the number of a person (seven digits or more in a row). */
export const looksPersonal = (text: string): boolean => {
  if (!unusual.test(text) && !telling.test(text)) return false;
  const seen = unmasked(text);
  return (mailSign.test(seen) && mailLike.test(seen)) || longNumber.test(seen) || dialled(seen);
};

const hidden = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** Accents, joiners and variation selectors that stand over or beside the letter before them. */
const heaped =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}\u200b-\u200f\u2060-\u2064]{9}/u;

/**
 * Characters that show nothing or change the order of what is read: controls and line breaks, direction overrides and
 * isolates, lone surrogates, private use, tags; and marks or joiners heaped up, which draw over other lines or carry a message unseen.
 * Those that languages need stay allowed.
 */
export const hidesText = (text: string): boolean => unusual.test(text) && (hidden.test(text) || heaped.test(text));
