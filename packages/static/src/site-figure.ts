import type { VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { csvOf } from "./figure.js";
import { drawFiles, type FileLinks } from "./gallery.js";
import { speakerFor } from "./languages.js";
import { pageOf, phoneWidth } from "./page.js";
import { renderPng, renderSvg, whenDrawable } from "./render.js";
import { servedMarkup, type Image } from "./served.js";
import { captionOf, sizeOf } from "./sheet.js";
import { placesOf, snippets, type Places } from "./snippet.js";

const pageWidth = 680;

/** One document of a site. */
export interface FigureOf {
  document: VitrineDocument;
  /** The name of everything made of it. */
  stem: string;
  locale: string;
  /** Where the site will be opened. */
  address: string;
}
/** What a site has of one document. */
export interface Figure {
  /** Names in the site, and what is in them. */
  files: (readonly [name: string, content: string | Uint8Array])[];
  places: Places;
  snippets: Record<"element" | "figure" | "frame", string>;
  links: FileLinks;
  /** False when the font of finished pictures has no letters for it: then pages show an SVG. */
  hasPng: boolean;
}

/** Makes all of a site that is of one document: its pictures with words and alone, its figures, its page, its snippets. */
export function makeFigure({ document, stem, locale, address }: FigureOf): Figure {
  const say = speakerFor(locale);
  const files: [string, string | Uint8Array][] = [[`pictures/${stem}.svg`, renderSvg(document, { locale, width: pageWidth })]];
  const hasPng = whenDrawable(() => files.push([`pictures/${stem}.png`, renderPng(document, { locale, width: pageWidth })]));
  const alone = (name: string, width: number): Image => {
    const options = { locale, width, caption: false };
    const svg = renderSvg(document, options);
    const src = `drawings/${name}.${hasPng ? "png" : "svg"}`;
    files.push([src, hasPng ? renderPng(document, options) : svg]);
    return { src, ...sizeOf(svg) };
  };
  const drawing = { ...alone(stem, pageWidth), narrow: alone(`narrow/${stem}`, phoneWidth) };
  const links = (root: string): FileLinks => ({
    ...(hasPng && { png: `${root}pictures/${stem}.png` }),
    svg: `${root}pictures/${stem}.svg`,
    csv: `${root}figures/${stem}.csv`,
    json: `${root}documents/${stem}.json`,
  });
  files.push([`figures/${stem}.csv`, csvOf(document, say)], [`embed/${stem}.html`, embedPage(document, stem, say, links("../"))]);
  return {
    files,
    places: placesOf("", stem, drawing),
    snippets: snippets(document, placesOf(address, stem, drawing), address, say),
    links: links(""),
    hasPng,
  };
}

/** One figure on a page of its own: complete as it is served, live where scripts run. */
function embedPage(document: VitrineDocument, stem: string, say: Say, files: FileLinks): string {
  const says = captionOf(document, { say });
  return pageOf({
    say,
    title: says.title,
    description: says.summary,
    head: unsafeHTML(`<link rel="stylesheet" href="../vitrine.css">\n<script type="module" src="../elements/vitrine.js"></script>`),
    body: html`<main>${unsafeHTML(servedMarkup(document, { say, src: `../documents/${stem}.json`, width: pageWidth, heading: 1, links: "" }))}
${drawFiles(files, say)}
</main>`,
  });
}
