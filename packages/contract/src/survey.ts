import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { absence, bandWidth, count, ends, isAbsence, isExact, share } from "./figure.js";
import type { Facts, Kind, Path, Place } from "./kind.js";
import { numberLeaf, rule, word, yesOrNo } from "./leaf.js";
import { list } from "./list.js";
import { restFacts } from "./rest.js";
import { code, slug, text } from "./text.js";

/** Where an answer stands: on the low side of the middle, in it, or on the high side. */
export const sides = ["low", "middle", "high"] as const;
export type Side = (typeof sides)[number];

const step = z.strictObject({ id: code, name: text(60), side: word(...sides) });
/** Answers in steps, such as from "strongly disagree" to "strongly agree", in that order. */
const steps = z.strictObject({ kind: word("steps"), low: text(80), high: text(80), steps: list(step, { min: 2, max: 11 }) });

const reach = numberLeaf((value) => value > 0 && value <= 1000, "out-of-range", { exclusiveMinimum: 0, maximum: 1000 });
/** A scale of numbers from `-reach` to `reach` with zero in the middle, each end named. */
const twoSided = z.strictObject({ kind: word("two-sided"), low: text(80), high: text(80), middle: z.optional(text(80)), reach });

/** A place on a two-sided scale, one decimal at most. */
const tenth = numberLeaf((value) => Math.abs(value) <= 1000 && Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, "out-of-range", {
  minimum: -1000,
  maximum: 1000,
});
const stretch = z.strictObject({ from: tenth, to: tenth }).check(rule(({ from, to }) => from < to, "empty-range"));
const mean = z.union([tenth, stretch, absence]);
/** The mean of answers on a two-sided scale: a number, both ends of where it lies, or the reason there is none. */
export type SurveyMean = z.infer<typeof mean>;

const answers = {
  answered: count,
  noAnswer: z.optional(count),
  counts: z.optional(list(count, { min: 2, max: 11 })),
  shares: z.optional(list(share, { min: 2, max: 11 })),
  mean: z.optional(mean),
};
const group = z.strictObject({ id: code, name: text(120), ...answers });
const question = z.strictObject({ id: slug, text: text(300), ...answers, groups: list(group, { max: 40 }) });
export type SurveyQuestion = z.infer<typeof question>;
export type SurveyAnswers = Pick<SurveyQuestion, keyof typeof answers>;

export const surveyDocument = z.strictObject({
  ...envelope("survey/1"),
  respondents: text(60),
  scale: z.union([steps, twoSided]),
  by: z.optional(z.strictObject({ label: text(80), partition: yesOrNo })),
  questions: list(question, { max: 60 }),
});
export type SurveyDocument = z.infer<typeof surveyDocument>;

/** Fewest people whose mean may be a number; the mean of fewer is told by both ends, as wide as a share of so many would be. */
const leastForPoint = 31;

interface Answered {
  answered: Place;
  /** One for each step; where only a share is told, the count is withheld. */
  counts: Place[];
}

const placesOf = (of: SurveyAnswers, path: Path): Answered => ({
  answered: { path: [...path, "answered"], figure: of.answered },
  counts: (of.counts ?? of.shares?.map((share) => (isAbsence(share) ? share : ("withheld" as const))) ?? []).map((figure, at) => ({
    path: [...path, of.counts ? "counts" : "shares", at],
    figure,
  })),
});

function answerFacts(of: SurveyAnswers, { scale }: SurveyDocument, path: Path, facts: Facts) {
  const { answered, counts } = placesOf(of, path);
  facts.people.push({ ...answered, base: true }, ...counts);
  if (of.noAnswer !== undefined) facts.people.push({ path: [...path, "noAnswer"], figure: of.noAnswer, base: true });
  const wrong = (key: "counts" | "shares" | "mean", code: string) => facts.faults.push({ code, path: [...path, key] });
  if (scale.kind === "two-sided") {
    if (of.counts || of.shares) wrong(of.counts ? "counts" : "shares", "contradicts");
    const code = meanFault(of, scale.reach);
    if (code) wrong("mean", code);
    return;
  }
  if (of.mean !== undefined) wrong("mean", "contradicts");
  if (counts.length === 0) wrong("counts", "missing");
  else facts.sums.push({ total: answered, parts: counts });
  for (const key of ["counts", "shares"] as const) if (of[key] && of[key].length !== scale.steps.length) wrong(key, "column-length");
  of.shares?.forEach((figure, at) => {
    const numerator = counts[at];
    if (numerator) facts.rates.push({ path: [...path, "shares", at], figure, base: answered, numerator });
  });
  // What everybody answered says of each of them that it was nothing else.
  for (const { path: place, figure } of counts)
    if (isExact(figure) && figure !== 0 && figure === of.answered) facts.people.push({ path: place, figure: 0 });
}

