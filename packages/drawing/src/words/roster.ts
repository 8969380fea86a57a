import type { Absence, CorrectionMark, Participation, RosterFlag, RosterStage } from "@vitrine/contract";
import type { WhyNot } from "../roster/marking.js";
import type { RosterColumn, RosterFilter } from "../roster/query.js";

/** Where a roster came from that may not be shown, in one sentence each: why not, and how to serve it. */
export type RosterRefusal = "roster-origin" | "roster-insecure" | "roster-cached" | "roster-open" | "roster-script" | "roster-partner";

/**
 * Everything that is said of a roster, in one language.
 * Functions take finished text and return one phrase; a number beside its text chooses singular or plural.
 */
export type RosterWords = RosterTableWords & RosterDeskWords;

/** What the table says before anybody opens a row. */
export interface RosterTableWords {
  stage: Record<RosterStage, string>;
  bar: Record<"yes" | "no" | "unknown", string>;
  participation: Record<Participation, string>;
  flag: Record<RosterFlag, string>;
  column: Record<RosterColumn, string>;
  /** An absence where there is room for a word only. */
  absent: Record<Absence, string>;
  /** "38 of 61 teachers met the bar; 9 have not started; 14 rows need a look." */
  sentence(figures: { met: string; trained: string; notStarted: string; look: string; lookCount: number }): string;
  /** The same of the rows that the filters let through, above the table. */
  shown(figures: { rows: string; all: string; met: string; notStarted: string; look: string; out?: string; count: number }): string;
  noRows: string;
  confidential: string;
  /** "For Harborview Region only." */
  forPartner(name: string): string;

  search: string;
  searchHint: string;
  filters: string;
  filter: Record<RosterFilter, string>;
  all: string;
  groupBy: string;
  group: Record<"none" | "school" | "district", string>;
  columns: string;
  /** Name of the table itself. */
  table: string;
  keys: string;
  selectRow(teacher: string): string;
  selectAll(count: string): string;
  /** A panel that could not be fetched. */
  notLoaded: string;

  add: string;

  summary: string;
  nothingMarked: string;
  deadline(day: string): string;
  noDeadline: string;
  remains(count: number, text: string): string;
  noneRemains: string;
  undo: string;
  redo: string;
  review: string;

  printList: string;
  listCsv: string;
  printedPart(shown: string, all: string): string;
}

/** What is said where rows are looked into, marked and written about: a page fetches it when its reader comes to the rows. */
export interface RosterDeskWords {
  groupLine(figures: { rows: string; met: string; count: number }): string;
  selected(count: number, text: string): string;
  unselect: string;
  /** As a word or two, in the table. */
  markShort: Record<CorrectionMark, string>;
  fineShort: string;
  markSelected(count: number, text: string): string;
  keep: string;
  undone: string;
  redone: string;
  summaryMarked(count: number, text: string): string;
  summaryAdded(count: number, text: string): string;
  rate: string;
  /** "63% (38 of 60)" */
  rateOf(share: string, met: string, trained: string): string;
  rateRange(least: string, most: string): string;
  mail: string;
  marked: string;
  clear: string;

  /** What a flag means and what to do. */
  flagMeans: Record<RosterFlag, string>;
  counted: Record<"counted" | "left-out", string>;
  details(teacher: string): string;
  consent: string;
  repeats: string;
  repeatsRow(teacher: string, course: string, school: string): string;

  mark: Record<CorrectionMark, string>;
  markHint: Record<CorrectionMark, string>;
  fine: string;
  markRow(teacher: string): string;
  keepNone: string;
  account: string;
  accountHint: string;
  note: string;
  noteHint: string;
  apply: string;
  takeOff: string;
  whyNot: Record<WhyNot, string>;
  someNot(count: number, text: string): string;
  /** What was just done, for a reader who only hears it. */
  done(count: number, text: string, mark: string): string;
  badAccount: string;
  badNote: string;
  missing: string;
  addTitle: string;
  addHint: string;
  addField: Record<"teacher" | "account" | "school" | "district" | "course" | "workshop" | "note", string>;
  addDo: string;
  added(teacher: string): string;
  takeAway: string;
  rateOpen: string;
  reviewTitle: string;
  saved: string;
  unsaved: string;
  exportCsv: string;
  exportJson: string;
  printMarks: string;
  exportHint: string;
  send: string;
  mailTitle(count: number, text: string): string;
  mailHint: string;
  mailNone: string;
  mailOthers(count: number, text: string): string;
  mailSubject: string;
  mailBody: string;
  mailDefaultSubject: string;
  /** Fields of the teacher stand in braces. */
  mailDefaultBody: string;
  mailFields: string;
  mailField: Record<"teacher" | "course" | "school" | "workshop" | "year" | "deadline", string>;
  mailOpenShort: string;
  mailCopyShort: string;
  mailOpen(teacher: string): string;
  mailCopy(teacher: string): string;
  mailOpened(teacher: string): string;
  mailNoAddress: string;
  mailReset: string;
  copied: string;
  copyFailed: string;
  more(count: string): string;
  close: string;
}
