import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { main, type Io } from "../../packages/cli/dist/main.js";
import type { ImplementationDocument, MetricsDocument, TrendDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { documents } from "../helpers/documents.ts";

/** Documents as another tool might write them: invented, and each safe by itself. */
const typical = <D>(kind: "implementation" | "metrics" | "trend") =>
  structuredClone(documents(kind).find(([name]) => name === "typical")![1]) as unknown as D;
const withheld = "withheld" as const;
type Count = number | typeof withheld;
type Row = [id: string, trained: Count, met: Count, started: Count, notStarted: Count, notKnown: Count];
const stages = (row: readonly Count[]) =>
  Object.fromEntries(["trained", "met", "started", "notStarted", "notKnown"].map((key, at) => [key, row[at]]));

function gauge(id: string, by: string, whole: number[], rows: Row[]): ImplementationDocument {
  const made = typical<ImplementationDocument>("implementation");
  const groups = rows.map(([name, ...row]) => ({ id: name, name: `Group ${name}`, ...stages(row) }));
  return { ...made, id, ...stages(whole), breakdowns: [{ by, label: "By group", partition: true, groups }] } as ImplementationDocument;
}
const alike = (document: ImplementationDocument) => {
  const { scope, period, asOf } = document;
  return { scope, period, asOf };
};
const whole = [100, 28, 20, 27, 25];
/** Four groups of 25, of which the first is small at its last stage; two ways to hide that. */
const hidden = (columns: (keyof Row)[], rows: number[]): Row[] =>
  ["a", "b", "c", "d"].map((id, at) =>
    [id, 25, at === 0 ? 10 : 6, 5, at === 0 ? 9 : 6, at === 0 ? 1 : 8].map((cell, column) =>
      rows.includes(at) && columns.includes(column as never) ? withheld : cell,
    ),
  ) as unknown as Row[];
const narrow = async (all: readonly object[], options = {}) => (await auditDocuments(all as never, { look: true, ...options })).narrow;
const atLeast = { threshold: 5, zeros: "withhold" } as const;

test("two gauges of the same people that withhold other figures of one breakdown are seen to be the same", async () => {
  const [one, other] = [gauge("one", "course", whole, hidden([4, 5], [0, 1])), gauge("other", "course", whole, hidden([4, 5], [0, 2]))];
  for (const alone of [one, other]) assert.deepEqual(await narrow([alone]), []);
  assert.deepEqual((await auditDocuments([one, other])).narrow, [], "nobody looked");
  const found = await narrow([one, other]);
  assert.ok(found.some(({ id, path }) => id === "one" && path === "$.breakdowns[0].groups[0].notKnown"));
  assert.ok(found.every(({ values }) => values < 5));
});

test("documents of another day, of another number of people, or that contradict each other are not taken together", async () => {
  const one = gauge("one", "course", whole, hidden([4, 5], [0, 1]));
  const other = gauge("other", "course", whole, hidden([4, 5], [0, 2]));
  assert.deepEqual(await narrow([one, { ...other, asOf: "2020-01-01" }]), []);
  assert.deepEqual(await narrow([one, { ...other, scope: { ...other.scope, id: "elsewhere" } }]), []);
  assert.deepEqual(await narrow([one, { ...other, trained: 101, met: 29 }]), []);
  const groups = other.breakdowns[0]!.groups.map((group) => ({ ...group, trained: group.id === "c" ? 26 : group.id === "d" ? 24 : 25 }));
  assert.deepEqual(await narrow([one, { ...other, breakdowns: [{ ...other.breakdowns[0]!, groups }] }]), []);
});

test("a number's parts beside a gauge of as many people, by groups of the same names", async () => {
  const one = gauge("one", "course", [100, 100, 0, 0, 0], []);
  one.breakdowns[0]!.groups = [3, 12, 40, 45].map((count, at) => {
    const told = at < 2 ? withheld : count;
    return { id: `g${at}`, name: "Group", ...stages([told, told, 0, 0, 0]) } as never;
  });
  one.privacy = { ...one.privacy, threshold: 5, zeros: "publish" };
  const numbers = typical<MetricsDocument>("metrics");
  const parts = [3, 12, 40, 45].map((count, at) => ({ id: `g${at}`, name: "Group", value: at === 0 || at === 2 ? withheld : count }));
  numbers.metrics = [{ id: "teachers", name: "Teachers", counts: "people", value: 100, unit: "teachers", parts }];
  Object.assign(numbers, alike(one), { privacy: one.privacy });
  for (const alone of [one, numbers]) assert.deepEqual(await narrow([alone]), []);
  assert.ok((await narrow([one, numbers])).some(({ path }) => path === "$.breakdowns[0].groups[0].trained"));
});

test("the months of a trend add up to the people of a gauge", async () => {
  const one = gauge("one", "region", [100, 100, 0, 0, 0], []);
  one.breakdowns[0]!.groups = [3, 27, 30, 40].map((count, at) => {
    const told = at < 2 ? withheld : count;
    return { id: `g${at}`, name: "Region", ...stages([told, told, 0, 0, 0]) } as never;
  });
  one.privacy = { ...one.privacy, ...atLeast, zeros: "publish" };
  const line = typical<TrendDocument>("trend");
  const months = { from: ["2026-07-01", "2026-08-01"] };
  // The second region is told month by month: 15 and 12.
  const counts: Count[][] = [
    [withheld, withheld],
    [15, 12],
    [withheld, withheld],
    [20, 20],
  ];
  const groups = counts.map((count, at) => ({ id: `g${at}`, name: "Region", count }));
  const { measure: _, ...rest } = line;
  const trend = {
    ...rest,
    ...alike(one),
    id: "months",
    privacy: one.privacy,
    measure: { kind: "count", name: "Teachers", of: "teachers", people: true },
    step: "month",
    times: months,
    annotations: [],
    all: { name: "All", count: [53, 47] },
    groups,
    partition: true,
    provisionalFrom: undefined,
  };
  for (const alone of [one, trend]) assert.deepEqual(await narrow([alone]), []);
  assert.ok((await narrow([one, trend])).some(({ id, path }) => id === "one" && path === "$.breakdowns[0].groups[0].trained"));
});

test("a trend that tells no figure is taken for no sum: it says nothing of a gauge, nor of two that count others", async () => {
  const bare = (id: string, counts: number[]) => ({ ...gauge(id, "region", counts, []), breakdowns: [] });
  const [one, other] = [bare("one", [100, 40, 30, 20, 10]), bare("other", [70, 30, 20, 10, 10])];
  const { measure: _, partition: _partition, ...rest } = typical<TrendDocument>("trend");
  const trend = {
    ...rest,
    ...alike(one),
    id: "months",
    measure: { kind: "count", name: "Teachers", of: "teachers", people: true },
    step: "month",
    times: { from: ["2026-07-01", "2026-08-01"] },
    annotations: [],
    all: { name: "All", count: [withheld, withheld] },
    groups: [],
    provisionalFrom: undefined,
  };
  for (const all of [
    [one, trend],
    [one, other, trend],
  ])
    assert.deepEqual(await narrow(all), []);
});

test("of two sums that can each be seen and cannot both be true each is tried by itself, and neither hides the other", async () => {
  // The months can be all the teachers of the first gauge, or all of the second, whose groups' months give a small one away.
  const groups = (counts: Count[]) => counts.map((count, at) => ({ id: `g${at}`, name: "Region", ...stages([count, count, 0, 0, 0]) }));
  const zeros = { ...typical<ImplementationDocument>("implementation").privacy, ...atLeast, zeros: "publish" as const };
  const made = (id: string, by: string, total: number, counts: Count[]) =>
    ({
      ...gauge(id, by, [total, total, 0, 0, 0], []),
      privacy: zeros,
      breakdowns: [{ by, label: "By group", partition: true, groups: groups(counts) }],
    }) as ImplementationDocument;
  const first = made("first", "course", 95, [45, 50]);
  const second = made("second", "region", 100, [withheld, withheld, 30, 40]);
  const { measure: _, ...rest } = typical<TrendDocument>("trend");
  const trend = {
    ...rest,
    ...alike(first),
    id: "months",
    privacy: zeros,
    measure: { kind: "count", name: "Teachers", of: "teachers", people: true },
    step: "month",
    times: { from: ["2026-07-01", "2026-08-01"] },
    annotations: [],
    all: { name: "All", count: [withheld, 47] },
    groups: [
      [withheld, withheld],
      [15, 12],
      [withheld, withheld],
      [20, 20],
    ].map((count, at) => ({ id: `g${at}`, name: "Region", count })),
    partition: true,
    provisionalFrom: undefined,
  };
  for (const order of [
    [first, second, trend],
    [second, first, trend],
  ])
    assert.ok((await narrow(order)).some(({ id, path }) => id === "second" && path === "$.breakdowns[0].groups[0].trained"));
});

test("places whose codes nest add up: a county is the districts whose codes begin with its own", async () => {
  const one = gauge("one", "county", [100, 100, 0, 0, 0], []);
  const list = (counts: Record<string, Count>) =>
    Object.entries(counts).map(([id, count]) => ({ id, name: "Place", ...stages([count, count, 0, 0, 0]) }) as never);
  one.breakdowns[0]!.groups = list({ "51001": 43, "51003": 57 });
  const second = {
    ...one.breakdowns[0]!,
    by: "district",
    groups: list({ "5100101": withheld, "5100102": 40, "5100301": withheld, "5100302": 30 }),
  };
  one.breakdowns.push(second);
  one.privacy = { ...one.privacy, ...atLeast, zeros: "publish" };
  assert.deepEqual((await auditDocuments([one])).narrow, []);
  assert.ok((await narrow([one])).some(({ path }) => path === "$.breakdowns[1].groups[0].trained"));
});

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test("vitrine audit looks for such ties, and takes a file of what else everybody knows", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-ties-"));
  folders.push(folder);
  const lines: string[] = [];
  const io: Io = {
    out: (text) => void lines.push(text),
    err: (text) => void lines.push(text),
    progress: () => {},
    interrupted: () => Promise.resolve(),
  };
  const said = async (...args: string[]) => {
    lines.length = 0;
    return [await main(["audit", ...args], io), lines.join("\n")] as const;
  };
  writeFileSync(join(folder, "one.json"), JSON.stringify(gauge("one", "course", whole, hidden([4, 5], [0, 1]))));
  assert.equal((await said(join(folder, "one.json")))[0], 0);
  writeFileSync(join(folder, "other.json"), JSON.stringify(gauge("other", "course", whole, hidden([4, 5], [0, 2]))));
  const [code, text] = await said(folder);
  assert.equal(code, 1);
  assert.match(text, /groups\[0\]\.notKnown: .*\(audit-narrow\)/);
  const facts = join(folder, "facts");
  writeFileSync(facts, JSON.stringify({ known: [{ document: "one", figure: "breakdowns/course/groups/a/notStarted", atLeast: 7 }] }));
  assert.equal((await said(join(folder, "one.json"), "--facts", facts))[0], 1);
  writeFileSync(facts, JSON.stringify({ known: [{ document: "one", figure: "no/such", atMost: 3 }] }));
  assert.match((await said(join(folder, "one.json"), "--facts", facts))[1], /facts-unused/);
  writeFileSync(facts, JSON.stringify({ sums: "none" }));
  assert.match((await said(join(folder, "one.json"), "--facts", facts))[1], /This is no list of facts/);
});
