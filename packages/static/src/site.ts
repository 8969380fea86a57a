import type { Say } from "@vitrine/drawing";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { baseAddress } from "./address.js";
import { modulesOf } from "./ahead.js";
import { assetsOf } from "./assets.js";
import { partsOf, publicDocuments, type Published } from "./documents.js";
import { readBack, type Kept } from "./earlier.js";
import { withFile } from "./files.js";
import { assertReplaceable, makeFolder, siteFolder, type Put } from "./folder.js";
import { galleryPage, type Entry } from "./gallery/page.js";
import { headersFile, nginxFile } from "./headers.js";
import { languages, speakerFor } from "./languages.js";
import { eachOf, openPool } from "./pool/pool.js";
import { Refused } from "./refused.js";
import { Draft, hashed, integrityOf, resolved, type Mark } from "./revision.js";
import type { Figure } from "./site-figure.js";

export interface SiteOptions {
  /** Where the site will be opened: an https address. Without one the gallery fills in the address it is opened at, and there is no oEmbed. */
  base?: string;
  /** The built elements: `vitrine.js` and what it loads. */
  elements: string;
  /** Language of the pages; English when left out. Figures are to be had in every language there is. */
  locale?: string;
  /** How many earlier revisions stay, the latest first; all when left out. */
  keep?: number;
  /** Called after each document. */
  progress?(done: number, all: number, file: string): void;
}
export interface SiteResult {
  documents: number;
  /** Files whose letters the font of finished pictures does not have: they have an SVG and no PNG. */
  withoutPng: string[];
}

const placeholder = "https://your-address.example/";
/** What a document is worth in single pictures when hands are counted: the first takes the longest, and most are small. */
const picturesEach = 3;

/**
 * Makes a folder that any static host can serve: the documents byte for byte, the elements, for each document a page that is complete without a
 * script, pictures and figures, and a gallery with what to copy. `reference/site.md` says what stands where. The folder appears whole or not at all; one
 * that is not a site of ours is never written over, and the revisions of one that is stay. Refuses documents that are not public or may not be shown.
 */
export async function site(folder: string, out: string, options: SiteOptions): Promise<SiteResult> {
  if (!withFile(folder, () => statSync(folder)).isDirectory())
    throw new Refused("file", "This is a file; name the folder of published documents.", folder);
  const base = options.base === undefined ? undefined : baseAddress(options.base);
  const say = speakerFor(options.locale ?? "en");
  const { keep } = options;
  if (keep !== undefined && (!Number.isInteger(keep) || keep < 0))
    throw new Refused("keep", "Give the number of earlier revisions to keep as a whole number; 0 keeps none.");
  assertElements(options.elements);
  assertReplaceable(folder, out, siteFolder);
  const documents = publicDocuments(folder);
  const before = readBack(resolve(out), keep);
  return makeFolder(out, (put, partial) => write(put, partial, documents, { ...options, base, say, before }));
}

type Spoken = Figure["snippets"][number];
type Making = Omit<SiteOptions, "base" | "keep"> & { base: string | undefined; say: Say; before: Kept };

/** The site's own language and after it all others. */
const localesFrom = (own: string) => [own, ...languages.filter((language) => language !== own.split("-")[0])];

async function write(
  given: Put,
  partial: string,
  documents: Published[],
  { base, say, elements, progress, before, ...options }: Making,
): Promise<SiteResult> {
  const written = new Set<string>();
  const put: Put = (name, content) => {
    written.add(name);
    given(name, content);
  };
  const loader = readFileSync(join(elements, "vitrine.js"));
  const pinned = hashed("vitrine.js", loader);
  const assets = assetsOf();
  const locales = localesFrom(say.locale);
  const pool = openPool(picturesEach * documents.length);
  let done = 0;
  const loaderOf = { name: `elements/${pinned}`, integrity: integrityOf(loader) };
  const modules = modulesOf(elements);
  const draft = new Draft(join(partial, ".draft"));
  const making = eachOf(documents, pool, async (published) => {
    const { document, stem, file } = published;
    const figure = await pool.run("figure", {
      document,
      stem,
      locales,
      base,
      placeholder,
      assets: assets.names,
      loader: loaderOf,
      modules,
    });
    const { files, snippets, ...entry } = figure;
    draft.add(`documents/${basename(file)}`, published.bytes);
    for (const [name, content] of files) draft.add(name, content);
    const [[, own], ...others] = snippets as [Spoken, ...Spoken[]];
    for (const [language, texts] of others) draft.add(`snippets/${language}/${stem}.json`, JSON.stringify(texts));
    progress?.(++done, documents.length, file);
    return { published, ...entry, snippets: own, parts: partsOf(document).map((name) => partLink(name, documents)) };
  });
  const entries: (Entry & { hasPng: boolean })[] = await making.finally(() => pool.close());

  const revision = draft.name(pinned);
  putRevision(put, draft, revision, pinned);
  putElements(put, elements, pinned);
  for (const [name, text] of assets.files) put(name, text);
  // Some hosts read a hundred rules: elements of earlier builds are kept as the host keeps what nobody speaks of.
  const ruled = [...written, "index.html", "nginx.conf", "_headers", siteFolder.marker];
  before.restore(revision, written, put);

  const parts = new Set(documents.flatMap(({ document }) => partsOf(document)));
  put(
    "index.html",
    galleryPage(
      entries.filter(({ published }) => !parts.has(basename(published.file))),
      { say, revision, base, placeholder, assets: assets.names, languages: locales },
    ),
  );
  put("nginx.conf", nginxFile());
  put("_headers", headersFile(ruled));
  put(
    siteFolder.marker,
    `${JSON.stringify(
      {
        vitrine: siteFolder.vitrine,
        base,
        language: options.locale ?? "en",
        loader: { file: "elements/vitrine.js", pinned: loaderOf },
        documents: documents.map(summaryOf),
        revision,
        revisions: [{ id: revision, documents: documents.map(summaryOf) }, ...before.revisions(revision)],
      },
      undefined,
      2,
    )}\n`,
  );
  return { documents: documents.length, withoutPng: entries.flatMap(({ hasPng, published }) => (hasPng ? [] : [published.file])) };
}

/** Every file of a revision twice: in its own folder, where it stays, and under its stable address. */
function putRevision(put: Put, draft: Draft, revision: string, pinned: string) {
  const then = `r/${revision}/`;
  for (const [name, content] of draft.take()) {
    const up = "../".repeat(name.split("/").length - 1);
    const text = (to: Pick<Record<Mark, string>, "figures" | "root" | "here" | "loader">) =>
      typeof content === "string" ? resolved(content, { ...to, revision }) : content;
    put(then + name, text({ figures: up, root: `../../${up}`, here: then, loader: pinned }));
    if (!name.startsWith("snippets/")) put(name, text({ figures: up + then, root: up, here: "", loader: "vitrine.js" }));
  }
}

/** The elements, and the loader once more under a name of its own, which an integrity can be told of. */
function putElements(put: Put, elements: string, pinned: string) {
  const names = readdirSync(elements, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [relative(elements, join(entry.parentPath, entry.name)).replaceAll("\\", "/")] : [],
  );
  for (const name of names) put(`elements/${name}`, readFileSync(join(elements, name)));
  put(`elements/${pinned}`, readFileSync(join(elements, "vitrine.js")));
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
