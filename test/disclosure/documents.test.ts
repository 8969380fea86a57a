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
  const stages = ["met", "started", "notStarted", "notKnown"] as const;
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

test("figures that no single line gives away are found all the same", async () => {
  const close = woven(1, 2);
  const parsed = parseDocument(close);
  assert.ok(parsed.ok, `line by line nothing is given away: ${JSON.stringify(parsed)}`);
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
