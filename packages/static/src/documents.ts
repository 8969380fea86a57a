import { readDocument, type VitrineDocument } from "@vitrine/contract";
import { basename } from "node:path";
import { jsonFiles, readText } from "./files.js";
import { Refused } from "./refused.js";

/** A published document with the file it stands in. */
export interface Published {
  file: string;
  /** The file's name without folder and `.json`: the name of everything made of it. */
  stem: string;
  /** What was read and checked: a file may change meanwhile. */
  bytes: Buffer;
  document: VitrineDocument;
}

const fileName = /^[a-z0-9][a-z0-9._-]*\.json$/;

/** The document in a file. Otherwise {@link Refused}, with its issues. */
export function readPublished(file: string): Published {
  const { bytes, text } = readText(file);
  const parsed = readDocument(text);
  if (!parsed.ok) throw new Refused("document", "This is not a document that may be shown; correct what is listed.", file, parsed.issues);
  return { file, stem: basename(file, ".json"), bytes, document: parsed.document };
}

/** The names of the files that an overview is split into. */
export function partsOf(document: VitrineDocument): string[] {
  if (document.schema !== "access/1") return [];
  return (document.areas.file ?? []).filter((name) => name !== "not-applicable");
}

/** Can an address hold the name of this file? Otherwise {@link Refused}. */
export function assertFileName(file: string): void {
  if (!fileName.test(basename(file)))
    throw new Refused(
      "file-name",
      "Rename this file: small letters, digits, dots, hyphens and underscores only, so that an address can hold it.",
      file,
    );
}

/** The document in a file, when everybody may have it and its name can stand in an address. Otherwise {@link Refused}, with what to do. */
function readPublic(file: string, otherwise: { partner: string; research: string }): Published {
  assertFileName(file);
  const published = readPublished(file);
  const { kind } = published.document.audience;
  if (kind !== "public") throw new Refused("audience", otherwise[kind], file);
  return published;
}

/**
 * Every document of a folder, by file name, fit for a site that everybody can open: public, named so that an address can hold it,
 * with an id of its own, and with every part beside its overview. Otherwise {@link Refused}.
 */
export function publicDocuments(folder: string): Published[] {
  const all = jsonFiles(folder).map((file) =>
    readPublic(file, {
      partner:
        "This document is for one partner, and everybody can open a site; make that partner a folder of its own with vitrine site --partner-dir.",
      research: "This document is for research, and everybody can open a site; move it out of the folder.",
    }),
  );
  const ids = new Set<string>();
  for (const { file, document } of all) {
    if (ids.size === ids.add(document.id).size)
      throw new Refused("duplicate-id", "Another document of this folder has the same id; keep one of them.", file);
  }
  const names = new Set(all.map(({ file }) => basename(file)));
  for (const { file, document } of all)
    if (partsOf(document).some((name) => !names.has(name)))
      throw new Refused("part-missing", "This overview names a file of schools that is not in its folder; publish both again.", file);
  return all;
}

/**
 * The documents of a letter, in the order they are named: files, or folders for every document in them that is no part of an overview there.
 * All public, each with a file name of its own. Otherwise {@link Refused}.
 */
export function letterDocuments(names: readonly string[]): Published[] {
  const all = names.flatMap((name) => {
    const found = jsonFiles(name).map((file) =>
      readPublic(file, {
        partner:
          "This document is for one partner, and nobody knows where a letter ends up; make that partner a folder of its own with vitrine site --partner-dir.",
        research: "This document is for research, and nobody knows where a letter ends up; leave it out.",
      }),
    );
    const parts = new Set(found.flatMap(({ document }) => partsOf(document)));
    return found.length === 1 ? found : found.filter(({ file }) => !parts.has(basename(file)));
  });
  const stems = new Set<string>();
  for (const { file, stem } of all)
    if (stems.size === stems.add(stem).size)
      throw new Refused("same-name", "Another document of this letter has the same file name; name each once, or rename one.", file);
  return all;
}
