import type { GapDocument } from "@vitrine/contract";
import { englishOf, gapPicture } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { gap } from "@vitrine/drawing/words/en/gap";
import { DocumentElement } from "../element/document-element.js";

/**
 * How far apart two groups are, or the ends of an ordered scale: context beside outcome, and the distance as a number.
 *
 * @tag cs-gap-chart
 * @tagname cs-gap-chart
 * @summary Context beside outcome, and the distance between groups.
 */
export class GapChart extends DocumentElement<GapDocument> {
  protected override readonly picture = gapPicture;
  protected override readonly english = englishOf({ element, gap });

  /** There is no group to compare. */
  protected override isEmpty({ groups }: GapDocument): boolean {
    return groups.length === 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-gap-chart": GapChart;
  }
}
