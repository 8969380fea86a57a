import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";

const { resolve } = createRequire(import.meta.url);
const fontFiles = ["400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold"].map((file) =>
  resolve(`@expo-google-fonts/inter/${file}.ttf`),
);

export interface Seen {
  /** Red, green, blue and opacity of each pixel, row by row. */
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** What a reader sees of a PNG: its pixels as a decoder has them that shares no code with our encoder. */
export function seePng(png: Uint8Array): Seen {
  const [width, height] = [16, 20].map((at) => Buffer.from(png).readUInt32BE(at)) as [number, number];
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  return seeSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="${href}"/></svg>`,
  );
}

/** What the rasteriser makes of a picture by itself, with texts as texts of the shipped font. */
export function seeSvg(markup: string): Seen {
  const { pixels, width, height } = new Resvg(markup, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter" } }).render();
  return { pixels, width, height };
}

/** The largest difference of two pictures of one size in one channel, and how many values differ by more than `least`. */
export function compare(one: Seen, two: Seen, least = 0): { most: number; count: number } {
  if (one.width !== two.width || one.height !== two.height) throw new Error("the pictures are not of one size");
  let [most, count] = [0, 0];
  for (let at = 0; at < one.pixels.length; at++) {
    const difference = Math.abs(one.pixels[at]! - two.pixels[at]!);
    if (difference > most) most = difference;
    if (difference > least) count++;
  }
  return { most, count };
}
