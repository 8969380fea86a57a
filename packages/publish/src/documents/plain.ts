/** What a document may not hold: controls, signs that turn the direction of other text, letters of no script, blanks that look like letters. */
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\p{Co}\p{Cs}\u{e0000}-\u{e007f}\s]+/gu;
/** Accents and joiners heaped up over a letter: no script has so many. */
const heap = /[\p{M}\p{Cf}]{9,}/gu;

/** Text for readers: in one line, and with nothing in it that a document may not hold. */
export const plainText = (text: string): string =>
  /^[!-~]+(?: [!-~]+)*$/.test(text) ? text : text.replace(heap, "").replace(unseen, " ").trim();
