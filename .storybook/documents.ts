import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadCsf } from "storybook/internal/csf-tools";
import type { Indexer } from "storybook/internal/types";
import type { Plugin } from "vite";

const documents = fileURLToPath(new URL("../test/documents/", import.meta.url));
const storyFile = /stories[\\/][^\\/]+\.stories\.ts$/;

const named = (file: string) => file.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "");

/** The story of one document: its file's name is the story's name. */
const documentStory = (kind: string, file: string) => {
  const name = file.replace(/\.json$/, "");
  return `import document${named(name)} from ${JSON.stringify(`../test/documents/${kind}/${file}`)};
export const ${named(name)} = { name: ${JSON.stringify(name.replaceAll("-", " "))}, args: { document: document${named(name)} } };`;
};

/** The states every widget has, whatever its documents. What they mean stands in `stories/support.ts`. */
const stateStory = (state: string) =>
  `export const State${named(state)} = { name: ${JSON.stringify(`state: ${state.replaceAll("-", " ")}`)}, args: { document: stories.standard }, parameters: { state: ${JSON.stringify(state)} } };`;

const states = readFileSync(fileURLToPath(new URL("../stories/support.ts", import.meta.url)), "utf8")
  .match(/export const states = \[(.*?)\]/s)![1]!
  .match(/[\w-]+/g)!;

/**
 * A story file names its kind once (`kind: "implementation"`); this adds a story for every document in `test/documents/<kind>`
 * and for every state, so that a new document is a new story without another line.
 */
export function withDocuments(source: string): string {
  const kind = /\bkind: "([\w-]+)"/.exec(source)?.[1];
  if (!kind) return source;
  const files = readdirSync(documents + kind)
    .filter((file) => file.endsWith(".json"))
    .sort();
  const standard = files.includes("typical.json") ? "typical" : files[0]!.replace(/\.json$/, "");
  return [
    source,
    ...files.map((file) => documentStory(kind, file)),
    ...states.map((state) => stateStory(state).replace("stories.standard", `document${named(standard)}`)),
    "",
  ].join("\n");
}

export const indexer: Indexer = {
  test: storyFile,
  createIndex: async (fileName, options) =>
    loadCsf(withDocuments(await readFile(fileName, "utf8")), { ...options, fileName }).parse().indexInputs,
};

export const documentStories = (): Plugin => ({
  name: "vitrine:document-stories",
  enforce: "pre",
  transform: (source, id) => (storyFile.test(id.split("?", 1)[0]!) ? withDocuments(source) : undefined),
});
