import { readdirSync, readFileSync } from "node:fs";
import { parseDocument, type VitrineDocument } from "@vitrine/contract";

/** The newest version of each kind by its name, which is that of its folder in `test/documents/`. */
type Kinds = { [D in VitrineDocument as D["schema"] extends `${infer Name}/${number}` ? Name : never]: D };

/**
 * The test documents of a kind by name, in the order of their names. A new file adds a test, a golden and a story. All data in
 * them is invented.
 */
export function documents<K extends keyof Kinds>(kind: K): [name: string, document: Kinds[K]][] {
  const folder = new URL(`../documents/${kind}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const parsed = parseDocument(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
      if (!parsed.ok) throw new Error(`test/documents/${kind}/${file} is refused: ${JSON.stringify(parsed.issues)}`);
      return [file.replace(/\.json$/, ""), parsed.document as VitrineDocument as Kinds[K]];
    });
}

/** The kinds that have test documents. */
export const documentKinds = (): (keyof Kinds)[] => readdirSync(new URL("../documents/", import.meta.url)).sort() as (keyof Kinds)[];

/** One test document by its name. */
export function document<K extends keyof Kinds>(kind: K, name: string): Kinds[K] {
  const found = documents(kind).find(([known]) => known === name);
  if (!found) throw new Error(`there is no test/documents/${kind}/${name}.json`);
  return found[1];
}
