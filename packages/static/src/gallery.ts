import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Published } from "./documents.js";
import { pageOf } from "./page.js";
import { servedMarkup } from "./served.js";
import type { Places } from "./snippet.js";

/** One figure of the gallery. */
export interface Entry {
  published: Published;
  places: Places;
  snippets: Record<"element" | "figure" | "frame", string>;
  files: FileLinks;
  /** The documents an overview is split into. */
  parts: { name: string; page: string }[];
}
export type FileLinks = Partial<Record<"png" | "svg" | "csv" | "json", string>>;

/** Links to the files of a document, in one order everywhere. */
export function drawFiles(files: FileLinks, say: Say): TemplateResult {
  const { file } = say.words.site;
  const kinds = (["png", "svg", "csv", "json"] as const).flatMap((kind) =>
    files[kind] === undefined ? [] : [{ kind, href: files[kind] }],
  );
  return html`<ul class="files">${kinds.map(({ kind, href }) => html`<li><a href=${href} download>${file[kind]}</a></li>`)}</ul>`;
}

function drawSnippets({ snippets, published }: Entry, say: Say): TemplateResult[] {
  return (["element", "figure", "frame"] as const).map((kind, at) => {
    const { label, hint } = say.words.site.snippet[kind];
    return html`<details class="snippet" ?open=${at === 0}><summary id=${`${published.stem}-${kind}`}>${label}</summary><div><p class="hint">${hint}</p><pre tabindex="0" aria-labelledby=${`${published.stem}-${kind}`}>${snippets[kind]}</pre></div></details>`;
  });
}

function drawEntry(entry: Entry, say: Say): TemplateResult {
  const { published, places, files, parts } = entry;
  const { document, stem } = published;
  const { site } = say.words;
  // Our own finished markup, already escaped.
  const live = unsafeHTML(
    servedMarkup(document, {
      say,
      src: places.document,
      image: places.drawing,
      heading: 3,
      under: { tables: "none", long: false, notes: false },
    }),
  );
  return html`<section class="entry" id=${stem} aria-labelledby=${`${stem}-name`}>
<h2 id=${`${stem}-name`}>${site.kind[document.schema]}<small>${document.scope.name} · ${say.words.caption.period(document.period.label)}</small></h2>
<div class="case">${live}</div>
<div class="about">
<div><h3>${site.purpose}</h3><p>${document.purpose}</p><p class="quiet">${site.revision(say.number(document.revision), say.day(document.asOf))}</p><p><a href=${places.page}>${site.page}</a></p>
${
  parts.length > 0
    ? html`<details class="parts"><summary>${site.parts}</summary><ul>${parts.map(({ name, page }) => html`<li><a href=${page}>${name}</a></li>`)}</ul></details>`
    : nothing
}</div>
<div><h3>${site.takeAway}</h3>${drawSnippets(entry, say)}<h3 class="after">${site.files}</h3>${drawFiles(files, say)}</div>
</div>
</section>`;
}

/** The gallery as a page: each figure live, what it is for, how to take it away. `placeholder` stands in the snippets for an address not yet known. */
export function galleryPage(entries: Entry[], say: Say, placeholder: string | undefined): string {
  const { site } = say.words;
  return pageOf({
    say,
    title: site.gallery,
    description: site.lead,
    head: unsafeHTML(
      `<link rel="stylesheet" href="vitrine.css">\n<script type="module" src="elements/vitrine.js"></script>\n<script type="module" src="gallery.js"></script>`,
    ),
    body: html`<main class="gallery" data-copy=${site.copy} data-copied=${site.copied} data-placeholder=${placeholder ?? nothing}>
<header><h1>${site.gallery}</h1><p>${site.lead}</p>${placeholder === undefined ? nothing : html`<p>${site.placeholder(placeholder)}</p>`}</header>
${entries.map((entry) => drawEntry(entry, say))}
</main>`,
  });
}
