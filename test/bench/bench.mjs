// npm run bench [-- embed, map, table, images, many, page, or publish]: the same work by us and by others, in one run; without a word all of them, one
// after the other. Installs the others on demand, beside this file only.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepResult } from "./results.mjs";

const here = dirname(fileURLToPath(import.meta.url));
/** What each word measures with, and whether it needs the others. */
const sections = {
  embed: { file: "./embed/bench.mjs", beside: true },
  map: { file: "./map/bench.mjs", beside: true },
  table: { file: "./roster/bench.mjs", beside: true },
  images: { file: "./images/bench.mjs", beside: true },
  many: { file: "./images/many.mjs", beside: false },
  page: { file: "./page/bench.mjs", beside: true },
  publish: { file: "./publish/bench.mjs", beside: false },
};
const [, script, word, ...more] = process.argv;

if (word === undefined) {
  // Each in a process of its own: none measures what another left behind.
  const codes = Object.keys(sections).map((section) => spawnSync(process.execPath, [script, section], { stdio: "inherit" }).status);
  process.exit(codes.some((code) => code !== 0) ? 1 : 0);
}
const section = sections[word === "roster" ? "table" : word];
if (!section) {
  console.error(
    `Say what to measure: npm run bench -- ${Object.keys(sections).join(", ")}; "publish" takes "counting" or "grids", "many" makes ten thousand pictures`,
  );
  process.exit(2);
}
const versions = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies;
if (section.beside && !Object.keys(versions).every((name) => existsSync(join(here, "node_modules", name)))) {
  console.log("Installing what is compared, in test/bench alone.");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
const { report } = await import(section.file);
const text = await report(versions, ...more);
keepResult(text);
console.log(text);
process.exit(0);
