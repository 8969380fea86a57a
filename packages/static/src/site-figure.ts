import type { VitrineDocument } from "@vitrine/contract";
import type { Modules, Script } from "./ahead.js";
import type { AssetNames } from "./assets.js";
import { embedPage } from "./embed-page.js";
import { csvOf } from "./figure.js";
import type { FileLinks } from "./files-list.js";
import { speakerFor } from "./languages.js";
import { oembedJson, oembedXml, type Rich } from "./oembed.js";
import { phoneWidth, renderHtml } from "./page.js";
import { renderPng, renderSvg, whenDrawable } from "./render.js";
import { marks, type Contents } from "./revision.js";
import type { Image } from "./served.js";
import { sizeOf } from "./sheet.js";
import { frameOf, snippetsOf, type Drawing, type Snippets } from "./snippet.js";

const pageWidth = 680;
/** What a live figure has beside its picture: switches of tables and notes, menu, files. */
const below = 180;

/** One document of a site. */
export interface FigureOf {
  document: VitrineDocument;
  /** The name of everything made of it. */
  stem: string;
  /** The site's own language first, then the others that figures are to be had in. */
  locales: readonly string[];
  /** Where the site will be opened, when that is known. */
  base: string | undefined;
  /** What stands in its place until then. */
  placeholder: string;
  assets: AssetNames;
  loader: Script;
  /** What the loader fetches. */
  modules: Modules;
}
/** What a site has of one document. */
export interface Figure {
  /** Names in the folder of its revision, and what is in them; pages with {@link marks} in them. */
  files: (readonly [name: string, content: Contents])[];
  drawing: Drawing;
  /** By language, the site's own first. */
  snippets: (readonly [language: string, snippets: Snippets])[];
  links: FileLinks;
  /** False when the font of finished pictures has no letters for it: then pages show an SVG. */
  hasPng: boolean;
}

/** Makes all of a site that is of one document: its pictures with words and alone, its figures, its pages, its snippets. */
export function makeFigure({ document, stem, locales, base, placeholder, assets, loader, modules }: FigureOf): Figure {
  const [own = "en"] = locales;
  const files: [string, Contents][] = [];
  const sheet = renderSvg(document, { locale: own, width: pageWidth });
  files.push([`pictures/${stem}.svg`, sheet]);
  const hasPng = whenDrawable(() => files.push([`pictures/${stem}.png`, renderPng(document, { locale: own, width: pageWidth })]));
  const card = hasPng ? `cards/${stem}.png` : undefined;
  if (card !== undefined) files.push([card, renderPng(document, { locale: own, format: "card" })]);
  files.push([`figures/${stem}.csv`, csvOf(document, speakerFor(own))]);
  const links: FileLinks = {
    ...(hasPng && { png: `pictures/${stem}.png` }),
    svg: `pictures/${stem}.svg`,
    csv: `figures/${stem}.csv`,
    html: `files/${stem}.html`,
    json: `documents/${stem}.json`,
  };
  const height = Math.ceil(sizeOf(sheet).height) + below;
  const spoken = locales.map((locale, at) => {
    const say = speakerFor(locale);
    const language = at === 0 ? "" : `${locale}/`;
    const alone = (name: string, width: number): Image => {
      const options = { locale, width, caption: false };
      const svg = renderSvg(document, options);
      const src = `drawings/${language}${name}.${hasPng ? "png" : "svg"}`;
      files.push([src, hasPng ? renderPng(document, { ...options, close: true }) : svg]);
      return { src, ...sizeOf(svg) };
    };
    const single = `drawings/${language}1x/${stem}.png`;
    if (hasPng) files.push([single, renderPng(document, { locale, width: pageWidth, caption: false, scale: 1, close: true })]);
    const drawing = { ...alone(stem, pageWidth), ...(hasPng && { single }), narrow: alone(`narrow/${stem}`, phoneWidth) };
    const path = `embed/${language}${stem}.html`;
    const html = `files/${language}${stem}.html`;
    files.push([
      path,
      embedPage({
        document,
        stem,
        say,
        width: pageWidth,
        drawing,
        files: { ...links, html },
        assets,
        modules,
        about: base === undefined ? undefined : { base, path, answer: `oembed/${language}${stem}`, card },
      }),
    ]);
    files.push([html, renderHtml(document, { locale, width: pageWidth })]);
    const scripts = { loader, frame: assets.frame };
    const snippets = snippetsOf({ document, stem, say, base: base ?? placeholder, language, drawing, hasPng, height, scripts, modules });
    if (base !== undefined) {
      const rich: Rich = {
        title: document.title,
        // Without words inside: WordPress takes no other frame from a site it does not know.
        html: frameOf(`${base}${marks.here}${path}`, document.title, "", pageWidth, height),
        width: pageWidth,
        height,
        provider: { name: new URL(base).host, url: base },
        ...(card !== undefined && { thumbnail: `${base}r/${marks.revision}/${card}` }),
      };
      const answer = `oembed/${language}${stem}`;
      files.push(
        [`${answer}.json`, oembedJson(rich)],
        [`${answer}.xml`, oembedXml(rich)],
        [`blocks/${language}${stem}.html`, `${snippets.block}\n`],
      );
    }
    return { locale, drawing, snippets };
  });
  return {
    files,
    drawing: spoken[0]!.drawing,
    snippets: spoken.map(({ locale, snippets }) => [locale, snippets] as const),
    links,
    hasPng,
  };
}
