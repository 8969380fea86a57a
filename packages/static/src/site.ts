import type { Say } from "@vitrine/drawing";
import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { baseAddress } from "./address.js";
import { partsOf, publicDocuments, type Published } from "./documents.js";
import { csvOf } from "./figure.js";
import { withFile } from "./files.js";
import { assertReplaceable, makeFolder, siteFolder, type Put } from "./folder.js";
import { drawFiles, galleryPage, type Entry, type FileLinks } from "./gallery.js";
import { headersFile } from "./headers.js";
import { speakerFor } from "./languages.js";
import { pageOf, phoneWidth } from "./page.js";
import { Refused } from "./refused.js";
import { renderPng, renderSvg, whenDrawable } from "./render.js";
import { servedMarkup, type Image } from "./served.js";
import { captionOf, sizeOf } from "./sheet.js";
import { placesOf, snippets, type Places } from "./snippet.js";
import { galleryStyles, pageStyles } from "./styles.js";

export interface SiteOptions {
  /** Where the site will be opened: an https address. Without one the gallery fills in the address it is opened at. */
  base?: string;
  /** The built elements: `vitrine.js` and what it loads. */
  elements: string;
  /** Language of the pages; English when left out. */
  locale?: string;
  progress?(done: number, all: number, file: string): void;
}
export interface SiteResult {
  documents: number;
  /** Files whose letters the font of finished pictures does not have: they have an SVG and no PNG. */
  withoutPng: string[];
}

const placeholder = "https://your-address.example/";
const pageWidth = 680;

/**
 * Makes a folder that any static host can serve: the documents byte for byte, the elements, for each document a page that is complete without a
 * script, pictures and figures, and a gallery with snippets to copy. The folder appears whole or not at all; one that is not a site of ours is
 * never written over. Refuses documents that are not public or may not be shown.
 */
export async function site(folder: string, out: string, options: SiteOptions): Promise<SiteResult> {
  if (!withFile(folder, () => statSync(folder)).isDirectory())
    throw new Refused("file", "This is a file; name the folder of published documents.", folder);
  const base = options.base === undefined ? undefined : baseAddress(options.base);
  const say = speakerFor(options.locale ?? "en");
  assertElements(options.elements);
  assertReplaceable(folder, out, siteFolder);
  const documents = publicDocuments(folder);
  return makeFolder(out, (put, partial) => write(put, partial, documents, { ...options, base, say }));
}

type Making = Omit<SiteOptions, "base"> & { base: string | undefined; say: Say };

async function write(
  put: Put,
  partial: string,
  documents: Published[],
  { base, say, elements, progress, ...options }: Making,
): Promise<SiteResult> {
  const withoutPng: string[] = [];
  const entries: Entry[] = [];
  const parts = new Map(documents.flatMap((published) => partsOf(published.document).map((name) => [name, published.stem] as const)));
  for (const [at, published] of documents.entries()) {
    progress?.(at, documents.length, published.file);
    const { document, stem, file } = published;
    const { drawing, hasPng } = makePictures(put, published, say.locale);
    if (!hasPng) withoutPng.push(file);
    put(`documents/${basename(file)}`, published.bytes);
    put(`figures/${stem}.csv`, csvOf(document, say));
    const files = (root: string): FileLinks => ({
      ...(hasPng && { png: `${root}pictures/${stem}.png` }),
      svg: `${root}pictures/${stem}.svg`,
      csv: `${root}figures/${stem}.csv`,
      json: `${root}documents/${stem}.json`,
    });
    put(`embed/${stem}.html`, embedPage(published, say, files("../")));
    const address = base ?? placeholder;
    entries.push({
      published,
      places: placesOf("", published, drawing),
      snippets: snippets(published, placesOf(address, published, drawing), address, say),
      files: files(""),
      parts: partsOf(document).map((name) => partLink(name, documents)),
    });
    await setImmediate();
  }
  cpSync(elements, join(partial, "elements"), { recursive: true, dereference: true });
  put("vitrine.css", `${pageStyles}\n${galleryStyles}\n`);
  put("gallery.js", readFileSync(fileURLToPath(new URL("browser/gallery.js", import.meta.url))));
  put(
    "index.html",
    galleryPage(
      entries.filter(({ published }) => !parts.has(basename(published.file))),
      say,
      base === undefined ? placeholder : undefined,
    ),
  );
  put("_headers", headersFile());
  put(
    siteFolder.marker,
    JSON.stringify(
      { vitrine: siteFolder.vitrine, base, language: options.locale ?? "en", documents: documents.map(summaryOf) },
      undefined,
      2,
    ) + "\n",
  );
  return { documents: documents.length, withoutPng };
}

const summaryOf = ({ stem, document: { schema, id, title, revision, asOf } }: Published) => ({
  file: `documents/${stem}.json`,
  schema,
  id,
  title,
  revision,
  asOf,
});

function partLink(name: string, documents: Published[]): { name: string; page: string } {
  const { document, stem } = documents.find(({ file }) => basename(file) === name)!;
  return { name: document.scope.name, page: `embed/${stem}.html` };
}

/**
 * Makes the pictures of one document: with its words for those who take the file, and the drawing alone for pages, wide and narrow.
 * Without a PNG when the font has no letters for it: then pages show an SVG.
 */
function makePictures(put: Put, { stem, document }: Published, locale: string): { drawing: Places["drawing"]; hasPng: boolean } {
  put(`pictures/${stem}.svg`, renderSvg(document, { locale, width: pageWidth }));
  const hasPng = whenDrawable(() => put(`pictures/${stem}.png`, renderPng(document, { locale, width: pageWidth })));
  const alone = (name: string, width: number): Image => {
    const options = { locale, width, caption: false };
    const svg = renderSvg(document, options);
    const src = `drawings/${name}.${hasPng ? "png" : "svg"}`;
    put(src, hasPng ? renderPng(document, options) : svg);
    return { src, ...sizeOf(svg) };
  };
  return { drawing: { ...alone(stem, pageWidth), narrow: alone(`narrow/${stem}`, phoneWidth) }, hasPng };
}

/** One figure on a page of its own: complete as it is served, live where scripts run. */
function embedPage({ document, stem }: Published, say: Say, files: FileLinks): string {
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

/** Are the elements where the caller says? */
export function assertElements(elements: string) {
  if (!existsSync(join(elements, "vitrine.js"))) throw new Refused("no-elements", "The elements are not built; run npm run build first.");
}
