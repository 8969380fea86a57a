import type { VitrineDocument } from "@vitrine/contract";
import { printFrame, type Frame } from "@vitrine/drawing";
import { formatOf, type Format } from "./card.js";
import { speakerFor } from "./languages.js";
import { rasterise } from "./rasterise.js";
import { Refused } from "./refused.js";
import { sheetOf } from "./sheet.js";
import { assertPrintable } from "./svg.js";

export interface RenderOptions {
  /** Whole CSS pixels, 240 to 1200; 600 when left out. */
  width?: number;
  theme?: "light" | "dark";
  /** `en`, `es` or a longer tag of one of them. */
  locale?: string;
  /** False for the drawing alone, without title, sentences and source around it. */
  caption?: boolean;
  /** A picture of a size of its own, instead of a width. */
  format?: Format;
}
export interface PngOptions extends RenderOptions {
  /** Pixels of the file for each CSS pixel, 1 to 4; 2 when left out. */
  scale?: number;
  /** True for a file that is made once and fetched by many: a sixth fewer bytes, and more, for some milliseconds. */
  close?: boolean;
}

/** The frame of a finished picture. Refuses what no drawing is made for. */
export function frameFor(document: VitrineDocument, { width = 600, theme = "light", locale = "en" }: RenderOptions = {}): Frame {
  if (!Number.isInteger(width) || width < 240 || width > 1200)
    throw new Refused("width", "A picture is 240 to 1200 pixels wide; give a whole number in between.");
  return printFrame({ id: document.id, width, say: speakerFor(locale) }, theme);
}

/** Research documents are never shown, by nobody (architecture, contract). */
export function assertShowable(document: VitrineDocument): void {
  if (document.audience.kind === "research")
    throw new Refused("audience", "This document is for research and is never drawn; publish one for the public or for a partner.");
}

/** A document as one finished SVG, with title, sentences, source and date in it. The same document gives the same bytes. */
export function renderSvg(document: VitrineDocument, options: RenderOptions = {}): string {
  assertShowable(document);
  const frame = frameFor(document, options);
  const markup = options.format ? formatOf(document, frame, options.format) : sheetOf(document, frame, options.caption);
  assertPrintable(markup);
  return markup + "\n";
}

/**
 * The same as {@link renderSvg}, as PNG. Refused before anything is painted: colours or elements that a rasteriser paints black, letters the font does
 * not have, sizes over 60 megapixels.
 */
export function renderPng(document: VitrineDocument, { scale = 2, close, ...options }: PngOptions = {}): Uint8Array {
  if (!(scale >= 1 && scale <= 4)) throw new Refused("scale", "The scale of a PNG is 1 to 4; give a number in between.");
  return rasterise(renderSvg(document, options), scale, close);
}

/** Makes pictures, or says that it cannot because the font of finished pictures does not have the letters. */
export function whenDrawable(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === "no-glyphs") return false;
    throw error;
  }
}
