// Bands on many places: controlled, then attacked anew, each size in a process of its own so that its memory can be told.
import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const sizes = (process.env.BENCH_SIZES ?? "25000,50000,100000").split(",").map(Number);
const child = fileURLToPath(new URL("grid.ts", import.meta.url));
const count = (value) => value.toLocaleString("en");

function measure(places) {
  const { status, stdout } = spawnSync(process.execPath, ["--max-old-space-size=3500", "--import", "tsx", child, String(places)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`The grid of ${places} places failed.`);
  return JSON.parse(stdout);
}

const columns = [
  ["places", ({ places }) => count(places)],
  ["districts, counties, states", ({ groups }) => groups.map(count).join(", ")],
  ["cells", ({ cells }) => count(cells)],
  ["in bands", ({ bands }) => count(bands)],
  ["made coarser", ({ coarsened }) => count(coarsened)],
  ["not proved", ({ unproved, consistent }) => (consistent ? count(unproved) : "contradictory")],
  ["state figures exact", ({ exact, stateCells }) => `${count(exact)} of ${count(stateCells)}`],
  ["crossed cells shown", ({ shown, crossings }) => `${count(shown)} of ${count(crossings)}`],
  ["control, s", ({ controlled }) => controlled.toFixed(1)],
  ["attack anew, s", ({ audited }) => audited.toFixed(1)],
  ["processor, s", ({ cpu }) => cpu.toFixed(1)],
  ["memory, MB", ({ megabytes }) => count(megabytes)],
];

/** The part of `results.md` that tells of grids. */
export function gridReport() {
  const load = loadavg()[0];
  const found = sizes.map((places) => {
    const one = measure(places);
    console.log(JSON.stringify(one));
    return one;
  });
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return `# Students by race and by gender at 100,000 schools

Written by \`npm run bench -- publish\` on ${cpus().length} processors (${cpus()[0].model.trim()}; load before it began ${load.toFixed(1)}: above the number of processors,
times are of a busy machine). Invented schools in districts that cross counties, in states: bands at schools, districts and counties, exact figures
at states, race by gender crossed at states with withheld cells. Every withheld or banded figure must keep five possible values, shown by whole
tables; what cannot be shown is made coarser until it is. The attack anew starts from the finished figures alone, on one processor.

${line(columns.map(([name]) => name))}
${line(columns.map((_, at) => (at === 1 ? "---" : "---:")))}
${found.map((one) => line(columns.map(([, cell]) => cell(one)))).join("\n")}
`;
}
