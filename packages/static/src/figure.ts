import type { VitrineDocument } from "@vitrine/contract";
import { drawTable, toCsv, type Say, type Table } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { exhibitOf } from "./pictures.js";
import { captionOf } from "./sheet.js";

/** Longer tables are folded: the reader of a page is not made to scroll past a thousand schools. */
const mostOpenRows = 30;

/** Every table of a document: those of its picture, then its lists. */
export function tablesOf(document: VitrineDocument, say: Say): Table[] {
  const exhibit = exhibitOf(document);
  return [...exhibit.picture.tabulate(document, say), ...(exhibit.lists?.(document, say) ?? [])];
}

/** The figures of a document as CSV: UTF-8 with a byte-order mark, so that spreadsheets read the letters right. */
export const csvOf = (document: VitrineDocument, say: Say): string => `\uFEFF${toCsv(tablesOf(document, say))}`;

/** An alternative text is at most so long; some readers stop there. */
const mostAlt = 150;

/** The picture's own sentences, as many as 150 characters hold; of a longer one its clauses, or its words. */
export function altOf(document: VitrineDocument, say: Say): string {
  const said = exhibitOf(document).picture.summarise(document, say);
  if (said.length <= mostAlt) return said;
  const begins = said.slice(0, mostAlt);
  const stop = begins.lastIndexOf(". ");
  if (stop > 0) return said.slice(0, stop + 1);
  const clause = begins.lastIndexOf("; ");
  if (clause > 0) return `${said.slice(0, clause)}.`;
  return `${said.slice(0, Math.max(begins.lastIndexOf(" "), mostAlt - 50))}…`;
}

/** Each table open, or folded under its caption when it is long. */
const drawTables = (document: VitrineDocument, say: Say): unknown =>
  tablesOf(document, say).map((table) =>
    table.rows.length <= mostOpenRows
      ? drawTable(table)
      : html`<details><summary>${table.caption} (${say.number(table.rows.length)})</summary>${drawTable(table)}</details>`,
  );

export interface FigureParts {
  say: Say;
  /** The drawing, or an image of it. */
  picture: unknown;
  /** Level of the figure's heading on its page; those inside it are one lower. */
  heading: 1 | 2 | 3;
  /** Tables, notes and actions too, not only heading, sentence and picture. */
  whole: boolean;
  /** Files and addresses beside the figure. */
  links?: unknown;
}

const headings = [
  (text: string) => html`<h1>${text}</h1>`,
  (text: string) => html`<h2>${text}</h2>`,
  (text: string) => html`<h3>${text}</h3>`,
  (text: string) => html`<h4>${text}</h4>`,
] as const;

/**
 * A document as a figure of plain HTML: heading, place, sentence, picture, table, source, notes, actions. Nothing in it needs a script,
 * a style or an unknown tag, so that an editor that cleans markup leaves it whole.
 */
export function figureOf(document: VitrineDocument, { say, picture, heading, whole, links }: FigureParts): TemplateResult {
  const says = captionOf(document, { say });
  const { words } = say;
  const due = (day: string | undefined) => (day === undefined ? nothing : ` (${words.caption.due(say.day(day))})`);
  return html`<figure lang=${say.locale} dir=${say.direction}>
${headings[heading - 1]!(says.title)}
<p class="scope">${says.scope}</p>
<p class="summary">${says.summary}</p>
<div class="picture">${picture}</div>
${whole ? html`<div class="tables" role="group" tabindex="0" aria-label=${words.site.table}>${drawTables(document, say)}</div>` : nothing}
<p class="source">${says.source}</p>
${links ?? nothing}
${
  whole && says.notes.length > 0
    ? html`<section class="notes">${headings[heading]!(words.caption.notes)}<dl>${says.notes.map(
        ({ kind, title, text }) =>
          html`<dt>${title}${title === words.note[kind] ? nothing : html` <span class="kind">${words.note[kind]}</span>`}</dt><dd>${text}</dd>`,
      )}</dl></section>`
    : nothing
}
${
  whole && says.actions.length > 0
    ? html`<section class="actions">${headings[heading]!(words.caption.actions)}<ul>${says.actions.map(
        ({ label, href, due: day }) => html`<li><a href=${href}>${label}</a>${due(day)}</li>`,
      )}</ul></section>`
    : nothing
}
</figure>`;
}
