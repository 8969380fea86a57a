import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { must, root, run, Trouble } from "./run.mjs";

const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/**
 * Does `node_modules` hold what `package-lock.json` asks for? npm keeps its own record of what it installed, last thing,
 * so a half-done install has none. Packages for other platforms may be missing.
 */
export function installed() {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const have = read("node_modules/.package-lock.json").packages;
  return Object.entries(read("package-lock.json").packages).every(([path, wanted]) => {
    if (!path.startsWith("node_modules/") || wanted.optional || wanted.devOptional || wanted.peer) return true;
    const there = have[path];
    return Boolean(there && there.version === wanted.version && there.integrity === wanted.integrity && there.link === wanted.link);
  });
}

/** Everything a fresh machine lacks, but Node and git: the packages. Says what it does only when it takes time. */
export async function setUp() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Trouble(`Vitrine needs Node 20.19 or later; this is ${process.versions.node}.`);
  if (installed()) return;
  process.stdout.write("Installing packages, about a minute …\n");
  await must(
    "The packages could not be installed: `npm ci` failed. Look at its last words below; often the network or a proxy is the cause. Then run the same command again.",
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
}
