import type { PlanDocument } from "@vitrine/contract";
import { englishOf, planPicture } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { plan } from "@vitrine/drawing/words/en/plan";
import { DocumentElement } from "../element/document-element.js";

/**
 * What is done by when and by which role, with which resources, what data is collected, and what happens when a day is missed.
 *
 * @tag cs-plan-timeline
 * @tagname cs-plan-timeline
 * @summary Steps, days, resources, data collection and who does what.
 */
export class PlanTimeline extends DocumentElement<PlanDocument> {
  protected override readonly picture = planPicture;
  protected override readonly english = englishOf({ element, plan });

  protected override isEmpty({ notice, goals, steps, groups, sessions, resources, data, allocation }: PlanDocument): boolean {
    return !notice && [goals, steps, groups, sessions, resources, data, allocation].every(({ length }) => length === 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-plan-timeline": PlanTimeline;
  }
}
