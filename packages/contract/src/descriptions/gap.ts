const panel = (what: string) => ({
  name: `What ${what} measures, in words.`,
  measure: `Whether ${what} is a share of people or a mean.`,
  unit: `What a mean of ${what} is counted in, such as \`page loads per 1,000 students a day\`.`,
});
const value = (of: string) => ({
  people: `How many people ${of} is taken of. Left out where nobody knows, as with means over districts.`,
  part: `How many of them it is so of. Left out where only the share is told; then it is withheld.`,
  share: `${of} in percent: a band as wide as the number of people asks for. An exact one stands only where no number of people is told.`,
  mean: `${of} as a mean, one decimal at most; or both ends of where it lies.`,
  "mean.from": "Lower end, included.",
  "mean.to": "Upper end, not included.",
});
const under = (path: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${path}.${key}`, text[0]!.toUpperCase() + text.slice(1)]));

export const gapDescriptions: Record<string, string> = {
  units: "What is compared, as a plural noun: `districts`, `schools`, `states`. The picture says that these are compared, not students.",
  ordered: "True when the groups are steps of one scale from low to high, such as the share of students with free or reduced-price meals.",
  context: "What is known of the groups beside the outcome. Left out where there is nothing.",
  ...under("context", panel("the context")),
  outcome: "What the groups are compared by.",
  ...under("outcome", panel("the outcome")),
  groups: "Two groups, or the steps of a scale in their order; never ordered by the outcome. A group that is withheld is still listed.",
  "groups.id": "Code of the group, different for each group.",
  "groups.name": "Name of the group, such as `80% or more`.",
  "groups.units": "How many districts, schools or states are in it: things, not people.",
  "groups.context": "The context of this group. All groups have it, or none.",
  ...under("groups.context", value("the context")),
  "groups.outcome": "The outcome of this group.",
  ...under("groups.outcome", value("the outcome")),
  between: "Between which two groups the distance is told. The first and the last when left out.",
  "between.from": "Code of one of them.",
  "between.to": "Code of the other.",
};

export const gapPage = {
  answers:
    "How far apart two groups are, or the ends of an ordered scale, with the context beside the outcome and the distance as a number.",
  elements: ["cs-gap-chart"],
  rules: [
    "Where a panel's `measure` is `share`, every group has `share`, or `part` of `people`; where it is `mean`, every group has `mean`.",
    "A mean over people is told only with their exact number, which is no smaller than the threshold.",
    "What remains of `people` beside `part` is a count of people too.",
    "The notes contain a `definition`: what the outcome is.",
  ],
};
