import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main, must, root, tool } from "./run.mjs";
import { setUp } from "./setup.mjs";

/** Type check and compile every package, and check tests, stories and scripts with them: quick when little changed. */
export const types = () => tool("typescript/bin/tsc", ["-b"]);
/** The packages alone. */
const packages = () => tool("typescript/bin/tsc", ["-b", "packages/cli", "packages/widgets"]);

const inputs = [
  "vite.config.ts",
  ".scripts/together.ts",
  "package-lock.json",
  ".scripts/cem.config.mjs",
  "packages/widgets",
  "packages/drawing",
  "packages/contract",
];
const record = join(root, "node_modules/.cache/vitrine/elements.sha256");

const files = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .filter((name) => !["node_modules", "elements", "custom-elements.json", ".tsbuildinfo", "schema", "reference"].includes(name))
        .flatMap((name) => files(join(path, name)))
    : [path];

function digest() {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap((input) => files(join(root, input)))) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

/** The files a page loads, and the manifest that describes the elements to editors. Done again only when something went into them changed. */
export async function elements() {
  const now = digest();
  const done =
    existsSync(record) && readFileSync(record, "utf8") === now && existsSync(join(root, "packages/widgets/elements/elements.json"));
  if (done) return;
  await Promise.all([
    must("The elements could not be built.", tool("vite/bin/vite.js", ["build"])),
    must(
      "The custom elements manifest could not be written.",
      tool("@custom-elements-manifest/analyzer/cem.js", ["analyze", "--config", "../../.scripts/cem.config.mjs", "--quiet"], {
        cwd: join(root, "packages/widgets"),
      }),
    ),
  ]);
  mkdirSync(join(record, ".."), { recursive: true });
  writeFileSync(record, now);
}

/** Everything `npm start` and `vitrine site` need. */
export async function build() {
  await must("The packages do not compile.", packages());
  await elements();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => {
    await setUp();
    await build();
  });
