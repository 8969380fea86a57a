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
/** Two hidden figures in two groups and their columns: each line leaves two open, and together they are still one number. */
function tied(hidden: number): ImplementationDocument {
  const document = structuredClone(typical);
  const [one, two] = document.breakdowns[0]!.groups;
  document.breakdowns = [document.breakdowns[0]!];
  one!.notStarted = one!.notKnown = two!.notStarted = two!.notKnown = withheld;
  document.notStarted = 9 + hidden;
  document.notKnown = 9;
  document.trained = 149 + 42 + 18 + hidden;
  one!.trained = 88 + 21 + 9 + Math.floor(hidden / 2);
  two!.trained = document.trained - one!.trained;
  return document;
}

test("every test document withstands the attack", async () => {
  for (const { schema } of kinds) {
    const all = documents(schema.split("/")[0] as "implementation").map(([, document]) => document);
    const found = await auditDocuments(all as never);
    assert.deepEqual([found.narrow, found.contradictory], [[], []], schema);
    assert.equal(found.documents, all.length);
  }
});

test("figures that no single line gives away are found all the same", async () => {
  assert.deepEqual((await auditDocuments([tied(20)])).narrow, []);
  const close = tied(20);
  close.breakdowns[0]!.groups[0]!.trained = 88 + 21 + 2;
  close.breakdowns[0]!.groups[1]!.trained = (close.trained as number) - 111;
  assert.ok(parseDocument(close).ok === false || (await auditDocuments([close])).narrow.length > 0);
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
