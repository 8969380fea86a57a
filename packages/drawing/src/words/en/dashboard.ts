/** What joins several figures on one page. Functions take finished text and return one phrase; other languages have the same keys. */
export const dashboard = {
  filters: "Filter these figures",
  label: { year: "School year", course: "Course", place: "Place" },
  all: { year: "All years", course: "All courses", place: "All places" },
  /** Always there: whether something was left out of a menu is not told by this sentence. */
  listed: "You can choose what at least one of these figures shows.",
  reset: "Show all",
  print: "Print",
  /** What stands beside a figure that a filter has no effect on. `whole` is the period or place it speaks of. */
  unsplit: {
    year: (whole: string): string => `Not split by school year: this shows ${whole}.`,
    course: (): string => "Not split by course: this shows all courses.",
    place: (whole: string): string => `Not split by place: this shows ${whole}.`,
  },
  absent: (name: string): string => `Nothing is told of ${name} here: this shows all.`,
  /** The figure is split by each of two filters, and not by both at once. */
  crossed: (name: string, shown: string): string => `Not split by ${name} within ${shown}.`,
  own: "This table has filters of its own.",
  /** "3 of 5 figures show only CS Discoveries." */
  said: (count: number, some: string, all: string, names: string): string =>
    `${some} of ${all} figures ${count === 1 ? "shows" : "show"} only ${names}.`,
  saidAll: "All figures show everything again.",
};
