import type { Audience } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { cpSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { assertFileName, readPublished, type Published } from "./documents.js";
import { jsonFiles, withFile } from "./files.js";
import { assertReplaceable, makeFolder, partnerFolder } from "./folder.js";
import { partnerHeadersFile } from "./headers.js";
import { speakerFor } from "./languages.js";
import { escaped } from "./markup.js";
import { pageOf } from "./page.js";
import { exhibitOf } from "./pictures.js";
import { Refused } from "./refused.js";
import { assertShowable } from "./render.js";
import { assertElements } from "./site.js";
import { pageStyles } from "./styles.js";

export interface PartnerSiteOptions {
  /** The built elements: `vitrine.js` and what it loads. */
  elements: string;
  /** Language of the pages; English when left out. */
  locale?: string;
  /** Called after each document. */
  progress?(done: number, all: number, file: string): void;
}

export interface PartnerSiteResult {
  documents: number;
  /** The pages, relative to the folder. */
  pages: string[];
}

type PartnerAudience = Extract<Audience, { kind: "partner" }>;
interface ForPartner extends Published {
  audience: PartnerAudience;
}

/** The documents of a folder, all for one and the same partner. Otherwise {@link Refused}. */
function partnerDocuments(folder: string): ForPartner[] {
  const all = jsonFiles(folder).map((file): ForPartner => {
    assertFileName(file);
    const published = readPublished(file);
    const { audience } = published.document;
    if (audience.kind === "partner") return { ...published, audience };
    throw new Refused(
      "audience",
      audience.kind === "public"
        ? "This document is for the public and belongs in a site: move it out of the folder, and use --out for it."
        : "This document is for research, and no page shows it: move it out of the folder.",
      file,
    );
  });
  const [first] = all;
  for (const { file, audience } of all)
    if (audience.id !== first!.audience.id)
      throw new Refused("audience", "The documents of this folder are for several partners: give each partner a folder of its own.", file);
  return all;
}

/**
 * Makes a folder for one partner behind that partner's own login: for each document a page that no search engine may list, the elements, and headers
 * that let no cache and no other site keep it. No gallery, no picture, no figures to take away, no snippet. A page holds no row: the element fetches the
 * document, and draws it only when it was served privately. Refuses documents for anybody else.
 */
export async function partnerSite(folder: string, out: string, options: PartnerSiteOptions): Promise<PartnerSiteResult> {
  if (!withFile(folder, () => statSync(folder)).isDirectory())
    throw new Refused("file", "This is a file; name the folder of published documents.", folder);
  const say = speakerFor(options.locale ?? "en");
  assertElements(options.elements);
  assertReplaceable(folder, out, partnerFolder);
  const documents = partnerDocuments(folder);
  return makeFolder(out, async (put, partial) => {
    for (const [at, published] of documents.entries()) {
      put(`documents/${basename(published.file)}`, published.bytes);
      put(`${published.stem}.html`, documentPage(published, say));
      options.progress?.(at + 1, documents.length, published.file);
    }
    put("index.html", listPage(documents, say));
    put("vitrine.css", `${pageStyles}\n${partnerStyles}\n`);
    put("_headers", partnerHeadersFile());
    cpSync(options.elements, join(partial, "elements"), { recursive: true, dereference: true });
    const files = documents.map(({ stem }) => `documents/${stem}.json`);
    put(partnerFolder.marker, `${JSON.stringify({ vitrine: partnerFolder.vitrine, documents: files }, undefined, 2)}\n`);
    return { documents: documents.length, pages: documents.map(({ stem }) => `${stem}.html`) };
  });
}

const noindex = `<meta name="robots" content="noindex, nofollow, noarchive">\n<link rel="stylesheet" href="vitrine.css">`;

const partnerStyles = `main { max-width: 1400px; }
.confidential { border: 2px solid var(--_cs-ink); border-radius: 4px; padding: 8px 12px; margin-bottom: 16px; font-weight: 600; }
.pages { margin-top: 16px; }
.pages a { display: inline-block; padding: 4px 0; }`;

const confidential = ({ confidentiality }: PartnerAudience, { words }: Say) =>
  `<p class="confidential">${escaped(`${words.roster.confidential}. ${confidentiality}`)}</p>\n`;

/** One document on a page of its own. What stands in the page is its title and whose it is, never what is in it. */
function documentPage({ document, stem, audience }: ForPartner, say: Say): string {
  assertShowable(document);
  const [tag] = exhibitOf(document).elements;
  const { title } = document;
  const line = confidential(audience, say);
  // A roster's element says it itself; until it does, its fallback says it.
  const [above, inside] = document.schema === "roster/1" ? ["", line] : [line, ""];
  return pageOf({
    say,
    title,
    description: audience.confidentiality,
    head: unsafeHTML(`${noindex}\n<script type="module" src="elements/vitrine.js"></script>`),
    body: html`<main>${unsafeHTML(
      `${above}<${tag} src="documents/${stem}.json" partner="${escaped(audience.id)}" heading="1" lang="${escaped(say.locale)}">\n${inside}<h1>${escaped(title)}</h1>\n<p>${escaped(say.words.site.partner.waits)}</p>\n</${tag}>`,
    )}
</main>`,
  });
}

function listPage(documents: ForPartner[], say: Say): string {
  const { heading } = say.words.site.partner;
  return pageOf({
    say,
    title: heading,
    description: documents[0]!.audience.confidentiality,
    head: unsafeHTML(noindex),
    body: html`<main>${unsafeHTML(confidential(documents[0]!.audience, say))}<h1>${heading}</h1>
<ul class="pages">${documents.map(({ document, stem }) => html`<li><a href=${`${stem}.html`}>${document.title}</a></li>`)}</ul>
</main>`,
  });
}

/** Is this folder for one partner: made by {@link partnerSite}, or by a publication? */
export function isForPartner(folder: string): boolean {
  const says = (file: string) => {
    try {
      return JSON.parse(readFileSync(join(folder, file), "utf8")) as { vitrine?: unknown; partner?: unknown };
    } catch {
      return {};
    }
  };
  return says(partnerFolder.marker).vitrine === partnerFolder.vitrine || says("publication.index").partner !== undefined;
}
