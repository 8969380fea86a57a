import assert from "node:assert/strict";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { recover, type Publication } from "../../packages/publish/src/output/switch.ts";
import { publicationOf } from "./switching.mjs";

/** Which whole publication stands in a folder, read as any program would; fails for a mixture, half a file or nothing. */
export function standing(publication: (letter: string) => Publication, at: number): string {
  const { out } = publication("A").folders[at]!;
  const names = readdirSync(out).sort();
  const letter = readFileSync(join(out, at === 0 ? "both.json" : "own.json"), "utf8")[0]!;
  const { documents } = publication(letter).folders[at]!;
  assert.deepEqual(names, [...documents.map(({ file }) => file), "publication.index"].sort());
  for (const { file, bytes } of documents) assert.equal(readFileSync(join(out, file), "utf8"), bytes.toString(), file);
  const index = JSON.parse(readFileSync(join(out, "publication.index"), "utf8")) as { documents: { title: string }[] };
  for (const { title } of index.documents) assert.equal(title, letter);
  return letter;
}

/** Puts everything right as the next run does, and says what stands then: the same publication in every folder and file, and nothing beside it. */
export async function putRight(folder: string): Promise<string> {
  const of = (letter: string) => publicationOf(folder, letter);
  const { journal, folders, files } = of("A");
  await recover(journal, [...folders.map(({ out }) => out), ...files.map(([file]) => file)]);
  const there = (path: string) => existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 1);
  const all = [
    ...folders.map(({ out }, at) => (there(out) ? standing(of, at) : "none")),
    ...files.map(([file]) => (there(file) ? readFileSync(file, "utf8") : "none")),
  ];
  assert.equal(new Set(all).size, 1, `one publication in all places, not ${all.join(", ")}`);
  const hidden = readdirSync(folder).filter((name) => name.startsWith("."));
  assert.equal(
    hidden.filter((name) => /^\.published(-partner-p)?\.[0-9a-f]{12}$/.test(name)).length,
    hidden.length,
    "nothing half-written is left",
  );
  assert.equal(hidden.length, folders.filter(({ out }) => lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink()).length);
  return all[0]!;
}
