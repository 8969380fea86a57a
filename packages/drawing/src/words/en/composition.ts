/** What is said of who the students are. Functions take finished text and return one phrase; other languages have the same keys. */
export const composition = {
  group: "Group",
  who: "Which students are counted",
  none: "There are no students to tell of here.",
  /** In the legend: "Students in computer science: 152" */
  all: (name: string, students: string): string => `${name}: ${students}`,
  /** Heading of a column: "Students in computer science, share" */
  share: (name: string): string => `${name}, share`,
  difference: "Difference",
  scale: (none: string, most: string): string => `Each bar runs from ${none} to ${most}.`,
  overlap: "Groups overlap: a student can be in several, or in none.",
  overlapOf: (label: string): string => `“${label}”: groups overlap, a student can be in several or in none.`,
  higher: (points: string): string => `${points} higher`,
  lower: (points: string): string => `${points} lower`,
  points: (count: number, text: string): string => (count === 1 ? `${text} point` : `${text} points`),
  range: (from: string, to: string): string => `${from} to ${to} points`,
  same: "the same share",
  unclear: "no clear difference",
  /** Name and figures of a mark. */
  item: (name: string, figures: string): string => `${name}: ${figures}`,
  /** "Girls: 27% (11 points lower)" */
  told: (name: string, share: string, difference: string | undefined): string =>
    `${name}: ${share}${difference === undefined ? "" : ` (${difference})`}`,
  sentence: (name: string, students: string): string => `${name}: ${students}.`,
  beside: (name: string, students: string, other: string, others: string): string =>
    `${name}: ${students}. Beside them – ${other}: ${others}.`,
  breakdown: (label: string, groups: string, more: string | undefined): string =>
    `${label} – ${groups}${more === undefined ? "" : `, and ${more} more`}.`,
  some: (absences: string): string => `Some figures are ${absences}.`,
  provisional: "These figures are provisional.",
};
