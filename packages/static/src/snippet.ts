import type { VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { escaped, toHtml } from "./markup.js";
import { plainFigure, servedMarkup, type Image } from "./served.js";

/** Where a site's files are, from one of its pages or from anywhere. */
export interface Places {
  document: string;
  page: string;
  drawing: Image & { narrow: Image };
}

/** Addresses of one document's files under `base`, which ends in a slash or is empty. */
export const placesOf = (base: string, stem: string, drawing: Places["drawing"]): Places => ({
  document: `${base}documents/${stem}.json`,
  page: `${base}embed/${stem}.html`,
  drawing: { ...drawing, src: base + drawing.src, narrow: { ...drawing.narrow, src: base + drawing.narrow.src } },
});

const frameHeight = 720;
const tidy = (markup: string) => markup.replace(/\n\s*\n/g, "\n");

/** What an editor copies: the live figure, the figure that survives an editor without scripts, the frame. */
export function snippets(
  document: VitrineDocument,
  places: Places,
  base: string,
  say: Say,
): Record<"element" | "figure" | "frame", string> {
  const fallback = { say, src: places.document, page: places.page, image: places.drawing };
  const frame = say.words.site.page;
  return {
    element: `<script type="module" src="${base}elements/vitrine.js"></script>\n${tidy(servedMarkup(document, { ...fallback, under: { tables: "folded", long: false, notes: true } }))}`,
    figure: tidy(toHtml(plainFigure(document, { ...fallback, under: { tables: "open", long: false, notes: false } }))),
    frame: `<iframe src="${places.page}" title="${escaped(document.title)}" width="100%" height="${frameHeight}" loading="lazy">${escaped(frame)}</iframe>`,
  };
}
