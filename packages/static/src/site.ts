import type { Say } from "@vitrine/drawing";
import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { baseAddress } from "./address.js";
import { partsOf, publicDocuments, type Published } from "./documents.js";
import { withFile } from "./files.js";
import { assertReplaceable, makeFolder, siteFolder, type Put } from "./folder.js";
import { galleryPage, type Entry } from "./gallery.js";
import { headersFile } from "./headers.js";
import { speakerFor } from "./languages.js";
import { eachOf, openPool } from "./pool/pool.js";
import { Refused } from "./refused.js";
import { galleryStyles, pageStyles } from "./styles.js";

export interface SiteOptions {
  /** Where the site will be opened: an https address. Without one the gallery fills in the address it is opened at. */
  base?: string;
  /** The built elements: `vitrine.js` and what it loads. */
  elements: string;
  /** Language of the pages; English when left out. */
  locale?: string;
  /** Called after each document. */
  progress?(done: number, all: number, file: string): void;
}
export interface SiteResult {
  documents: number;
  /** Files whose letters the font of finished pictures does not have: they have an SVG and no PNG. */
  withoutPng: string[];
}

const placeholder = "https://your-address.example/";
/** Pictures of each document. */
const picturesEach = 3;

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
  const parts = new Map(documents.flatMap((published) => partsOf(published.document).map((name) => [name, published.stem] as const)));
  const pool = openPool(picturesEach * documents.length);
  let done = 0;
  const figures = eachOf(documents, pool, async (published): Promise<Entry & { hasPng: boolean }> => {
    const { document, stem, file } = published;
    const { files, links, ...figure } = await pool.run("figure", { document, stem, locale: say.locale, address: base ?? placeholder });
    put(`documents/${basename(file)}`, published.bytes);
    for (const [name, content] of files) put(name, content);
    progress?.(++done, documents.length, file);
    return { published, ...figure, files: links, parts: partsOf(document).map((name) => partLink(name, documents)) };
  });
  const entries = await figures.finally(() => pool.close());
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
  return { documents: documents.length, withoutPng: entries.flatMap(({ hasPng, published }) => (hasPng ? [] : [published.file])) };
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

/** Are the elements where the caller says? */
export function assertElements(elements: string) {
  if (!existsSync(join(elements, "vitrine.js"))) throw new Refused("no-elements", "The elements are not built; run npm run build first.");
}
