import assert from "node:assert/strict";
import { test } from "node:test";
import { absences, type Count, type ImplementationDocument } from "@vitrine/contract";
import {
  drawGauge,
  en,
  es,
  gaugeTextBoxes,
  liveFrame,
  placeGauge,
  printFrame,
  speaker,
  type Box,
  type Frame,
  type GaugePlaces,
} from "@vitrine/drawing";
import { toSvg } from "@vitrine/static";
import fc from "fast-check";
import { document, documents } from "../helpers/documents.ts";
import "../helpers/laws.ts";

const says = { english: speaker(en), spanish: speaker(es), mirrored: speaker(en, "ar") };
const frames = (width: number): Frame[] =>
  Object.values(says).flatMap((say) => [printFrame({ id: "g", width, say }), liveFrame({ id: "g", width, say })]);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

/** No text over another, over a bar or the ring, or outside the picture. */
function assertLegible(places: GaugePlaces, frame: Frame): void {
  const fault = illegible(places, frame);
  if (fault) assert.fail(`${fault}, at ${frame.width} px, ${frame.say.locale}, ${frame.font.family ?? "page's font"}`);
}

function illegible(places: GaugePlaces, frame: Frame): string | undefined {
  const texts = gaugeTextBoxes(places, frame);
  const bars = places.breakdowns.flatMap(({ rows }) => rows.flatMap(({ scale }) => (scale ? [scale] : [])));
  for (const [at, box] of texts.entries()) {
    if (box.x < 0 || box.x + box.width > places.width || box.y < 0 || box.y + box.height > places.height) return `outside: ${box.text}`;
    const other = texts.slice(at + 1).find((other) => overlap(box, other));
    if (other) return `one over the other: ${box.text}; ${other.text}`;
    if (bars.some((bar) => overlap(bar, box))) return `over a bar: ${box.text}`;
  }
  if (bars.some((bar, at) => bars.slice(at + 1).some((other) => overlap(bar, other)))) return "one bar over the other";
  const { ring } = places;
  const corners = ({ x, y, width, height }: Box) =>
    [x, x + width].flatMap((h) => [y, y + height].map((v) => Math.hypot(h - ring.x, v - ring.y)));
  const inside = texts.slice(0, ring.headline.length);
  const wide = inside.find((box) => Math.max(...corners({ ...box, height: ring.y - box.y })) > ring.inner + 2);
  if (wide) return `headline over the ring: ${wide.text}`;
  const label = texts.slice(inside.length, inside.length + (ring.target?.lines.length ?? 0));
  const near = label.find((box) => Math.min(...corners(box)) < ring.outer - 1);
  return near && `target's label over the ring: ${near.text}`;
}

const widths = fc.integer({ min: 240, max: 1200 });

test("from 240 to 1200 px no text of any test document overlaps or leaves the picture, in any language, direction and font", () => {
  for (const [, document] of documents("implementation")) {
    for (const width of [240, 320, 359, 360, 479, 480, 719, 720, 1200])
      for (const frame of frames(width)) assertLegible(placeGauge(document, frame), frame);
    fc.assert(
      fc.property(widths, (width) => {
        for (const frame of frames(width)) assertLegible(placeGauge(document, frame), frame);
      }),
      { numRuns: 8 },
    );
  }
});

const count: fc.Arbitrary<Count> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 200_000 }) },
  fc.integer({ min: 0, max: 2000 }).map((min) => ({ min: min * 10, max: min * 10 + 9 })),
  fc.integer({ min: 0, max: 2000 }).map((times) => ({ value: times * 5, nearest: 5 })),
  fc.constantFrom(...absences),
);
const stages = fc.record({ met: count, started: count, notStarted: count, notKnown: count }).chain((of) => {
  const counts = Object.values(of);
  const sum = counts.every((figure) => typeof figure === "number") ? counts.reduce((all, figure) => all + figure, 0) : undefined;
  return fc.record({ trained: sum === undefined ? count : fc.constant<Count>(sum) }).map((trained) => ({ ...of, ...trained }));
});
const word = fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" });
const name = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ").slice(0, 120));
const group = fc.tuple(name, stages).map(([name, of]) => ({ id: "g", name, ...of }));
const breakdown = fc.tuple(name, fc.array(group, { minLength: 1, maxLength: 4 })).map(([label, groups]) => ({
  by: "by",
  label,
  partition: false,
  groups: groups.map((of, row) => ({ ...of, id: `g${row}` })),
}));
const anyDocument: fc.Arbitrary<ImplementationDocument> = fc
  .record({
    stages,
    breakdowns: fc.array(breakdown, { maxLength: 3 }),
    target: fc.option(fc.record({ share: fc.double({ min: 0.1, max: 100, noNaN: true }), label: name }), { nil: undefined }),
    status: fc.constantFrom("provisional" as const, "final" as const),
  })
  .map(({ stages, ...rest }) => ({
    ...document("implementation", "no-breakdown"),
    ...stages,
    ...rest,
    breakdowns: rest.breakdowns.map((of, at) => ({ ...of, by: `by-${at}` })),
  }));

test("no document, however strange its names and figures, makes texts overlap", () => {
  fc.assert(
    fc.property(anyDocument, widths, fc.constantFrom(...Object.values(says)), fc.boolean(), (document, width, say, live) => {
      const frame = (live ? liveFrame : printFrame)({ id: "g", width, say });
      assertLegible(placeGauge(document, frame), frame);
    }),
    { numRuns: 120 },
  );
});

test("the pieces of the ring follow each other and fill the half circle", () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom(says.english, says.mirrored), (document, say) => {
      const { arcs } = placeGauge(document, printFrame({ id: "g", width: 360, say })).ring;
      const inOrder = say.direction === "rtl" ? [...arcs].reverse() : arcs;
      assert.ok(Math.abs(inOrder[0]!.start + Math.PI / 2) < 1e-9);
      assert.ok(Math.abs(inOrder.at(-1)!.end - Math.PI / 2) < 1e-9);
      inOrder.slice(1).forEach((arc, at) => assert.ok(Math.abs(arc.start - inOrder[at]!.end) < 1e-9));
      assert.ok(inOrder.every(({ start, end }) => end > start));
    }),
    { numRuns: 60 },
  );
});

test("where one stage has no number, no other stage but met has a length in the ring", () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.constantFrom("started", "notStarted", "notKnown"),
      fc.constantFrom(...absences),
      (document, key, absence) => {
        fc.pre(absence !== "not-applicable");
        const looks = placeGauge({ ...document, [key]: absence }, printFrame({ id: "g", width: 360, say: says.english })).ring.arcs.map(
          ({ look }) => look,
        );
        assert.ok(!looks.some((look) => look === "started" || look === "notStarted" || look === "notKnown"), looks.join());
      },
    ),
  );
});

test("the same document and frame give the same bytes, and never a number that is none", () => {
  fc.assert(
    fc.property(anyDocument, widths, (document, width) => {
      const draw = () => toSvg(drawGauge(document, printFrame({ id: "g", width, say: says.english })));
      const markup = draw();
      assert.equal(draw(), markup);
      const numbers = markup.replace(/>[^<]*</g, "><").replace(/aria-label="[^"]*"/g, "");
      assert.deepEqual(numbers.match(/[^<]*(?:NaN|Infinity|undefined|\[object)[^>]*/g), null);
    }),
    { numRuns: 40 },
  );
});
