import { others, regular, scripts, semibold } from "./widths.js";

/** The font a drawing is set in. Text is measured by a table, never by a page, so that every host places it alike. */
export interface Font {
  /** Value of `font-family` on the root; without one the page's font is inherited. */
  family?: string;
  /** Measured widths are multiplied by this. */
  slack: number;
}
/** The page's font is not known: another font is 11 to 16 % wider or narrower than the table's. */
export const liveFont: Font = { slack: 1.15 };

export type Weight = "regular" | "semibold";
/** The only type sizes, in CSS pixels. */
export type Size = 12 | 14 | 16 | 20 | 28;
export interface Face {
  size: Size;
  weight?: Weight;
}

const combining = /\p{M}|\p{Cf}/u;
const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{ExtPict}\uff00-\uff60]/u;

function rareWidth(sign: string): number {
  for (const [first, tenths] of Object.entries(scripts)) {
    const width = parseInt(tenths[sign.codePointAt(0)! - first.codePointAt(0)!] ?? "0", 36);
    if (width > 0) return width / 10;
  }
  if (combining.test(sign)) return 0;
  return wide.test(sign) ? 1.05 : 0.75;
}

/** In parts of the type size. */
function signWidth(sign: string, weight: Weight): number {
  const at = sign < "\u007f" ? sign.charCodeAt(0) - 32 : (others.indexOf(sign) + 1 || -95) + 94;
  if (at < 0) return rareWidth(sign);
  const width = parseInt(regular.slice(2 * at, 2 * at + 2), 36);
  return (weight === "regular" ? width : width + 4 * parseInt(semibold[at]!, 36) - 28) / 1000;
}
const known = { regular: new Map<string, number>(), semibold: new Map<string, number>() };

/** Width of a text in CSS pixels, one line. Never below the drawn width for words in Latin, Greek or Cyrillic letters. */
export function textWidth(text: string, { size, weight = "regular" }: Face, font: Font): number {
  const widths = known[weight];
  let sum = 0;
  // An accented letter is as wide as its plain one.
  for (const sign of text.normalize("NFD")) {
    let width = widths.get(sign);
    if (width === undefined) widths.set(sign, (width = signWidth(sign, weight)));
    sum += width;
  }
  return sum * size * font.slack;
}

/** Letters as a reader sees them: with their accents, and pictures of several signs as one. A segmenter takes long to start; ordinary Latin needs none. */
export const lettersOf = (text: string): string[] =>
  /^[ -\u02ff]*$/.test(text)
    ? Array.from(text)
    : Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);

/** Lines of words no wider than `width`, and nothing is left out: a word wider than a line goes on in the next. */
export function wrap(text: string, width: number, face: Face, font: Font): string[] {
  const fits = (line: string) => textWidth(line, face, font) <= width;
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else if (fits(word)) lines.push(word);
    else {
      let part = "";
      for (const letter of lettersOf(word))
        if (part && !fits(part + letter)) {
          lines.push(part);
          part = letter;
        } else part += letter;
      lines.push(part);
    }
  }
  return lines;
}
