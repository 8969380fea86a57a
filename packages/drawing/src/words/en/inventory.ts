import type { InventoryWords } from "../inventory.js";

export const inventory: InventoryWords = {
  area: {
    courses: "Courses",
    integrated: "In other subjects",
    clubs: "Clubs and events",
    gaps: "Gaps between groups",
    schedule: "Schedule",
    transport: "Transport",
    data: "Data at hand",
    changes: "Changes to come",
  },
  state: { "in-place": "In place", partly: "Partly", planned: "Planned", "not-in-place": "Not in place" },
  column: { item: "What", area: "About", students: "Students", detail: "Note", saidOn: "Said on" },
  asOf: (day) => `As of ${day}`,
  validUntil: (day) => `valid until ${day}`,
  outdated: "May be out of date",
  noJudgement: "This says what is there. It does not judge it.",
  students: (count, text) => `${text} ${count === 1 ? "student" : "students"}`,
  noStudents: (why) => `Students: ${why}`,
  saidOn: (day) => `Said on ${day}`,
  cell: (column, state) => `${column}: ${state}`,
  sentence: ({ count, text, place, areas }) =>
    `${text} ${count === 1 ? "entry" : "entries"} on computer science at ${place}: ${areas.toLowerCase()}`,
  none: "Nothing has been written down yet.",
  provisional: "This inventory is provisional.",
};
