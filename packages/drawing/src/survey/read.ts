import { isAbsence, isExact, type Absence, type SurveyAnswers, type SurveyDocument } from "@vitrine/contract";
import { isAbsent, spanOf, type Span } from "../bars/span.js";

export type Scale = SurveyDocument["scale"];
export type Steps = Extract<Scale, { kind: "steps" }>;
export type TwoSided = Extract<Scale, { kind: "two-sided" }>;

/** One row of the picture: a question, or one group of those who answered it. */
export interface AnswerRow {
  /** `fun`, `fun/teachers` */
  key: string;
  name: string;
  /** The question's text, where the name is that of a group. */
  question?: string;
  of: SurveyAnswers;
}

/** Every question and under it its groups, in the document's order. */
export const rowsOf = ({ questions }: SurveyDocument): AnswerRow[] =>
  questions.flatMap((question): AnswerRow[] => [
    { key: question.id, name: question.text, of: question },
    ...question.groups.map((group) => ({ key: `${question.id}/${group.id}`, name: group.name, question: question.text, of: group })),
  ]);

/** The share of each step, in the order of the steps. */
export const spansOf = ({ answered, counts, shares }: SurveyAnswers, { steps }: Steps): Span[] =>
  steps.map((_, at) => spanOf(counts?.[at], answered, shares?.[at]));

/** Exact shares of all steps, which alone have a length each and can stand end to end. */
export function exactShares(of: SurveyAnswers, scale: Steps): number[] | undefined {
  const spans = spansOf(of, scale);
  const exact = spans.flatMap((span) => (!isAbsent(span) && span.low === span.high ? [span.low] : []));
  return exact.length === spans.length && isExact(of.answered) && of.answered > 0 ? exact : undefined;
}

/** The steps of one side taken together: as exact as they are themselves. Nothing is added up over a withheld one. */
export function sideSpan(of: SurveyAnswers, scale: Steps, side: "low" | "high"): Span {
  const spans = spansOf(of, scale);
  const inside: Span[] = [];
  const outside: Span[] = [];
  spans.forEach((span, at) => (scale.steps[at]!.side === side ? inside : outside).push(span));
  const absent = spans.find(isAbsent);
  if (absent) return absent;
  const ends = (some: Span[], end: "low" | "high") => some.reduce((sum, span) => sum + (isAbsent(span) ? 0 : span[end]), 0);
  const exact = exactShares(of, scale);
  if (exact) return { low: ends(inside, "low"), high: ends(inside, "low") };
  return {
    low: Math.max(0, ends(inside, "low"), 1 - ends(outside, "high")),
    high: Math.min(1, ends(inside, "high"), 1 - ends(outside, "low")),
  };
}

/** Why a row has nothing that can be drawn. */
export function rowAbsence(of: SurveyAnswers, scale: Scale): Absence | undefined {
  if (of.answered === 0) return "not-applicable";
  if (scale.kind === "two-sided") return of.mean !== undefined && isAbsence(of.mean) ? of.mean : undefined;
  const spans = spansOf(of, scale);
  const [first] = spans;
  return first && isAbsent(first) && spans.every((span) => isAbsent(span) && span.absent === first.absent) ? first.absent : undefined;
}
