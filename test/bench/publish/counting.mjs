// Rows counted into a document by `publish`, and the same group-by by DuckDB alone: in turn, each in a process of its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { makeActivity, teachers } from "./counting-rows.mjs";

const sizes = (process.env.BENCH_ROWS ?? "10000000,30000000,100000000").split(",").map(Number);
const repeats = Number(process.env.BENCH_REPEATS ?? 3);
const count = (value) => Math.round(value).toLocaleString("en");
const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function once(contender, file) {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, "counting-once.mjs"), contender, file], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${contender} failed.`);
  const found = JSON.parse(stdout);
  console.log(contender, stdout.trim());
  return found;
}

/** The part of `results.md` that tells of counting. */
export async function countingReport() {
  const load = loadavg()[0];
  const folder = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
  const lines = [];
  const ratios = [];
  const efforts = [];
  try {
    for (const rows of sizes) {
      const file = join(folder, `${rows}.parquet`);
      await makeActivity(rows, file);
      const runs = { ours: [], plain: [] };
      for (let time = 0; time < repeats; time++) for (const contender of ["ours", "plain"]) runs[contender].push(once(contender, file));
      const [one] = runs.ours;
      for (const other of [...runs.ours, ...runs.plain])
        if (String(other.figures) !== String(one.figures)) throw new Error("The contenders counted different figures.");
      const of = (contender, key) => middle(runs[contender].map((run) => run[key]));
      // Within one round both felt what else the machine did.
      const ratio = middle(runs.ours.map(({ seconds }, time) => runs.plain[time].seconds / seconds));
      const effort = of("plain", "cpu") / of("ours", "cpu");
      ratios.push(ratio);
      efforts.push([rows / 1e6, of("ours", "cpu")]);
      lines.push([
        count(rows),
        of("ours", "seconds").toFixed(1),
        of("plain", "seconds").toFixed(1),
        ratio.toFixed(2),
        count(rows / of("ours", "seconds")),
        of("ours", "cpu").toFixed(1),
        of("plain", "cpu").toFixed(1),
        effort.toFixed(2),
        (of("ours", "cpu") / (rows / 1e6)).toFixed(2),
        count(Math.max(...runs.ours.map(({ megabytes }) => megabytes))),
        count(Math.max(...runs.plain.map(({ megabytes }) => megabytes))),
      ]);
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [[few, least], [many, most]] = [efforts[0], efforts.at(-1)];
  const each = many > few ? (most - least) / (many - few) : least / few;
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const head = [
    "rows",
    "publish, s",
    "DuckDB alone, s",
    "ratio",
    "rows a second",
    "publish, processor s",
    "DuckDB alone, processor s",
    "ratio",
    "publish, processor s for a million rows",
    "publish, MB",
    "DuckDB alone, MB",
  ];
  return `# Rows of activity counted into a document

Written by \`npm run bench -- publish\`: medians of ${repeats} runs on ${cpus().length} processors (${cpus()[0].model.trim()}; load before it began ${load.toFixed(1)}, at the end ${loadavg()[0].toFixed(1)}: above
the number of processors, times are of a busy machine). Invented activity of ${count(teachers)} teachers, one row for each teacher and lesson, in one Parquet file:
how many met the bar, as a whole and by course, year and district. \`publish\` does all of its work: it looks at the file, tidies the cells, counts,
withholds, attacks the finished document, tries two other policies, and writes it with its reports and its ledger. DuckDB alone sends one group-by
for the whole and one for each breakdown, over the columns as they are. Both may take 1 GB in the engine, and find the same figures.

${line(head)}
${line(head.map(() => "---:"))}
${lines.map(line).join("\n")}

- The first ratio is of the time on the clock, round by round, the second of processor time; 1 is as fast as DuckDB alone (wanted: 0.8; the largest
  size reached ${ratios.at(-1).toFixed(2)}). Above 1, because the rows are looked at once, and what differs is small enough to be counted four times.
- It costs ${each.toFixed(2)} s of processor for each million rows, and ${(least - each * few).toFixed(1)} s whatever their number: starting, tidying the cells that differ, control, two other
  policies, reports. With few rows that is most of the time: at the smallest size the ratio is ${ratios[0].toFixed(2)}.
- Other formats are read in first: CSV is bound by reading it.
`;
}
