const part = (of: string) => ({
  students: `How many students, ${of}. Where it is left out or withheld, a share may stand all the same.`,
  share: `The same as a share of all students there, ${of}: a band as wide as the base asks for, or rounded. Left out where both counts are exact.`,
});
const under = (path: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${path}.${key}`, text]));

export const compositionDescriptions: Record<string, string> = {
  subject: "The students the picture is about.",
  "subject.name": "What they are called, in the plural: `Students in computer science`.",
  "subject.students": "How many they are in all: the base of their shares.",
  comparison: "Whom they are compared with, such as all students of the same schools. Left out where there is nobody.",
  "comparison.name": "What these are called, in the plural.",
  "comparison.students": "How many these are in all: the base of the shares they are compared with.",
  "comparison.includes": "True when the subject's students are among them, so that what remains beside these is a count of people too.",
  breakdowns: "Groups of one category at a time: gender, race and ethnicity, grade band, programme. Categories are never crossed.",
  "breakdowns.by": "Stable name of the category, different for each breakdown.",
  "breakdowns.label": "The category in words, `By race and ethnicity`.",
  "breakdowns.overlap": "True when a student can be in several groups or in none, so that groups do not add up to all.",
  "breakdowns.groups": "The groups, ordered by name or code, never by a figure. A group that is withheld is still listed.",
  "breakdowns.groups.id": "Code of the group, different for each group.",
  "breakdowns.groups.name": "Name of the group.",
  "breakdowns.groups.unreported":
    "True for the part of whom it was not reported in which group they are. It is a part like the others, drawn apart.",
  ...under("breakdowns.groups", part("of the subject in this group")),
  "breakdowns.groups.compared": "The same group among those who are compared with. In a breakdown all groups have it, or none.",
  ...under("breakdowns.groups.compared", part("of these in this group")),
};

export const compositionPage = {
  answers: "Who the students are, beside who the schools' students are, group by group, with the difference in words.",
  elements: ["cs-diversity-chart"],
  rules: [
    "Every group has `students`, a `share`, or both. Where `overlap` is false, groups add up to all students, on both sides; the part that was not reported is one of them.",
    "Where `overlap` is true, what remains of all beside a group is a count too, and no smaller than the threshold.",
    "Where `comparison.includes` is true, what remains of those compared with, beside the subject, is a count too, in all and in every group.",
    "The notes contain a `denominator`: which students are counted.",
  ],
};
