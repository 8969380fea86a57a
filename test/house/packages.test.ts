import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = <T>(path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as T;

interface Package {
  name: string;
  version: string;
  license: string;
  private?: boolean;
  workspaces?: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  exports?: Record<string, string>;
  bin?: Record<string, string>;
}
interface Locked {
  license?: string;
  version?: string;
  resolved?: string;
  link?: true;
  dev?: true;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const rooms = readdirSync(join(root, "packages")).filter((name) => existsSync(join(root, "packages", name, "package.json")));
const packages: [path: string, Package][] = ["", ...rooms.map((name) => `packages/${name}`)].map((path) => [
  path,
  read(join(path, "package.json")),
]);
const lock = read<{ packages: Record<string, Locked> }>("package-lock.json").packages;
const needs = ({ dependencies = {}, devDependencies = {} }: Pick<Package, "dependencies" | "devDependencies">) => ({
  ...dependencies,
  ...devDependencies,
});

const inexact = (wanted: Record<string, string>) =>
  Object.entries(wanted).flatMap(([name, version]) => (/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ? [] : [`${name} ${version}`]));

test("every dependency has one exact version, the same everywhere and in the lock", () => {
  assert.deepEqual(inexact({ a: "1.2.3", b: "1.5.5-r.5" }), []);
  assert.deepEqual(inexact({ a: "^1.2.3", b: "latest", c: "1.x" }), ["a ^1.2.3", "b latest", "c 1.x"]);
  const versions = new Map<string, Set<string>>();
  for (const [path, manifest] of packages) {
    const wanted = needs(manifest);
    assert.deepEqual(inexact(wanted), [], manifest.name);
    assert.deepEqual(needs(lock[path] ?? {}), wanted, `package-lock.json is older than ${manifest.name}; run npm install`);
    for (const [name, version] of Object.entries(wanted)) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  assert.deepEqual(
    [...versions].filter(([, found]) => found.size > 1).map(([name, found]) => [name, ...found]),
    [],
  );
});

test("every room is a workspace under the project's licence, with a licence text, and its exports exist", () => {
  const [, main] = packages[0]!;
  assert.deepEqual([...main.workspaces!].sort(), rooms.map((name) => `packages/${name}`).sort());
  assert.match(readFileSync(join(root, "LICENSE"), "utf8"), /^MIT License/);
  for (const [path, { name, license, version, exports = {}, bin = {} }] of packages.slice(1)) {
    assert.equal(license, "MIT", name);
    assert.equal(version, main.version, name);
    const targets = [...Object.values(exports), ...Object.values(bin)].filter((target) => !target.includes("*"));
    for (const target of targets) assert.ok(existsSync(join(root, path, target)), `${name} promises ${target}`);
  }
});

/** Free licences that ask for no more than their text. */
const free = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "OFL-1.1", "BlueOak-1.0.0", "MIT AND OFL-1.1"];
/** Used unchanged where documents are made, never sent to a reader's page. */
const unchanged: Record<string, string> = { "@resvg/resvg-js": "MPL-2.0" };
const unfree = (locked: Record<string, Locked>) =>
  Object.entries(locked).flatMap(([path, { license, dev, link }]) => {
    const name = path.split("node_modules/").at(-1)!;
    if (!path.startsWith("node_modules/") || dev || link || free.includes(license ?? "")) return [];
    const base = Object.keys(unchanged).find((allowed) => name === allowed || name.startsWith(`${allowed}-`));
    return base && unchanged[base] === license ? [] : [`${name}: ${license ?? "no licence"}`];
  });

test("what a user installs is free to use", () => {
  assert.deepEqual(unfree({ "node_modules/a": { license: "GPL-3.0" }, "node_modules/b": {}, "node_modules/c": { license: "MPL-2.0" } }), [
    "a: GPL-3.0",
    "b: no licence",
    "c: MPL-2.0",
  ]);
  assert.deepEqual(unfree(lock), []);
});

/** Files git keeps, and those it would keep. */
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((path) => path && statSync(join(root, path), { throwIfNoEntry: false })?.isFile());

test("no file names this machine, and the lock names no registry", () => {
  const here = resolve(root);
  const places = [here, dirname(here), homedir()].filter((path) => path.split(/[\\/]/).filter(Boolean).length > 1);
  const registries = Object.entries(lock).flatMap(([path, { resolved }]) =>
    resolved?.startsWith("http") && !resolved.startsWith("https://registry.npmjs.org/") ? [path] : [],
  );
  assert.deepEqual(registries, []);
  const naming = tracked.filter((path) => {
    const text = readFileSync(join(root, path), "latin1");
    return places.some((place) => text.includes(place)) || /(?:^|["'\s(=])(?:\/home\/\w|\/Users\/\w|[A-Z]:\\Users\\)/m.test(text);
  });
  assert.deepEqual(naming, []);
});

test("no data of a real school is kept: documents and rows in the project are small, and say that they are invented", () => {
  const large = tracked.filter((path) => statSync(join(root, path)).size > 1_000_000 && !path.startsWith("packages/drawing/geometry/"));
  assert.deepEqual(large, []);
  const tables = tracked.filter((path) => /\.(?:csv|tsv|parquet|gz|zip|xlsx?|jsonl|ndjson|sqlite|db)$/i.test(path));
  // Rows of the sample and of the recipes are those that their generators make: tests compare them byte for byte.
  const elsewhere = tables.filter((path) => !/^(?:packages\/publish\/(?:sample|recipes\/[\w-]+)|test)\//.test(path));
  assert.deepEqual(elsewhere, []);
  const documents = tracked.filter((path) => /^test\/(?:documents|older)\/.*\.json$/.test(path));
  assert.ok(documents.length > 0);
  const silent = documents.filter((path) => !/invented|sample|example\.(?:org|com|net)/i.test(readFileSync(join(root, path), "utf8")));
  assert.deepEqual(silent, [], "these documents do not say that they are invented");
});

test("an app that imports an element gets it registered, whatever its bundler drops", async () => {
  const folder = mkdtempSync(join(root, "node_modules/vitrine-app-"));
  try {
    const elements = readdirSync(join(root, "packages/widgets/src")).filter((file) => file.endsWith(".ts") && file !== "index.ts");
    assert.ok(elements.length > 0);
    for (const name of elements.map((file) => file.replace(/\.ts$/, ""))) {
      const entry = join(folder, `${name}.js`);
      writeFileSync(entry, `import "@vitrine/widgets/${name}";\n`);
      const result = await build({
        root,
        configFile: false,
        logLevel: "silent",
        build: { write: false, minify: false, lib: { entry, formats: ["es"] } },
      });
      const [first] = Array.isArray(result) ? result : [result];
      assert.ok(first && "output" in first);
      assert.ok(
        first.output.some((file) => file.type === "chunk" && file.code.includes(`"cs-${name}"`)),
        name,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
