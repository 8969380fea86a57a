import type { SurveyDocument } from "@vitrine/contract";
import { englishOf, survey } from "@vitrine/drawing";
import { element } from "@vitrine/drawing/words/en/element";
import { survey as surveyWords } from "@vitrine/drawing/words/en/survey";
import { DocumentElement } from "../element/document-element.js";

/**
 * How people answered on a scale of agreement or on a two-sided scale, always with how many answered.
 *
 * @tag cs-survey-bars
 * @tagname cs-survey-bars
 * @summary Answers of a survey around the neutral middle.
 */
export class SurveyBars extends DocumentElement<SurveyDocument> {
  protected override readonly picture = survey;
  protected override readonly english = englishOf({ element, survey: surveyWords });

  /** Nothing was asked. */
  protected override isEmpty({ questions }: SurveyDocument): boolean {
    return questions.length === 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cs-survey-bars": SurveyBars;
  }
}
