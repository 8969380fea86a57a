import type { AccessDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import type { ListActs, ListView } from "./draw.js";
import { Later } from "./later.js";
import { everything, SchoolModel, type Facets, type Query } from "./model.js";

/** What only acts on a list need. A map's own acts come with them. */
export type ListDesk = typeof import("./acts.js");

/** What a reader has chosen among the schools of one document. The list and the map share one of these, so they never disagree. */
export class Browse<Desk extends ListDesk = ListDesk> {
  query: Query = everything;
  pages = 1;
  open: number | undefined;
  #model: SchoolModel | undefined;
  #locale = "";
  #answer: { query: Query; model: SchoolModel; rows: Uint32Array; facets: Facets } | undefined;

  readonly desk: Later<Desk>;

  /**
   * @param changed draws again; told whether other schools are shown than before @param fetch what acts need, at the first sign of one
   * @param come called once that is there @param lost it cannot be had
   */
  constructor(
    readonly changed: (others: boolean) => void,
    fetch: () => Promise<Desk>,
    come: (desk: Desk) => void,
    private readonly lost: () => void,
  ) {
    this.desk = new Later(fetch, come);
  }

  /** Acts as soon as what acts need is there. */
  with(act: (desk: Desk) => unknown, lost = this.lost): unknown {
    return this.desk.with(act, lost);
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
    const { query, pages, open } = this;
    const desk = this.desk.it;
    if (this.#answer?.query !== query || this.#answer.model !== model) {
      // Other questions are asked at the desk.
      const answer = query === everything ? { rows: model.order(), facets: model.facets() } : desk!.answer(model, query);
      this.#answer = { query, model, ...answer };
    }
    const { rows, facets } = this.#answer;
    return { query, filtered: this.filtered, rows, facets, pages, open, desk };
  }

  /** Asks for others, of which `changed` is still to tell. */
  take(change: Partial<Query>): void {
    this.query = { ...this.query, ...change };
    this.pages = 1;
  }

  /** Asks for others. */
  ask(change: Partial<Query>): void {
    this.take(change);
    this.changed(true);
  }

  forget(): void {
    this.query = everything;
    this.pages = 1;
    this.open = undefined;
  }

  /** Opens the card of a school, or closes it. */
  toggle(row: number): void {
    this.open = this.open === row ? undefined : row;
    this.changed(false);
  }

  readonly acts: ListActs = {
    ask: (change) => this.with(() => this.ask(change)),
    more: () => {
      this.pages += 1;
      this.changed(false);
    },
    toggle: (row) => this.with(() => this.toggle(row)),
  };
}
