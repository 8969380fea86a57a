import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const goldens = new URL("../goldens/", import.meta.url);

/** A number in an attribute with more than three decimals differs from one machine to the next. */
const long = /\s[a-z-]+="[^"]*\d\.\d{4,}[^"]*"/;

/** One tag per line, one space between attributes: so that a difference is seen by line. */
export const tagPerLine = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, (tag) => tag.replace(/"[^"]*"|\s+/g, (part) => (part.startsWith('"') ? part : " ")).replace(/ >$/, ">"))
    .replace(/\s*\n\s*/g, "")
    .replace(/>(?=<)/g, ">\n")
    .trim() + "\n";

/**
 * Compares a picture with `test/goldens/<name>`. One that differs is written beside it as `<name>.actual.svg`; look at both, then
 * take the new one with UPDATE_GOLDENS=1.
 */
export function matchGolden(name: string, markup: string): void {
  const golden = new URL(name, goldens);
  const actual = new URL(name.replace(/(\.\w+)$/, ".actual$1"), goldens);
  const text = tagPerLine(markup);
  assert.doesNotMatch(text.replace(/aria-label="[^"]*"/g, ""), long, "coordinates have three decimals at most");
  if (process.env["UPDATE_GOLDENS"]) {
    mkdirSync(new URL(".", golden), { recursive: true });
    writeFileSync(golden, text);
    return;
  }
  const told = `test/goldens/${name}`;
  const known = existsSync(golden) ? readFileSync(golden, "utf8") : undefined;
  if (known !== text) {
    mkdirSync(new URL(".", golden), { recursive: true });
    writeFileSync(actual, text);
  } else rmSync(actual, { force: true });
  assert.notEqual(known, undefined, `${told} does not exist. Look at ${fileURLToPath(actual)}, then run: npm run goldens`);
  assert.equal(text, known, `${told} is drawn differently now. If that is meant, run: npm run goldens`);
}
