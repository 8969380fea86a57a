import { createHash } from "node:crypto";
import { kinds, packDegrees, packIds, parseDocument, type AccessDocument, type VitrineDocument } from "@vitrine/contract";
import { PublishError } from "../error.js";

/** A document as it will be written. */
export interface Sealed {
  /** Its file, beside the others. */
  file: string;
  schema: string;
  id: string;
  title: string;
  bytes: Buffer;
  /** SHA-256 of `bytes`. */
  sha256: string;
  /** SHA-256 of the document while its list of what it was checked with is empty. */
  unsealed: string;
}

/**
 * A document's bytes: one line of JSON, keys in the contract's order, and a line end. The same document gives the same bytes, and whoever
 * reads it can make them again by `JSON.stringify`.
 */
const bytesOf = (document: VitrineDocument, isLarge: boolean): Buffer =>
  Buffer.from(`${JSON.stringify(isLarge ? shorter(document) : document)}\n`, "utf8");

/** A publication of so many schools writes their ids and places shorter, in a quarter of the bytes. A smaller one stays easy to read. */
const many = 50_000;
const schoolsOf = (document: VitrineDocument): AccessDocument["schools"] | undefined =>
  document.schema === "access/1" ? document.schools : undefined;
/** Whether the schools of all documents together are so many. */
export const isMany = (documents: readonly VitrineDocument[]): boolean =>
  documents.reduce((count, document) => count + (schoolsOf(document)?.id.length ?? 0), 0) >= many;

function shorter(document: VitrineDocument): object {
  const schools = schoolsOf(document);
  if (!schools) return document;
  const { id, latitude, longitude } = schools;
  return {
    ...document,
    schools: { ...schools, id: packIds(id), latitude: packDegrees(latitude), longitude: packDegrees(longitude) },
  };
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

function noNote(document: VitrineDocument): PublishError {
  const { needs } = kinds.find(({ schema }) => schema === document.schema)!.facts(document);
  const lacks = needs.filter((need) => document.notes.every(({ kind }) => kind !== need)).map((need) => `"${need}"`);
  return new PublishError(
    "document-refused",
    `The document "${document.id}" would mislead without a note of the kind ${lacks.join(" and one of the kind ")}: give that under "notes" in the config.`,
    { file: `${document.id}.json`, path: "$.notes" },
  );
}

/**
 * Seals the documents of one publication: each names the SHA-256 of all that were checked together with it (taken while that list was
 * empty), and each is what the contract accepts.
 * @param beside documents that the readers of these hold too, already sealed @throws PublishError for the first the contract refuses
 */
export function seal(documents: readonly VitrineDocument[], beside: readonly Sealed[] = []): Sealed[] {
  const byId = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = byId.find(({ id }, at) => (at > 0 && byId[at - 1]!.id === id) || beside.some((other) => other.id === id));
  if (twice)
    throw new PublishError(
      "ids-collide",
      `Two documents of this publication are called "${twice.id}": give each document of the config an id of its own.`,
      {
        path: "$.documents",
      },
    );
  const isLarge = isMany(byId);
  const unsealed = byId.map((document) => digest(bytesOf(document, isLarge)));
  const checkedWith = [...unsealed, ...beside.map((other) => other.unsealed)].sort();
  return byId.map((document, at) => {
    const sealed = { ...document, privacy: { ...document.privacy, check: { result: "passed" as const, checkedWith } } };
    const parsed = parseDocument(sealed);
    if (!parsed.ok) {
      if (parsed.issues.every(({ code }) => code === "no-note")) throw noNote(document);
      const [first, ...more] = parsed.issues;
      throw new PublishError(
        "document-refused",
        `The document "${document.id}" is not one the contract accepts: ${first!.path} (${first!.code}). ${first!.advice}`,
        { file: `${document.id}.json`, path: first!.path },
        more.map(({ code, path, advice }) => `${path} (${code}). ${advice}`),
      );
    }
    const bytes = bytesOf(sealed, isLarge);
    return {
      file: `${document.id}.json`,
      schema: document.schema,
      id: document.id,
      title: document.title,
      bytes,
      sha256: digest(bytes),
      unsealed: unsealed[at]!,
    };
  });
}
