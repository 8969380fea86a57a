import { isAbsence, type PlanDocument } from "@vitrine/contract";
import type { Say } from "../core/say.js";
import type { Table } from "../core/table.js";
import { capital, groupOf, rolesText, statusText, timeText } from "./describe.js";

/**
 * A table for each part of the plan that has something in it: everything the picture says, and the addresses of resources. What matters most
 * stands last: a letter shows it beside the name.
 */
export function tabulatePlan(document: PlanDocument, say: Say): Table[] {
  const words = say.words.plan;
  const { column, heading } = words;
  const none = say.words.absence["not-applicable"];
  const day = (iso: string | undefined) => (iso === undefined ? none : say.day(iso));
  const who = (roles: PlanDocument["steps"][number]["roles"]) => (roles.length > 0 ? rolesText(roles, say) : none);
  const table = (caption: string, columns: string[], rows: Table["rows"]): Table[] =>
    rows.length > 0 ? [{ caption, columns: columns.map((label) => ({ label })), rows }] : [];
  const { steps, groups, sessions, resources, data, allocation, goals, asOf } = document;
  const of = (name: string | undefined) => name ?? none;
  return [
    ...table(
      heading.goals,
      [column.number, column.goal],
      goals.map((goal, at) => ({ key: `goal/${at}`, cells: [say.number(at + 1), goal] })),
    ),
    ...table(
      heading.steps,
      [column.step, column.text, column.status, column.from, column.due, column.left, column.ifMissed, column.roles, column.group],
      steps.map((step, at) => ({
        key: `step/${step.id}`,
        cells: [
          words.numbered(say.number(at + 1), step.title),
          of(step.text),
          statusText(step.status, say),
          day(step.from),
          day(step.due),
          of(timeText(step, asOf, say)),
          of(step.ifMissed),
          who(step.roles),
          of(groupOf(step, document)),
        ],
      })),
    ),
    ...table(
      heading.groups,
      [heading.groups, column.roles, column.from, column.until],
      groups.map(({ id, name, roles, from, due }) => ({ key: `group/${id}`, cells: [name, who(roles), day(from), day(due)] })),
    ),
    ...table(
      heading.sessions,
      [heading.sessions, column.roles, column.days, column.rhythm],
      sessions.map(({ id, name, rhythm, days, roles }) => ({
        key: `session/${id}`,
        cells: [name, who(roles), days.length > 0 ? say.list(days.map((one) => say.day(one))) : none, rhythm],
      })),
    ),
    ...table(
      heading.resources,
      [heading.resources, column.text, column.address, column.status],
      resources.map(({ id, name, status, text, url }) => ({
        key: `resource/${id}`,
        cells: [name, of(text), of(url), isAbsence(status) ? say.words.absence[status] : words.resource[status]],
      })),
    ),
    ...table(
      heading.data,
      [heading.data, column.how, column.roles, column.purpose, column.when],
      data.map(({ id, what, how, when, purpose, roles }) => ({
        key: `data/${id}`,
        cells: [what, of(how), who(roles), words.purpose[purpose], when],
      })),
    ),
    ...table(
      heading.allocation,
      [column.role, column.task, column.time],
      allocation.map(({ id, role, task, time }) => ({ key: `allocation/${id}`, cells: [capital(words.role[role], say), task, of(time)] })),
    ),
  ];
}
