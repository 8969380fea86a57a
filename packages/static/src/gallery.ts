import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { AssetNames } from "./assets.js";
import type { Published } from "./documents.js";
import { drawFiles, type FileLinks } from "./files-list.js";
import { pageOf } from "./page.js";
import { servedMarkup, type Image } from "./served.js";
import type { Drawing, Snippets } from "./snippet.js";

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
  /** Stands in the snippets for an address not yet known. */
  placeholder: string | undefined;
  assets: AssetNames;
  /** The site's own first. */
  languages: readonly string[];
}

function drawSnippets({ snippets, published }: Entry, say: Say): TemplateResult[] {
  return (["element", "figure", "frame"] as const).map((kind, at) => {
    const { label, hint } = say.words.site.snippet[kind];
    return html`<details class="snippet" ?open=${at === 0}><summary id=${`${published.stem}-${kind}`}>${label}</summary><div><p class="hint">${hint}</p><pre tabindex="0" aria-labelledby=${`${published.stem}-${kind}`}>${snippets[kind]}</pre></div></details>`;
  });
}

function drawEntry(entry: Entry, { say, revision }: Gallery): TemplateResult {
  const { published, drawing, links, parts } = entry;
  const { document, stem } = published;
  const at = (image: Image) => ({ ...image, src: `r/${revision}/${image.src}` });
  const { site } = say.words;
  // Our own finished markup, already escaped.
  const live = unsafeHTML(
    servedMarkup(document, {
      say,
      src: `r/${revision}/documents/${stem}.json`,
      image: { ...at(drawing), narrow: at(drawing.narrow) },
      shadow: false,
      heading: 3,
      under: { tables: "none", long: false, notes: false },
    }),
  );
  return html`<section class="entry" id=${stem} aria-labelledby=${`${stem}-name`}>
<h2 id=${`${stem}-name`}>${site.kind[document.schema]}<small>${document.scope.name} · ${say.words.caption.period(document.period.label)}</small></h2>
<div class="case">${live}</div>
<div class="about">
<div><h3>${site.purpose}</h3><p>${document.purpose}</p><p class="quiet">${site.revision(say.number(document.revision), say.day(document.asOf))}</p><p><a href=${`embed/${stem}.html`}>${site.page}</a></p>
${
  parts.length > 0
    ? html`<details class="parts"><summary>${site.parts}</summary><ul>${parts.map(({ name, page }) => html`<li><a href=${page}>${name}</a></li>`)}</ul></details>`
    : nothing
}</div>
<div><h3>${site.takeAway}</h3>${drawSnippets(entry, say)}<h3 class="after">${site.files}</h3>${drawFiles(links, say)}</div>
</div>
</section>`;
}

/** The gallery as a page: each figure live, what it is for, how to take it away. */
export function galleryPage(entries: Entry[], gallery: Gallery): string {
  const { say, placeholder, assets } = gallery;
  const { site } = say.words;
  return pageOf({
    say,
    title: site.gallery,
    description: site.lead,
    head: unsafeHTML(
      `<link rel="stylesheet" href="${assets.galleryStyle}">\n<script type="module" src="elements/vitrine.js"></script>\n<script type="module" src="${assets.gallery}"></script>`,
    ),
    body: html`<main class="gallery" data-copy=${site.copy} data-copied=${site.copied} data-placeholder=${placeholder ?? nothing}>
<header><h1>${site.gallery}</h1><p>${site.lead}</p>${placeholder === undefined ? nothing : html`<p>${site.placeholder(placeholder)}</p>`}</header>
${entries.map((entry) => drawEntry(entry, gallery))}
</main>`,
  });
}
