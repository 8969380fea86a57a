import { listActs } from "@vitrine/drawing/words/en/list-acts";
import { html, type TemplateResult } from "lit";
import type { Browse } from "./browse.js";
import { drawCard } from "./card.js";
import { cardStyles } from "./card.styles.js";
import type { ListActs, ListOptions } from "./draw.js";
import { english } from "./english.js";
import { everything, type Facets, type Query, type SchoolModel } from "./model.js";
import { queriesOf } from "./queries.js";

/** What only an act of the reader needs of a list, as a file of its own: its styles, */
export const actStyles = [cardStyles];
/** and what it says. */
export const speak = (): void => void Object.assign(english.list, listActs);

/** The schools that a query lets through, in its order, and the numbers beside the choices. */
export function answer(model: SchoolModel, query: Query): { rows: Uint32Array; facets: Facets } {
  const queries = queriesOf(model);
  return { rows: queries.select(query), facets: queries.facets(query) };
}

/** Opens the card of one school, whatever is filtered and however far the list has been read. @param size rows of a page */
export function reveal(browse: Browse, model: SchoolModel, row: number, size: number): void {
  const among = () => browse.view(model).rows.indexOf(row);
  if (among() < 0) browse.query = { ...everything, sort: browse.query.sort, descending: browse.query.descending };
  browse.pages = Math.max(browse.pages, Math.ceil((among() + 1) / size));
  browse.open = row;
  browse.changed(true);
}

/** The way back to all schools. */
export const drawClear = ({ sort, descending }: Query, acts: ListActs, { say }: ListOptions): TemplateResult =>
  html`<button type="button" class="plain" @click=${() => acts.ask({ ...everything, sort, descending })}>${say.words.list.clear}</button>`;

/** The card of a school, under its row. @param columns of the table */
export const drawOpen = (
  model: SchoolModel,
  row: number,
  acts: ListActs,
  { say, id, located }: ListOptions,
  columns: number,
): TemplateResult =>
  html`<tr class="open"><td colspan=${columns} id=${`${id}-card-${row}`}>${drawCard(model, row, { say, located: located(row), locate: acts.locate && (() => acts.locate!(row)) })}</td></tr>`;
