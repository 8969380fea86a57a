import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument, type MetricsDocument } from "@vitrine/contract";
import { renderSvg } from "@vitrine/static";
import { testOnRealData } from "../helpers/real-data.ts";
import { config, newFolder, read, run } from "../publish/project.ts";

testOnRealData("the states' AP table becomes single numbers, the same as those added up by hand", async (data) => {
  const folder = newFolder();
  cpSync(join(data, "cs_access/codeorg_states_ap_cs_and_training.csv"), join(folder, "states.csv"));
  const number = (id: string, name: string, unit: string, counts: string, take: object) => ({
    id,
    name,
    unit,
    counts,
    from: "rows",
    ...take,
  });
  const sum = (column: string) => ({ take: "sum", column });
  const document = {
    kind: "metrics",
    id: "ap",
    title: "AP computer science in the states",
    metrics: [
      number("exams", "AP computer science exams", "exams", "people", sum("ap_cs_exams_i")),
      number("schools", "Schools with an AP computer science course", "schools", "things", sum("schools_ap_cs_i")),
      number("states", "States and the capital district", "states", "things", { take: "rows" }),
    ],
  };
  const result = await run(folder, config({ file: "states.csv" }, document));
  const published = read(result, "ap") as unknown as MetricsDocument;
  const [head, ...lines] = readFileSync(join(folder, "states.csv"), "utf8").trim().split(/\r?\n/);
  const added = (column: string) => {
    const at = head!.split(",").indexOf(column);
    return lines.reduce((all, line) => all + (Number(line.split(",")[at]) || 0), 0);
  };
  assert.deepEqual(
    published.metrics.map(({ value }) => value),
    [added("ap_cs_exams_i"), added("schools_ap_cs_i"), lines.length],
  );
  const parsed = parseDocument(published);
  assert.ok(parsed.ok);
  assert.match(renderSvg(parsed.document), /AP computer science exams/);
});
