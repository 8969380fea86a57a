const columns = (of: string) => ({
  count: `How many, ${of}, at each point in time. Of a share: how many of the base.`,
  base: `How many people or things a share or mean is taken of, ${of}, at each point in time.`,
  share: `The share as a band as wide as its base asks for, ${of}, where count and base are not both exact.`,
  mean: `The mean with at most one decimal, ${of}, at each point in time, or why there is none.`,
});
const under = (path: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${path}.${key}`, text]));

export const trendDescriptions: Record<string, string> = {
  measure: "What is measured.",
  "measure.kind": "`count` of people or things, `share` of a base in percent, or `mean` over a base.",
  "measure.name": "What the height of a line means, in plain words.",
  "measure.of": "Who or what is counted, in the plural: `teachers`, `districts`.",
  "measure.people": "True when people are counted. Then the threshold holds for every count and base.",
  "measure.unit": "Unit of a mean, such as `page loads per 1,000 students`.",
  step: "How far one point in time is from the next. Where the next is further away, the line is broken.",
  times: "The points in time, oldest first.",
  "times.from": "First day of each. A week, month, term or year without a point here is a gap.",
  "times.label": "What each is called, such as `Fall 2025`. Weeks and months have their dates as names when it is left out.",
  provisionalFrom: "From this day on figures may still change: drawn dashed. All of them, where a provisional document leaves it out.",
  annotations: "What happened, marked in the picture.",
  "annotations.id": "Stable name, different for each.",
  "annotations.from": "The day, or the first day.",
  "annotations.to": "The last day of what lasted.",
  "annotations.label": "What it was, in a few words.",
  "annotations.text": "More on it, for the table.",
  all: "Everybody or everything together, as one line. Left out where only groups are compared.",
  "all.name": "What that line is called.",
  ...under("all", columns("in all")),
  groups: "The groups, ordered by name or code, never by a figure. Beyond five each is drawn in a panel of its own.",
  "groups.id": "Code of the group, different for each group.",
  "groups.name": "Name of the group.",
  ...under("groups", columns("in this group")),
  groupsLabel: "What divides the groups, such as `By share of students with free or reduced meals`.",
  partition: "True when the groups are all of the whole and nobody is in two, so that they add up to it.",
};

export const trendPage = {
  answers: "How it moved: by week, month, term or year, in all and by group.",
  elements: ["cs-trend-chart"],
  rules: [
    "Every column has one cell for each entry of `times.from`, whose days rise.",
    "A `count` has the column `count`. A `share` has `count` and `base`, and `share` where they are not exact. A `mean` has `mean`, and `base`, which may be left out where no people are counted.",
    "Where people are counted: of every share, `count` and what remains of `base` beside it are counts of people. A mean stands only beside an exact base of at least the threshold.",
    "With `all` and `partition: true` the groups add up to `all` at every point in time.",
    "`provisionalFrom` stands in a provisional document only.",
    "The notes contain a `definition`, and, for a share or mean, a `denominator`.",
  ],
};
