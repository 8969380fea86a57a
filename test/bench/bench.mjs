// npm run bench -- embed, map, page, roster, images, many, or publish: the same work by us and by others, in one run. Installs the others on demand, beside this file only.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepResult } from "./results.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [, , what] = process.argv;

const alone = ["many", "publish"];
if (!["embed", "map", "page", "roster", "images", ...alone].includes(what)) {
  console.error("Say what to measure: npm run bench -- embed, map, page, roster, images, many (ten thousand pictures), or publish (counting, grids)");
  process.exit(2);
}
const versions = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies;
if (!alone.includes(what) && !Object.keys(versions).every((name) => existsSync(join(here, "node_modules", name)))) {
  console.log("Installing what is compared, in test/bench alone.");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
const { report } = await import(what === "many" ? "./images/many.mjs" : `./${what}/bench.mjs`);
const text = await report(versions);
keepResult(text);
console.log(text);
process.exit(0);
