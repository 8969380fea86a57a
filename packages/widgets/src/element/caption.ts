import type { Note } from "@vitrine/contract";
import { drawTable, type Caption, type Say, type Table } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";

/** A heading of the level the page needs. */
export function heading(level: number, text: string): TemplateResult {
  if (level === 1) return html`<h1 part="title" dir="auto">${text}</h1>`;
  if (level === 2) return html`<h2 part="title" dir="auto">${text}</h2>`;
  if (level === 4) return html`<h4 part="title" dir="auto">${text}</h4>`;
  if (level === 5) return html`<h5 part="title" dir="auto">${text}</h5>`;
  if (level === 6) return html`<h6 part="title" dir="auto">${text}</h6>`;
  return html`<h3 part="title" dir="auto">${text}</h3>`;
}

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
