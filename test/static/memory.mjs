// Draws so many pictures in one process and prints the most memory it held in the first and in the last third of them, in MB.
import { readFileSync } from "node:fs";
import { eachOf, openPool } from "@vitrine/static";

const pictures = Number(process.argv[2]);
const document = JSON.parse(readFileSync(new URL("../documents/implementation/typical.json", import.meta.url), "utf8"));
const samples = [];
const pool = openPool(pictures, 2);
await eachOf(Array.from({ length: pictures }), pool, async (_, at) => {
  await pool.run("png", { document: { ...document, revision: at + 1 }, options: { width: 400, scale: 1 } });
  samples.push(process.memoryUsage.rss() / 1e6);
});
await pool.close();
const third = Math.floor(samples.length / 3);
process.stdout.write(
  JSON.stringify({ pictures: samples.length, first: Math.max(...samples.slice(0, third)), last: Math.max(...samples.slice(-third)) }),
);
