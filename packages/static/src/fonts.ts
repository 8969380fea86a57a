import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/** The one family of finished pictures. It travels with the package; no font of the system is ever used. */
export const family = "Inter";
export const fontFiles: readonly string[] = ["400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold"].map((file) =>
  resolve(`@expo-google-fonts/inter/${file}.ttf`),
);

/** First and last code points of the runs a TrueType font has glyphs for: its `cmap` table, format 12 or 4. */
function runs(font: DataView): [first: number, last: number][] {
  const tables = Array.from({ length: font.getUint16(4) }, (_, at) => 12 + 16 * at);
  const cmap = font.getUint32(tables.find((at) => font.getUint32(at) === 0x636d6170)! + 8);
  const maps = Array.from({ length: font.getUint16(cmap + 2) }, (_, at) => cmap + font.getUint32(cmap + 8 + 8 * at));
  const wide = maps.find((at) => font.getUint16(at) === 12);
  if (wide !== undefined)
    return Array.from({ length: font.getUint32(wide + 12) }, (_, group) => {
      const at = wide + 16 + 12 * group;
      return [font.getUint32(at), font.getUint32(at + 4)];
    });
  const narrow = maps.find((at) => font.getUint16(at) === 4)!;
  const length = font.getUint16(narrow + 6);
  return Array.from({ length: length / 2 }, (_, segment) => {
    const last = narrow + 14 + 2 * segment;
    return [font.getUint16(last + length + 2), font.getUint16(last)];
  });
}

let known: Set<number> | undefined;
function covered(): Set<number> {
  if (known) return known;
  const { buffer, byteOffset, byteLength } = readFileSync(fontFiles[0]!);
  known = new Set<number>();
  for (const [first, last] of runs(new DataView(buffer, byteOffset, byteLength)))
    for (let point = first; point <= last && point < 0xffff; point++) known.add(point);
  return known;
}

const scripts =
  "Arab Armn Beng Cher Deva Ethi Geor Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Mlym Mong Mymr Orya Sinh Syrc Taml Telu Thaa Thai Tibt".split(
    " ",
  );
const names = new Intl.DisplayNames("en", { type: "script" });
const invisible = /^[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Variation_Selector}]$/u;

/**
 * The writing of this text that the shipped font cannot draw ("Arabic", "emoji", "rare signs"); undefined when it can draw all.
 * A rasteriser leaves such letters out without a word.
 */
export function missingScript(text: string): string | undefined {
  const glyphs = covered();
  for (const letter of text) {
    if (glyphs.has(letter.codePointAt(0)!) || invisible.test(letter)) continue;
    const script = scripts.find((code) => new RegExp(`\\p{Script=${code}}`, "u").test(letter));
    if (script) return names.of(script)!;
    return /\p{Extended_Pictographic}/u.test(letter) ? "emoji" : "rare signs";
  }
  return undefined;
}
