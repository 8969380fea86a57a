export const correctionsDescriptions: Record<string, string> = {
  schema: "Name and version of this form.",
  roster: "Which roster the corrections are of.",
  "roster.id": "The `id` of the roster.",
  "roster.revision": "The `revision` of the roster that the reader looked at.",
  confidentiality: "The roster's confidentiality in words: this file names teachers and goes to the roster's publisher only.",
  entries: "What is asked for rows of the roster, each row once.",
  "entries.row": "The row, by its `rows.id`.",
  "entries.mark": "What is asked. The first three ask to remove the row.",
  "entries.keep": "With `remove-duplicate`, and only there: the row to keep, which no other entry removes.",
  "entries.account": "With `link-another-account`, and only there: the mail address of the account that the teacher teaches with.",
  "entries.note": "What the publisher should know, in one line.",
  additions: "Teachers who are missing from the roster, such as those who took part in another partner's workshop.",
  "additions.teacher": "Name of the teacher.",
  "additions.account": "Mail address of the account that the teacher teaches with.",
  "additions.school": "Name of the school.",
  "additions.district": "Name of the school district.",
  "additions.course": "The course, by its id in the roster's `courses`.",
  "additions.workshop": "Which workshop, and whose.",
  "additions.note": "What the publisher should know, in one line.",
};

export const correctionMarkDescriptions = {
  "remove-duplicate": "This row is a second entry of the teacher whose row `keep` names.",
  "withdrew-before-workshop":
    "The teacher enrolled and withdrew before the workshop. Never for one who stopped teaching later: rates need that row.",
  "not-a-teacher": "Staff, a facilitator or a visitor who took attendance.",
  "link-another-account": "The teacher teaches with the account that `account` names.",
  "met-bar-in-dispute": "Whether the teacher met the bar is said wrongly. Says nothing about how.",
} as const;
