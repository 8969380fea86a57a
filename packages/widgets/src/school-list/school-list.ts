import type { AccessDocument } from "@vitrine/contract";
import { placePoints, tabulateAreas, tabulateSchools, type Frame, type Points, type Say, type Table } from "@vitrine/drawing";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { DocumentElement } from "../element/document-element.js";
import { drawAreas } from "./areas.js";
import { Browse } from "./browse.js";
import { drawList, page } from "./draw.js";
import { english } from "./english.js";
import { signs } from "./later.js";
import { picture } from "./picture.js";
import { listStyles } from "./school-list.styles.js";

/** A school that was shown on a map: its id in the document. */
export interface SchoolDetail {
  id: string;
}
declare global {
  interface HTMLElementEventMap {
    "vitrine-school": CustomEvent<SchoolDetail>;
  }
}
/** What a list asks of a map. */
type Locates = HTMLElement & { showSchool?: (id: string) => boolean };

/**
 * The schools of an access document as a list: search, filters with numbers, and a card for each. The text twin of the map.
 * A document without schools lists its areas. Where the document tells of grass-roots activity, schools can be found by it, and those that are
 * listed taken away as a file to recruit with.
 *
 * @tag cs-school-list
 * @tagname cs-school-list
 * @summary Which schools offer computer science, as a list.
 * @attribute map - Id of a map on the same page: a school of the list can be shown there, and a school chosen there opens here.
 * @csspart list - Filters and list.
 * @csspart card - What is said of one school.
 */
export class SchoolList extends DocumentElement<AccessDocument> {
  static override styles = [...DocumentElement.styles, listStyles];

  static override properties = { ...DocumentElement.properties, map: {} };

  declare map: string | null | undefined;

  protected override readonly picture = picture;
  protected override readonly english = english;
  #placed: { document: AccessDocument; points: Points } | undefined;
  #tables: ReturnType<typeof setTimeout> | undefined;

  readonly #browse = new Browse(
    (others) => {
      this.requestUpdate();
      if (!others) return;
      // Long tables are made again only when the reader has stopped typing.
      clearTimeout(this.#tables);
      this.#tables = setTimeout(() => this.tablesChanged(), 300);
    },
    () => import("./acts.js"),
    ({ actStyles, speak }) => {
      this.#lost = false;
      speak();
      this.adopt(actStyles);
      this.requestUpdate();
    },
    () => {
      this.#lost = true;
      // What was chosen is not done.
      for (const select of this.renderRoot.querySelectorAll("select")) select.selectedIndex = 0;
      this.requestUpdate();
    },
  );
  /** What the last act needed could not be fetched. */
  #lost = false;

  #revealed: number | undefined;
  #page: Node | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page = this.getRootNode();
    this.#page.addEventListener("vitrine-school", this.#chosen);
    for (const sign of signs) this.addEventListener(sign, this.#browse.desk.near);
  }

  override get updateComplete(): Promise<boolean> {
    return super.updateComplete.then(() => this.#browse.desk.coming).then(() => super.updateComplete);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page?.removeEventListener("vitrine-school", this.#chosen);
    clearTimeout(this.#tables);
  }

  /** A sign of use brings styles before there is a document, and these need a root. */
  protected override stays(): boolean {
    return false;
  }

  protected override isEmpty({ areas }: AccessDocument): boolean {
    return areas.schools.every((count) => count === 0);
  }

  protected override drawPicture(document: AccessDocument, { say, id }: Frame): TemplateResult {
    const { acts: own, pages } = this.#browse;
    const beside = this.#beside();
    const acts = beside?.showSchool ? { ...own, locate: (row: number) => void beside.showSchool!(document.schools!.id[row]!) } : own;
    const model = this.#browse.model(document, say);
    if (model.size === 0) return html`<div class="alone">${drawAreas(document, { pages, page }, acts, say)}</div>`;
    const { fault } = this.#points(document);
    const options = {
      id,
      say,
      page,
      search: true,
      located: (row: number) => fault[row] === 0,
      notice: this.#lost ? say.words.list.notLoaded : "",
    };
    return html`<div class="alone">${drawList(model, this.#browse.view(model), acts, options)}</div>`;
  }

  /** The map this list belongs to, when it is on the page. */
  #beside(): Locates | undefined {
    const root = this.map ? this.#page : undefined;
    return root instanceof Document || root instanceof ShadowRoot ? (root.getElementById(this.map!) ?? undefined) : undefined;
  }

  /** A school was chosen on the map: its card opens here, without taking the reader away from there. */
  readonly #chosen = (event: Event): void => {
    const { say } = this;
    const shown = this.shown && this.inView(this.shown);
    if (!this.map || !shown || !say || (event.target as Element).id !== this.map) return;
    const model = this.#browse.model(shown, say);
    const row = shown.schools?.id.indexOf((event as CustomEvent<SchoolDetail>).detail.id) ?? -1;
    if (row < 0) return;
    this.#browse.with(({ reveal }) => {
      reveal(this.#browse, model, row, page);
      this.#revealed = row;
    });
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const row = this.#revealed;
    this.#revealed = undefined;
    if (row !== undefined) this.renderRoot.querySelector(`[data-row="${row}"]`)?.scrollIntoView({ block: "nearest" });
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
    return [tabulateAreas(document, say), tabulateSchools(document, () => this.#points(document), say, rows)];
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
