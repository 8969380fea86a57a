import assert from "node:assert/strict";
import { test } from "node:test";
import { assertPrintable, Refused } from "@vitrine/static";
import { seeSvg } from "../helpers/pixels.ts";

const picture = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">${content}</svg>`;
const filled = (colour: string) => picture(`<rect width="8" height="8" fill="${colour}"/>`);
/** What the middle of a picture comes out as: red, green, blue and opacity. */
const middle = (markup: string) => [...seeSvg(markup).pixels.subarray(4 * 36, 4 * 37)];

for (const colour of ["#ff0000", "#f00", "#ff0000ff", "rgb(255,0,0)", "rgba(255, 0, 0, 1)", "hsl(0,100%,50%)"])
  test(`${colour} is painted, and not refused`, () => {
    assert.deepEqual(middle(filled(colour)), [255, 0, 0, 255]);
    assertPrintable(filled(colour));
  });

for (const colour of [
  "var(--cs-ink, #ff0000)",
  "light-dark(#ff0000, #ff0000)",
  "oklch(0.6 0.2 30)",
  "oklab(0.6 0.2 0.1)",
  "lab(50% 80 60)",
  "color-mix(in srgb, red, red)",
  "color(display-p3 1 0 0)",
  "rgb(255 0 0 / 50%)",
  "hwb(0 0% 0%)",
  "currentColor",
  "CanvasText",
  "inherit",
])
  test(`${colour} would come out black, and is refused before`, () => {
    assert.deepEqual(middle(filled(colour)), [0, 0, 0, 255]);
    assert.throws(
      () => assertPrintable(filled(colour)),
      (error) => error instanceof Refused && error.code === "not-printable",
    );
  });

for (const content of [
  '<foreignObject width="8" height="8"><p>text</p></foreignObject>',
  '<image href="https://example.org/x.png" width="8" height="8"/>',
  '<use href="#nowhere"/>',
  '<rect width="8" height="8" fill="url(#nowhere)"/>',
  '<rect width="calc(4px + 4px)" height="8" fill="#ff0000"/>',
  '<canvas width="8" height="8"></canvas>',
])
  test(`${content} would not be painted at all, and is refused before`, () => {
    assert.deepEqual(middle(picture(content)), [0, 0, 0, 0]);
    assert.throws(
      () => assertPrintable(picture(content)),
      (error) => error instanceof Refused && error.code === "not-printable",
    );
  });

test("styles are refused; words that look like any of it are only words", () => {
  for (const content of [
    "<style>rect { fill: red }</style>",
    '<rect style="fill: red" width="8" height="8"/>',
    '<rect class="a" width="8" height="8"/>',
  ])
    assert.throws(() => assertPrintable(picture(content)), Refused);
  assertPrintable(picture('<g aria-label="fill=var(--x) &lt;style>"><text x="0" y="8">style="x" var(--x) url(#nowhere)</text></g>'));
});
