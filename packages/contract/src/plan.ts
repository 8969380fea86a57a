import * as z from "zod/mini";
import { envelope } from "./envelope.js";
import { absences } from "./figure.js";
import type { Facts, Kind } from "./kind.js";
import { rule, word } from "./leaf.js";
import { list } from "./list.js";
import { code, day, text, webAddress } from "./text.js";

/** Who takes part. A plan names people by these words only: a name has nowhere to stand. */
export const planRoles = [
  "teacher",
  "cs-teacher",
  "stem-teacher",
  "school-administrator",
  "department-administrator",
  "district-administrator",
  "counselor",
  "learning-coordinator",
  "facilitator",
  "family-representative",
  "student-representative",
  "regional-partner",
  "programme-staff",
  "data-team",
  "university-faculty",
  "researcher",
  "evaluator",
  "industry-expert",
  "curriculum-developer",
  "community-partner",
] as const;
export type PlanRole = (typeof planRoles)[number];

/** How far a step has come, or why that is not said. */
export const stepStatuses = ["done", "in-progress", "not-started", ...absences] as const;
export type StepStatus = (typeof stepStatuses)[number];
/** Whether a resource is there, or why that is not said. */
export const resourceStatuses = ["at-hand", "needed", ...absences] as const;
export type ResourceStatus = (typeof resourceStatuses)[number];
/** What data is collected for: how the plan is carried out, or what comes of it. */
export const dataPurposes = ["progress", "impact"] as const;
export type DataPurpose = (typeof dataPurposes)[number];

const roles = list(word(...planRoles), { max: 12 });
const inOrder = rule<{ from?: string | undefined; due?: string | undefined }>(
  ({ from, due }) => !from || !due || from <= due,
  "empty-range",
);

const step = z
  .strictObject({
    id: code,
    title: text(160),
    text: z.optional(text(1000)),
    from: z.optional(day),
    due: z.optional(day),
    ifMissed: z.optional(text(240)),
    status: word(...stepStatuses),
    roles,
    group: z.optional(code),
  })
  .check(inOrder);
export type PlanStep = z.infer<typeof step>;

const group = z.strictObject({ id: code, name: text(120), roles, from: z.optional(day), due: z.optional(day) }).check(inOrder);
const session = z.strictObject({ id: code, name: text(120), rhythm: text(80), days: list(day, { max: 80 }), roles });
const resource = z.strictObject({
  id: code,
  name: text(160),
  text: z.optional(text(400)),
  url: z.optional(webAddress),
  status: word(...resourceStatuses),
});
const data = z.strictObject({
  id: code,
  what: text(200),
  how: z.optional(text(240)),
  when: text(80),
  purpose: word(...dataPurposes),
  roles,
});
const allocation = z.strictObject({ id: code, role: word(...planRoles), task: text(240), time: z.optional(text(80)) });

export const planDocument = z.strictObject({
  ...envelope("plan/1"),
  notice: z.optional(text(400)),
  goals: list(text(300), { max: 12 }),
  steps: list(step, { max: 40 }),
  groups: list(group, { max: 20 }),
  sessions: list(session, { max: 12 }),
  resources: list(resource, { max: 40 }),
  data: list(data, { max: 40 }),
  allocation: list(allocation, { max: 40 }),
});
export type PlanDocument = z.infer<typeof planDocument>;

function facts(document: PlanDocument): Facts {
  const lists = ["steps", "groups", "sessions", "resources", "data", "allocation"] as const;
  const facts: Facts = {
    people: [],
    sums: [],
    rates: [],
    ids: lists.map((key) => ({ path: [key], ids: document[key].map(({ id }) => id) })),
    needs: [],
    faults: [],
  };
  const groups = new Set(document.groups.map(({ id }) => id));
  document.steps.forEach(({ group: of, from, status }, at) => {
    if (of !== undefined && !groups.has(of)) facts.faults.push({ code: "no-such-position", path: ["steps", at, "group"] });
    // What begins after the day of the data cannot have come anywhere on that day.
    if (from !== undefined && from > document.asOf && (status === "done" || status === "in-progress"))
      facts.faults.push({ code: "contradicts", path: ["steps", at, "status"] });
  });
  return facts;
}

/** Steps, resources, data collection and who does what, by role only. Element: `cs-plan-timeline`. */
export const plan: Kind<PlanDocument> = { schema: "plan/1", shape: planDocument, facts };
