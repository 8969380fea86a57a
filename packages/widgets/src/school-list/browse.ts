import type { AccessDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import type { Style } from "../element/updating.js";
import type { ListActs, ListView } from "./draw.js";
import { Later } from "./later.js";
import { everything, SchoolModel, type Facets, type Query } from "./model.js";

/** What a reader has chosen among the schools of one document. The list and the map share one of these, so they never disagree. */
export class Browse {
  query: Query = everything;
  pages = 1;
  open: number | undefined;
  #model: SchoolModel | undefined;
  #locale = "";
  #answer: { query: Query; model: SchoolModel; rows: Uint32Array; facets: Facets } | undefined;

  /** What is said of one school. */
  readonly card: Later<typeof import("./card.js")>;

  /** @param changed draws again; told whether other schools are shown than before @param adopt adds styles that come later */
  constructor(
    readonly changed: (others: boolean) => void,
    adopt: (styles: readonly Style[]) => void,
  ) {
    this.card = new Later(
      () => import("./card.js"),
      ({ cardStyles }) => {
        adopt([cardStyles]);
        changed(false);
      },
    );
  }

  /** The schools of this document. Another document starts without filters. */
  model(document: AccessDocument, { locale }: Say): SchoolModel {
    if (this.#model?.document === document && this.#locale === locale) return this.#model;
    if (this.#model && this.#model.document !== document) this.forget();
    this.#locale = locale;
    return (this.#model = new SchoolModel(document, locale));
  }

  get filtered(): boolean {
    const { text, statuses, levels, activities, areas } = this.query;
    return text.trim() !== "" || statuses.size + levels.size + activities.size + areas.size > 0;
  }

  view(model: SchoolModel): ListView {
    const { query } = this;
    if (this.#answer?.query !== query || this.#answer.model !== model)
      this.#answer = { query, model, rows: model.select(query), facets: model.facets(query) };
    return {
      query,
      rows: this.#answer.rows,
      facets: this.#answer.facets,
      pages: this.pages,
      open: this.open,
      card: this.card.it?.drawCard,
    };
  }

  /** Opens the card of one school, whatever is filtered and however far the list has been read. @param size rows of a page */
  reveal(model: SchoolModel, row: number, size: number): void {
    const among = () => this.view(model).rows.indexOf(row);
    if (among() < 0) this.query = { ...everything, sort: this.query.sort, descending: this.query.descending };
    this.pages = Math.max(this.pages, Math.ceil((among() + 1) / size));
    this.open = row;
    this.card.near();
    this.changed(true);
  }

  /** Asks for others, of which `changed` is still to tell. */
  take(change: Partial<Query>): void {
    this.query = { ...this.query, ...change };
    this.pages = 1;
  }

  forget(): void {
    this.query = everything;
    this.pages = 1;
    this.open = undefined;
  }

  readonly acts: ListActs = {
    ask: (change) => {
      this.take(change);
      this.changed(true);
    },
    more: () => {
      this.pages += 1;
      this.changed(false);
    },
    toggle: (row) => {
      this.card.near();
      this.open = this.open === row ? undefined : row;
      this.changed(false);
    },
  };
}
