import type { Note, VitrineDocument } from "@vitrine/contract";
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

/** How much of a document stands under its picture. */
export interface Under {
  /** Tables: open for a reader without scripts, folded where an element that folds them takes over, or none. Long ones are always folded. */
  tables: "open" | "folded" | "none";
  /** Long tables too, such as every school; without them they are left to the page of the figure. */
  long: boolean;
  /** Notes and actions. */
  notes: boolean;
}
/** All of it, open. */
export const allUnder: Under = { tables: "open", long: true, notes: true };

const fold = (folded: boolean, summary: string, content: unknown) =>
  folded ? html`<details><summary>${summary}</summary>${content}</details>` : content;

function drawTables(document: VitrineDocument, say: Say, { tables, long }: Under): unknown {
  const drawn = tablesOf(document, say).flatMap((table) => {
    const isLong = table.rows.length > mostOpenRows;
    return isLong && !long ? [] : [fold(isLong, `${table.caption} (${say.number(table.rows.length)})`, drawTable(table))];
  });
  if (tables === "none" || drawn.length === 0) return nothing;
  const content = html`<div class="tables" role="group" tabindex="0" aria-label=${say.words.site.table}>${drawn}</div>`;
  return fold(tables === "folded", say.words.site.table, content);
}

export interface FigureParts {
  say: Say;
  /** The drawing, or an image of it. */
  picture: unknown;
  /** Level of the figure's heading on its page; those inside it are one lower. */
  heading: 1 | 2 | 3;
  under: Under;
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
export function figureOf(document: VitrineDocument, { say, picture, heading, under, links }: FigureParts): TemplateResult {
  const says = captionOf(document, { say });
  const { words } = say;
  const due = (day: string | undefined) => (day === undefined ? nothing : ` (${words.caption.due(say.day(day))})`);
  return html`<figure lang=${say.locale} dir=${say.direction}>
${headings[heading - 1]!(says.title)}
<p class="scope">${says.scope}</p>
<p class="summary">${says.summary}</p>
<div class="picture">${picture}</div>
${drawTables(document, say, under)}
<p class="source">${says.source}</p>
${links ?? nothing}
${under.notes && says.notes.length > 0 ? drawNotes(says.notes, say, under.tables === "folded" ? "folded" : heading) : nothing}
${
  under.notes && says.actions.length > 0
    ? html`<section class="actions">${under.tables === "folded" ? nothing : headings[heading]!(words.caption.actions)}<ul>${says.actions.map(
        ({ label, href, due: day }) => html`<li><a href=${href}>${label}</a>${due(day)}</li>`,
      )}</ul></section>`
    : nothing
}
</figure>`;
}

/** Notes under a heading, or folded as an element folds them. */
function drawNotes(notes: readonly Note[], { words }: Say, under: "folded" | 1 | 2 | 3): TemplateResult {
  const list = html`<dl>${notes.map(
    ({ kind, title, text }) =>
      html`<dt>${title}${title === words.note[kind] ? nothing : html` <span class="kind">${words.note[kind]}</span>`}</dt><dd>${text}</dd>`,
  )}</dl>`;
  return html`<section class="notes">${under === "folded" ? fold(true, words.caption.notes, list) : [headings[under]!(words.caption.notes), list]}</section>`;
}
