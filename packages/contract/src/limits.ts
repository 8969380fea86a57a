/**
 * Bounds on any value that claims to be a document. One of 100,000 schools has about 1.2 million values, 5 million characters of
 * text and is 9 million characters of JSON; larger ones are split by area.
 */
export const limits = { depth: 12, values: 2_500_000, containers: 250_000, keys: 100, text: 4000, characters: 8_000_000, json: 16_000_000 };

/** Keys that touch prototypes. */
export const forbidden = new Set(["__proto__", "prototype", "constructor"]);
/** Keys whose text is an address, a register's code, a file or a digest: long numbers belong there. */
export const numbered = new Set(["id", "area", "href", "url", "file", "checkedWith"]);

/** Objects of this or another window's `{}` or of no prototype; no instance of a class. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
