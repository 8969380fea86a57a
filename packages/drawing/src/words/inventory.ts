import type { Absence, InventoryArea, InventoryState } from "@vitrine/contract";

/** What is said of an inventory, in one language. Functions take finished text; a number beside its text chooses singular or plural. */
export interface InventoryWords {
  area: Record<InventoryArea, string>;
  state: Record<Exclude<InventoryState, Absence>, string>;
  column: Record<"item" | "area" | "students" | "detail" | "saidOn", string>;
  asOf(day: string): string;
  validUntil(day: string): string;
  outdated: string;
  /** That nothing here is judged. */
  noJudgement: string;
  students(count: number | undefined, text: string): string;
  noStudents(why: string): string;
  saidOn(day: string): string;
  /** "Grade 6: in place" */
  cell(column: string, state: string): string;
  /** "11 entries on computer science at Sunrise Middle School: courses, clubs and events, and transport" */
  sentence(of: { count: number; text: string; place: string; areas: string }): string;
  none: string;
  provisional: string;
}
