import type { VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { allUnder, altOf, figureOf, type Under } from "./figure.js";
import { escaped, toHtml } from "./markup.js";
import { pageDrawing } from "./page.js";
import { exhibitOf } from "./pictures.js";
import { assertShowable } from "./render.js";

export interface Image {
  src: string;
  /** CSS pixels. */
  width: number;
  height: number;
}

export interface ServedOptions {
  say: Say;
  /** Address of the document, as the element's `src`. */
  src: string;
  /** Address of the page where the figure stands whole, with its table. */
  page?: string;
  /** An image of the drawing, and one for narrow windows. Without one the drawing itself stands in the page, in the page's colours. */
  image?: Image & { narrow: Image };
  /** Width of a drawing that stands in the page. */
  width?: number;
  heading?: 1 | 2 | 3;
  /** What stands under the picture; everything when left out. */
  under?: Under;
  links?: unknown;
}

function imageOf(document: VitrineDocument, { say, image, width = 600 }: ServedOptions) {
  if (!image) return unsafeHTML(pageDrawing(document, say, width));
  const { src, narrow } = image;
  return html`<picture><source media="(max-width: 559px)" srcset=${narrow.src} width=${narrow.width} height=${narrow.height}><img src=${src} alt=${altOf(document, say)} width=${image.width} height=${image.height}></picture>`;
}

/** A document as a figure of plain HTML: what an editor keeps that removes scripts and unknown tags. */
export function plainFigure(document: VitrineDocument, options: ServedOptions): TemplateResult {
  const { say, page, heading = 2, under = allUnder, links } = options;
  const away = page === undefined ? nothing : html`<p><a href=${page}>${say.words.site.page}</a></p>`;
  return figureOf(document, { say, picture: imageOf(document, options), heading, under, links: links ?? away });
}

/**
 * The main element of a document's kind with its fallback inside: what a reader without scripts sees, and what stands there until the element has drawn.
 * The element replaces it; nothing is hydrated. Tables and notes are folded as the element folds them, so that nothing on the page moves.
 */
export function servedMarkup(document: VitrineDocument, options: ServedOptions): string {
  assertShowable(document);
  const [tag] = exhibitOf(document).elements;
  return `<${tag} src="${escaped(options.src)}" heading="${options.heading ?? 2}" lang="${escaped(options.say.locale)}">\n${toHtml(plainFigure(document, { under: { ...allUnder, tables: "folded" }, ...options }))}\n</${tag}>`;
}
