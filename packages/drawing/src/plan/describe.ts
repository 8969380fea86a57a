import { absences, isAbsence, type Absence, type PlanDocument, type PlanRole, type PlanStep, type StepStatus } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import { sentences } from "../words/sentences.js";
import { dayNumber } from "./axis.js";

export const rolesText = (roles: readonly PlanRole[], say: Say): string => say.list(roles.map((role) => say.words.plan.role[role]));

/** With a large first letter, as at the beginning of a line. */
export const capital = (text: string, say: Say): string => text.charAt(0).toLocaleUpperCase(say.locale) + text.slice(1);

/** How far a step has come, in words. */
export const statusText = (status: StepStatus, say: Say): string =>
  isAbsence(status) ? say.words.absence[status] : say.words.plan.status[status];

/** Of a step that nobody speaks of it is not known whether it is late. */
const open = (status: StepStatus) => status === "in-progress" || status === "not-started";
/** Days from the day of the plan to the last day of a step. */
const daysLeft = (due: string, asOf: string) => dayNumber(due) - dayNumber(asOf);
const isLate = ({ due, status }: PlanStep, asOf: string) => due !== undefined && open(status) && daysLeft(due, asOf) < 0;

function leftText(due: string, asOf: string, say: Say): string {
  const words = say.words.plan;
  const days = daysLeft(due, asOf);
  if (days === 0) return words.today;
  return days > 0 ? words.left(days, say.number(days)) : words.late(-days, say.number(-days));
}

/** How much time a step has, counted from the day of the plan; a step that is done needs none. */
export const timeText = ({ due, status }: PlanStep, asOf: string, say: Say): string | undefined =>
  due !== undefined && open(status) ? leftText(due, asOf, say) : undefined;

/** When a step is done: from, until, or that no day is set. */
export function whenText({ from, due }: { from?: string | undefined; due?: string | undefined }, say: Say): string {
  const words = say.words.plan;
  if (from && due) return capital(words.fromTo(say.day(from), say.day(due)), say);
  if (due) return words.due(say.day(due));
  return from ? words.from(say.day(from)) : words.noDay;
}

/** "Not started · Due October 30, 2026 · 18 days left" */
export const stepState = (step: PlanStep, asOf: string, say: Say): string =>
  [statusText(step.status, say), whenText(step, say), timeText(step, asOf, say)].filter(Boolean).join(" · ");

export const groupOf = (step: PlanStep, { groups }: PlanDocument): string | undefined => groups.find(({ id }) => id === step.group)?.name;

/** One step in words, as a reader hears it. */
export function describeStep(step: PlanStep, at: number, document: PlanDocument, say: Say): string {
  const words = say.words.plan;
  const group = groupOf(step, document);
  const status = isAbsence(step.status) ? say.words.absenceSaid[step.status] : words.status[step.status];
  return sentences([
    words.numbered(say.number(at + 1), step.title),
    [status, whenText(step, say), timeText(step, document.asOf, say)].filter(Boolean).join(" · "),
    step.ifMissed && words.ifMissed(step.ifMissed),
    step.roles.length > 0 ? words.who(rolesText(step.roles, say)) : undefined,
    group && words.of(group),
  ]);
}

/** How many steps, how far they have come, which is due next and which are late: all as of the day of the plan. */
export function summarisePlan(document: PlanDocument, say: Say): string {
  const words = say.words.plan;
  const { steps, asOf } = document;
  const provisional = document.status === "provisional" ? [words.provisional] : [];
  if (steps.length === 0) return [words.none, ...provisional].join(" ");
  const count = (status: StepStatus) => steps.filter((step) => step.status === status).length;
  const parts = (["done", "in-progress", "not-started"] as const).flatMap((status) =>
    count(status) > 0 ? [words.part[status](say.number(count(status)))] : [],
  );
  const missing: Absence[] = absences.filter((absence) => absence !== "not-applicable" && count(absence) > 0);
  const due = steps.filter((step) => step.due !== undefined && open(step.status) && daysLeft(step.due, asOf) >= 0);
  const next = due.reduce<PlanStep | undefined>((first, step) => (first && first.due! <= step.due! ? first : step), undefined);
  const late = steps.filter((step) => isLate(step, asOf)).length;
  return [
    ...(parts.length > 0 ? [words.sentence({ count: steps.length, text: say.number(steps.length), parts: say.list(parts) })] : []),
    ...(next ? [words.next(next.title, say.day(next.due!), leftText(next.due!, asOf, say))] : []),
    ...(late > 0 ? [words.lateSteps(late, say.number(late))] : []),
    ...(missing.length > 0 ? [words.some(say.either(missing.map((absence) => say.words.absenceSaid[absence])))] : []),
    words.counted(say.day(asOf)),
    ...provisional,
  ].join(" ");
}
