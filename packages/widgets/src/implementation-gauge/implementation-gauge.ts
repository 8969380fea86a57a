import { isExact, type ImplementationDocument } from "@vitrine/contract";
import { gauge } from "@vitrine/drawing";
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
