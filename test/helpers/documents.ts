import { readdirSync, readFileSync } from "node:fs";
import { parseDocument, type VitrineDocument } from "@vitrine/contract";

/** The newest version of each kind by its name, which is that of its folder in `test/documents/`. */
type Kinds = { [D in VitrineDocument as D["schema"] extends `${infer Name}/${number}` ? Name : never]: D };

/**
 * The test documents of a kind by name, in the order of their names. A new file adds a test, a golden and a story. All data in
 * them is invented.
 */
export function documents<K extends keyof Kinds>(kind: K): [name: string, document: Kinds[K]][] {
  return readdirSync(new URL(`../documents/${kind}/`, import.meta.url))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => [file.replace(/\.json$/, ""), documentAt(`${kind}/${file}`) as Kinds[K]]);
}

/** Checked once; each that asks has a copy of its own. */
function documentAt(path: string): VitrineDocument {
  let document = checked.get(path);
  if (!document) {
    const parsed = parseDocument(JSON.parse(readFileSync(new URL(`../documents/${path}`, import.meta.url), "utf8")));
    if (!parsed.ok) throw new Error(`test/documents/${path} is refused: ${JSON.stringify(parsed.issues)}`);
    checked.set(path, (document = parsed.document));
  }
  return structuredClone(document);
}
const checked = new Map<string, VitrineDocument>();

/** The kinds that have test documents. */
export const documentKinds = (): (keyof Kinds)[] => readdirSync(new URL("../documents/", import.meta.url)).sort() as (keyof Kinds)[];

/** One test document by its name. */
export function document<K extends keyof Kinds>(kind: K, name: string): Kinds[K] {
  return documentAt(`${kind}/${name}.json`) as Kinds[K];
}
