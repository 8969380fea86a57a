import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

export const elementsFolder = fileURLToPath(new URL("../../packages/widgets/elements/", import.meta.url));

interface Entry {
  file: string;
  imports: string[];
}
export interface Manifest {
  loader: Entry;
  elements: Record<string, Entry>;
  files: Record<string, string>;
}
export const manifest = (folder = elementsFolder): Manifest => {
  const path = join(folder, "elements.json");
  if (!existsSync(path)) throw new Error("There are no built elements; run `npm run build` first.");
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
};

/** Bytes over the wire, as a server with static compression sends them. */
const brotli = (path: string) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export interface Line {
  name: string;
  files: number;
  bytes: number;
  budget: number;
}
export interface Budget {
  name: string;
  /** Tags that stand on the page. None: the loader alone. */
  tags: string[];
  bytes: number;
}

/** What a page loads, from nothing, to show these elements: loader, their modules and all these import. No geometry, no document. */
export function weigh(budgets: readonly Budget[], folder = elementsFolder): Line[] {
  const { loader, elements } = manifest(folder);
  return budgets.map(({ name, tags, bytes: budget }) => {
    const entries = tags.map((tag) => {
      const entry = elements[tag];
      if (!entry) throw new Error(`no element ${tag} was built`);
      return entry;
    });
    const files = new Set([loader, ...entries].flatMap(({ file, imports }) => [file, ...imports]));
    return { name, files: files.size, bytes: [...files].reduce((sum, file) => sum + brotli(join(folder, file)), 0), budget };
  });
}

export const tabulate = (lines: readonly Line[]): string =>
  [
    "what a page loads, brotli      files    bytes   budget",
    ...lines.map(
      ({ name, files, bytes, budget }) =>
        `${name.padEnd(28)} ${String(files).padStart(7)} ${String(bytes).padStart(8)} ${String(budget).padStart(8)}${bytes > budget ? "  over" : ""}`,
    ),
  ].join("\n");
