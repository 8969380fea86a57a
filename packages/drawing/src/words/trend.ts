import type { TrendStep } from "@vitrine/contract";

/** What is said of how something moves, in one language. Functions take finished text and return one phrase. */
export interface TrendWords {
  /** A point in time by its first day, where it has no name: "the week of March 16, 2020". `day` is written out, `month` is month and year. */
  when: Record<TrendStep, (of: { day: string; month: string; year: string }) => string>;
  /** "149 of 240 teachers"; without how many "of 240 teachers". */
  ofBase(count: string | undefined, base: string, of: string): string;
  counted(count: string, of: string): string;
  /** "mean of 11 districts" */
  meanOf(base: string, of: string): string;
  /** A value beside its time, where it is not the newest: "61%, in 2023-24". */
  valueAt(value: string, when: string): string;
  /** "All teachers: 61% in 2019-20, 72% in 2024-25 (149 of 207 teachers)." */
  moved(of: { name: string; first: string; firstWhen: string; last: string; lastWhen: string; detail: string | undefined }): string;
  /** At a point in time that was named before: "All teachers: 61% (149 of 207 teachers)". */
  at(of: { name: string; value: string; detail: string | undefined }): string;
  only(of: { name: string; value: string; when: string; detail: string | undefined }): string;
  none(name: string, why: string | undefined): string;
  /** The newest figures of some groups at one time: "In 2024-25: Arden 62%; Birch Valley 58%." */
  newest(when: string, items: readonly string[]): string;
  newestItem(name: string, value: string): string;
  /** Many groups in one sentence. */
  many(of: { groups: string; low: string; high: string; when: string }): string;
  /** What the height means, with the unit of a mean. */
  heading(measure: string, unit: string | undefined): string;
  lead(heading: string): string;
  /** "There are no figures between 2019-20 and 2021-22." */
  gap(from: string, to: string): string;
  gaps(count: string): string;
  /** What is marked in the picture, as one list. */
  marked(list: string): string;
  event(label: string, from: string, to: string | undefined): string;
  some(absences: string): string;
  provisional: string;
  provisionalFrom(when: string): string;
  /** Name, then what stands for it. */
  mark(name: string, figures: string): string;
  /** Every group has a panel; the thin line in each is the whole. */
  thinLine(name: string): string;
  column: { time: string; value(name: string): string; count(name: string): string; base(name: string, of: string): string };
  events: { caption: string; what: string; from: string; to: string; more: string };
  /** The control that moves through time, and how. */
  cursor: string;
  cursorKeys: string;
}
