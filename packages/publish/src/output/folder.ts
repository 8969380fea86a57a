import { readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { PublishError } from "../error.js";
import type { Sealed } from "./seal.js";

/** The file in an output folder that lists the documents beside it. */
export const indexFile = "publication.index";

/** What `publication.index` says: which documents stand beside it. Nothing in it is not in the documents. */
export interface PublicationIndex {
  vitrine: "publication/1";
  id: string;
  /** Given where the documents are for one partner alone. */
  partner?: string;
  documents: { file: string; schema: string; id: string; title: string; bytes: number; sha256: string }[];
}

const inside = (folder: string, file: string) => {
  const way = relative(folder, file);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
};

/** The path with every link on the way resolved, also when its end does not exist yet. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await real(parent), basename(path));
  }
}

/**
 * May this folder be written? Refuses a folder that holds the config or raw data, one with files that are not ours, and one with another publication.
 * @param publication whose folder it is to be @param raw files that must never be published: the config, the sources, what stays with the owner @param path where the config names the folder
 */
export async function checkFolder(out: string, shown: string, publication: string, raw: readonly string[], path: string): Promise<void> {
  const folder = await real(out);
  for (const file of raw)
    if (inside(folder, await real(file)))
      throw new PublishError(
        "out-holds-data",
        `The folder ${shown}, named at ${path}, holds the config, raw data or a folder for one partner: name a folder of its own, such as "published".`,
        {
          file: shown,
          path,
        },
      );
  const entries = await readdir(out).catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return [];
    throw new PublishError("out-unwritable", `${shown}, named at ${path}, is not a folder that can be written: name another one.`, {
      file: shown,
      path,
    });
  });
  if (entries.length === 0) return;
  const { id, documents = [] } = await listed(out);
  const ours = new Set([indexFile, ...documents.map(({ file }) => file)]);
  const foreign = entries.filter((entry) => !ours.has(entry)).length;
  if (foreign > 0)
    throw new PublishError(
      "out-not-ours",
      `The folder ${shown}, named at ${path}, has ${foreign} ${foreign === 1 ? "entry" : "entries"} that no publication wrote: empty it, or name another one.`,
      { file: shown, path },
    );
  if (id !== undefined && id !== publication)
    throw new PublishError(
      "out-not-ours",
      `The folder ${shown}, named at ${path}, holds another publication, which would be lost: give each config a folder of its own, or empty this one where that publication is to go.`,
      { file: shown, path },
    );
}

async function listed(out: string): Promise<Partial<PublicationIndex>> {
  try {
    const index = JSON.parse(await readFile(join(out, indexFile), "utf8")) as Partial<PublicationIndex>;
    return index.vitrine === "publication/1" ? index : {};
  } catch {
    return {};
  }
}

/** A folder to be written, with all that goes into it. */
export interface Folder {
  out: string;
  /** How the config's author calls it, and where the config names it. */
  shown: string;
  path: string;
  /** The publication's id. */
  id: string;
  documents: Sealed[];
  /** Whose it is alone: then nobody else on this machine may read it. */
  partner?: string;
}

const indexOf = ({ id, partner, documents }: Folder): PublicationIndex => ({
  vitrine: "publication/1",
  id,
  ...(partner === undefined ? {} : { partner }),
  documents: documents.map(({ file, schema, id: of, title, bytes, sha256 }) => ({
    file,
    schema,
    id: of,
    title,
    bytes: bytes.length,
    sha256,
  })),
});

/** The files of a folder: its documents and the list of them. */
export const contentsOf = (folder: Folder): [file: string, bytes: Buffer][] => [
  ...folder.documents.map(({ file, bytes }): [string, Buffer] => [file, bytes]),
  [indexFile, Buffer.from(`${JSON.stringify(indexOf(folder), null, 2)}\n`)],
];
