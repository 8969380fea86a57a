import type { PlanDocument, PlanRole } from "@vitrine/contract";
import type { PlanConfig } from "../config/plan.js";
import { envelope } from "./envelope.js";
import { codesOf, listing, Lists, type ListedRow, type Listing } from "./listed.js";
import type { Maker } from "./maker.js";

type Part = "steps" | "groups" | "sessions" | "resources" | "data" | "allocation";
/** Keys of each list whose cells readers see; the others are days and words. */
const shown = {
  steps: ["title", "text", "ifMissed", "group"],
  groups: ["name"],
  sessions: ["name", "rhythm"],
  resources: ["name", "text", "url"],
  data: ["what", "how", "when"],
  allocation: ["task", "time"],
} as const satisfies Record<Part, readonly string[]>;
const days = ["begins", "due", "day"] as const;

/** Reads a plan from rows: nothing is counted, and nobody is named. */
export const planMaker: Maker<PlanConfig> = (config, columnsOf, path) => {
  const lists: Partial<Record<Part, Listing>> = {};
  for (const part of Object.keys(shown) as Part[]) {
    const of = config[part];
    if (!of) continue;
    const own = of as Record<string, unknown>;
    const text = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, own[key] as string | undefined]));
    const columnAt = (key: string) => (own[key] as { column?: string } | undefined)?.column;
    const read = { ...text(days), ...Object.fromEntries(["status", "purpose", "roles", "role"].map((key) => [key, columnAt(key)])) };
    lists[part] = listing(of, text(shown[part]), read, columnsOf(of.from, [...path, part, "from"]), [...path, part]);
  }
  return {
    config,
    sources: [...new Set(Object.values(lists).map(({ source }) => source))],
    async write({ engine, rows, publication, faults }) {
      const reader = new Lists(engine, config.id, rows);
      const body = {
        ...(config.notice === undefined ? {} : { notice: config.notice }),
        goals: config.goals ?? [],
        ...(await readPlan(config, lists, reader)),
      };
      reader.finish(faults);
      return { document: { ...envelope("plan/1", publication, config), ...body } as PlanDocument, acts: [] };
    },
  };
};

type Body = Pick<PlanDocument, Part>;
const given = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : ({ [key]: value } as Record<K, V>));

async function readPlan(config: PlanConfig, lists: Partial<Record<Part, Listing>>, reader: Lists): Promise<Body> {
  const rolesOf = (part: Exclude<Part, "resources" | "allocation">, row: ListedRow): PlanRole[] => {
    const roles = config[part]?.roles;
    return roles ? row.words("roles", roles.values, roles.separator ?? ";") : [];
  };
  /** Rows that have a text to be called by, with a code made of it. */
  const named = async (part: Part, key: string, max: number) => {
    const found = (await reader.read(lists[part])).flatMap((row) => {
      const name = row.text(key, max);
      return name === undefined ? [] : [{ row, name }];
    });
    const ids = codesOf(found.map(({ name }) => name));
    return found.map((one, at) => ({ ...one, id: ids[at]! }));
  };
  const span = (row: ListedRow) => ({ ...given("from", row.day("begins")), ...given("due", row.day("due")) });
  const groups = (await named("groups", "name", 120)).map(({ id, name, row }) => ({
    id,
    name,
    roles: rolesOf("groups", row),
    ...span(row),
  }));
  const groupOf = (name: string | undefined) => groups.find((group) => group.name === name)?.id;
  const steps = (await named("steps", "title", 160)).map(({ id, name, row }) => ({
    id,
    title: name,
    ...given("text", row.text("text", 1000)),
    ...span(row),
    ...given("ifMissed", row.text("ifMissed", 240)),
    status: row.word("status", config.steps!.status, "not-reported"),
    roles: rolesOf("steps", row),
    ...given("group", groupOf(row.text("group", 120))),
  }));
  const sessions = new Map<string, Body["sessions"][number]>();
  for (const { id, name, row } of await named("sessions", "name", 120)) {
    const known = sessions.get(name) ?? { id, name, rhythm: row.text("rhythm", 80) ?? "–", days: [], roles: rolesOf("sessions", row) };
    const day = row.day("day");
    sessions.set(name, { ...known, days: [...known.days, ...(day === undefined ? [] : [day])].sort() });
  }
  const resources = (await named("resources", "name", 160)).map(({ id, name, row }) => ({
    id,
    name,
    ...given("text", row.text("text", 400)),
    ...given("url", row.text("url", 2000)),
    status: row.word("status", config.resources!.status, "not-reported"),
  }));
  const data = (await named("data", "what", 200)).map(({ id, name, row }) => ({
    id,
    what: name,
    ...given("how", row.text("how", 240)),
    when: row.text("when", 80) ?? "–",
    purpose: row.word("purpose", config.data!.purpose, "progress"),
    roles: rolesOf("data", row),
  }));
  const allocation = (await named("allocation", "task", 240)).flatMap(({ id, name, row }) =>
    row
      .words("role", config.allocation!.role.values, "\n")
      .map((role) => ({ id, role, task: name, ...given("time", row.text("time", 80)) })),
  );
  return { steps, groups, sessions: [...sessions.values()], resources, data, allocation };
}
