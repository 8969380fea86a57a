const stages = (of: string) => ({
  trained: `Teachers who were trained, ${of}: the base of every share. It is the sum of the four figures below.`,
  met: `Of these, teachers who met the implementation bar, ${of}.`,
  started: `Of these, teachers who started but have not met the bar, ${of}.`,
  notStarted: `Of these, teachers who are known not to have started, ${of}.`,
  notKnown: `Of these, teachers of whom nobody knows, ${of}. Not the same as not started.`,
  rate: `Share of trained teachers who met the bar, ${of}: a band as wide as the base asks for. Leave it out where both counts are exact.`,
});
const under = (path: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${path}.${key}`, text]));

export const implementationDescriptions: Record<string, string> = {
  ...stages("in all"),
  target: "The share that was hoped for, drawn as a labelled line.",
  "target.share": "The target in percent of trained teachers.",
  "target.label": "What the target is called.",
  breakdowns: "The same figures by course, by year or by any other one category. An empty list when there is none.",
  "breakdowns.by": "Stable name of the category, different for each breakdown.",
  "breakdowns.label": "The category in words, `By course`.",
  "breakdowns.partition": "True when every teacher counted above is in exactly one group, so that the groups add up to the totals.",
  "breakdowns.groups": "The groups, ordered by name or code, never by a figure. A group that is withheld is still listed.",
  "breakdowns.groups.id": "Code of the group, different for each group.",
  "breakdowns.groups.name": "Name of the group.",
  ...under("breakdowns.groups", stages("in this group")),
};

export const implementationPage = {
  answers: "What share of trained teachers met the implementation bar, against the target, by course and by year.",
  elements: ["cs-implementation-gauge"],
  rules: [
    "`trained` is `met` + `started` + `notStarted` + `notKnown`, in all and in every group. Groups of a breakdown with `partition: true` add up to the totals.",
    "The notes contain a `definition` (what the bar is) and a `denominator` (who is counted).",
    "A public document is of a district or a larger area: teachers of one school are too few.",
    "Where groups overlap (`partition: false`), what remains of a total beside a group is a count too, and no smaller than the threshold.",
  ],
};
