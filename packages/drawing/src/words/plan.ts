import type { DataPurpose, PlanRole, ResourceStatus, StepStatus } from "@vitrine/contract";

/** What is said of a plan, in one language. Functions take finished text; a number beside its text chooses singular or plural. */
export interface PlanWords {
  heading: Record<"goals" | "steps" | "groups" | "sessions" | "resources" | "data" | "allocation", string>;
  role: Record<PlanRole, string>;
  status: Record<Exclude<StepStatus, "withheld" | "not-reported" | "not-covered" | "not-applicable" | "unknown">, string>;
  resource: Record<Exclude<ResourceStatus, "withheld" | "not-reported" | "not-covered" | "not-applicable" | "unknown">, string>;
  purpose: Record<DataPurpose, string>;
  column: Record<
    | "number"
    | "goal"
    | "step"
    | "status"
    | "from"
    | "due"
    | "left"
    | "ifMissed"
    | "roles"
    | "group"
    | "rhythm"
    | "days"
    | "until"
    | "how"
    | "when"
    | "purpose"
    | "time"
    | "task"
    | "role"
    | "text"
    | "address",
    string
  >;
  /** Signs on the axis: the last day of something, a meeting that was over on the day of the plan, one that was to come. */
  legend: Record<"due" | "past" | "coming", string>;
  /** Above the steps: from which day the days are counted. */
  counted(day: string): string;
  /** At the line that marks the day of the plan. */
  asOf(day: string): string;
  /** "2. Look for inaccuracies" */
  numbered(number: string, title: string): string;
  due(day: string): string;
  from(day: string): string;
  fromTo(from: string, to: string): string;
  noDay: string;
  /** Days from the day of the plan to the last day of a step. */
  left(count: number, text: string): string;
  today: string;
  late(count: number, text: string): string;
  ifMissed(text: string): string;
  who(roles: string): string;
  of(group: string): string;
  /** "5 steps: 1 done, 2 in progress and 2 not started." */
  sentence(steps: { count: number; text: string; parts: string }): string;
  part: Record<Exclude<StepStatus, "withheld" | "not-reported" | "not-covered" | "not-applicable" | "unknown">, (text: string) => string>;
  next(step: string, day: string, left: string): string;
  lateSteps(count: number, text: string): string;
  /** `absences` as spoken, as one list. */
  some(absences: string): string;
  none: string;
  provisional: string;
}
