// npm run bench -- many: ten thousand pictures in one process, on all processors. Shows how far it is on a terminal; samples the memory as it goes.
import { availableParallelism, cpus, loadavg } from "node:os";
import { eachOf, openPool } from "@vitrine/static";
import { figuresOf } from "./scene.mjs";
import { documentOf } from "./vitrine.mjs";

const pictures = Number(process.env.BENCH_PICTURES ?? 10_000);
const width = Number(process.env.BENCH_WIDTH ?? 600);
const parts = 10;

const samples = [];
const [start, used] = [performance.now(), process.cpuUsage()];
const pool = openPool(pictures);
let [done, bytes, most] = [0, 0, 0];
await eachOf(Array.from({ length: pictures }), pool, async (_, at) => {
  bytes += (await pool.run("png", { document: documentOf(figuresOf(at)), options: { width, scale: 1 } })).length;
  most = Math.max(most, process.memoryUsage.rss() / 1e6);
  done++;
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${pictures}`);
  if (done % Math.ceil(pictures / parts) > 0 && done < pictures) return;
  samples.push(most);
  most = 0;
});
await pool.close();
if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(used);

export const report = () => `# ${pictures.toLocaleString("en")} pictures in one process

Written by \`npm run bench -- many\`: gauges of other figures each, ${width} pixels wide, Node ${process.version} on ${availableParallelism()} processors (${cpus()[0].model.trim()};
load at the end ${loadavg()[1].toFixed(1)}: above the number of processors, times are of a busy machine).

| pictures a second | processors in use | kB each | most memory in each tenth of the run, MB |
| ---: | ---: | ---: | --- |
| ${(pictures / seconds).toFixed(1)} | ${((user + system) / 1e6 / seconds).toFixed(2)} | ${(bytes / pictures / 1000).toFixed(0)} | ${samples.map((one) => one.toFixed(0)).join(", ")} |
`;
