import assert from "node:assert/strict";
import { test } from "node:test";
import { printFont, textWidth, type Size } from "@vitrine/drawing";
import { wrap } from "@vitrine/drawing/core/measure";
import { assertPrintable, renderPng, renderSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";

const all = [...documents("implementation"), ...documents("access")].map(([name, document]) => ({
  name: `${document.schema}, ${name}`,
  document,
}));

interface Text {
  x: number;
  y: number;
  size: number;
  semibold: boolean;
  text: string;
}
/** The card's own words: every text before its drawing begins. */
const wordsOf = (svg: string): Text[] =>
  [...svg.split('<g transform="translate(')[0]!.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, text]) => {
    const number = (name: string) => Number(new RegExp(`(?:^|\\s)${name}="([\\d.]+)"`).exec(attributes!)![1]);
    const plain = text!.replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]!,
    );
    return { x: number("x"), y: number("y"), size: number("font-size"), semibold: attributes!.includes('font-weight="600"'), text: plain };
  });
const letters = (text: string) => text.replace(/\s+/g, "");

for (const { name, document } of all)
  test(`${name}: the card holds its whole title, its sentence and its date, and nothing leaves it`, () => {
    for (const locale of ["en", "es"]) {
      const svg = renderSvg(document, { format: "card", locale });
      assertPrintable(svg);
      assert.match(svg, /^<svg [^>]*width="600" height="315"/);
      const words = wordsOf(svg);
      const title = words.filter(({ semibold }) => semibold).map(({ text }) => text);
      assert.equal(letters(title.join("")), letters(document.title));
      assert.ok(letters(words.map(({ text }) => text).join("")).includes(document.asOf.slice(0, 4)));
      for (const { x, y, size, semibold, text } of words) {
        const wide = textWidth(text, { size: size as Size, weight: semibold ? "semibold" : "regular" }, printFont);
        assert.ok(x >= 20 && x + wide <= 585 && y > 20 && y <= 300, text);
      }
      const [, dx, dy, scale] = /<g transform="translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)">/.exec(svg)!.map(Number);
      const [, width, height] = /<g transform="translate[^>]*><svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
      assert.ok(dx! + width! * scale! <= 601 && dy! + height! * scale! <= 316, "the drawing stays on the card");
    }
  });

test("a card is 1200 by 630 pixels, a thumbnail 480 wide, at twice a page's density; three times is asked for by scale", () => {
  const size = (png: Uint8Array) => {
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    return [view.getUint32(16), view.getUint32(20)];
  };
  const typical = document("implementation", "typical");
  assert.deepEqual(size(renderPng(typical, { format: "card" })), [1200, 630]);
  assert.deepEqual(size(renderPng(typical, { format: "card", scale: 1 })), [600, 315]);
  assert.deepEqual(size(renderPng(typical, { format: "card", scale: 3, theme: "dark" })), [1800, 945]);
  assert.equal(size(renderPng(typical, { format: "thumbnail" }))[0], 480);
  assert.deepEqual(renderPng(typical, { format: "card" }), renderPng(typical, { format: "card" }));
});

test("a word wider than its line goes on in the next, whole: no sign is lost, none is added", () => {
  const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";
  for (const text of [long, `The ${long} programme`, "Chương trình khoa học máy tính ở mọi trường trung học phổ thông", "👩‍🏫👩‍🏫👩‍🏫👩‍🏫👩‍🏫👩‍🏫"]) {
    const lines = wrap(text, 80, { size: 14 }, printFont);
    assert.equal(letters(lines.join("")), letters(text));
    for (const line of lines) assert.ok(textWidth(line, { size: 14 }, printFont) <= 80, line);
  }
  const svg = renderSvg({ ...document("implementation", "typical"), title: long }, { width: 240 });
  assert.ok(letters(svg.replace(/<[^>]*>/g, "")).includes(long), "a picture on its own has all of it");
});
