import type { VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { aheadOf, modulesFor, type Modules } from "./ahead.js";
import type { AssetNames } from "./assets.js";
import { drawFiles, type FileLinks } from "./files-list.js";
import { escaped } from "./markup.js";
import { pageOf } from "./page.js";
import { exhibitOf } from "./pictures.js";
import { marks } from "./revision.js";
import { imagesAt, servedMarkup } from "./served.js";
import { captionOf } from "./sheet.js";
import type { Drawing } from "./snippet.js";

export interface EmbedPage {
  document: VitrineDocument;
  stem: string;
  say: Say;
  width: number;
  /** Its light-DOM picture, from the folder of the revision. */
  drawing: Drawing;
  /** Files of the figure, from the folder of the revision. */
  files: FileLinks;
  assets: AssetNames;
  /** What the loader fetches. */
  modules: Modules;
  /** Where the site will be opened, when that is known, with the name of a card when there is one. */
  about:
    | { base: string; path: string; /** Name of its oEmbed answers, without ending. */ answer: string; card: string | undefined }
    | undefined;
}

/** What other programs are told of a page: where its oEmbed answers are, and the card to show with a link to it. */
function discovery({ document, say, about }: EmbedPage): string {
  if (!about) return "";
  const says = captionOf(document, { say });
  const answer = (type: "json" | "xml") =>
    `<link rel="alternate" type="${type === "json" ? "application/json" : "text/xml"}+oembed" href="${escaped(`${about.base}${marks.here}${about.answer}.${type}`)}" title="${escaped(document.title)}">`;
  const meta = (name: string, content: string) => `<meta property="og:${name}" content="${escaped(content)}">`;
  return [
    answer("json"),
    answer("xml"),
    `<link rel="canonical" href="${escaped(about.base + about.path)}">`,
    meta("type", "article"),
    meta("title", says.title),
    meta("description", says.summary),
    meta("url", about.base + about.path),
    ...(about.card === undefined
      ? []
      : [
          meta("image", `${about.base}r/${marks.revision}/${about.card}`),
          meta("image:width", "1200"),
          meta("image:height", "630"),
          meta("image:alt", says.summary),
          '<meta name="twitter:card" content="summary_large_image">',
        ]),
  ].join("\n");
}

/**
 * One figure on a page of its own: complete as it is served, live where scripts run. Addresses in it stand behind {@link marks}: the page is shown
 * as the figure of now and, in the folder of its revision, as the figure of then.
 */
export function embedPage(page: EmbedPage): string {
  const { document, stem, say, width, drawing, files, assets, modules } = page;
  const says = captionOf(document, { say });
  const style = marks.root + assets.style;
  const src = `${marks.figures}documents/${stem}.json`;
  const [tag] = exhibitOf(document).elements;
  const served = servedMarkup(document, {
    say,
    src,
    image: imagesAt(marks.figures, drawing),
    width,
    heading: 1,
    links: "",
    shadow: { stylesheet: style },
  });
  const links = Object.fromEntries(Object.entries(files).map(([kind, name]) => [kind, marks.figures + name])) as FileLinks;
  return pageOf({
    say,
    title: says.title,
    description: says.summary,
    head: unsafeHTML(
      [
        `<link rel="stylesheet" href="${style}">`,
        `<script type="module" src="${marks.root}elements/${marks.loader}"></script>`,
        `<script type="module" src="${marks.root}${assets.inside}"></script>`,
        aheadOf(marks.root, modulesFor(modules, tag, say.locale), src),
        discovery(page),
      ]
        .filter(Boolean)
        .join("\n"),
    ),
    body: html`<main class="embed" data-here=${marks.here}>${unsafeHTML(served)}
${drawFiles(links, say)}
</main>`,
  });
}
