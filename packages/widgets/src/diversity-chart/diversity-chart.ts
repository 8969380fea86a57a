import type { CompositionDocument } from "@vitrine/contract";
import { diversity, englishOf } from "@vitrine/drawing";
import { composition } from "@vitrine/drawing/words/en/composition";
import { element } from "@vitrine/drawing/words/en/element";
import { DocumentElement } from "../element/document-element.js";

/**
 * Who the students are, beside who the schools' students are.
 *
 * @tag cs-diversity-chart
 * @tagname cs-diversity-chart
 * @summary Shares of students by group, beside the shares of those they are compared with.
 */
export class DiversityChart extends DocumentElement<CompositionDocument> {
  protected override readonly picture = diversity;
  protected override readonly english = englishOf({ element, composition });

  /** There is no group to tell of. */
  protected override isEmpty({ breakdowns }: CompositionDocument): boolean {
    return breakdowns.length === 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-diversity-chart": DiversityChart;
  }
}
