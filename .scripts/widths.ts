// Writes packages/drawing/src/core/widths.ts from the font that pictures are printed in.
// Run it after changing the font: npx tsx .scripts/widths.ts
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const fonts = {
  regular: "node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  semibold: "node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
};
/** Letters with accents are as wide as without; scripts that Inter has, and a few signs, stand here. */
const characters = [
  ...span(0x20, 0x7e),
  ...span(0xa1, 0xbf),
  ...Array.from("ÆÐØÞßæðøþĐđĦħıŁłŒœƠơƯư‐‑‒–—‘’“”„•…‰‹›€−≤≥→←↑↓✓"),
  ...span(0x391, 0x3c9),
  ...span(0x410, 0x44f),
];
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

const known: Record<string, Map<string, number>> = {};
for (const [weight, file] of Object.entries(fonts)) {
  const bytes = await readFile(new URL(file, root));
  const width = advances(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  known[weight] = new Map(characters.flatMap((character) => (width(character) === undefined ? [] : [[character, width(character)!]])));
}
const signs = [...known["regular"]!.keys()].filter((character) => known["semibold"]!.has(character));
const line = (weight: string) => signs.map((character) => known[weight]!.get(character)).join(" ");
const target = new URL("packages/drawing/src/core/widths.ts", root);
await writeFile(
  target,
  `// Generated from the Inter font; do not edit. To regenerate: npx tsx .scripts/widths.ts
/** The characters whose widths follow, in this order. */
export const signs: string =
  ${JSON.stringify(signs.join(""))};
/** Advance widths in thousandths of the type size. */
export const widths: Record<"regular" | "semibold", string> = {
  regular:
    "${line("regular")}",
  semibold:
    "${line("semibold")}",
};
`,
);
process.stdout.write(`${signs.length} widths written to ${fileURLToPath(target)}\n`);
