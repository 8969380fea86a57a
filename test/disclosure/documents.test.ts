import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { main, type Io } from "../../packages/cli/dist/main.js";
import { kinds, parseDocument, type ImplementationDocument } from "@vitrine/contract";
import { auditDocuments } from "@vitrine/disclosure";
import { documents } from "../helpers/documents.ts";

const typical = documents("implementation").find(([name]) => name === "typical")![1] as ImplementationDocument;
const withheld = "withheld" as const;
const stages = ["met", "started", "notStarted", "notKnown"] as const;
/**
 * Four groups at four stages; withheld are two stages of the first, all of the second, the other two of the third and the fourth. Each line and column
 * leaves two figures open or more. Only adding and subtracting several of them tells what the second group's last two stages have together.
 */
function woven(third: number, fourth: number): ImplementationDocument {
  const rows = [
    [24, 22, 15, 12],
    [21, 25, third, fourth],
    [30, 31, 14, 16],
    [34, 28, 17, 13],
  ];
  const hidden = ["0 0", "0 1", "1 0", "1 1", "1 2", "1 3", "2 2", "2 3", "3 2", "3 3"];
  const sum = (figures: number[]) => figures.reduce((all, figure) => all + figure, 0);
  const document = structuredClone(typical);
  const first = document.breakdowns[0]!;
  document.breakdowns = [first];
  first.groups = rows.map((row, at) => {
    const shown = row.map((figure, stage) => (hidden.includes(`${at} ${stage}`) ? withheld : figure));
    return {
      id: `g${at}`,
      name: "Group",
      trained: sum(row),
      ...(Object.fromEntries(stages.map((key, stage) => [key, shown[stage]])) as Shown),
    };
  });
  stages.forEach((key, stage) => (document[key] = sum(rows.map((row) => row[stage]!))));
  document.trained = sum(rows.flat());
  return document;
}
type Shown = Pick<ImplementationDocument, "met" | "started" | "notStarted" | "notKnown">;

test("every test document withstands the attack", async () => {
  for (const { schema } of kinds) {
    const all = documents(schema.split("/")[0] as "implementation").map(([, document]) => document);
    const found = await auditDocuments(all as never);
    assert.deepEqual([found.narrow, found.contradictory], [[], []], schema);
    assert.equal(found.documents, all.length);
  }
});

/** How many values the withheld figures keep when each line and column is looked at alone, again and again: nothing is added or subtracted across them. */
function lineByLine({ breakdowns, ...whole }: ImplementationDocument): number[] {
  const { groups } = breakdowns[0]!;
  const [low, high] = [0, Infinity].map((end) =>
    groups.map((group) => stages.map((key) => (group[key] === withheld ? end : Number(group[key])))),
  );
  const lines = [
    ...groups.map((group, row) => ({ total: Number(group.trained), cells: stages.map((_, column) => [row, column] as const) })),
    ...stages.map((key, column) => ({ total: Number(whole[key]), cells: groups.map((_, row) => [row, column] as const) })),
  ];
  for (let turn = 0; turn < 100; turn++)
    for (const { total, cells } of lines)
      for (const [row, column] of cells) {
        const others = cells.filter((cell) => cell[0] !== row || cell[1] !== column);
        const sum = (ends: number[][]) => others.reduce((all, [r, c]) => all + ends[r]![c]!, 0);
        low![row]![column] = Math.max(low![row]![column]!, total - sum(high!));
        high![row]![column] = Math.min(high![row]![column]!, total - sum(low!));
      }
  return groups.flatMap((group, row) =>
    stages.flatMap((key, column) => (group[key] === withheld ? [high![row]![column]! - low![row]![column]! + 1] : [])),
  );
}

test("a table that only elimination solves: the contract accepts it, no line alone gives anything away, and the attack names both figures", async () => {
  const close = woven(1, 2);
  const parsed = parseDocument(close);
  assert.ok(parsed.ok, `no rule of the contract refuses it: ${JSON.stringify(parsed)}`);
  assert.ok(
    lineByLine(close).every((values) => values >= 15),
    "so wide is every figure by its own lines",
  );
  assert.deepEqual(
    (await auditDocuments([close])).narrow.map(({ path, values, why }) => [path, values, why]),
    [
      ["$.breakdowns[0].groups[1].notStarted", 4, "close"],
      ["$.breakdowns[0].groups[1].notKnown", 4, "close"],
    ],
  );
  assert.deepEqual((await auditDocuments([woven(14, 16)])).narrow, []);
});

test("a share that is told narrows the figure it is of", async () => {
  const document = structuredClone(typical);
  document.breakdowns = [];
  Object.assign(document, { trained: 240, met: withheld, started: withheld, notStarted: 31, notKnown: 18 });
  assert.deepEqual((await auditDocuments([document])).narrow, []);
  document.rate = { from: 75, to: 80 };
  assert.deepEqual((await auditDocuments([document])).narrow, [], "a band of its own base leaves enough");
  document.rate = { from: 79, to: 80 };
  assert.deepEqual(
    (await auditDocuments([document])).narrow.map(({ path, values }) => [path, values]),
    [
      ["$.met", 2],
      ["$.started", 2],
    ],
  );
});

test("vitrine audit names the figure, not its value, and exits 1", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-audit-"));
  const lines: string[] = [];
  const io: Io = {
    out: (text) => void lines.push(text),
    err: (text) => void lines.push(text),
    progress: () => {},
    interrupted: () => Promise.resolve(),
  };
  writeFileSync(join(folder, "safe.json"), JSON.stringify(typical));
  assert.equal(await main(["audit", folder], io), 0);
  assert.match(lines.join("\n"), /1 documents, 30 figures about people, 0 not exact.*nothing can be worked out/);
  lines.length = 0;
  writeFileSync(join(folder, "other.json"), "{}");
  assert.equal(await main(["audit", folder], io), 1);
  assert.match(lines.join("\n"), /other\.json.*vitrine check/);
});

test("documents that count the same people are attacked as one system", async () => {
  const gauge = structuredClone(typical);
  gauge.breakdowns = [];
  Object.assign(gauge, { trained: 75, met: 40, started: withheld, notStarted: withheld, notKnown: 20 });
  const other = { ...structuredClone(gauge), id: "other", started: 12, notStarted: withheld, notKnown: withheld };
  const same = (["trained", ...stages] as const).map((figure) => [gauge, other].map(({ id }) => ({ document: id, figure })));
  assert.deepEqual((await auditDocuments([gauge, other])).narrow, [], "each by itself withstands");
  const found = await auditDocuments([gauge, other], { same });
  assert.deepEqual(
    found.narrow.map(({ id, path }) => [id, path]),
    [
      [gauge.id, "$.notStarted"],
      [gauge.id, "$.started"],
      ["other", "$.notKnown"],
    ],
    "one tells what the other withholds, and so what remains",
  );
  const alike = { ...structuredClone(gauge), id: "other" };
  assert.deepEqual((await auditDocuments([gauge, alike], { same })).narrow, []);
  const differs = { ...alike, trained: 76, met: 41 };
  assert.deepEqual((await auditDocuments([gauge, differs], { same })).contradictory, [gauge.id, "other"]);
});
