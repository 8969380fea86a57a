/** What each figure and each property of it says. Keys are the names of `$defs` in the JSON Schema, then properties. */
export const figureDescriptions: Record<string, string> = {
  whole: "An exact whole number, 0 or more. Zero is a number: it never stands for something hidden.",
  absence: "Why there is no number.",
  range: "A range of a count: the true number is one of `min` to `max`, both included.",
  "range.min": "The lowest number it can be.",
  "range.max": "The highest number it can be, more than `min`.",
  rounded: "A count rounded to a multiple of `nearest`.",
  "rounded.value": "The rounded number, a multiple of `nearest`.",
  "rounded.nearest": "What it was rounded to the nearest multiple of: 10 for tens.",
  band: "A share in percent that lies in a band: `from` is included, `to` is not, except that a band up to 100 includes 100.",
  "band.from": "Lower end in percent, included. Where the base is known, a multiple of the width its size asks for.",
  "band.to": "Upper end in percent, not included unless it is 100.",
  roundedShare: "A share in percent rounded to a multiple of `nearest`.",
  "roundedShare.value": "The rounded share in percent, never 0 or 100, a multiple of `nearest`.",
  "roundedShare.nearest": "What it was rounded to the nearest multiple of, in percentage points.",
  count: "A number of people or things: exact, a range, rounded, or the reason there is none.",
  share: "A share in percent: a band, rounded, exact, or the reason there is none. An exact one never stands beside its base.",
};

/** The five reasons for a missing number. They are drawn, read out and tabulated differently. */
export const absenceDescriptions: Record<string, string> = {
  withheld:
    "Protected. One word for a small group and for a figure that would give a small group away: telling them apart would tell which groups are small.",
  "not-reported": "Asked for, not answered or not yet in.",
  "not-covered": "Outside of what was collected.",
  "not-applicable": "Cannot be anything: the grade is not taught, the group has nobody in it.",
  unknown: "Collected, and known to be wrong or missing.",
};

/** How wide a share's band is by the number of people it is taken of (privacy policy, 4). */
export const bandClasses = [
  ["fewer than 10", "no share"],
  ["10 to 15", "50 points"],
  ["16 to 30", "20 points"],
  ["31 to 60", "10 points"],
  ["61 to 300", "5 points"],
  ["more than 300", "1 point"],
] as const;
