/** What is said of single numbers, in one language. Functions take finished text and return one phrase. */
export interface MetricsWords {
  /** Headings of the table. */
  column: Record<"name" | "value" | "unit" | "period" | "change" | "since" | "n", string>;
  /** "120 more", "8 fewer"; of a range from fewer to more "5 fewer to 9 more". */
  more(by: string): string;
  fewer(by: string): string;
  same: string;
  between(fewer: string, more: string): string;
  /** "120 more since 2024-25" */
  since(change: string, since: string): string;
  /** Why there is no change to tell: "Change since 2024-25: not reported yet". */
  noChange(since: string, why: string): string;
  /** "compared over 26 schools that reported in both years" */
  over(n: string, of: string): string;
  /** In the sentence and in labels: "Teachers trained: 240 teachers". */
  item(name: string, figure: string): string;
  figure(value: string, unit: string): string;
  /** A part in the table: "Teams: administrators". */
  part(name: string, part: string): string;
  /** "Of these: 130 in Discoveries, 110 in Principles" as a list of items. */
  parts(list: string): string;
  /** How many numbers the sentence leaves to the table. */
  others(count: number, text: string): string;
  /** `absences` as spoken, as one list. */
  some(absences: string): string;
  none: string;
  provisional: string;
}
