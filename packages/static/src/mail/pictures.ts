import type { VitrineDocument } from "@vitrine/contract";
import { renderPng, renderSvg, whenDrawable } from "../render.js";
import { sizeOf } from "../sheet.js";

/** The pictures that a letter takes of one document. */
export interface LetterPictures {
  /** The drawing alone, for the block. */
  png?: Uint8Array;
  /** With its title, sentences and source, for who takes the picture alone. */
  sheet?: Uint8Array;
  /** Of the drawing, in CSS pixels. */
  size: { width: number; height: number };
}

/** CSS pixels; a letter is as wide. */
const width = 600;

export function drawForLetter({ document, locale }: { document: VitrineDocument; locale: string }): LetterPictures {
  const options = { locale, width };
  const made: LetterPictures = { size: sizeOf(renderSvg(document, { ...options, caption: false })) };
  // The title may be in letters that the drawing does without.
  whenDrawable(() => (made.png = renderPng(document, { ...options, caption: false })));
  whenDrawable(() => (made.sheet = renderPng(document, options)));
  return made;
}
