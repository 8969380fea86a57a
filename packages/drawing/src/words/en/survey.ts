/** What is said of a survey. Functions take finished text and return one phrase; other languages have the same keys. */
export const survey = {
  question: "Question",
  answered: "Answered",
  noAnswer: "No answer",
  mean: "Mean",
  everybody: "All answers",
  who: "Who was asked and who answered",
  none: "There are no answers here.",
  /** "412 families" */
  people: (count: string, respondents: string): string => `${count} ${respondents}`,
  /** "Families: withheld to protect privacy" */
  peopleAbsent: (respondents: string, why: string): string => `number of ${respondents} ${why}`,
  /** "Agree: 76%" */
  item: (name: string, figure: string): string => `${name}: ${figure}`,
  /** "36% (148)" */
  cell: (share: string, count: string): string => `${share} (${count})`,
  group: (question: string, group: string): string => `${question} (${group})`,
  /** "“It was fun” – Agree: 76%, Disagree: 12%; 412 families answered." */
  sentence: (question: string, figures: string, people: string): string => `“${question}” – ${figures}; ${people} answered.`,
  /** The same where the number of people is not told. */
  sentenceAbsent: (question: string, figures: string): string => `“${question}”: ${figures}.`,
  many: (questions: string, people: string): string => `${questions} questions, answered by ${people}.`,
  /** Which questions the high side was chosen most and least for: "“Agree” is highest for “It was fun” (86%) and lowest for “It was long” (12%)." */
  extremes: (name: string, most: { question: string; share: string }, least: { question: string; share: string }): string =>
    `“${name}” is highest for “${most.question}” (${most.share}) and lowest for “${least.question}” (${least.share}).`,
  /** Why there is a band and no number. */
  few: "Where few answered, a share is told as a range with both ends, so that nobody can work out what single people answered.",
  fewMean: "Where few answered, the mean is told as a range with both ends, so that nobody can work out what single people answered.",
  scale: (low: string, lowName: string, high: string, highName: string): string =>
    `On a scale from ${low} (“${lowName}”) to ${high} (“${highName}”):`,
  zero: (name: string): string => `zero means “${name}”`,
  meanIs: (question: string, mean: string, people: string): string => `“${question}”: ${mean}, ${people}`,
  meanAbsent: (question: string, why: string): string => `“${question}”: ${why}`,
  some: (absences: string): string => `Some figures are ${absences}.`,
  provisional: "These figures are provisional.",
};
