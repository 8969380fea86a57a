import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { AssetNames } from "../assets.js";
import type { Published } from "../documents.js";
import { drawFiles, type FileLinks } from "../files-list.js";
import { pageOf } from "../page.js";
import { imagesAt, servedMarkup } from "../served.js";
import { captionOf } from "../sheet.js";
import type { Drawing, Snippets } from "../snippet.js";
import { drawChoices, drawHosts, drawSnippets } from "./panel.js";
import { galleryWords, type GalleryWords } from "./words/index.js";

/** One figure of the gallery. */
export interface Entry {
  published: Published;
  drawing: Drawing;
  snippets: Snippets;
  links: FileLinks;
  /** The documents an overview is split into. */
  parts: { name: string; page: string }[];
}

/** What the whole page is about. */
export interface Gallery {
  say: Say;
  revision: string;
  /** Where the site will be opened. */
  base: string | undefined;
  /** Stands in the snippets for an address not yet known. */
  placeholder: string;
  assets: AssetNames;
  /** The site's own first. */
  languages: readonly string[];
}

/** The words of a figure that a reader may look for. */
function wordsOf({ published: { document, stem }, parts }: Entry, say: Say): string {
  const { title, summary } = captionOf(document, { say });
  return [
    title,
    summary,
    stem,
    document.scope.name,
    document.period.label,
    document.purpose,
    say.words.site.kind[document.schema],
    ...document.sources.map(({ name }) => name),
    ...parts.map(({ name }) => name),
  ]
    .join(" ")
    .toLowerCase();
}

function drawEntry(entry: Entry, gallery: Gallery, words: GalleryWords): TemplateResult {
  const { published, drawing, links, parts } = entry;
  const { document, stem } = published;
  const { say, revision } = gallery;
  const { site } = say.words;
  // Our own finished markup, already escaped.
  const live = unsafeHTML(
    servedMarkup(document, {
      say,
      src: `r/${revision}/documents/${stem}.json`,
      image: imagesAt(`r/${revision}/`, drawing),
      heading: 3,
      under: { tables: "none", long: false, notes: false },
      shadow: false,
    }),
  );
  return html`<section class="entry" id=${stem} aria-labelledby=${`${stem}-name`} data-kind=${document.schema} data-place=${document.scope.name} data-words=${wordsOf(entry, say)}>
<h2 id=${`${stem}-name`}>${site.kind[document.schema]}<small>${document.scope.name} · ${say.words.caption.period(document.period.label)}</small></h2>
<div class="case">${live}</div>
<div class="about">
<div><h3>${site.purpose}</h3><p>${document.purpose}</p><p class="quiet">${site.revision(say.number(document.revision), say.day(document.asOf))}</p><p><a href=${`embed/${stem}.html`}>${site.page}</a></p>
<h3 class="after">${site.files}</h3>${drawFiles(links, say)}${
    parts.length > 0
      ? html`<details class="parts"><summary>${site.parts}</summary><ul>${parts.map(({ name, page }) => html`<li><a href=${page}>${name}</a></li>`)}</ul></details>`
      : nothing
  }</div>
<div class="take"><h3>${site.takeAway}</h3>${drawChoices(stem, gallery, words)}${drawSnippets(entry, gallery, words)}</div>
</div>
</section>`;
}

const unique = (list: readonly string[]) => [...new Set(list)];

/** Search and filters, which need a script, and a list of what is here, which does not. */
function drawFinder(entries: Entry[], say: Say, words: GalleryWords): TemplateResult {
  const { kind } = say.words.site;
  const kinds = unique(entries.map(({ published }) => published.document.schema)) as (keyof typeof kind)[];
  const places = unique(entries.map(({ published }) => published.document.scope.name)).sort((a, b) => a.localeCompare(b, say.locale));
  const all = html`<option value="">${words.all}</option>`;
  return html`<form class="finder needs-scripts" role="search" aria-label=${words.search}>
<p class="field wide-field"><label for="find-words">${words.search}</label><input type="search" id="find-words" name="words" autocomplete="off"></p>
<p class="field"><label for="find-kind">${words.kind}</label><select id="find-kind" name="kind">${all}${kinds.map((schema) => html`<option value=${schema}>${kind[schema]}</option>`)}</select></p>
<p class="field"><label for="find-place">${words.place}</label><select id="find-place" name="place">${all}${places.map((place) => html`<option value=${place}>${place}</option>`)}</select></p>
<p class="found" role="status"></p>
</form>
<nav aria-labelledby="contents"><h2 id="contents">${words.contents}</h2><ul>${entries.map(
    ({ published: { document, stem } }) =>
      html`<li data-for=${stem}><a href=${`#${stem}`}>${document.title}</a> <span class="quiet">${document.scope.name}</span></li>`,
  )}<li><a href="#hosts">${words.hosts.heading}</a></li></ul></nav>`;
}

/** The gallery as a page: each figure live, what it is for, how to take it away; complete without a script but for search and choices. */
export function galleryPage(entries: Entry[], gallery: Gallery): string {
  const { say, base, placeholder, assets, revision } = gallery;
  const { site } = say.words;
  const words = galleryWords(say);
  const says = {
    copy: site.copy,
    copied: site.copied,
    found: words.found("{shown}", "{of}"),
    none: words.none,
    cannot: words.hosts.cannot,
    failed: words.choose.failed,
    best: words.hosts.best,
  };
  return pageOf({
    say,
    title: site.gallery,
    description: site.lead,
    head: unsafeHTML(
      `<link rel="stylesheet" href="${assets.galleryStyle}">\n<script type="module" src="elements/vitrine.js"></script>\n<script type="module" src="${assets.gallery}"></script>`,
    ),
    body: html`<main class="gallery" data-here="" data-words=${JSON.stringify(says)} data-revision=${revision} data-base=${base ?? nothing} data-placeholder=${base === undefined ? placeholder : nothing}>
<header><h1>${site.gallery}</h1><p>${site.lead}</p>${base === undefined ? html`<p class="needs-no-scripts">${site.placeholder(placeholder)}</p>` : nothing}</header>
${drawFinder(entries, say, words)}
${entries.map((entry) => drawEntry(entry, gallery, words))}
${drawHosts(say)}
</main>`,
  });
}
