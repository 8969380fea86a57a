import type { CoreWords } from "../words.js";

const absence: CoreWords["absence"] = {
  withheld: "withheld to protect privacy",
  "not-reported": "not reported yet",
  "not-covered": "not part of this collection",
  "not-applicable": "–",
  unknown: "not known",
};

/** What every drawing says. */
export const core: CoreWords = {
  locale: "en-US",
  absence,
  absenceSaid: { ...absence, "not-applicable": "not applicable" },
  range: (from, to) => `${from} to ${to}`,
  about: (value) => `about ${value}`,
  lessThan: (value) => `less than ${value}`,
  atLeast: (value) => `${value} or more`,
  status: { provisional: "Provisional", final: "Final" },
  note: {
    definition: "Definition",
    coverage: "What is covered",
    denominator: "Who is counted",
    "known-issue": "Known issue",
    correction: "Correction",
  },
  caption: {
    source: (names) => `Source: ${names}`,
    asOf: (day) => `Data as of ${day}`,
    period: (label) => label,
    revision: (number) => `Revision\u00a0${number}`,
    notes: "Notes",
    actions: "What you can do",
    due: (day) => `by ${day}`,
  },
};
