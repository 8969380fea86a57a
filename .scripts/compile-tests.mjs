import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./run.mjs";

const folder = join(root, ".vitrine/tests");
const together = ".vitrine/together";
const listed = join(root, together, "files.json");

/** So many files run in one process: starting one, and loading what it tests, takes longer than most of them. */
const most = 6;
/** Rooms whose tests start nothing that outlives them. A file with a hook of its own, or none of whose tests is written in it, has its own process. */
const quiet = /^test\/(?:contract|disclosure|drawing|publish)\//;
const hooks = /\b(?:before|after)(?:Each)?\b[^;]* from "node:test"/;
function isQuiet(file) {
  const text = readFileSync(join(root, file), "utf8");
  return quiet.test(file) && !hooks.test(text) && /^ *test\(/m.test(text);
}

/** Files that are run with others of their folder, in lists of those that go together. */
export function inGroups(files) {
  const rooms = new Map();
  for (const file of files.filter(isQuiet)) rooms.set(dirname(file), [...(rooms.get(dirname(file)) ?? []), file]);
  return [...rooms.values()].flatMap((room) => {
    const count = Math.ceil(room.length / most);
    return Array.from({ length: count }, (_, at) => room.filter((_, place) => place % count === at));
  });
}

/** Writes a file that leads to all of a group. */
function entryOf(group, at) {
  const entry = `${together}/${dirname(group[0]).replaceAll("/", "-")}-${at + 1}.js`;
  writeFileSync(join(root, entry), group.map((file) => `import ${JSON.stringify(`../../${file}`)};\n`).join(""));
  return entry;
}

/** What a test asks of its own place it is told of the file that was written, wherever the compiled one stands. */
const inPlace = {
  name: "vitrine-in-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith("ts") ? "ts" : "js",
    }));
  },
};

/**
 * Compiles test files once, with what they share: each then starts in half the time that a compiler in its own process needs.
 * @param {string[]} files from the repository's root
 * @returns {Promise<string[]>} the compiled files, each to run in a process of its own: those that take longest first
 */
export async function compileTests(files) {
  for (const place of [folder, join(root, together)]) rmSync(place, { recursive: true, force: true });
  mkdirSync(join(root, together), { recursive: true });
  const groups = inGroups(files);
  const alone = files.filter((file) => !groups.flat().includes(file));
  writeFileSync(listed, JSON.stringify(groups.flat()));
  const entries = [...alone.filter(isLong), ...groups.map(entryOf), ...alone.filter((file) => !isLong(file))];
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    outbase: root,
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    logLevel: "error",
    plugins: [inPlace],
  });
  return entries.map((file) => join(folder, file.replace(/\.ts$/, ".js")));
}
/** What takes longest: begun last, it would run while nothing else does. */
const isLong = (file) => /^test\/(?:cli|hosts|real|strict)\/|\/(?:small-zod|gallery|mail)\.test\.ts$/.test(file);

/** The files of this run that share a process with others. */
export const sharing = () => JSON.parse(readFileSync(listed, "utf8"));

/** The file that was written, from the repository's root. */
export const writtenFile = (file) => relative(root, file).replace(/^\.vitrine[\\/]tests[\\/](.*)\.js$/, "$1.ts");
