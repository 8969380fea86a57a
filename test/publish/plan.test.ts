import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanDocument } from "@vitrine/contract";
import { config, faultRows, folderWith, read, refused, run } from "./project.ts";

/** Invented. */
const steps = `what,how,from,until,else,state,who,team
Open the roster,Filter it to this school year,2026-10-01,2026-10-05,,done,partner,
Look for inaccuracies,,2026-10-05,2026-10-30,The rate is worked out from the roster as it is.,doing,partner; teachers,Review
Send corrections,,,2026-10-30,Corrections sent later are not made.,todo,partner,Review
,a row without a name,,,,,,
Review the final rates,,next month,2026-11-30,,?,somebody,`;
const other = {
  "groups.csv": "name,who,from\nReview,partner,2026-10-01",
  "meetings.csv": "name,every,day\nWorking session,every six weeks,2026-11-12\nWorking session,every six weeks,2026-10-01",
  "resources.csv": "what,note,link,there\nTemplate for letters,Two paragraphs,https://vitrine.example/template,yes\nA late bus,,,no",
  "data.csv": "what,when,for\nHow many come,on the evening,impact",
  "time.csv": "whose,what,hours\npartner,Reviews the roster,two hours a week\nvolunteer,Helps,",
};
const roles = { column: "who", values: { partner: "regional-partner", teachers: "teacher" } };
const document = {
  kind: "plan",
  id: "plan",
  title: "Plan",
  asOf: "2026-10-12",
  notice: "Teachers of the summer workshops are visible now.",
  goals: ["The roster is right before the rates are final."],
  steps: {
    from: "rows",
    title: "what",
    text: "how",
    begins: "from",
    due: "until",
    ifMissed: "else",
    status: { column: "state", values: { done: "done", doing: "in-progress", todo: "not-started" } },
    roles,
    group: "team",
  },
  groups: { from: "groups", name: "name", begins: "from", roles },
  sessions: { from: "meetings", name: "name", rhythm: "every", day: "day" },
  resources: {
    from: "resources",
    name: "what",
    text: "note",
    url: "link",
    status: { column: "there", values: { yes: "at-hand", no: "needed" } },
  },
  data: { from: "data", what: "what", when: "when", purpose: { column: "for", values: { impact: "impact" } } },
  allocation: { from: "time", role: { column: "whose", values: { partner: "regional-partner" } }, task: "what", time: "hours" },
};
const sources = Object.fromEntries(["groups", "meetings", "resources", "data", "time"].map((name) => [name, { file: `${name}.csv` }]));
const project = (rows: string) => folderWith({ "rows.csv": rows, ...other });
const whole = (over: object = {}) => {
  const base = config({ file: "rows.csv" }, { ...document, ...over });
  return { ...base, sources: { ...(base["sources"] as object), ...sources } };
};

test("a plan is read from rows: steps in their order, roles by word, days, meetings, resources, data, time", async () => {
  const result = await run(project(steps), whole());
  const { notice, goals, steps: found, groups, sessions, resources, data, allocation } = read(result, "plan") as unknown as PlanDocument;
  assert.equal(notice, document.notice);
  assert.deepEqual(goals, document.goals);
  assert.deepEqual(found, [
    {
      id: "open-the-roster",
      title: "Open the roster",
      text: "Filter it to this school year",
      from: "2026-10-01",
      due: "2026-10-05",
      status: "done",
      roles: ["regional-partner"],
    },
    {
      id: "look-for-inaccuracies",
      title: "Look for inaccuracies",
      from: "2026-10-05",
      due: "2026-10-30",
      ifMissed: "The rate is worked out from the roster as it is.",
      status: "in-progress",
      roles: ["regional-partner", "teacher"],
      group: "review",
    },
    {
      id: "send-corrections",
      title: "Send corrections",
      due: "2026-10-30",
      ifMissed: "Corrections sent later are not made.",
      status: "not-started",
      roles: ["regional-partner"],
      group: "review",
    },
    { id: "review-the-final-rates", title: "Review the final rates", due: "2026-11-30", status: "not-reported", roles: [] },
  ]);
  assert.deepEqual(groups, [{ id: "review", name: "Review", roles: ["regional-partner"], from: "2026-10-01" }]);
  assert.deepEqual(sessions, [
    { id: "working-session", name: "Working session", rhythm: "every six weeks", days: ["2026-10-01", "2026-11-12"], roles: [] },
  ]);
  assert.deepEqual(resources[0], {
    id: "template-for-letters",
    name: "Template for letters",
    text: "Two paragraphs",
    url: "https://vitrine.example/template",
    status: "at-hand",
  });
  assert.deepEqual(data, [{ id: "how-many-come", what: "How many come", when: "on the evening", purpose: "impact", roles: [] }]);
  assert.deepEqual(allocation, [
    { id: "reviews-the-roster", role: "regional-partner", task: "Reviews the roster", time: "two hours a week" },
  ]);
  assert.deepEqual(faultRows(result), { "not-a-day": 1, "value-not-listed": 1 });
  assert.deepEqual(
    result.report.faults.map(({ reason, column, rows }) => `${reason} ${column} ${rows}`),
    ["not-a-day from 1", "value-not-listed state 1", "value-not-listed who 1", "value-not-listed whose 1"],
  );
});

test("whoever is no listed role is left out: a name in the column of roles is never shown", async () => {
  const result = await run(project(steps.replace("partner,\nLook", "Ada Quist,\nLook")), whole());
  assert.doesNotMatch(JSON.stringify(read(result, "plan")), /Quist/);
});

test("text that looks like a name, an address or a number of a person stops the publication and is not repeated", async () => {
  for (const [text, row] of [
    ["Ask Ms. Okafor for the roster", 2],
    ["Write to ada@school.example", 2],
    ["Call 555-201-3344", 2],
  ] as const) {
    const error = await refused(project(steps.replace("Open the roster", text)), whole());
    assert.equal(error.code, "names-people");
    assert.match(error.message, new RegExp(`^Row ${row} of the source "rows", column "what", .* write the role instead\\.$`));
    assert.doesNotMatch(error.message, /Okafor|ada|555/);
  }
});

test("a column of people cannot be shown as text, by its heading", async () => {
  for (const column of ["teacher name", "Assigned to", "contact_email", "Owner"]) {
    const error = await refused(project(steps.replace("what,", `${column},`)), whole({ steps: { ...document.steps, title: column } }));
    assert.equal(error.code, "names-people", column);
    assert.match(error.message, /\$\.documents\[0\]\.steps\.title/);
  }
});

test("a plan without any list is refused, and so is a column that does not exist", async () => {
  const bare = config({ file: "rows.csv" }, { kind: "plan", id: "plan", title: "Plan", goals: ["A goal."] });
  assert.match((await refused(project(steps), bare)).message, /at least one of "steps"/);
  assert.equal((await refused(project(steps), whole({ steps: { ...document.steps, due: "nothing" } }))).code, "column-missing");
});
