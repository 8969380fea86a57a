import type { VitrineDocument } from "@vitrine/contract";
import { englishOf, type Say } from "@vitrine/drawing";
import { dashboard as words } from "@vitrine/drawing/words/en/dashboard";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { languageOf, sayIn, watchLanguage, wordsFor } from "../element/language.js";
import { captionStyles, elementStyles } from "../element/styles.js";
import { UpdatingElement, type Properties } from "../element/updating.js";
import { dashboardStyles } from "./dashboard.styles.js";
import { menusOf, pick, type Filter, type Miss, type Picked } from "./pick.js";
import { dimensions, splitsOf, type Dimension } from "./split.js";

/** What a reader chose: ids of groups, the label of a year. What is left out is not filtered by. */
export type FilteredDetail = Partial<Record<Dimension, string>>;
declare global {
  interface HTMLElementEventMap {
    "vitrine-filtered": CustomEvent<FilteredDetail>;
  }
}

/** What a dashboard uses of an element of a document. */
interface FigureElement extends HTMLElement {
  readonly shown?: VitrineDocument;
  inView(document: VitrineDocument): VitrineDocument;
  requestUpdate(): void;
}
/** One thing in the grid, and the figures in it. */
interface Cell {
  node: Element | Text;
  full: boolean;
  figures: FigureElement[];
}

/** Elements that need the whole width of a grid. */
const wide = /^cs-(?:school-access-map|school-list|roster-table|trend-chart|plan-timeline|metric-cards|inventory-grid)$/;
const english = englishOf({ dashboard: words });

const isFigure = (element: Element): element is FigureElement => /^cs-(?!dashboard$)/.test(element.localName);
const isDimension = (word: string | undefined): word is Dimension => dimensions.some((dimension) => dimension === word);

/**
 * Figures side by side, with one set of filters for all: by school year, course and place, as far as their documents are split that way.
 *
 * Its children are the elements of the figures, and whatever else the page puts between them; without a script they stand there as they are.
 * A figure follows a filter where its document tells the chosen group apart already: nothing is worked out. Where it does not, a sentence
 * above the figure says so. Menus list only groups of which a figure is told, and never say which were left out.
 *
 * On a child, `data-groups="course"` (`year`, `place`) says what the groups of a trend or a survey are; `data-span="half"` or `"full"`
 * how much of a row it takes. A print leaves the menus out and says what was chosen.
 *
 * @tag cs-dashboard
 * @tagname cs-dashboard
 * @summary Several figures with one set of filters.
 * @attribute year - The school year in view, as its label; all when left out. Written by the element when a reader chooses.
 * @attribute course - The course in view, as the id of its group.
 * @attribute place - The place in view, as the id of its group or area.
 * @attribute theme - `light` or `dark`, for the filters; without it they follow the page's `color-scheme`.
 * @attribute lang - Language of the filters; else that of the closest ancestor.
 * @slot - The figures, and what stands between them.
 * @fires {CustomEvent<FilteredDetail>} vitrine-filtered - A reader changed a filter: ids of what is chosen, never a figure.
 * @csspart filters - The menus and their buttons.
 * @csspart status - What the filters came to, in words.
 * @csspart grid - The figures.
 */
export class Dashboard extends UpdatingElement {
  static override styles = [captionStyles, elementStyles, dashboardStyles];
  static override properties: Properties = { year: {}, course: {}, place: {} };

  declare year: string | null | undefined;
  declare course: string | null | undefined;
  declare place: string | null | undefined;

