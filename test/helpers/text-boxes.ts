import assert from "node:assert/strict";
import test from "node:test";
import { en, es, liveFrame, printFrame, speaker, type Box, type Frame } from "@vitrine/drawing";
import { documents } from "./documents.ts";

type Kind = Parameters<typeof documents>[0];
type Document<K extends Kind> = ReturnType<typeof documents<K>>[number][1];

/**
 * At each width, in print and on a page, from either side and in both languages: no text of any test document of the kind runs out of its picture
 * or over another.
 */
export function noTextOverAnother<K extends Kind, P extends { height: number }>(
  kind: K,
  place: (document: Document<K>, frame: Frame) => P,
  textBoxes: (places: P, frame: Frame) => (Box & { text: string })[],
): void {
  for (const width of [240, 320, 480, 600, 640, 700, 900, 1200])
    test(`at ${width} pixels no text runs out of the picture or over another`, () => {
      for (const [name, one] of documents(kind))
        for (const frame of [
          printFrame({ id: "t", width, say: speaker(name === "spanish" ? es : en) }),
          printFrame({ id: "t", width, say: speaker(en, "ar") }),
          liveFrame({ id: "t", width, say: speaker(es) }),
        ]) {
          const places = place(one, frame);
          const boxes = textBoxes(places, frame);
          for (const [at, box] of boxes.entries()) {
            assert.ok(box.x >= -1 && box.x + box.width <= width + 1, `${name}: ${box.text}`);
            assert.ok(box.y >= -1 && box.y + box.height <= places.height + 1, `${name}: ${box.text}`);
            for (const other of boxes.slice(at + 1)) {
              const apart =
                box.x + box.width <= other.x + 1 ||
                other.x + other.width <= box.x + 1 ||
                box.y + box.height <= other.y + 4 ||
                other.y + other.height <= box.y + 4;
              assert.ok(apart, `${name}: "${box.text}" and "${other.text}"`);
            }
          }
        }
    });
}