/** Means of few people are told by their ends, and never as the end of the scale, which says what each of them answered. */
function meanFault({ answered, mean }: SurveyAnswers, reach: number): string | undefined {
  if (mean === undefined) return "missing";
  if (isAbsence(mean)) return undefined;
  const width = isAbsence(answered) ? undefined : bandWidth(ends(answered)[0]);
  if (width === undefined) return "privacy-narrow-band";
  if (typeof mean === "number") {
    if (Math.abs(mean) >= reach) return "out-of-range";
    return isExact(answered) && answered >= leastForPoint ? undefined : "privacy-narrow-band";
  }
  if (mean.from < -reach || mean.to > reach) return "out-of-range";
  const step = (2 * reach * width) / 100;
  const onGrid = (end: number) => Math.abs((end + reach) / step - Math.round((end + reach) / step)) < 1e-9;
  return onGrid(mean.from) && onGrid(mean.to) ? undefined : "privacy-narrow-band";
}

/** Of groups that add up, the mean of one is worked out from the others and that of all. */
function lastMean({ mean: all, groups }: SurveyQuestion, path: Path, facts: Facts) {
  const means = [
    { path: [...path, "mean"], mean: all },
    ...groups.map(({ mean }, at) => ({ path: [...path, "groups", at, "mean"], mean })),
  ];
  const hidden = means.filter(({ mean }) => mean !== undefined && mean !== "not-applicable" && !isExact(mean as number));
  const [only] = hidden;
  if (only && hidden.length === 1 && groups.length > 0) facts.faults.push({ code: "privacy-sum", path: only.path });
}

function facts(document: SurveyDocument): Facts {
  const { questions, by, scale } = document;
  const facts: Facts = {
    people: [],
    sums: [],
    rates: [],
    ids: [{ path: ["questions"], ids: questions.map(({ id }) => id) }],
    needs: ["denominator"],
    faults: [],
  };
  if (scale.kind === "steps") {
    facts.ids.push({ path: ["scale", "steps"], ids: scale.steps.map(({ id }) => id) });
    const order = scale.steps.map(({ side }) => sides.indexOf(side));
    const bad = order.findIndex((side, at) => at > 0 && (side < order[at - 1]! || (side === 1 && order[at - 1] === 1)));
    if (bad >= 0) facts.faults.push({ code: "contradicts", path: ["scale", "steps", bad, "side"] });
  }
  questions.forEach((question, q) => {
    const path: Path = ["questions", q];
    const { groups } = question;
    answerFacts(question, document, path, facts);
    facts.ids.push({ path: [...path, "groups"], ids: groups.map(({ id }) => id) });
    if (groups.length > 0 && !by) facts.faults.push({ code: "missing", path: ["by"] });
    groups.forEach((group, g) => answerFacts(group, document, [...path, "groups", g], facts));
    const whole = placesOf(question, path);
    const parts = groups.map((group, g) => placesOf(group, [...path, "groups", g]));
    if (parts.length === 0) return;
    if (!by?.partition) {
      for (const part of parts)
        [whole.answered, ...whole.counts].forEach((total, at) => {
          const own = at === 0 ? part.answered : part.counts[at - 1];
          if (own) restFacts(own, total, facts);
        });
      return;
    }
    facts.sums.push({ total: whole.answered, parts: parts.map(({ answered }) => answered) });
    whole.counts.forEach((total, at) => facts.sums.push({ total, parts: parts.flatMap(({ counts }) => counts[at] ?? []) }));
    lastMean(question, path, facts);
  });
  return facts;
}

/** Answers on a scale of agreement or on a two-sided one, always with how many answered. Element: `cs-survey-bars`. */
export const survey: Kind<SurveyDocument> = { schema: "survey/1", shape: surveyDocument, facts };
