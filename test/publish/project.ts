import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { publish, PublishError, type PublishResult } from "@vitrine/publish";

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new empty folder, removed after the tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-test-"));
  folders.push(folder);
  return folder;
}

/** A folder with these files, removed after the tests. */
export function folderWith(files: Record<string, string | Buffer>): string {
  const folder = newFolder();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

const publication = {
  id: "test",
  audience: { kind: "public" },
  scope: { level: "region", id: "test", name: "Invented" },
  period: { label: "2025-26" },
  asOf: "2026-09-30",
  status: "final",
  revision: 1,
  sources: [{ name: "Invented" }],
  purpose: "To test.",
  notes: [
    { kind: "definition", title: "Bar", text: "Invented." },
    { kind: "denominator", title: "Who", text: "Invented." },
  ],
  privacy: { policy: "k12cs-privacy/1", threshold: 5, zeros: "withhold", release: { id: "r1", asOf: "2026-09-30" } },
};

type Json = Record<string, unknown>;

/** Documents of the kinds, over the columns that {@link teachers} and {@link schools} write. */
export const implementation = {
  kind: "implementation",
  id: "gauge",
  title: "Gauge",
  from: "rows",
  teacher: "teacher",
  trained: { column: "workshop", values: { yes: "counted", stopped: "counted", withdrew: "left-out" } },
  stage: { column: "stage", values: { met: "met", started: "started", none: "not-started", "": "not-known" } },
};
export const access = {
  kind: "access",
  id: "map",
  title: "Map",
  from: "rows",
  write: "schools",
  areas: { level: "state", column: "state" },
  school: { id: "id", name: "name", status: { column: "cs", values: { true: "offers", false: "does-not-offer", "": "unknown" } } },
};

/** A whole config over one source, `rows`. */
export const config = (source: Json, document: Json, over: Json = {}): Json => ({
  vitrine: "config/1",
  publication,
  sources: { rows: source },
  documents: [document],
  out: "published",
  ...over,
});

/** Rows of teachers: `count` of each stage, named in order. */
export function teachers(counts: { met?: number; started?: number; none?: number; unknown?: number }, columns: string[] = []): string[] {
  let number = 0;
  return Object.entries(counts).flatMap(([stage, count]) =>
    Array.from({ length: count ?? 0 }, () => [`t${++number}`, "yes", stage === "unknown" ? "" : stage, ...columns].join(",")),
  );
}

/** Publishes a config from a folder; the config is written there. */
export async function run(folder: string, value: Json): Promise<PublishResult> {
  writeFileSync(join(folder, "c.json"), JSON.stringify(value));
  return publish({ config: join(folder, "c.json") });
}

/** The fault a config stops with. */
export async function refused(folder: string, value: Json): Promise<PublishError> {
  try {
    await run(folder, value);
  } catch (error) {
    if (error instanceof PublishError) return error;
    throw error;
  }
  throw new Error("this was published");
}

/** A published document. */
export const read = (result: PublishResult, id: string): Json & { [key: string]: unknown } =>
  JSON.parse(readFileSync(join(result.out, `${id}.json`), "utf8")) as Json;

/** The published folder as one text, to see whether two are the same. */
export const bytesOf = (folder: string): string =>
  readdirSync(folder)
    .sort()
    .map((file) => `${file}\n${readFileSync(join(folder, file), "utf8")}`)
    .join("\n");

/** How many rows a result's report gives a reason for. */
export const faultRows = (result: PublishResult): Record<string, number> =>
  Object.fromEntries(result.report.faults.map(({ reason, rows }) => [reason, rows]));
