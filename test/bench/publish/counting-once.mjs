// One contender once, in a process of its own so that its memory can be told: `node counting-once.mjs ours|plain <file>` prints one line of JSON.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { publish } from "@vitrine/publish";

const [, , contender, file] = process.argv;
const memory = "1GB";
const breakdowns = ["course", "year", "district"];
const folder = mkdtempSync(join(tmpdir(), "vitrine-bench-"));

const config = {
  vitrine: "config/1",
  publication: {
    id: "bench",
    audience: { kind: "public" },
    scope: { level: "region", id: "bench", name: "Invented" },
    period: { label: "2025-26" },
    asOf: "2026-06-30",
    status: "final",
    revision: 1,
    sources: [{ name: "Invented" }],
    purpose: "To measure.",
    notes: [
      { kind: "definition", title: "Bar", text: "Invented." },
      { kind: "denominator", title: "Who", text: "Invented." },
    ],
    privacy: { policy: "k12cs-privacy/1", threshold: 10, zeros: "publish", release: { id: "r1", asOf: "2026-06-30" } },
  },
  sources: { activity: { file } },
  documents: [
    {
      kind: "implementation",
      id: "gauge",
      title: "Who met the bar",
      from: "activity",
      teacher: "teacher",
      trained: { column: "workshop", values: { yes: "counted" } },
      stage: { column: "stage", values: { met: "met", started: "started", none: "not-started", "": "not-known" } },
      breakdowns: breakdowns.map((column) => ({ by: column, label: `By ${column}`, column })),
    },
  ],
  out: "published",
};

/** The same numbers by DuckDB alone: for the whole and each breakdown, teachers by their furthest stage. */
async function plain() {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: memory, temp_directory: folder });
  const connection = await instance.connect();
  const stage = "min(CASE stage WHEN 'met' THEN 0 WHEN 'started' THEN 1 WHEN 'none' THEN 2 ELSE 3 END)";
  const found = {};
  for (const group of ["''", ...breakdowns]) {
    const result = await connection.runAndReadAll(
      `SELECT g, stage, count(*) FROM (SELECT ${group} AS g, teacher, ${stage} AS stage FROM read_parquet('${file}') WHERE workshop = 'yes' AND teacher IS NOT NULL GROUP BY ALL) GROUP BY ALL ORDER BY ALL`,
    );
    found[group] = result.getRows().map((row) => row.map(Number));
  }
  connection.closeSync();
  return found["''"].map((row) => row[2]);
}

async function ours() {
  writeFileSync(join(folder, "c.json"), JSON.stringify(config));
  const { out, report } = await publish({
    config: join(folder, "c.json"),
    memory,
    progress: (at) => process.env.SHOW && console.error(at.step, at.name, ((performance.now() - started) / 1000).toFixed(2)),
  });
  const document = JSON.parse(readFileSync(join(out, "gauge.json"), "utf8"));
  return { figures: [document.met, document.started, document.notStarted, document.notKnown], withheld: report.documents[0].withheld };
}

const started = performance.now();
const cpu = process.cpuUsage();
const found = contender === "ours" ? await ours() : { figures: await plain() };
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    ...found,
    seconds: (performance.now() - started) / 1000,
    cpu: (user + system) / 1e6,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
rmSync(folder, { recursive: true, force: true });
