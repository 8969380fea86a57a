import { dataPurposes, planRoles, resourceStatuses, stepStatuses } from "@vitrine/contract";
import { z } from "zod";
import { column, from, meaning, said, text, where } from "./parts.js";

const rows = { from, where };
const role = z.enum(planRoles);

const roles = z
  .strictObject({
    column: column("Which column says who takes part. Its cells are never shown."),
    values: z
      .record(z.string().max(200), role)
      .describe("Which role each cell, or each part of it, stands for. What is not listed is left out and reported."),
    separator: z.string().min(1).max(3).describe('What stands between several roles in one cell. ";" if left out.').optional(),
  })
  .describe("Who takes part, by role.")
  .optional();

const steps = z
  .strictObject({
    ...rows,
    title: column("Which column says what is done, in a few words. Rows without it are left out."),
    text: column("Which column says how it is done.").optional(),
    begins: column("Which column holds the first day.").optional(),
    due: column("Which column holds the last day.").optional(),
    ifMissed: column("Which column says what happens when it is not done in time.").optional(),
    status: meaning(
      z.enum(stepStatuses),
      "How far the step has come on the day of the plan. An empty or unlisted cell means not-reported; the latter is reported.",
    ),
    roles,
    group: column("Which column holds the name of the sub-group that does it: one of `groups`.").optional(),
  })
  .describe("The steps, one in each row, in the order in which they are done.");

const groups = z
  .strictObject({
    ...rows,
    name: column("Which column says what the sub-group is for."),
    begins: column("Which column holds the day it formed.").optional(),
    due: column("Which column holds the day it dissolves.").optional(),
    roles,
  })
  .describe("The sub-groups, one in each row.");

const sessions = z
  .strictObject({
    ...rows,
    name: column("Which column says what the meeting is called. Rows with the same name are days of the same meetings."),
    rhythm: column("Which column says how often they are: taken from the first row of each name."),
    day: column("Which column holds the day.").optional(),
    roles,
  })
  .describe("The meetings, one day in each row.");

const resources = z
  .strictObject({
    ...rows,
    name: column("Which column says what it is."),
    text: column("Which column says what it is good for.").optional(),
    url: column("Which column says where it can be found, https only.").optional(),
    status: meaning(
      z.enum(resourceStatuses),
      "Whether it is at hand. An empty or unlisted cell means not-reported; the latter is reported.",
    ),
  })
  .describe("The resources, one in each row.");

const data = z
  .strictObject({
    ...rows,
    what: column("Which column says what is collected."),
    how: column("Which column says how.").optional(),
    when: column("Which column says when."),
    purpose: meaning(
      z.enum(dataPurposes),
      "What it shows: how the plan is carried out, or what comes of it. An unlisted cell means progress and is reported.",
    ),
    roles,
  })
  .describe("What data is collected, one kind in each row.");

const allocation = z
  .strictObject({
    ...rows,
    role: z
      .strictObject({
        column: column("Which column says whose time it is. Its cells are never shown."),
        values: z.record(z.string().max(200), role).describe("Which role each cell stands for. Rows of others are left out and reported."),
      })
      .describe("The role."),
    task: column("Which column says what that role does."),
    time: column("Which column says how much time it has.").optional(),
  })
  .describe("Who does what, one task in each row.");

export const plan = z
  .strictObject({
    kind: z.literal("plan").describe("Steps, days, resources, data collection and who does what. Rows: one for each of them."),
    ...said,
    notice: text(400, "What readers must know first.").optional(),
    goals: z.array(text(300, "A goal.")).max(12).describe("What the work is held against.").optional(),
    steps: steps.optional(),
    groups: groups.optional(),
    sessions: sessions.optional(),
    resources: resources.optional(),
    data: data.optional(),
    allocation: allocation.optional(),
  })
  .check((payload) => {
    const { value } = payload;
    if (![value.steps, value.groups, value.sessions, value.resources, value.data, value.allocation].some(Boolean))
      payload.issues.push({
        code: "custom",
        input: undefined,
        message: 'give at least one of "steps", "groups", "sessions", "resources", "data" and "allocation"',
      });
  })
  .describe("Makes one plan document. People are shown by role only.");

export type PlanConfig = z.infer<typeof plan>;
