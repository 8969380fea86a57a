import * as z from "zod/mini";

const says = (code: string) => ({ params: { code } });

/** Plain text of at most `max` characters, not blank. Markup in it is text: nothing in a document is ever parsed as HTML. */
export const text = (max: number) => z.string().check(z.regex(/\S/), z.maxLength(max));

/** A stable name for addresses and anchors: lower-case letters, digits, hyphens. */
export const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));

export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;
/** A code given by a register: NCES id, FIPS code, course code. */
export const code = z.string().check(z.regex(codePattern), z.maxLength(60));

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return month >= 1 && month <= 12 && day >= 1 && day <= (monthLengths[month - 1] ?? 0) + leap;
}
/** A calendar day, `2026-09-30`. */
export const day = z.string().check(z.refine(isDay, says("bad-date")));

/** Printable ASCII that needs no escaping in any quote; other characters are percent-encoded in an address. */
const https = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#][!#-&(-;=?-[\]^_a-~]*)?$/i;
/** One plain receiver and at most a subject; an encoded line break or control could add a header. */
const mail = /^mailto:[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+(\?subject=(?!.*%[01][0-9a-f])[!#-%(-;=?A-[\]^_a-~]*)?$/i;
/** An https address that carries no e-mail address. */
export const webAddress = z.string().check(
  z.maxLength(2000),
  z.refine((value) => https.test(value) && !/@|%40/i.test(value), says("bad-address")),
);
/** An https address or a mailto address with at most a subject. */
export const address = z.string().check(
  z.maxLength(2000),
  z.refine((value) => mail.test(value) || (https.test(value) && !/@|%40/i.test(value)), says("bad-address")),
);

export const siblingPattern = /^[a-z0-9][a-z0-9._-]*\.json$/;
