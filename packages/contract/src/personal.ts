const mailLike = /[^\s@＠﹫][@＠﹫][^\s@＠﹫]+[.．。]\p{L}{2,}|[[({]\s*at\s*[\])}]\s*[^\s()[\]{}]{1,80}\s*(?:\.|[[({]\s*dot\s*[\])}])\s*\p{L}{2,}/iu;
const phoneLike =
  /(?<!\p{Nd})(?:\+?\p{Nd}[\s.\p{Pd}]?)?(?:\(\p{Nd}{3}\)\s?|\p{Nd}{3}[\s.\p{Pd}])\p{Nd}{3}[\s.\p{Pd}]\p{Nd}{4}(?!\p{Nd})|\+\p{Nd}[\p{Nd}\s.\p{Pd}()]{7,}\p{Nd}/u;
const socialLike = /(?<!\p{Nd})\p{Nd}{3}[\s\p{Pd}]\p{Nd}{2}[\s\p{Pd}]\p{Nd}{4}(?!\p{Nd})/u;
const longNumber = /\p{Nd}{7}/u;
const worthLooking = /[@＠﹫\p{Nd}]|[[({]\s*at\s*[\])}]/iu;
const invisible = /\p{Cf}/gu;

/** Text that looks like a telephone number or a social security number, in any script's digits. */
export const looksDialled = (text: string): boolean => {
  if (!/\p{Nd}/u.test(text)) return false;
  const seen = text.replace(invisible, "");
  return phoneLike.test(seen) || socialLike.test(seen);
};

/** Text that looks like an e-mail address, a telephone number or the number of a person (seven digits or more in a row). */
export const looksPersonal = (text: string): boolean => {
  if (!worthLooking.test(text)) return false;
  const seen = text.replace(invisible, "");
  return mailLike.test(seen) || longNumber.test(seen) || looksDialled(seen);
};

const plainText = /^[ -~]*$/;
const hidden = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/**
 * Characters that show nothing or change the order of what is read: controls and line breaks, direction overrides and
 * isolates, lone surrogates, private use, tags. Marks and joiners that languages need stay allowed.
 */
export const hidesText = (text: string): boolean => !plainText.test(text) && hidden.test(text);
