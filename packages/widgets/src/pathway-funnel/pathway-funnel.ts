import type { PathwayDocument } from "@vitrine/contract";
import { englishOf, pathwayFunnel } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { pathway } from "@vitrine/drawing/words/en/pathway";
import { DocumentElement } from "../element/document-element.js";

/**
 * Who reached each stage of an event, a programme or a sequence of courses, who went on and who did not, in all and by group.
 *
 * @tag cs-pathway-funnel
 * @tagname cs-pathway-funnel
 * @summary Who goes on from stage to stage.
 */
export class PathwayFunnel extends DocumentElement<PathwayDocument> {
  protected override readonly picture = pathwayFunnel;
  protected override readonly english = englishOf({ element, pathway });

  /** Nobody has begun: there is nobody to count. */
  protected override isEmpty({ all }: PathwayDocument): boolean {
    return all.reached.every((count) => count === 0 || count === "not-applicable");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-pathway-funnel": PathwayFunnel;
  }
}
