const answers = (of: string) => ({
  answered: `People who gave an answer on the scale, ${of}: the base of every share and mean.`,
  noAnswer: `People who were asked, ${of}, and gave no answer on the scale, such as "does not apply to me". They are in no share.`,
  counts: `How many chose each step, ${of}, in the order of the steps. Left out where only shares are told; they add up to \`answered\`.`,
  shares: `Share of \`answered\` that chose each step, ${of}: bands as wide as the base asks for. Left out where all counts are exact.`,
  mean: `The mean on a two-sided scale, ${of}: one decimal at most. Of fewer than 31 people it is told by both ends of where it lies, never as a point.`,
  "mean.from": "Lower end, included.",
  "mean.to": "Upper end. Both ends lie on steps as wide as the share band of so many people, counted from the low end of the scale.",
});
const under = (path: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${path}.${key}`, text]));

export const surveyDescriptions: Record<string, string> = {
  respondents: "Who answered, as a plural noun that fits after a number: `families`, `teachers`, `answers`.",
  scale: "What could be answered: steps from one end to the other, or a two-sided scale of numbers with zero in the middle.",
  "scale.kind": "`steps` for an agreement scale, `two-sided` for numbers on both sides of zero.",
  "scale.low": "What the low end means, in the words people saw: `Disagree`, `We tried to do too much`.",
  "scale.high": "What the high end means, in the words people saw.",
  "scale.middle": "What zero means, in words.",
  "scale.reach": "The scale runs from minus this number to plus this number.",
  "scale.steps": "The steps from the low end to the high end.",
  "scale.steps.id": "Code of the step.",
  "scale.steps.name": "The step in words, as people saw it.",
  "scale.steps.side": "On which side of the neutral middle it stands. At most one step is the middle; low ones come first, high ones last.",
  by: "What the groups of every question are, where there are any.",
  "by.label": "The groups in words, `By role`.",
  "by.partition": "True when everybody who answered is in exactly one group, so that groups add up.",
  questions: "What was asked, in the order of the questionnaire, never ordered by a figure.",
  "questions.id": "Stable name of the question.",
  "questions.text": "The statement or question as people saw it.",
  ...under("questions", answers("in all")),
  "questions.groups": "The same by group, ordered by name or code. A group that is withheld is still listed. Empty where there are none.",
  "questions.groups.id": "Code of the group, the same in every question.",
  "questions.groups.name": "Name of the group.",
  ...under("questions.groups", answers("in this group")),
};

export const surveyPage = {
  answers: "How people answered on a scale of agreement or on a two-sided scale, always with how many answered.",
  elements: ["cs-survey-bars"],
  rules: [
    "With `steps`, every question and group has `counts` or `shares`, one for each step; with `two-sided` it has `mean` and neither of them.",
    "Counts add up to `answered`; where `by.partition` is true, groups add up to the question.",
    "A mean is a number only where 31 people or more answered and their number is exact; it is never the end of the scale. Of 10 to 15 people its ends are half of the scale apart, of 16 to 30 a fifth.",
    "Where groups add up, not exactly one of the means is hidden: the others would give it away.",
    "The notes contain a `denominator`: who was asked, and who answered.",
  ],
};
