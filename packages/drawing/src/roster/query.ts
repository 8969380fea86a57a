/** What can stand in a column of the table, in its usual order. */
export const rosterColumns = [
  "teacher",
  "stage",
  "flags",
  "school",
  "district",
  "course",
  "students",
  "bar",
  "unit",
  "year",
  "workshop",
  "participation",
  "account",
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** What rows can be filtered by. Each choice is a position: of a school year, a course, a district; of a word in its list. */
export const rosterFilters = ["stage", "bar", "flag", "course", "year", "district"] as const;
export type RosterFilter = (typeof rosterFilters)[number];
export const bars = ["yes", "no", "unknown"] as const;

/** What a reader asked to see. An empty set and an empty text mean everything. */
export interface RosterQuery {
  text: string;
  chosen: Readonly<Record<RosterFilter, ReadonlySet<number>>>;
  /** Only rows of this list, such as those that are marked. */
  only?: ReadonlySet<number> | undefined;
}
const none: ReadonlySet<number> = new Set();
export const wholeRoster: RosterQuery = {
  text: "",
  chosen: { stage: none, bar: none, flag: none, course: none, year: none, district: none },
};

export interface RosterSort {
  column: RosterColumn;
  descending: boolean;
}

/** How many rows each choice would show if it alone were taken in its filter, the other filters staying as they are. */
export type RosterFacets = Record<RosterFilter, Uint32Array>;

/** Numbers of rows. */
export interface RosterTally {
  rows: number;
  met: number;
  notStarted: number;
  /** With a flag that a reader can do something about. */
  look: number;
  /** Not in the base of the implementation rate. */
  leftOut: number;
}
