// npm run test:frameworks: installs Vue, Svelte, Solid and Preact beside this file only, then checks their types and runs their pages.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const run = (command, words, cwd) => {
  const { status } = spawnSync(command, words, { cwd, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};
const text = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

// npm keeps a copy of the lock it installed from.
const { packages: wanted } = JSON.parse(text(join(here, "package-lock.json")));
const { packages: installed = {} } = JSON.parse(text(join(here, "node_modules/.package-lock.json")) || "{}");
const missing = Object.keys(wanted).some((path) => path && !wanted[path].optional && installed[path]?.version !== wanted[path].version);
if (missing) run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], here);
const bin = (name) => join(root, "node_modules", name);
for (const project of ["tsconfig.json", "solid/tsconfig.json"])
  run(process.execPath, [bin("typescript/bin/tsc"), "-p", join(here, project)], root);
run(process.execPath, [bin("tsx/dist/cli.mjs"), "--test", "test/frameworks/others.ts"], root);
