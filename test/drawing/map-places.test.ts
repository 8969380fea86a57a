import assert from "node:assert/strict";
import { test } from "node:test";
import {
  en,
  es,
  lineBox,
  liveFrame,
  placeLabels,
  placeLegend,
  placeMap,
  printFrame,
  speaker,
  type Box,
  type Frame,
} from "@vitrine/drawing";
import { documents } from "../helpers/documents.ts";
import { geometryOf } from "../helpers/geometry.ts";

const says = [speaker(en), speaker(es), speaker(en, "ar")];
const frames = (width: number): Frame[] => says.flatMap((say) => [printFrame({ id: "m", width, say }), liveFrame({ id: "m", width, say })]);
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

for (const [name, document] of documents("access"))
  test(`${name}: no text lies over another, over a sign or outside the picture, at any width, in any language`, () => {
    for (const width of [240, 320, 480, 600, 960, 1200])
      for (const frame of frames(width)) {
        const placed = placeMap(document, width, { geometry: geometryOf(document) });
        const legend = placeLegend(document, placed, frame);
        const lines = [
          ...placeLabels(placed, frame).flatMap((label) => label.lines),
          ...[
            legend.heading,
            legend.hint,
            legend.edges,
            legend.cells.flatMap(({ count }) => count ?? []),
            ...legend.entries.map((entry) => entry.lines),
          ]
            .flat()
            .map((line) => ({ ...line, y: line.y + placed.height })),
        ];
        const signs = legend.entries.flatMap(({ swatch, x, y }) =>
          "none" in swatch ? [] : [{ x: x - 9, y: y + placed.height - 9, width: 18, height: 18 }],
        );
        const boxes = lines.map((line) => ({ text: line.text, ...lineBox(line, frame.font) }));
        for (const [at, box] of boxes.entries()) {
          const where = `${box.text} at ${width} px in ${frame.say.locale}`;
          assert.ok(box.x >= -0.01 && box.x + box.width <= width + 0.01, `outside: ${where}`);
          assert.ok(box.y >= 0 && box.y + box.height <= placed.height + legend.height + 0.01, `outside: ${where}`);
          for (const other of boxes.slice(at + 1)) assert.ok(!overlap(box, other), `${other.text} over ${where}`);
          for (const sign of signs) assert.ok(!overlap(box, sign), `a sign over ${where}`);
        }
        for (const [at, sign] of signs.entries())
          for (const other of signs.slice(at + 1)) assert.ok(!overlap(sign, other), `signs at ${width} px`);
      }
  });

test("no text on the map below 480 px: colours, legend and table say it", () => {
  for (const [, document] of documents("access")) {
    const [frame] = frames(320);
    assert.deepEqual(placeLabels(placeMap(document, 320, { geometry: geometryOf(document) }), frame!), []);
  }
});

test("a map is never higher than a little more than its width, nor flatter than half of it", () => {
  for (const [name, document] of documents("access"))
    for (const width of [240, 600, 1200]) {
      const { height } = placeMap(document, width, { geometry: geometryOf(document) });
      assert.ok(height >= width * 0.5 && height <= width * 1.1, name);
    }
});
