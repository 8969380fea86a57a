import { isExact, type ImplementationDocument } from "@vitrine/contract";
import { englishOf, gauge } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { gauge as gaugeWords } from "@vitrine/drawing/words/en/gauge";
import { DocumentElement } from "../element/document-element.js";

/**
 * What share of trained teachers met the implementation bar, against the target, by course and year.
 *
 * @tag cs-implementation-gauge
 * @tagname cs-implementation-gauge
 * @summary How far trained teachers have come with the programme.
 */
export class ImplementationGauge extends DocumentElement<ImplementationDocument> {
  protected override readonly picture = gauge;
  protected override readonly english = englishOf({ element, gauge: gaugeWords });

  /** Nobody has been trained: there is nobody to count. */
  protected override isEmpty({ trained }: ImplementationDocument): boolean {
    return (isExact(trained) && trained === 0) || trained === "not-applicable";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-implementation-gauge": ImplementationGauge;
  }
}
