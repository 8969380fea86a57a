import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument, type GapDocument, type TrendDocument } from "@vitrine/contract";
import { placeTrend, en, printFrame, speaker } from "@vitrine/drawing";
import { publish } from "@vitrine/publish";
import { testOnRealData } from "../helpers/real-data.ts";

testOnRealData(
  "56 districts, 4.3 million rows of a year's use: week by week by share of free or reduced meals, and the gap, in one publication",
  async (data) => {
    const folder = mkdtempSync(join(tmpdir(), "vitrine-real-"));
    try {
      writeFileSync(join(folder, "config.json"), readFileSync(new URL("edtech.json", import.meta.url), "utf8").replaceAll("DATA/", data));
      const before = process.cpuUsage();
      const { report, out } = await publish({ config: join(folder, "config.json"), memory: "500MB" });
      const { user, system } = process.cpuUsage(before);
      const work = Math.round((user + system) / 1e5) / 10;
      console.log(`edtech: ${report.documents.length} documents, ${report.seconds} s, ${work} s of work, ${report.megabytes} MB at most`);
      assert.equal(report.sources.find(({ name }) => name === "use")!.rows, 4_294_965);
      // On a machine that others use the clock tells of them too; the work is ours alone.
      assert.ok(Math.min(report.seconds, work) < 30, `${report.seconds} s, ${work} s of work`);
      assert.ok(report.megabytes < 1000, `${report.megabytes} MB`);
      const parsed = parseDocument(JSON.parse(readFileSync(join(out, "edtech-by-meals.json"), "utf8")));
      assert.ok(parsed.ok);
      const document = parsed.document as TrendDocument;
      assert.equal(document.times.from.length, 53, "every week of 2020, the first and the last in part");
      assert.deepEqual([document.times.from[0], document.times.from.at(-1)], ["2019-12-30", "2020-12-28"]);
      assert.deepEqual(
        document.groups.map(({ id }) => id),
        ["under-20", "20-40", "40-60", "60-80", "80-100"],
      );
      const most = (at: number) => Math.max(...document.groups[at]!.base!.map((base) => (typeof base === "number" ? base : 0)));
      assert.deepEqual([0, 1, 2, 3, 4].map(most), [9, 10, 11, 7, 4], "the districts whose share of meals is known");
      const of = (at: number, from: string) => document.groups[at]!.mean![document.times.from.indexOf(from)] as number;
      assert.ok(of(0, "2020-07-06") < of(0, "2020-09-28"), "summer is not autumn");
      const gap = parseDocument(JSON.parse(readFileSync(join(out, "edtech-gap.json"), "utf8")));
      assert.ok(gap.ok);
      const { groups, units } = gap.document as GapDocument;
      assert.equal(units, "districts");
      assert.deepEqual(
        groups.map((group) => [group.id, group.units]),
        [
          ["under-20", 9],
          ["20-40", 10],
          ["40-60", 11],
          ["60-80", 7],
          ["80-100", 4],
        ],
      );
      assert.ok(groups.every(({ outcome }) => typeof outcome.mean === "number" && outcome.mean > 20_000 && outcome.mean < 50_000));
      const { plots } = placeTrend(document, printFrame({ id: "t", width: 1200, say: speaker(en) }));
      assert.equal(plots[0]!.plot.lines.length, 5);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
