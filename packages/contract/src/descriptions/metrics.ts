export const metricsDescriptions: Record<string, string> = {
  metrics: "The numbers, in the order readers see them, never ordered by a figure. Empty when there is none yet.",
  "metrics.id": "Stable code of the number, different for each.",
  "metrics.name": "What is counted, in plain words: `Teachers trained`.",
  "metrics.counts":
    "`people` when the number counts people, so that threshold and zero rule hold; `things` for schools, courses, events and the like.",
  "metrics.value": "The number.",
  "metrics.unit": "What one of them is called, in the plural: `teachers`, `family nights`.",
  "metrics.period": "The time it speaks of, where that is not the document's: `Summer 2026`.",
  "metrics.asOf": "The day this number is of, where that is not the document's.",
  "metrics.detail": "One more sentence on it, such as who led an event, by role and never by name.",
  "metrics.change": "How much more or fewer than before, and over whom that was taken.",
  "metrics.change.by":
    "More (above zero), fewer (below zero) or the same (zero), in the same unit: exact, a range, or the reason there is none.",
  "metrics.change.by.min": "The lowest the change can be.",
  "metrics.change.by.max": "The highest the change can be, more than `min`.",
  "metrics.change.since": "Since when, as people call that time: `2024-25`.",
  "metrics.change.n": "What the change is taken over: those that were counted both times.",
  "metrics.change.n.value": "How many were counted both times.",
  "metrics.change.n.counts": "`people` when these are people, `things` otherwise.",
  "metrics.change.n.of": "What they are called, in the plural: `schools that reported in both years`.",
  "metrics.parts": "What the number is made of: parts that do not overlap and add up to it.",
  "metrics.parts.id": "Stable code of the part, different within the number.",
  "metrics.parts.name": "Name of the part: `Administrators`.",
  "metrics.parts.value": "How many of the number are in this part.",
};

export const metricsPage = {
  answers: "How many: single counts with unit, period and change, such as teachers trained, schools reached or family nights held.",
  elements: ["cs-metric-cards"],
  rules: [
    "The parts of a number add up to it.",
    "Where `counts` is `people`, the threshold holds for the number, for each part, for a change other than zero, and for what there was before the change.",
    "A change cannot be larger than the number it led to.",
    "The notes contain a `definition` of what is counted, unless there are no numbers.",
  ],
};
