import type { TrendWords } from "../trend.js";

const inBrackets = (detail: string | undefined) => (detail ? ` (${detail})` : "");

export const trend: TrendWords = {
  when: {
    week: ({ day }) => `the week of ${day}`,
    month: ({ month }) => month,
    term: ({ month }) => `the term from ${month}`,
    year: ({ year }) => year,
  },
  ofBase: (count, base, of) => (count ? `${count} of ${base} ${of}` : `of ${base} ${of}`),
  counted: (count, of) => `${count} ${of}`,
  meanOf: (base, of) => `mean of ${base} ${of}`,
  valueAt: (value, when) => `${value}, in ${when}`,
  moved: ({ name, first, firstWhen, last, lastWhen, detail }) =>
    `${name}: ${first} in ${firstWhen}, ${last} in ${lastWhen}${inBrackets(detail)}.`,
  at: ({ name, value, detail }) => `${name}: ${value}${inBrackets(detail)}`,
  only: ({ name, value, when, detail }) => `${name}: ${value} in ${when}${inBrackets(detail)}.`,
  none: (name, why) => (why ? `${name}: ${why}.` : `${name}: no figures.`),
  newest: (when, items) => `In ${when}: ${items.join("; ")}.`,
  newestItem: (name, value) => `${name} ${value}`,
  many: ({ groups, low, high, when }) => `Of ${groups} groups, those that are shown lie between ${low} and ${high} in ${when}.`,
  heading: (measure, unit) => (unit ? `${measure} (${unit})` : measure),
  lead: (heading) => `${heading}.`,
  gap: (from, to) => `There are no figures between ${from} and ${to}.`,
  gaps: (count) => `There are no figures for ${count} stretches of time in between.`,
  marked: (list) => `Marked in the picture: ${list}.`,
  event: (label, from, to) => (to ? `${label} (${from} to ${to})` : `${label} (${from})`),
  some: (absences) => `Some figures are ${absences}.`,
  provisional: "These figures are provisional.",
  provisionalFrom: (when) => `Figures from ${when} on are provisional.`,
  mark: (name, figures) => `${name}: ${figures}`,
  thinLine: (name) => `Thin line: ${name}`,
  column: { time: "When", value: (name) => name, count: (name) => `${name}: how many`, base: (name, of) => `${name}: ${of}` },
  events: { caption: "What is marked", what: "What", from: "From", to: "To", more: "More" },
  cursor: "Figures at one point in time",
  cursorKeys: "Arrow keys move through time; Page Up and Page Down move further.",
};
