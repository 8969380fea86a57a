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
  /** The same with one pixel for each CSS pixel: a third of the bytes, for screens that show no more. */
  single?: string;
}

/** A drawing and its narrow one, whose names begin at a folder, with addresses. */
export function imagesAt(folder: string, { narrow, ...wide }: Image & { narrow: Image }): Image & { narrow: Image } {
  const { single } = wide;
  return {
    ...wide,
    src: folder + wide.src,
    ...(single !== undefined && { single: folder + single }),
    narrow: { ...narrow, src: folder + narrow.src },
  };
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

/** How an element's shadow root is served. */
export interface Shadow {
  /** Address of a stylesheet for it, as the page's policy allows one; the figure stands without a style when left out. */
  stylesheet?: string;
}

/**
 * Stands inside an element, which soon draws in its place: a picture there is fetched after what the element needs, and only where a reader comes to
 * see it. Where scripts may not run, browsers fetch it at once.
 */
interface Inside {
  inside?: boolean;
}

function imageOf(document: VitrineDocument, { say, image, width = 600, inside }: ServedOptions & Inside) {
  if (!image) return unsafeHTML(pageDrawing(document, say, width));
  const { src, narrow, single } = image;
  const screens = single === undefined ? nothing : `${single}, ${src} 2x`;
  return html`<picture><source media="(max-width: 559px)" srcset=${narrow.src} width=${narrow.width} height=${narrow.height}><img src=${src} alt=${altOf(document, say)} srcset=${screens} width=${image.width} height=${image.height} loading=${inside ? "lazy" : nothing} fetchpriority=${inside ? "low" : nothing}></picture>`;
}

/** A document as a figure of plain HTML: what an editor keeps that removes scripts and unknown tags. */
export function plainFigure(document: VitrineDocument, options: ServedOptions & Inside): TemplateResult {
  const { say, page, heading = 2, under = allUnder, links } = options;
  const away = page === undefined ? nothing : html`<p><a href=${page}>${say.words.site.page}</a></p>`;
  return figureOf(document, { say, picture: imageOf(document, options), heading, under, links: links ?? away });
}

/** The figure as the element's own shadow root, declared in markup: its drawing takes the page's colours, light or dark. */
function declared(document: VitrineDocument, given: ServedOptions, { stylesheet }: Shadow): string {
  const options = { ...given };
  delete options.image;
  const style = stylesheet === undefined ? "" : `<link rel="stylesheet" href="${escaped(stylesheet)}">`;
  return `<template shadowrootmode="open">${style}${toHtml(plainFigure(document, options))}</template>\n`;
}

/**
 * The main element of a document's kind, rendered ahead twice: as a declared shadow root, which browsers show, and as plain HTML inside the tag, which
 * is left where templates or unknown tags are removed, and is neither seen nor heard beside the other. The element replaces what is shown once it has
 * drawn; nothing is hydrated. Tables and notes are folded as the element folds them, so that nothing on the page moves.
 * @param options.shadow false for plain HTML alone: markup to be pasted, which cleaners would leave there twice
 */
export function servedMarkup(document: VitrineDocument, { shadow = {}, ...given }: ServedOptions & { shadow?: Shadow | false }): string {
  assertShowable(document);
  const [tag] = exhibitOf(document).elements;
  const options = { under: { ...allUnder, tables: "folded" as const }, ...given };
  return `<${tag} src="${escaped(options.src)}" heading="${options.heading ?? 2}" lang="${escaped(options.say.locale)}">\n${
    shadow === false ? "" : declared(document, options, shadow)
  }${toHtml(plainFigure(document, { ...options, inside: true }))}\n</${tag}>`;
}
