/** What is said of a distance between groups. Functions take finished text and return one phrase; other languages have the same keys. */
export const gap = {
  group: "Group",
  what: "What is measured",
  none: "There is nothing to compare here.",
  /** "12 districts" */
  units: (count: string, units: string): string => `${count} ${units}`,
  /** So that nobody takes a district's average for a student. */
  compared: (units: string): string => `This compares ${units}, not students: students of one group differ among themselves.`,
  points: (count: number, text: string): string => (count === 1 ? `${text} point` : `${text} points`),
  range: (from: string, to: string): string => `${from} to ${to}`,
  rangePoints: (from: string, to: string): string => `${from} to ${to} points`,
  apart: (distance: string): string => `${distance} apart`,
  same: "no distance",
  unclear: "no clear distance",
  untold: "the distance is not told",
  between: (from: string, to: string): string => `Between “${from}” and “${to}”`,
  item: (name: string, figure: string): string => `${name}: ${figure}`,
  value: (figure: string, unit: string): string => `${figure} ${unit}`,
  /** "From “Below 20%” (48%) to “80% or more” (31%): 17 points lower." */
  sentence: (outcome: string, from: { name: string; figure: string }, to: { name: string; figure: string }, distance: string): string =>
    `${outcome}: ${from.figure} for “${from.name}”, ${to.figure} for “${to.name}”; ${distance}.`,
  higher: (distance: string): string => `${distance} more`,
  lower: (distance: string): string => `${distance} less`,
  others: (groups: string): string => `In between: ${groups}.`,
  all: (groups: string): string => `All groups: ${groups}.`,
  some: (absences: string): string => `Some figures are ${absences}.`,
  provisional: "These figures are provisional.",
};
