import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { kinds, parseDocument, type VitrineDocument } from "@vitrine/contract";
import type { DocumentConfig } from "../config/schema.js";
import { PublishError } from "../error.js";
import { indexFile, type PublicationIndex } from "../output/folder.js";

/** A document as it was published, and what it counted. */
export interface PastDocument {
  document: VitrineDocument;
  /** Which rows and columns it counted, as JSON; not known of a document that was found in a folder without a ledger. */
  counts?: string;
}

/** Documents with figures about people that stood together in one publication. */
export interface PastRelease {
  id: string;
  asOf: string;
  documents: PastDocument[];
}

/** What was published before, the oldest first: what a reader may have kept (privacy policy, 6). */
export type Past = readonly PastRelease[];

/** The ledger's file. It stands beside the raw data and holds nothing that was not published, but for what was counted. */
interface LedgerFile {
  vitrine: "ledger/1";
  publication: string;
  /** By their SHA-256; a document that did not change stands here once. */
  documents: Record<string, PastDocument>;
  releases: { id: string; asOf: string; documents: string[] }[];
}

/** What is only said and read: it may change from one release to the next without another count. */
const words = new Set(
  "id title summary scope period asOf status revision sources purpose notes actions target label name text unit detail annotations provisionalFrom respondents".split(
    " ",
  ),
);

/** Which rows and columns a document of the config counts, as JSON. */
export const countsOf = (config: DocumentConfig): string =>
  JSON.stringify(config, (key, value: unknown) => (words.has(key) ? undefined : value));

/** A document without what changes with its neighbours. */
const alone = (document: VitrineDocument): VitrineDocument => ({
  ...document,
  privacy: { ...document.privacy, check: { result: "passed", checkedWith: [] } },
});

const isAboutPeople = (document: VitrineDocument): boolean =>
  document.schema !== "roster/1" && kinds.some((kind) => kind.schema === document.schema && kind.facts(document).people.length > 0);

const digestOf = (past: PastDocument) => createHash("sha256").update(JSON.stringify(past)).digest("hex");

/** Puts a release at the end; one that says the same as the last is not written twice. */
export function withRelease(past: Past, documents: readonly PastDocument[]): Past {
  const release = documents.flatMap(({ document, counts }): PastDocument[] =>
    isAboutPeople(document) ? [{ document: alone(document), ...(counts === undefined ? {} : { counts }) }] : [],
  );
  const [first] = release;
  if (!first) return past;
  const digests = (list: readonly PastDocument[]) => list.map(digestOf).sort().join();
  if (digests(past.at(-1)?.documents ?? []) === digests(release)) return past;
  return [...past, { ...first.document.privacy.release, documents: release }];
}

export function ledgerText(publication: string, past: Past): string {
  const documents: LedgerFile["documents"] = {};
  const releases = past.map(({ documents: list, ...release }) => ({
    ...release,
    documents: list.map((one) => {
      const digest = digestOf(one);
      documents[digest] = one;
      return digest;
    }),
  }));
  const file: LedgerFile = { vitrine: "ledger/1", publication, documents, releases };
  return `${JSON.stringify(file)}\n`;
}

/**
 * What was published before, by the ledger; and what stands in the folders, when the ledger does not know it.
 * @throws PublishError for a file that is no ledger: without it nobody can tell what the next publication gives away
 */
export async function readPast(file: string, folders: readonly string[]): Promise<Past> {
  const text = await readFile(file, "utf8").catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw refused(file);
  });
  const past = text === undefined ? [] : parse(text, file);
  const known = new Set(past.flatMap(({ documents }) => documents.map(({ document }) => JSON.stringify(document))));
  const standing = (await Promise.all(folders.map(documentsIn))).flat().map((document) => ({ document: alone(document) }));
  return withRelease(
    past,
    standing.some(({ document }) => isAboutPeople(document) && !known.has(JSON.stringify(document))) ? standing : [],
  );
}

const refused = (file: string) =>
  new PublishError(
    "ledger-refused",
    `The ledger ${file} cannot be read, so nobody can tell what a new publication gives away beside the earlier ones: put a copy of it in its place, or remove it when nothing was published before.`,
    { file },
  );

function parse(text: string, file: string): Past {
  try {
    const ledger = JSON.parse(text) as LedgerFile;
    if (ledger.vitrine !== "ledger/1") throw new TypeError();
    const documents = new Map(
      Object.entries(ledger.documents).map(([digest, { document, counts }]): [string, PastDocument] => {
        const parsed = parseDocument(document);
        if (!parsed.ok) throw new TypeError();
        return [digest, { document: parsed.document, ...(typeof counts === "string" ? { counts } : {}) }];
      }),
    );
    return ledger.releases.map(({ id, asOf, documents: digests }) => ({
      id,
      asOf,
      documents: digests.map((digest) => documents.get(digest)!),
    }));
  } catch {
    throw refused(file);
  }
}

/** The documents a folder's list names; none where there is no publication. */
async function documentsIn(folder: string): Promise<VitrineDocument[]> {
  try {
    const index = JSON.parse(await readFile(join(folder, indexFile), "utf8")) as PublicationIndex;
    const parsed = await Promise.all(
      index.documents.map(async ({ file }) => parseDocument(JSON.parse(await readFile(join(folder, file), "utf8")))),
    );
    return parsed.flatMap((one) => (one.ok ? [one.document] : []));
  } catch {
    return [];
  }
}
