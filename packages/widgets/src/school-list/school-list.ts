import type { AccessDocument } from "@vitrine/contract";
import {
  map,
  placePoints,
  tabulateAreas,
  tabulateSchools,
  type Frame,
  type MapView,
  type Points,
  type Say,
  type Table,
} from "@vitrine/drawing";
import { html, type TemplateResult } from "lit";
import { DocumentElement } from "../element/document-element.js";
import { drawAreas } from "./areas.js";
import { Browse } from "./browse.js";
import { drawList, page } from "./draw.js";
import { english } from "./english.js";
import { listStyles } from "./school-list.styles.js";

/**
 * The schools of an access document as a list: search, filters with numbers, and a card for each. The text twin of the map.
 * A document without schools lists its areas.
 *
 * @tag cs-school-list
 * @tagname cs-school-list
 * @summary Which schools offer computer science, as a list.
 * @csspart list - Filters and list.
 * @csspart card - What is said of one school.
 */
export class SchoolList extends DocumentElement<AccessDocument, MapView> {
  static override styles = [...DocumentElement.styles, listStyles];

  protected override readonly picture = map;
  protected override readonly english = english;
  #placed: { document: AccessDocument; points: Points } | undefined;
  #tables: ReturnType<typeof setTimeout> | undefined;

  readonly #browse = new Browse((others) => {
    this.requestUpdate();
    if (!others) return;
    // Long tables are made again only when the reader has stopped typing.
    clearTimeout(this.#tables);
    this.#tables = setTimeout(() => this.tablesChanged(), 300);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tables);
  }

  protected override isEmpty({ areas }: AccessDocument): boolean {
    return areas.schools.every((count) => count === 0);
  }

  protected override drawPicture(document: AccessDocument, { say, id }: Frame): TemplateResult {
    const { acts, pages } = this.#browse;
    const model = this.#browse.model(document, say);
    if (model.size === 0) return html`<div class="alone">${drawAreas(document, { text: "", pages, page }, acts, say)}</div>`;
    const { fault } = this.#points(document);
    const options = { id, say, page, search: true, located: (row: number) => fault[row] === 0 };
    return html`<div class="alone">${drawList(model, this.#browse.view(model), acts, options)}</div>`;
  }

  /** A list is text: on paper and in files its tables stand for it. */
  protected override isPicture(): boolean {
    return false;
  }
  protected override drawForPrint(): TemplateResult {
    return html``;
  }

  /** The areas, and the schools that the filters let through. */
  protected override tabulate(document: AccessDocument, say: Say): Table[] {
    const model = this.#browse.model(document, say);
    if (model.size === 0) return [tabulateAreas(document, say)];
    const rows = this.#browse.filtered ? this.#browse.view(model).rows : undefined;
    return [tabulateAreas(document, say), tabulateSchools(document, this.#points(document), say, rows)];
  }

  /** Told apart without the map's lines: a school in another state than its own is found only where they are. */
  #points(document: AccessDocument): Points {
    if (this.#placed?.document !== document) this.#placed = { document, points: placePoints(document) };
    return this.#placed.points;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-school-list": SchoolList;
  }
}
