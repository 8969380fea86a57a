import assert from "node:assert/strict";
import { test } from "node:test";
import { config, folderWith, implementation, read, refused, run, teachers } from "./project.ts";

const folder = () =>
  folderWith({ "rows.csv": ["teacher,workshop,stage", ...teachers({ met: 40, started: 12, none: 3, unknown: 20 })].join("\n") });
const known = (figure: string, atLeast: number) => ({ known: [{ document: "gauge", figure, atLeast }] });
const source = { file: "rows.csv" };

test("what everybody knows of one figure stops a publication in which it gives another away", async () => {
  const result = await run(folder(), config(source, implementation));
  const { started, notStarted, notKnown } = read(result, "gauge");
  assert.equal(notStarted, "withheld");
  const partner = started === "withheld" ? "started" : "notKnown";
  assert.ok([started, notKnown].includes("withheld"));
  const truth = partner === "started" ? 12 : 20;
  const error = await refused(folder(), config(source, implementation, known(partner, truth)));
  assert.equal(error.code, "audit-failed");
  assert.doesNotMatch(error.message, /\b(3|12|20)\b/, "no value is told");
  const wide = await run(folder(), config(source, implementation, known(partner, truth - 8)));
  assert.equal(wide.documents.length, 1);
});

test("a public fact about a figure that does not exist is refused: it would protect nobody", async () => {
  const error = await refused(folder(), config(source, implementation, known("breakdowns/district/groups/north/trained", 9)));
  assert.equal(error.code, "config-refused");
  assert.match(error.message, /breakdowns\/district\/groups\/north\/trained/);
});
