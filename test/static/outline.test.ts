import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineTexts } from "@vitrine/static";
import { compare, seeSvg } from "../helpers/pixels.ts";

const picture = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="60" font-family="Inter, sans-serif"><rect width="700" height="60" fill="#ffffff"/>${content}</svg>`;
const text = (words: string, more = "") =>
  picture(`<text x="350" y="36" font-size="20" text-anchor="middle" fill="#1b2430"${more}>${words}</text>`);

for (const [name, words] of [
  ["pairs that are kerned", "AVATAR To We Yes, LT 17,4 r. “A”"],
  ["Spanish", "¿Cuántas maestras enseñan computación en la región? ¡Sí!"],
  ["Vietnamese", "Bao nhiêu giáo viên đang dạy Tin học ở trường phổ thông?"],
  ["Vietnamese in separate marks, as some keyboards write it", "Bao nhiêu giáo viên đang dạy Tin học?".normalize("NFD")],
  ["Greek and Cyrillic", "Πόσοι εκπαιδευτικοί; Сколько учителей?"],
  ["escaped signs and spaces", "  R&amp;D  &lt;b&gt; &quot;b&quot;\u00a0%  "],
  ["letters of several parts", "Ǻ ǽ ½ ⅔ № € Œ"],
] as const)
  for (const weight of ["", ' font-weight="600"'])
    test(`${name}${weight && ", semibold"}: drawn as paths, they are where the rasteriser sets them`, () => {
      const written = text(words, weight);
      const outlined = outlineTexts(written);
      assert.doesNotMatch(outlined, /<text/);
      const { most } = compare(seeSvg(outlined), seeSvg(written));
      assert.ok(most <= 64, `a value differs by ${most}`);
      assert.ok(compare(seeSvg(outlined), seeSvg(picture("")), 128).count > 1000, "there is ink");
    });

test("each anchor keeps its side", () => {
  for (const anchor of ["start", "middle", "end"]) {
    const written = picture(`<text x="350" y="36" font-size="28" text-anchor="${anchor}" fill="#000000">Taught</text>`);
    assert.ok(compare(seeSvg(outlineTexts(written)), seeSvg(written)).most <= 64, anchor);
  }
});

test("a text with an edge around its letters keeps it", () => {
  const written = text("Sample County", ' stroke="#ffaa00" stroke-width="3" stroke-linejoin="round" paint-order="stroke"');
  assert.ok(compare(seeSvg(outlineTexts(written)), seeSvg(written)).most <= 64);
});

test("what needs more than letters side by side is left to the rasteriser: marks without a letter of their own, other styles, unknown letters", () => {
  for (const written of [
    text("q\u0303 and m\u0304"),
    text("Taught", ' letter-spacing="2"'),
    text("كم"),
    text("Taught", ' transform="rotate(9)"'),
  ])
    assert.equal(outlineTexts(written), written);
});
