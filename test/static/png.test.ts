import assert from "node:assert/strict";
import { test } from "node:test";
import { palettePng, renderPng, renderSvg } from "@vitrine/static";
import { documents } from "../helpers/documents.ts";
import { compare, seePng, seeSvg, type Seen } from "../helpers/pixels.ts";

/** A picture whose pixels are told by their place. */
function paint(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [red: number, green: number, blue: number, alpha?: number],
): Seen {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const [red, green, blue, alpha = 255] = colour(at % width, Math.floor(at / width));
    pixels.set([red, green, blue, alpha], 4 * at);
  }
  return { pixels, width, height };
}
/** The type of colours a PNG has: 3 for a palette, 6 for full colours with opacity. */
const kind = (png: Uint8Array) => png[25];
const same = (one: Seen, two: Seen) => compare(one, two).most === 0;

for (const [name, picture] of [
  ["one colour", paint(7, 5, () => [12, 34, 56])],
  ["one pixel", paint(1, 1, () => [255, 255, 255])],
  ["a picture one pixel wide", paint(1, 300, (_, y) => [y & 255, 0, 0])],
  ["256 colours, one pixel each", paint(16, 16, (x, y) => [16 * x, 16 * y, 7])],
  ["runs over the end of a row", paint(50, 40, (x, y) => ((x + 50 * y) % 77 < 60 ? [0, 0, 0] : [255, 0, 128]))],
] as const)
  test(`${name}: exact, with a palette`, () => {
    const png = palettePng(picture)!;
    assert.equal(kind(png), 3);
    assert.ok(same(seePng(png), picture));
  });

test("of more than 256 colours the surfaces stay exact, and no edge moves by more than 11 of 255", () => {
  const [paper, ink] = [
    [255, 255, 255],
    [27, 36, 48],
  ] as const;
  // Two surfaces, a third that is nearly the first, and a scatter of 3,000 single pixels between them.
  const picture = paint(400, 400, (x, y) => {
    if (y < 150) return paper;
    if (y < 250) return ink;
    if (y < 340) return [255, 255, 253];
    const at = (x + 400 * (y - 340)) % 3000;
    const part = at / 3000;
    return [0, 1, 2]
      .map((channel) => Math.round(paper[channel]! + part * (ink[channel]! - paper[channel]!) + ((at * (channel + 3)) % 4)))
      .map((value) => Math.min(255, value)) as [number, number, number];
  });
  const png = palettePng(picture)!;
  assert.equal(kind(png), 3);
  const seen = seePng(png);
  assert.ok(compare(seen, picture).most <= 11);
  const surfaces = (one: Seen) => Buffer.from(one.pixels.subarray(0, 4 * 400 * 340));
  assert.deepEqual(surfaces(seen), surfaces(picture));
});

test("a gradient, a photograph, and what can be seen through are left their full colours", () => {
  assert.equal(palettePng(paint(512, 512, (x, y) => [x >> 1, y >> 1, 128])), undefined);
  let seed = 1;
  const noise = () => (seed = (seed * 48271) % 2147483647) & 255;
  assert.equal(palettePng(paint(100, 100, () => [noise(), noise(), noise()])), undefined);
  assert.equal(palettePng(paint(20, 20, () => [0, 0, 0, 128])), undefined);
});

test("the same pixels give the same bytes", () => {
  const picture = paint(300, 200, (x, y) => [(x * y) & 63, x & 31, y & 15]);
  assert.deepEqual(palettePng(picture), palettePng({ ...picture, pixels: picture.pixels.slice() }));
});

test("looked at closely, a drawing has the same pixels in at least a tenth fewer bytes", () => {
  const [, document] = documents("implementation").find(([name]) => name === "typical")!;
  const [fast, close] = [renderPng(document), renderPng(document, { close: true })];
  assert.deepEqual(seePng(close).pixels, seePng(fast).pixels);
  assert.ok(close.length < fast.length * 0.9, `${close.length} of ${fast.length} bytes`);
});

for (const kindOf of ["implementation", "access", "roster"] as const)
  for (const [name, document] of documents(kindOf))
    test(`${kindOf}, ${name}: its PNG has a palette, is small, and shows what the rasteriser makes of the SVG by itself`, () => {
      const png = renderPng(document, { scale: 1 });
      assert.equal(kind(png), 3);
      const seen = seePng(png);
      const painted = seeSvg(renderSvg(document));
      // Some signs stand a little higher between capitals or figures when the rasteriser sets them.
      const { count } = compare(seen, painted, 16);
      assert.ok(count < seen.pixels.length / 2000, `${count} of ${seen.pixels.length} values differ`);
      assert.ok(png.length < seen.pixels.length / 20, `${png.length} bytes`);
      assert.deepEqual(png, renderPng(document, { scale: 1 }));
    });
