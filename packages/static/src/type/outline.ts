import { fontOf } from "../fonts.js";
import { plainText } from "../markup.js";
import type { FontFile } from "./font.js";

/** What a text may say of itself to be outlined here; any other is left to the rasteriser. */
const known = new Set(
  "x y font-size font-weight text-anchor fill stroke stroke-width stroke-linejoin paint-order pointer-events".split(" "),
);
/** Letters that stand in a line one by one. Marks that join the letter before them, and scripts that join letters, do not. */
const apart = /^[\p{L}\p{N}\p{P}\p{S} \u00a0\u202f]*$/u;
const isolates = /[\u2066-\u2069]/g;

/** A text as one path around its own origin, in units of the font, and how wide it is; undefined when a letter has no glyph. */
function lineOf(text: string, font: FontFile): { path: string; width: number } | undefined {
  let path = "";
  let width = 0;
  let [x, y] = [0, 0];
  let before: number | undefined;
  for (const letter of text) {
    const glyph = font.glyphs.get(letter.codePointAt(0)!);
    if (glyph === undefined) return undefined;
    if (before !== undefined) width += font.kern(before, glyph);
    const outline = font.outline(glyph);
    if (outline) {
      path += `m${width + outline.from[0] - x} ${outline.from[1] - y}${outline.path}`;
      [x, y] = [width + outline.to[0], outline.to[1]];
    }
    width += font.advance(glyph);
    before = glyph;
  }
  return { path, width };
}

const shares = { start: 0, middle: 0.5, end: 1 };
const round = (value: number) => Math.round(value * 1e4) / 1e4;

/**
 * A picture with its texts as paths of the shipped font. The rasteriser draws the same letters from it in a fifth of the time: for a text it opens
 * the font's file again for each letter. Texts that need more than letters side by side stay texts.
 */
export function outlineTexts(markup: string): string {
  return markup.replace(/<text ([^<>]*)>([^<]*)<\/text>/g, (whole: string, written: string, content: string) => {
    const attributes = new Map([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
    const text = plainText(content)
      .replace(isolates, "")
      .trim()
      .replace(/[ \t\r\n]+/g, " ")
      .normalize("NFC");
    const size = Number(attributes.get("font-size"));
    if (!(size > 0) || !apart.test(text) || [...attributes.keys()].some((name) => !known.has(name))) return whole;
    const font = fontOf(attributes.get("font-weight") === "600" ? 1 : 0);
    const line = lineOf(text, font);
    if (!line) return whole;
    const scale = size / font.units;
    const share = shares[(attributes.get("text-anchor") ?? "start") as keyof typeof shares];
    const x = Number(attributes.get("x") ?? 0) - share * line.width * scale;
    const paint = [...attributes].flatMap(([name, value]) => {
      if (name === "stroke-width") return [` stroke-width="${round(Number(value) / scale)}"`];
      return ["fill", "stroke", "stroke-linejoin", "paint-order"].includes(name) ? [` ${name}="${value}"`] : [];
    });
    return `<path transform="matrix(${scale} 0 0 ${-scale} ${round(x)} ${attributes.get("y") ?? 0})"${paint.join("")} d="${line.path}"/>`;
  });
}
