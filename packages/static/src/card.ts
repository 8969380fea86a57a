import type { VitrineDocument } from "@vitrine/contract";
import { drawLine, textWidth, type Face, type Frame, type Line } from "@vitrine/drawing";
import { wrap } from "@vitrine/drawing/core/measure";
import { html, svg } from "lit";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";
import { altOf } from "./figure.js";
import { exhibitOf } from "./pictures.js";
import { captionOf, drawingOf, sizeOf } from "./sheet.js";
import { toSvg } from "./svg.js";

/** Pictures of one size: a card of 1200 x 630 pixels for social media with its words, and a small picture of 480 pixels' width. */
export const formats = ["card", "thumbnail"] as const;
export type Format = (typeof formats)[number];

/** CSS pixels; the file has two pixels for each. */
const card = { width: 600, height: 315, margin: 20, gap: 16 };
const thumbnail = 240;

/** Words of the card from the largest setting that its height holds to the smallest. */
const settings: readonly { title: Face; summary: Face }[] = [
  { title: { size: 28, weight: "semibold" }, summary: { size: 16 } },
  { title: { size: 20, weight: "semibold" }, summary: { size: 16 } },
  { title: { size: 20, weight: "semibold" }, summary: { size: 14 } },
  { title: { size: 16, weight: "semibold" }, summary: { size: 14 } },
  { title: { size: 14, weight: "semibold" }, summary: { size: 12 } },
  { title: { size: 12, weight: "semibold" }, summary: { size: 12 } },
];
const small: Face = { size: 12 };
const leading = ({ size }: Face) => Math.round(size * 0.65) * 2;

type Words = (Face & { text: string; tone?: Line["tone"]; after: number })[];

/** Lines under each other in a column, and where they end. */
function stack(words: Words, left: number, top: number, width: number, frame: Frame): { lines: Line[]; bottom: number } {
  let bottom = top;
  const lines = words.flatMap(({ text, after, ...face }) => {
    const placed = wrap(text, width, face, frame.font).map((line): Line => {
      bottom += leading(face);
      return { ...face, text: line, x: left, y: bottom - Math.round(face.size * 0.3) };
    });
    bottom += after;
    return placed;
  });
  return { lines, bottom };
}

/** The words of a card in a column as narrow as they can stand in; the picture has what is left. */
function placeWords(document: VitrineDocument, frame: Frame): { lines: Line[]; width: number } {
  const { say, font } = frame;
  const { title, scope, source } = captionOf(document, frame);
  const foot = [source, say.words.caption.asOf(say.day(document.asOf))];
  const height = card.height - 2 * card.margin;
  for (const width of [250, 300, 400])
    for (const said of foot)
      for (const { title: large, summary } of settings) {
        // A word of the title is broken only where no setting holds it whole.
        const whole = title.split(/\s+/).every((word) => textWidth(word, large, font) <= width);
        if (!whole && large.size > 12) continue;
        const head = stack(
          [
            { ...large, text: title, after: 6 },
            { ...small, text: scope, tone: "quiet", after: 8 },
            { ...summary, text: altOf(document, say), after: 10 },
          ],
          card.margin,
          card.margin,
          width,
          frame,
        );
        const end = stack([{ ...small, text: said, tone: "quiet", after: 0 }], card.margin, 0, width, frame);
        if (head.bottom + end.bottom > card.margin + height) continue;
        const top = card.height - card.margin - end.bottom;
        return { lines: [...head.lines, ...end.lines.map((line) => ({ ...line, y: line.y + top }))], width };
      }
  const { lines } = stack([{ ...small, weight: "semibold", text: title, after: 0 }], card.margin, card.margin, 400, frame);
  return { lines, width: 400 };
}

/** A drawing with as much of the document as a small picture can show, at the scale at which it is read best. */
function placeDrawing(document: VitrineDocument, frame: Frame, room: { width: number; height: number }) {
  const brief = exhibitOf(document).brief?.(document) ?? document;
  const drawn = [240, 300, 360, 480, 600].map((width) => {
    const markup = drawingOf(brief, { ...frame, width, id: `${frame.id}-drawing` });
    const size = sizeOf(markup);
    return { markup, size, scale: Math.min(room.width / size.width, room.height / size.height, 1.25) };
  });
  return drawn.reduce((best, one) => (one.scale > best.scale ? one : best));
}

const root = (frame: Frame, label: string, width: number, height: number, content: unknown): string =>
  toSvg(
    html`<svg xmlns="http://www.w3.org/2000/svg" role="img" lang=${frame.say.locale} aria-label=${label} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} direction="ltr" font-family=${frame.font.family ?? "inherit"}>${svg`<rect width=${width} height=${height} fill=${frame.theme.paper}></rect>${content}`}</svg>`,
  );

/** Three decimals, as every number of a drawing. */
const fixed = (value: number) => Math.round(value * 1000) / 1000;

/** A document as a card or a thumbnail, as SVG text in CSS pixels. Nothing of its title is cut: long words go on in the next line. */
export function formatOf(document: VitrineDocument, frame: Frame, format: Format): string {
  const { title, summary } = captionOf(document, frame);
  if (format === "thumbnail") {
    const { markup, size, scale } = placeDrawing(document, frame, { width: thumbnail, height: Infinity });
    const height = Math.ceil(size.height * scale);
    return root(frame, title, thumbnail, height, svg`<g transform=${`scale(${fixed(scale)})`}>${unsafeSVG(markup)}</g>`);
  }
  const words = placeWords(document, frame);
  const left = card.margin + words.width + card.gap;
  const room = { width: card.width - left - card.margin / 2, height: card.height - card.margin };
  const { markup, size, scale } = placeDrawing(document, frame, room);
  const x = fixed(left + (room.width - size.width * scale) / 2);
  const y = fixed((card.height - size.height * scale) / 2);
  const content = svg`${words.lines.map((line) => drawLine(line, frame))}<g transform=${`translate(${x} ${y}) scale(${fixed(scale)})`}>${unsafeSVG(markup)}</g>`;
  return root(frame, `${title}. ${summary}`, card.width, card.height, content);
}
