import { textLeaf } from "./leaf.js";

/** A sign that can be seen: no space, no joiner, none of the letters that scripts keep blank. */
const visible = /[^\s\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;
// Nearly every text has a printable sign of ASCII, which is found in a tenth of the time.
export const isText = (value: string, max: number) => value.length <= max && (/[!-~]/.test(value) || visible.test(value));
/** Plain text of at most `max` characters, not blank. Markup in it is text: nothing in a document is ever parsed as HTML. */
export const text = (max: number) => textLeaf((value) => isText(value, max), "bad-text", { maxLength: max, pattern: "\\S" });

const pattern = (form: RegExp, max: number) =>
  textLeaf((value) => value.length <= max && form.test(value), "bad-format", { pattern: form.source, maxLength: max });

/** A stable name for addresses and anchors: lower-case letters, digits, hyphens. */
export const slug = pattern(/^[a-z0-9]+(-[a-z0-9]+)*$/, 80);

export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;
/** A code given by a register: NCES id, FIPS code, course code. */
export const code = pattern(codePattern, 60);

/** The SHA-256 of a file. */
export const digest = pattern(/^[0-9a-f]{64}$/, 64);

/** Some engines read the 30th of February as a day in March. */
export function isDay(value: string): boolean {
  const at = /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : NaN;
  return at === at && new Date(at).toISOString().startsWith(value);
}
/** A calendar day, `2026-09-30`. */
export const day = textLeaf(isDay, "bad-date", { format: "date" });

/** Printable ASCII that needs no escaping in any quote, and no `@`; other characters are percent-encoded in an address. */
const https = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#](?!.*%40)[!#-&(-;=?A-[\]^_a-~]*)?$/i;
/** One plain receiver and at most a subject; an encoded line break or control could add a header. */
const mail = /^mailto:[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+(\?subject=(?!.*%[01][0-9a-f])[!#-%(-;=?A-[\]^_a-~]*)?$/i;
const isAddress = (forms: RegExp[]) => (value: string) => value.length <= 2000 && forms.some((form) => form.test(value));
/** An https address that carries no e-mail address. */
export const webAddress = textLeaf(isAddress([https]), "bad-address", {
  format: "uri",
  maxLength: 2000,
  pattern: "^[Hh][Tt][Tt][Pp][Ss]://",
});
/** An https address or a mailto address with at most a subject. */
export const address = textLeaf(isAddress([https, mail]), "bad-address", {
  format: "uri",
  maxLength: 2000,
  pattern: "^([Hh][Tt][Tt][Pp][Ss]://|[Mm][Aa][Ii][Ll][Tt][Oo]:)",
});
