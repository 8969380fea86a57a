import type { MetricsDocument } from "@vitrine/contract";
import { englishOf, metricsPicture } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { metrics } from "@vitrine/drawing/words/en/metrics";
import { DocumentElement } from "../element/document-element.js";

/**
 * Single numbers as cards: what is counted, how many, of what period, and how much that moved and over whom.
 *
 * @tag cs-metric-cards
 * @tagname cs-metric-cards
 * @summary Single counts with unit, period and change.
 */
export class MetricCards extends DocumentElement<MetricsDocument> {
  protected override readonly picture = metricsPicture;
  protected override readonly english = englishOf({ element, metrics });

  protected override isEmpty({ metrics: list }: MetricsDocument): boolean {
    return list.length === 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-metric-cards": MetricCards;
  }
}
