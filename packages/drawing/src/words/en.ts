import type { Words } from "./words.js";

export const en: Words = {
  locale: "en-US",
  absence: {
    withheld: "withheld to protect privacy",
    "not-reported": "not reported yet",
    "not-covered": "not part of this collection",
    "not-applicable": "–",
    unknown: "not known",
  },
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
    revision: (number) => `Revision ${number}`,
    notes: "Notes",
    actions: "What you can do",
    due: (day) => `by ${day}`,
  },
  access: {
    status: {
      offers: "Offers computer science",
      limited: "Limited",
      "does-not-offer": "Does not offer",
      "offered-before": "Offered in earlier years",
      "did-not-offer-before": "Did not offer in earlier years",
      "not-reported": "Not reported yet",
      unknown: "Not known",
      withheld: "Withheld to protect privacy",
      "not-covered": "Not part of this collection",
    },
    level: { elementary: "Elementary", middle: "Middle", high: "High", other: "Other", unknown: "Not known" },
  },
};