  #say: Say | undefined;
  #tag: string | undefined;
  #stop: (() => void)[] = [];
  /** Figures that are told the filter. */
  readonly #told = new Set<FigureElement>();
  readonly #picked = new WeakMap<FigureElement, { from: VitrineDocument; key: string; picked: Picked }>();
  #cells: Cell[] = [];
  #filter: Filter = {};
  /** Whether a filter was ever in use: only then is there something to announce. */
  #used = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const again = () => this.requestUpdate();
    const children = new MutationObserver(again);
    children.observe(this, { childList: true });
    this.addEventListener("vitrine-drawn", again);
    this.#stop.push(
      () => children.disconnect(),
      () => this.removeEventListener("vitrine-drawn", again),
      watchLanguage(this, again),
    );
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stop.splice(0)) stop();
    for (const figure of this.#told) this.#release(figure);
  }

  /** Shows everything again. */
  reset(): void {
    for (const dimension of dimensions) this.removeAttribute(dimension);
    for (const dimension of dimensions) this[dimension] = null;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (!this.shadowRoot) this.attachShadow({ mode: "open", slotAssignment: "manual" });
    return super.createRenderRoot();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#speak();
    this.#cells = [...this.childNodes].flatMap((node): Cell[] => {
      if (node instanceof Text) return node.data.trim() ? [{ node, full: true, figures: [] }] : [];
      if (!(node instanceof Element) || /^(?:script|style|template)$/.test(node.localName)) return [];
      const span = node.getAttribute("data-span");
      const full = span ? span === "full" : !isFigure(node) || wide.test(node.localName);
      return [{ node, full, figures: isFigure(node) ? [node] : [...node.querySelectorAll("*")].filter(isFigure) }];
    });
    const figures = this.#cells.flatMap((cell) => cell.figures).filter(({ shown }) => shown);
    this.#menus = menusOf(figures.flatMap((figure) => splitsOf(figure.shown!, groupsOf(figure))));
    this.#filter = Object.fromEntries(
      this.#menus.flatMap(({ dimension, values }) => {
        const value = values.find(({ id }) => id === this[dimension]);
        return value ? [[dimension, value]] : [];
      }),
    );
    this.#used ||= Object.keys(this.#filter).length > 0;
    for (const figure of this.#told) if (!figures.includes(figure)) this.#release(figure);
    for (const figure of figures) this.#tell(figure);
  }
  #menus: ReturnType<typeof menusOf> = [];

  protected override updated(_changed: PropertyValues): void {
    const slots = [...this.renderRoot.querySelectorAll("slot")];
    slots.forEach((slot, at) => {
      const node = this.#cells[at]?.node;
      if (node && slot.assignedNodes()[0] !== node) slot.assign(node);
    });
  }

  // What a figure is told.

  #pickFor(figure: FigureElement, from: VitrineDocument): Picked {
    const groups = groupsOf(figure);
    const key = JSON.stringify([this.#filter, groups]);
    const known = this.#picked.get(figure);
    if (known?.from === from && known.key === key) return known.picked;
    const picked = pick(from, this.#filter, groups);
    this.#picked.set(figure, { from, key, picked });
    return picked;
  }

  #tell(figure: FigureElement): void {
    const before = this.#told.has(figure) ? this.#picked.get(figure)?.picked.document : figure.shown;
    const { document } = this.#pickFor(figure, figure.shown!);
    if (document === before) return;
    if (document === figure.shown) return this.#release(figure);
    this.#told.add(figure);
    const own = Object.getPrototypeOf(figure) as FigureElement;
    figure.inView = (given) => own.inView.call(figure, this.#pickFor(figure, given).document);
    figure.requestUpdate();
  }

  #release(figure: FigureElement): void {
    this.#told.delete(figure);
    this.#picked.delete(figure);
    delete (figure as Partial<FigureElement>).inView;
    figure.requestUpdate();
  }

  // What a reader sees.

  #speak(): void {
    const tag = languageOf(this);
    const direction = getComputedStyle(this).direction === "rtl" ? "rtl" : "ltr";
    if (`${tag} ${direction}` === this.#tag) return;
    const mine = (this.#tag = `${tag} ${direction}`);
    const come = wordsFor(tag, english);
    if (!(come instanceof Promise)) this.#say = sayIn(come, tag, direction);
    else
      void come.then((there) => {
        if (mine !== this.#tag) return;
        this.#say = sayIn(there, tag, direction);
        this.requestUpdate();
      });
  }

  protected override render(): unknown {
    const say = this.#say;
    return html`<div class="dashboard" dir=${say?.direction ?? nothing}>${say ? this.#renderBar(say) : nothing}<div class="grid" part="grid">${this.#cells.map(
      ({ full, figures }) =>
        html`<div class=${full ? "cell full" : "cell"}>${say ? figures.map((figure) => this.#renderMisses(figure, say)) : nothing}<slot></slot></div>`,
    )}</div></div>`;
  }

  #renderBar(say: Say): TemplateResult {
    const { dashboard: words } = say.words;
    const chosen = dimensions.flatMap((dimension) => this.#filter[dimension]?.name ?? []);
    return html`<div class="bar" part="filters" role="group" aria-label=${words.filters}>
  ${this.#menus.map(
    ({ dimension, values }) =>
      html`<label>${words.label[dimension]}<select name=${dimension} @change=${this.#choose}>
  <option value="" .selected=${!this.#filter[dimension]}>${words.all[dimension]}</option>
  ${values.map(({ id, name }) => html`<option value=${id} .selected=${this.#filter[dimension]?.id === id}>${name}</option>`)}
</select></label>`,
  )}
  <div class="acts">${this.#menus.length > 0 ? html`<button type="button" name="reset" ?disabled=${chosen.length === 0} @click=${this.#resetAll}>${words.reset}</button>` : nothing}<button type="button" name="print" @click=${print}>${words.print}</button></div>
  ${this.#menus.length > 0 ? html`<p class="hint" dir="auto">${words.listed}</p>` : nothing}
</div>
<p class="status" part="status" role="status" dir="auto">${this.#sayStatus(chosen, say)}</p>
<p class="only" dir="auto">${chosen.join(" · ")}</p>`;
  }

  #sayStatus(chosen: readonly string[], say: Say): string | typeof nothing {
    if (!this.#used) return nothing;
    const { dashboard: words } = say.words;
    if (chosen.length === 0) return words.saidAll;
    const figures = this.#cells.flatMap((cell) => cell.figures).filter(({ shown }) => shown);
    const count = figures.filter((figure) => this.#pickFor(figure, figure.shown!).misses.length === 0).length;
    return words.said(count, say.number(count), say.number(figures.length), chosen.join(" · "));
  }

  #renderMisses(figure: FigureElement, say: Say): unknown {
    const document = figure.shown;
    if (!document) return nothing;
    const { misses, only } = this.#pickFor(figure, document);
    if (misses.length === 0) return nothing;
    const { dashboard: words } = say.words;
    const whole = { year: document.period.label, course: "", place: document.scope.name };
    const sentence = ({ dimension, why }: Miss): string => {
      if (document.schema === "roster/1") return words.own;
      const { name } = this.#filter[dimension]!;
      if (why === "absent") return words.absent(name);
      return why === "crossed" ? words.crossed(name, only.map((one) => one.name).join(" · ")) : words.unsplit[dimension](whole[dimension]);
    };
    return html`<p class="miss" dir="auto">${[...new Set(misses.map(sentence))].join(" ")}</p>`;
  }

  readonly #choose = (event: Event): void => {
    const { name, value } = event.currentTarget as HTMLSelectElement;
    if (!isDimension(name)) return;
    if (value) this.setAttribute(name, value);
    else this.removeAttribute(name);
    this[name] = value || null;
    this.#announce();
  };

  readonly #resetAll = (): void => {
    this.reset();
    this.renderRoot.querySelector("select")?.focus();
    this.#announce();
  };

  #announce(): void {
    const detail: FilteredDetail = Object.fromEntries(
      dimensions.flatMap((dimension) => (this[dimension] ? [[dimension, this[dimension]]] : [])),
    );
    this.dispatchEvent(new CustomEvent("vitrine-filtered", { detail, bubbles: true, composed: true }));
  }
}

/** What the page says that the groups of a figure are. */
const groupsOf = ({ dataset }: HTMLElement): Dimension | undefined => (isDimension(dataset["groups"]) ? dataset["groups"] : undefined);
const print = (): void => globalThis.print();

declare global {
  interface HTMLElementTagNameMap {
    "cs-dashboard": Dashboard;
  }
}
