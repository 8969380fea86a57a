/** What is said of a pathway, in one language. Functions take finished text and return one phrase. */
export interface PathwayWords {
  /** "50 people" */
  number(count: string, of: string): string;
  /** "Registered: 50 people." */
  first(of: { name: string; number: string }): string;
  /** "Came: 30 of 50 people went on (60%); 20 did not." */
  next(of: { name: string; went: string }): string;
  /** "30 of 50 went on (60%); 20 did not" */
  went(of: { count: string; before: string; share: string | undefined; left: string | undefined; why: string | undefined }): string;
  /** "Answered: how many families is withheld to protect privacy." */
  absent(of: { name: string; of: string; why: string }): string;
  /** Under a bar: the number stands for something else than the one before. */
  otherCount(of: string): string;
  notFollowed: string;
  /** Why a number is withheld, for a parent: never which number was small. */
  withheld: string;
  provisional: string;
  provisionalStages(list: string): string;
  some(absences: string): string;
  group(name: string, stage: string): string;
  /** Each panel begins with its own first stage at full length. */
  ownScale: string;
  commonScale: string;
  /** Beside the numbers in panels. */
  percents: string;
  column: Record<"stage" | "period" | "number" | "of" | "share" | "left" | "group", string>;
  leftAfter(stage: string): string;
}
