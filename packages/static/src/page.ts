import type { VitrineDocument } from "@vitrine/contract";
import { liveFrame, type Say } from "@vitrine/drawing";
import { html } from "@lit-labs/ssr";
import { nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { allUnder, figureOf } from "./figure.js";
import { speakerFor } from "./languages.js";
import { toHtml } from "./markup.js";
import { paperParts } from "./paper.js";
import { assertShowable, frameFor, type RenderOptions } from "./render.js";
import { captionOf, drawingOf } from "./sheet.js";
import { pageStyles } from "./styles.js";

/** Width of the second drawing that a phone is given: on a smaller copy of the first one nobody could read. */
export const phoneWidth = 296;

/**
 * The drawing for a page, for wide and for narrow windows: the stylesheet shows one of them. It takes colours and font from the page,
 * so it follows light and dark without a script.
 */
export function pageDrawing(document: VitrineDocument, say: Say, width: number): string {
  const drawn = (id: string, of: number) => drawingOf(document, liveFrame({ id, width: of, say }));
  if (width <= 360) return drawn(document.id, width);
  return `<div class="wide">${drawn(document.id, width)}</div>\n<div class="narrow">${drawn(`${document.id}-narrow`, phoneWidth)}</div>`;
}

const wholeOf = (document: VitrineDocument) => `${document.id}-whole`;

/** A tall drawing once more for paper, in parts that sheets may end between; nothing for one that fits on a sheet. */
function onPaper(document: VitrineDocument, options: RenderOptions): string {
  const { width, parts } = paperParts(document, options);
  if (parts.length < 2 || width <= 360) return "";
  const drawn = parts.map(
    ([from, to]) =>
      `<svg width="${width}" height="${to - from}" viewBox="0 ${from} ${width} ${to - from}"><use href="#${wholeOf(document)}"></use></svg>`,
  );
  return `\n<div class="paper" aria-hidden="true">${drawn.join("")}</div>`;
}

export interface PageParts {
  say: Say;
  title: string;
  description: string;
  /** What stands in the head beside the usual: stylesheets, scripts, icon. */
  head: unknown;
  body: unknown;
  scheme?: "light" | "dark" | undefined;
}

/** A whole HTML page as text. */
export const pageOf = ({ say, title, description, head, body, scheme }: PageParts): string =>
  toHtml(html`<!doctype html>
<html lang=${say.locale} dir=${say.direction} data-scheme=${scheme ?? nothing}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content=${description}>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>`) + "\n";

/**
 * One document as one file: a complete page that needs no script, no server and no second file. Its style stands in the page; it follows the
 * reader's light or dark unless `theme` names one.
 */
export function renderHtml(document: VitrineDocument, options: RenderOptions = {}): string {
  assertShowable(document);
  const { width } = frameFor(document, options);
  const say = speakerFor(options.locale ?? "en");
  const says = captionOf(document, { say });
  // Our own finished markup and stylesheet: nothing of the document is in them unescaped.
  const drawing = pageDrawing(document, say, width).replace("<svg ", `<svg id="${wholeOf(document)}" `);
  const picture = unsafeHTML(drawing + onPaper(document, options));
  return pageOf({
    say,
    title: says.title,
    description: says.summary,
    head: unsafeHTML(`<style>\n${pageStyles}\n</style>`),
    body: html`<main>${figureOf(document, { say, picture, heading: 1, under: allUnder })}</main>`,
    scheme: options.theme,
  });
}
