const line = (of: string) => ({
  reached: `How many reached each stage, ${of}, in the order of \`stages\`.`,
  left: `How many of each stage but the last did not go on to the next, ${of}. \`not-applicable\` where nobody was followed, or where two stages count something different.`,
});
const under = (path: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${path}.${key}`, text]));

export const pathwayDescriptions: Record<string, string> = {
  stages: "The stages, first to last.",
  "stages.id": "Stable name, different for each.",
  "stages.name": "What it is called, such as `Came`.",
  "stages.of": "Who is counted there, in the plural: `people`, `families`. Stages that count different things are not compared.",
  "stages.period": "When that stage was, where a pathway takes years.",
  "stages.provisional": "True while this stage may still change.",
  followed: "True when whoever is counted at a stage was counted at the one before it. Otherwise stages are counts of their own.",
  all: "Everybody together.",
  ...under("all", line("in all")),
  breakdowns: "The same figures by any one category. An empty list when there is none.",
  "breakdowns.by": "Stable name of the category, different for each breakdown.",
  "breakdowns.label": "The category in words, `By gender`.",
  "breakdowns.partition": "True when everybody is in exactly one group, so that the groups add up to all.",
  "breakdowns.groups": "The groups, ordered by name or code, never by a figure. A group that is withheld is still listed.",
  "breakdowns.groups.id": "Code of the group, different for each group.",
  "breakdowns.groups.name": "Name of the group.",
  ...under("breakdowns.groups", line("in this group")),
};

export const pathwayPage = {
  answers: "Who reached each stage of an event, a programme or a sequence of courses, who went on, and who did not.",
  elements: ["cs-pathway-funnel"],
  rules: [
    "`reached` has one figure for each stage, `left` one fewer.",
    "With `followed: true`, and where two neighbouring stages count the same (`of`), `reached` of a stage is `reached` of the next + `left`. Everywhere else `left` is `not-applicable`.",
    "Groups of a breakdown with `partition: true` add up to `all`, at every stage and between them.",
    "Those who left are people too: a few who left are withheld like a few who came.",
    "The notes contain a `definition`.",
  ],
};
