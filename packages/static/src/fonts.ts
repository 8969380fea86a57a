import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readFont, type FontFile } from "./type/font.js";

const { resolve } = createRequire(import.meta.url);

/** The one family of finished pictures. It travels with the package; no font of the system is ever used. */
export const family = "Inter";
export const fontFiles: readonly string[] = ["400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold"].map((file) =>
  resolve(`@expo-google-fonts/inter/${file}.ttf`),
);

const read: FontFile[] = [];
/** The shipped font, regular or semibold, read once in a process. */
export const fontOf = (weight: 0 | 1): FontFile => (read[weight] ??= readFont(readFileSync(fontFiles[weight]!)));

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
  const { glyphs } = fontOf(0);
  for (const letter of text) {
    if (glyphs.has(letter.codePointAt(0)!) || invisible.test(letter)) continue;
    const script = scripts.find((code) => new RegExp(`\\p{Script=${code}}`, "u").test(letter));
    if (script) return names.of(script)!;
    return /\p{Extended_Pictographic}/u.test(letter) ? "emoji" : "rare signs";
  }
  return undefined;
}
