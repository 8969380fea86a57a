import assert from "node:assert/strict";
import { test } from "node:test";
import { paperParts, partsOf, renderHtml } from "@vitrine/static";
import { document, documentKinds, documents } from "../helpers/documents.ts";

/** A picture of rows, as letters: `#` ink, anything else paper. */
function picture(rows: string[]): { pixels: Uint8Array; width: number; height: number } {
  const [width, height] = [rows[0]!.length, rows.length];
  const pixels = new Uint8Array(width * height * 4);
  rows.forEach((row, y) =>
    row.split("").forEach((letter, x) => pixels.fill(letter === "#" ? 20 : 255, (y * width + x) * 4, (y * width + x + 1) * 4)),
  );
  return { pixels, width, height };
}
const rows = (count: number, row: string): string[] => Array.from({ length: count }, () => row);

test("a picture is parted in the middle of what is empty, and never through ink", () => {
  const [ink, paper] = [".####.....", ".........."];
  assert.deepEqual(partsOf(picture([...rows(50, ink), ...rows(12, paper), ...rows(60, ink)])), [
    [0, 56],
    [56, 122],
  ]);
  assert.deepEqual(
    partsOf(picture([...rows(50, ink), ...rows(4, paper), ...rows(60, ink)])),
    [[0, 114]],
    "lines of one text stay together",
  );
});

test("the line of a scale may go on to the next sheet; a heading stays with what is under it", () => {
  const [ink, line] = [".####..#..", ".......#.."];
  assert.deepEqual(
    partsOf(picture([...rows(50, ink), ...rows(10, line), ...rows(12, ink), ...rows(10, line), ...rows(60, ink)])).map(([from]) => from),
    [0, 55],
  );
});

test("a tall picture of any kind has parts that hold all of it, and one that fits on a sheet is whole", () => {
  let tall = 0;
  for (const kind of documentKinds())
    for (const [, one] of documents(kind).slice(0, 4)) {
      if (one.audience.kind === "research") continue;
      const { parts } = paperParts(one, {});
      tall += parts.length > 1 ? 1 : 0;
      parts.slice(1).forEach(([from], index) => assert.equal(from, parts[index]![1]));
    }
  assert.ok(tall > 5);
  const page = renderHtml(document("survey", "many-questions"));
  assert.ok([...page.matchAll(/<use href="#harborview-many-whole">/g)].length >= 28, "every question has its part");
  assert.doesNotMatch(renderHtml(document("implementation", "typical")), /<use /);
});
