import type { TrendDocument } from "@vitrine/contract";
import { drawPlaces, englishOf, placeTrend, trendChart, type Frame, type TrendPlaces } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { trend } from "@vitrine/drawing/words/en/trend";
import { html, nothing, type PropertyValues } from "lit";
import { DocumentElement } from "../element/document-element.js";
import { Cursor, type View } from "./cursor.js";
import { trendStyles } from "./trend-chart.styles.js";

/**
 * How a count, a share or a mean moves, by week, month, term or year, in all and by group. A reader moves through time by pointer or arrow keys.
 *
 * @tag cs-trend-chart
 * @tagname cs-trend-chart
 * @summary How something moves over time, by group.
 */
export class TrendChart extends DocumentElement<TrendDocument> {
  static override styles = [...DocumentElement.styles, trendStyles];
  protected override readonly picture = trendChart;
  protected override readonly english = englishOf({ element, trend });
  readonly #cursor = new Cursor();
  #view: View | undefined;

  protected override isEmpty({ times }: TrendDocument): boolean {
    return times.from.length === 0;
  }

  protected override drawPicture(document: TrendDocument, frame: Frame): unknown {
    const places = this.#placesOf(document, frame);
    this.#view = { document, frame, places };
    const count = document.times.from.length;
    const words = frame.say.words.trend;
    return html`<div class="stage">${drawPlaces(document, frame, places)}${
      count === 0
        ? nothing
        : html`<div class="cursor" role="slider" tabindex="0" aria-label=${words.cursor} aria-description=${words.cursorKeys} aria-orientation="horizontal" aria-valuemin="1" aria-valuemax=${count} aria-valuenow=${count} @pointermove=${this.#cursor.move} @pointerdown=${this.#cursor.move} @pointerleave=${this.#cursor.leave} @focus=${this.#cursor.focus} @blur=${this.#cursor.leave} @keydown=${this.#cursor.key}></div>`
    }</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#view) this.#cursor.see(this.#view, this.renderRoot.querySelector(".cursor"));
  }

  /** The same while document, width and language are. */
  #placesOf(document: TrendDocument, frame: Frame): TrendPlaces {
    const known = this.#view;
    const same = known?.document === document && known.frame.width === frame.width && known.frame.say === frame.say;
    return same ? known.places : placeTrend(document, frame);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-trend-chart": TrendChart;
  }
}
