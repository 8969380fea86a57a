import { caption, type Caption, type Frame } from "@vitrine/drawing";
import { drawSheet } from "@vitrine/drawing/core/sheet";
import type { VitrineDocument } from "@vitrine/contract";
import { html, svg } from "lit";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";
import { exhibitOf } from "./pictures.js";
import { toSvg } from "./svg.js";

/** The drawing of a document alone, as SVG text: the same tree that the live element has in its shadow root. */
export function drawingOf(document: VitrineDocument, frame: Frame): string {
  const exhibit = exhibitOf(document);
  return toSvg(exhibit.picture.draw(document, frame, exhibit.view?.(document)));
}

/** Title, sentences and source of a document, in the reader's language. */
export function captionOf(document: VitrineDocument, { say }: Pick<Frame, "say">): Caption {
  return caption(document, exhibitOf(document).picture.summarise(document, say), say);
}

/** Width and height of a drawing, in CSS pixels, from its root tag. */
export function sizeOf(drawing: string): { width: number; height: number } {
  const [, width, height] = /^<svg[^>]*?\sviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? [];
  return { width: Number(width), height: Number(height) };
}

/**
 * A document as one SVG on paper that stands on its own.
 * @param frame width of the whole sheet, 240 to 1200 CSS pixels @param words title, sentences and source around the drawing; false for the drawing alone
 */
export function sheetOf(document: VitrineDocument, frame: Frame, words = true): string {
  const drawing = drawingOf(document, { ...frame, id: `${frame.id}-drawing` });
  const { width, height } = sizeOf(drawing);
  // The drawing is our own finished markup, already escaped.
  const content = unsafeSVG(drawing);
  const says = captionOf(document, frame);
  if (words) return toSvg(drawSheet(says, { content, width, height }, frame));
  return toSvg(
    html`<svg xmlns="http://www.w3.org/2000/svg" role="img" lang=${frame.say.locale} aria-label=${says.title} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>${svg`<rect width=${width} height=${height} fill=${frame.theme.paper}></rect>${content}`}</svg>`,
  );
}
