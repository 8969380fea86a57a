import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { pageOf } from "../page.js";
import type { MailWords } from "./words/index.js";

/** A block as its page shows it. */
export interface Entry {
  stem: string;
  title: string;
  scope: string;
  /** The block with its picture from this folder. */
  preview: string;
  /** The block as it is pasted. */
  code: string;
  text: string;
  /** Which pictures there are. */
  pictures: { drawing: boolean; sheet: boolean };
}

/**
 * A block's styles wait in an attribute that no policy forbids; the page's script applies them one by one. Text cannot hold what is looked for:
 * its quotes are escaped.
 */
const unstyled = (block: string): string => block.replaceAll(' style="', ' data-style="');

function drawFiles(files: readonly (readonly [href: string, label: string])[]): TemplateResult {
  return html`<ul class="files">${files.map(([href, label]) => html`<li><a class="page-link" href=${href} download>${label}</a></li>`)}</ul>`;
}

function drawEntry({ stem, title, scope, preview, code, text, pictures }: Entry, { page }: MailWords): TemplateResult {
  const { file } = page;
  return html`<section data-block aria-labelledby=${`${stem}-name`}>
<h2 class="page-heading" id=${`${stem}-name`}>${title}<small>${scope}</small></h2>
<div class="take"></div>
<div class="block">${unsafeHTML(unstyled(preview))}</div>
<details><summary>${page.source}</summary><pre data-code tabindex="0" aria-labelledby=${`${stem}-name`}>${code}</pre></details>
<details><summary>${file.text}</summary><pre data-text tabindex="0" aria-labelledby=${`${stem}-name`}>${text}</pre></details>
${drawFiles([
  [`blocks/${stem}.html`, file.block],
  [`blocks/${stem}.txt`, file.text],
  ...(pictures.drawing ? [[`images/${stem}.png`, file.drawing] as const] : []),
  ...(pictures.sheet ? [[`pictures/${stem}.png`, file.sheet] as const] : []),
])}
</section>
`;
}

/**
 * The page that blocks are copied from: each as it will look, buttons to copy it, its code to read. It runs under the policy of every page made here.
 * @param at where the pictures of the blocks load from; or what stands in the code for the address this page is opened at
 */
export function pastePage(entries: readonly Entry[], say: Say, words: MailWords, at: { address?: string; placeholder?: string }): string {
  const { page } = words;
  const { file } = page;
  return pageOf({
    say,
    title: page.title,
    description: page.lead,
    head: unsafeHTML(`<link rel="stylesheet" href="newsletter.css">\n<script type="module" src="newsletter.js"></script>`),
    body: html`<main data-copy-block=${page.block} data-copy-code=${page.code} data-copy-text=${page.text} data-copied=${page.copied} data-selected=${page.selected} data-placeholder=${at.placeholder ?? nothing}>
<h1 class="page-title">${page.title}</h1>
<p class="page-text">${page.lead}</p>
<p class="page-text quiet">${at.address === undefined ? page.picturesHere : page.pictures(at.address)}</p>
<section aria-labelledby="whole"><h2 class="page-heading" id="whole">${page.whole}</h2><p class="page-text">${page.wholeLead}</p>${drawFiles(
      [
        ["letter.eml", file.eml],
        ["letter.html", file.html],
        ["letter.txt", file.text],
      ],
    )}</section>
${entries.map((entry) => drawEntry(entry, words))}</main>`,
  });
}
