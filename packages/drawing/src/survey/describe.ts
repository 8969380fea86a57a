import { absences, isAbsence, isExact, type SurveyAnswers, type SurveyDocument } from "@vitrine/contract";
import { isAbsent, rangeText, spanText, wholePercent, type Spans } from "../bars/span.js";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { exactShares, rowAbsence, rowsOf, sideSpan, spansOf, type AnswerRow, type Steps, type TwoSided } from "./read.js";

/** A number with its sign; zero has none. */
export const signed = (value: number, say: Say): string =>
  value === 0 ? say.number(0) : `${value > 0 ? "+" : "\u2212"}${say.number(Math.abs(value))}`;

/** "+10 to +30", "+14.5", or why there is no mean. */
export function meanText({ mean = "unknown" }: SurveyAnswers, say: Say, absent = say.words.absence): string {
  if (isAbsence(mean)) return absent[mean];
  return typeof mean === "number" ? signed(mean, say) : say.words.range(signed(mean.from, say), signed(mean.to, say));
}

/** "412 families", or that their number is withheld. */
export function peopleText({ answered }: SurveyAnswers, { respondents }: SurveyDocument, say: Say): string {
  const words = say.words.survey;
  return isAbsence(answered)
    ? words.peopleAbsent(respondents, say.words.absenceSaid[answered])
    : words.people(say.count(answered), respondents);
}

/** "Agree: 76%" */
export const sideText = (of: SurveyAnswers, scale: Steps, side: "low" | "high", say: Say): string =>
  say.words.survey.item(scale[side], rangeText(sideSpan(of, scale, side), say));

/** The share of one step in words. */
export const stepText = ({ answered, counts, shares }: SurveyAnswers, at: number, say: Say, absent = say.words.absence): string =>
  spanText(counts?.[at], answered, shares?.[at], say, absent);

/** One row in words: its name, how many answered, and every figure. */
export function describeRow({ name, question, of }: AnswerRow, document: SurveyDocument, say: Say): string {
  const words = say.words.survey;
  const { scale } = document;
  const said = say.words.absenceSaid;
  const absent = rowAbsence(of, scale);
  const figures = absent
    ? [said[absent]]
    : scale.kind === "two-sided"
      ? [words.item(words.mean, meanText(of, say, said))]
      : scale.steps.map((step, at) => words.item(step.name, stepText(of, at, say, said)));
  return words.item(question === undefined ? name : words.group(question, name), [...figures, peopleText(of, document, say)].join(", "));
}

