import { readdirSync, readFileSync } from "node:fs";
import type { ImplementationDocument } from "@vitrine/contract";

const root = new URL("../../", import.meta.url);

export const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
export const json = (path: string): unknown => JSON.parse(read(path));

/** Every JSON file of a folder by its path from the repository's root. */
export const jsonFiles = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => `${folder}${file}`);

/** Documents that are valid: those other tests draw, those whose every text is an attack, and the examples of the reference. */
export const validFiles = [
  ...readdirSync(new URL("test/documents/", root)).map((kind) => `test/documents/${kind}/`),
  "test/attacks/",
  "packages/contract/reference/",
]
  .flatMap(jsonFiles)
  // What a reader sends back is no document.
  .filter((file) => !file.endsWith("/corrections.example.json"));

/** A fresh valid document, to be spoilt. All data is invented. */
export function gauge(change: Partial<Record<keyof ImplementationDocument, unknown>> = {}): Record<string, unknown> {
  const document = json("packages/contract/reference/implementation.example.json") as Record<string, unknown>;
  return { ...document, breakdowns: [], ...change };
}
export const map = (): Record<string, Record<string, unknown>> =>
  json("packages/contract/reference/access.example.json") as Record<string, Record<string, unknown>>;
