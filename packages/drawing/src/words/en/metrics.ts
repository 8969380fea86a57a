import type { MetricsWords } from "../metrics.js";

export const metrics: MetricsWords = {
  column: {
    name: "What is counted",
    value: "Number",
    unit: "Unit",
    period: "Period",
    change: "Change",
    since: "Since",
    n: "Compared over",
  },
  more: (by) => `${by} more`,
  fewer: (by) => `${by} fewer`,
  same: "no change",
  between: (fewer, more) => `${fewer} to ${more}`,
  since: (change, since) => `${change} since ${since}`,
  noChange: (since, why) => `Change since ${since}: ${why}`,
  over: (n, of) => `compared over ${n} ${of}`,
  item: (name, figure) => `${name}: ${figure}`,
  figure: (value, unit) => `${value} ${unit}`,
  part: (name, part) => `${name}: ${part}`,
  parts: (list) => `Of these: ${list}`,
  others: (count, text) => (count === 1 ? "One more number is in the table." : `${text} more numbers are in the table.`),
  some: (absences) => `Some figures are ${absences}.`,
  none: "There are no numbers yet.",
  provisional: "These figures are provisional.",
};