/** The picture in sentences. */
export function summariseSurvey(document: SurveyDocument, say: Say): string {
  const words = say.words.survey;
  const { scale, questions, status } = document;
  const [first] = questions;
  if (!first) return words.none;
  const rows = rowsOf(document);
  const told = scale.kind === "two-sided" ? sayMeans(document, scale, say) : sayShares(document, scale, say);
  const banded = rows.filter(({ of }) => isBanded(of));
  const figures = new Set<unknown>(rows.flatMap(({ of }) => [of.answered, of.mean, ...(of.counts ?? of.shares ?? [])]));
  // Counts that stand beside their shares are not missed.
  rows.forEach(({ of }) => of.shares?.forEach((share) => figures.add(share)));
  const missing = absences.filter(
    (absence) => absence !== "not-applicable" && figures.has(absence) && !(absence === "withheld" && onlyBesideShares(rows)),
  );
  return [
    ...told,
    banded.length > 0 ? (scale.kind === "two-sided" ? words.fewMean : words.few) : "",
    missing.length > 0 ? words.some(say.either(missing.map((absence) => say.words.absenceSaid[absence]))) : "",
    status === "provisional" ? words.provisional : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const isBanded = ({ shares, mean }: SurveyAnswers): boolean =>
  (typeof mean === "object" && mean !== null) || (shares ?? []).some((share) => !isAbsence(share) && !isExact(share));

/** Whether counts are withheld only where a share of the same people is told. */
const onlyBesideShares = (rows: readonly AnswerRow[]): boolean =>
  rows.every(
    ({ of: { answered, mean, counts, shares } }) =>
      answered !== "withheld" &&
      mean !== "withheld" &&
      (counts ?? []).every((count, at) => count !== "withheld" || (shares?.[at] !== undefined && shares[at] !== "withheld")) &&
      !shares?.includes("withheld"),
  );

function sayShares(document: SurveyDocument, scale: Steps, say: Say): string[] {
  const words = say.words.survey;
  const { questions } = document;
  if (questions.length <= 3)
    return questions.map((question) => {
      const absent = rowAbsence(question, scale);
      if (absent) return words.sentenceAbsent(question.text, say.words.absenceSaid[absent]);
      const figures =
        questions.length === 1
          ? scale.steps.map(({ name }, at) => words.item(name, stepText(question, at, say, say.words.absenceSaid)))
          : [sideText(question, scale, "high", say), sideText(question, scale, "low", say)];
      return words.sentence(question.text, figures.join(", "), peopleText(question, document, say));
    });
  const [largest] = questions.filter(({ answered }) => isExact(answered)).sort((a, b) => Number(b.answered) - Number(a.answered));
  // Only exact figures are put in order: the order of others would say more than they do.
  const exact = questions.flatMap((question) => {
    const shares = exactShares(question, scale);
    return shares
      ? [{ text: question.text, high: shares.reduce((sum, share, at) => sum + (scale.steps[at]!.side === "high" ? share : 0), 0) }]
      : [];
  });
  const sorted = [...exact].sort((a, b) => b.high - a.high);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  return [
    words.many(say.number(questions.length), peopleText(largest ?? questions[0]!, document, say)),
    ...(top && bottom && top !== bottom
      ? [
          words.extremes(
            scale.high,
            { question: top.text, share: wholePercent(top.high, say) },
            { question: bottom.text, share: wholePercent(bottom.high, say) },
          ),
        ]
      : []),
  ];
}

function sayMeans(document: SurveyDocument, { low, high, middle, reach }: TwoSided, say: Say): string[] {
  const words = say.words.survey;
  const parts = document.questions.slice(0, 3).map((question) => {
    const absent = rowAbsence(question, document.scale);
    return absent
      ? words.meanAbsent(question.text, say.words.absenceSaid[absent])
      : words.meanIs(question.text, meanText(question, say), peopleText(question, document, say));
  });
  const zero = middle === undefined ? [] : [words.zero(middle)];
  return [`${words.scale(signed(-reach, say), low, signed(reach, say), high)} ${[...zero, ...parts].join("; ")}.`];
}

/** One table with a row for every question and every group. */
export function tabulateSurvey(document: SurveyDocument, say: Say): Table[] {
  const words = say.words.survey;
  const { scale, title } = document;
  const numeric = (label: string) => ({ label, numeric: true });
  const rows = rowsOf(document);
  const unanswered = rows.some(({ of }) => of.noAnswer !== undefined);
  const step = (of: SurveyAnswers, at: number) => {
    const count = of.counts?.[at];
    const share = stepText(of, at, say);
    return count === undefined || isAbsence(count) || isAbsent(spansOf(of, scale as Steps)[at]!)
      ? share
      : words.cell(share, say.count(count));
  };
  const figures = ({ of }: AnswerRow): string[] =>
    scale.kind === "two-sided"
      ? [meanText(of, say)]
      : [...scale.steps.map((_, at) => step(of, at)), rangeText(sideSpan(of, scale, "high"), say)];
  const columns = scale.kind === "two-sided" ? [words.mean] : [...scale.steps.map(({ name }) => name), sideColumn(scale)];
  return [
    {
      caption: title,
      columns: [
        { label: words.question },
        numeric(words.answered),
        ...columns.map(numeric),
        ...(unanswered ? [numeric(words.noAnswer)] : []),
      ],
      rows: rows.map((row) => ({
        key: row.key,
        cells: [
          row.question === undefined ? row.name : words.group(row.question, row.name),
          say.count(row.of.answered),
          ...figures(row),
          ...(unanswered ? [row.of.noAnswer === undefined ? "" : say.count(row.of.noAnswer)] : []),
        ],
      })),
    },
  ];
}

/** The high side of every row on one scale, for hosts that cannot draw; means have no scale of their own there. */
export const surveySpans = (document: SurveyDocument, say: Say): Spans =>
  document.scale.kind === "two-sided"
    ? { column: say.words.survey.mean, of: [] }
    : {
        column: sideColumn(document.scale),
        of: rowsOf(document).map(({ key, of }) => [key, sideSpan(of, document.scale as Steps, "high")]),
      };

/** The heading of the column for the whole high side; told apart from a step of the same name. */
export const sideColumn = ({ high, steps }: Steps): string =>
  steps.some(({ name }) => name === high)
    ? `${high} (${steps.flatMap(({ name, side }) => (side === "high" ? [name] : [])).join(" + ")})`
    : high;
