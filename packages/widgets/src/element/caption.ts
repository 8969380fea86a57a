import type { Note } from "@vitrine/contract";
import { drawTable, type Caption, type Say, type Table } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";

/** The two ends of a heading of each level, as a template has them. */
const headings = [1, 2, 3, 4, 5, 6].map((level) => {
  const ends = [`<h${level} part="title" dir="auto">`, `</h${level}>`];
  return Object.assign(ends, { raw: ends });
});
/** A heading of the level the page needs. */
export const heading = (level: number, text: string): TemplateResult => html(headings[level - 1] ?? headings[2]!, text);

/** Above the picture: the finding, then the sentence. */
export const head = (says: Caption, level: number): TemplateResult =>
  html`${heading(level, says.title)}<p part="summary" dir="auto">${says.summary}</p>`;

/** Under the picture: place, period and status; who says so, and as of when. */
export const foot = (says: Caption): TemplateResult =>
  html`<div part="source"><p class=${says.provisional ? "provisional" : nothing} dir="auto">${says.scope}</p><p dir="auto">${says.source}</p></div>`;

export const noteId = (kind: string): string => `note-${kind}`;

/** Every note with its kind, so that a mark can lead to the first of a kind. */
export const notes = (list: readonly Note[], say: Say): TemplateResult => {
  const seen = new Set<string>();
  const first = (kind: string) => !seen.has(kind) && seen.add(kind);
  return html`<dl>${list.map(
    ({ kind, title, text }) =>
      html`<div id=${first(kind) ? noteId(kind) : nothing} tabindex="-1"><dt dir="auto">${say.words.note[kind] === title ? nothing : html`<span class="kind">${say.words.note[kind]}</span> `}${title}</dt><dd dir="auto">${text}</dd></div>`,
  )}</dl>`;
};

/** Native tables; a wide one scrolls in its own box, which the keyboard can reach. */
export const tables = (list: readonly Table[]): TemplateResult =>
  html`${list.map((table) => html`<div class="scroll" role="group" aria-label=${table.caption} tabindex="0">${drawTable(table)}</div>`)}`;

/** Plain links, exactly as the document gives them: nothing of a row is added. */
export const actions = (says: Caption, say: Say): TemplateResult | typeof nothing =>
  says.actions.length === 0
    ? nothing
    : html`<ul part="actions" aria-label=${say.words.caption.actions}>${says.actions.map(
        ({ label, href, due }) =>
          html`<li><a href=${href} rel="noopener" dir="auto">${label}</a>${due ? html` ${say.words.caption.due(say.day(due))}` : nothing}</li>`,
      )}</ul>`;
