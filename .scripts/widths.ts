// Writes packages/drawing/src/core/widths.ts from the font that pictures are printed in.
// Run it after changing the font: npx tsx .scripts/widths.ts
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const fonts = {
  regular: "node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  semibold: "node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
};
const ascii = span(0x20, 0x7e);
/** Letters with accents are as wide as without; a few letters and signs stand beside those of ASCII. */
const latin = Array.from("¡©«®°·»¿ÆØßæøđĐıŁłŒœƠơƯư‑–—‘’“”•…€−≤≥→✓\u00a0\u202f");
/** Figures are tabular: all as wide as the widest. Spaces that hold words together are as wide as others. */
const like = (character: string): string => character.replace(/\d/, "4").replace(/[\u00a0\u202f]/, " ");
/** Of the other signs the font has, those that are wider than a sign that is not known is taken to be. */
const rare = Array.from("¢£¤¥¦§¨ª¬¯±²³´µ¶¸¹º¼½¾ÐÞðþĦħ‐‒‚„‰‹›←↑↓");
const unknown = 750;
/** Two more scripts that Inter has, by their first and last letter. */
const scripts = ["Αω", "Ая"].map((ends) => span(ends.codePointAt(0)!, ends.codePointAt(1)!));
function span(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

/** Advance width of a character in thousandths of the type size, by the font's own tables `cmap` (format 4) and `hmtx`. */
function advances(font: DataView): (character: string) => number | undefined {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * font.getUint16(4); at += 16)
    tables.set(String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte))), font.getUint32(at + 8));
  const table = (name: string) => tables.get(name)!;
  const units = font.getUint16(table("head") + 18);
  const metrics = font.getUint16(table("hhea") + 34);
  const cmap = table("cmap");
  const subtables = Array.from({ length: font.getUint16(cmap + 2) }, (_, at) => cmap + font.getUint32(cmap + 8 + 8 * at));
  const basic = subtables.find((at) => font.getUint16(at) === 4)!;
  const segments = font.getUint16(basic + 6) / 2;
  const word = (list: number, segment: number) => font.getUint16(basic + 14 + list * 2 * segments + (list > 0 ? 2 : 0) + 2 * segment);
  const glyph = (code: number): number => {
    const segment = Array.from({ length: segments }, (_, at) => at).find((at) => word(0, at) >= code)!;
    const [start, delta, offset] = [word(1, segment), word(2, segment), word(3, segment)];
    if (start > code) return 0;
    if (offset === 0) return (code + delta) & 0xffff;
    const found = font.getUint16(basic + 16 + 6 * segments + 2 * segment + offset + 2 * (code - start));
    return found === 0 ? 0 : (found + delta) & 0xffff;
  };
  return (character) => {
    const id = glyph(character.codePointAt(0)!);
    return id === 0 ? undefined : Math.round((1000 * font.getUint16(table("hmtx") + 4 * Math.min(id, metrics - 1))) / units);
  };
}

const measured: ((character: string) => number | undefined)[] = [];
for (const file of [fonts.regular, fonts.semibold]) {
  const bytes = await readFile(new URL(file, root));
  measured.push(advances(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}
const both = (character: string): [regular: number, semibold: number] | undefined => {
  const [regular, semibold] = measured.map((width) => width(like(character)));
  return regular === undefined || semibold === undefined ? undefined : [regular, semibold];
};
const pair = (value: number) => value.toString(36).padStart(2, "0");
const others = [...latin.filter(both), ...rare.filter((sign) => Math.max(...(both(sign) ?? [0])) > unknown)];
const signs = [...ascii, ...others];
const tenths = (letter: string) => Math.ceil(Math.max(...(both(letter) ?? [0])) / 100).toString(36);
const target = new URL("packages/drawing/src/core/widths.ts", root);
await writeFile(
  target,
  `// Generated from the Inter font; do not edit. To regenerate: npx tsx .scripts/widths.ts
/** The characters whose widths follow those of the printable ones of ASCII, in this order. */
export const others: string =
  ${JSON.stringify(others.join(""))};
/** Advance widths of the regular weight in thousandths of the type size, two digits to the base 36 each. */
export const regular: string =
  "${signs.map((sign) => pair(both(sign)![0])).join("")}";
/** What the semibold weight has more: four thousandths for each unit of a digit to the base 36 over seven, rounded up, never less. */
export const semibold: string =
  "${signs.map((sign) => Math.max(0, Math.ceil((both(sign)![1] - both(sign)![0]) / 4) + 7).toString(36)).join("")}";
/** Letters of other scripts by their first: the wider of both weights in tenths of the type size, rounded up, one digit to the base 36 each. */
export const scripts: Record<string, string> = {
${scripts.map((letters) => `  ${letters[0]}: "${letters.map(tenths).join("")}",`).join("\n")}
};
`,
);
process.stdout.write(`${signs.length + scripts.flat().length} widths written to ${fileURLToPath(target)}\n`);
