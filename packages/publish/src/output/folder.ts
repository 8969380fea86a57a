import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
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
 * May this folder be written? Refuses a folder that holds the config or raw data, and one with files that are not ours.
 * @param raw files that must never be published: the config and the sources @param path where the config names the folder
 */
export async function checkFolder(out: string, shown: string, raw: readonly string[], path: string): Promise<void> {
  await restore(out);
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
  const ours = new Set([indexFile, ...(await listed(out))]);
  const foreign = entries.filter((entry) => !ours.has(entry)).length;
  if (foreign > 0)
    throw new PublishError(
      "out-not-ours",
      `The folder ${shown}, named at ${path}, has ${foreign} ${foreign === 1 ? "entry" : "entries"} that no publication wrote: empty it, or name another one.`,
      { file: shown, path },
    );
}

async function listed(out: string): Promise<string[]> {
  try {
    const index = JSON.parse(await readFile(join(out, indexFile), "utf8")) as Partial<PublicationIndex>;
    return index.vitrine === "publication/1" ? (index.documents ?? []).map(({ file }) => file) : [];
  } catch {
    return [];
  }
}

const beside = (out: string, what: string) => join(dirname(out), `.${basename(out)}.${what}`);

/** Puts back the old folder when a former run was cut off between its two renames, and removes what it left half-written. */
async function restore(out: string): Promise<void> {
  const old = beside(out, "old");
  if (existsSync(old)) {
    if (existsSync(out)) await rm(old, { recursive: true, force: true });
    else await rename(old, out);
  }
  const parent = dirname(out);
  for (const name of await readdir(parent).catch(() => []))
    if (name.startsWith(`.${basename(out)}.next-`)) await rm(join(parent, name), { recursive: true, force: true });
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

/**
 * Writes a publication whole: each folder anew beside its place, on disk, then all in their places. When anything fails the old folders stay.
 */
export async function writeFolders(folders: readonly Folder[]): Promise<void> {
  const staged = folders.map((folder) => ({
    folder,
    next: beside(folder.out, `next-${randomBytes(6).toString("hex")}`),
    moved: false,
    old: false,
  }));
  let at = staged[0]!;
  try {
    for (const one of staged) {
      at = one;
      const { folder, next } = one;
      const secret = folder.partner !== undefined;
      await mkdir(next, { recursive: true, ...(secret ? { mode: 0o700 } : {}) });
      for (const { file, bytes } of folder.documents) await writeWhole(join(next, file), bytes);
      await writeWhole(join(next, indexFile), Buffer.from(`${JSON.stringify(indexOf(folder), null, 2)}\n`));
    }
    for (const one of staged) {
      at = one;
      const { out } = one.folder;
      if (existsSync(out)) {
        await rename(out, beside(out, "old"));
        one.old = true;
      }
      await rename(one.next, out);
      one.moved = true;
    }
    for (const { folder } of staged) await rm(beside(folder.out, "old"), { recursive: true, force: true });
  } catch {
    for (const { folder, next, moved, old } of staged) {
      if (moved) await rm(folder.out, { recursive: true, force: true });
      if (old) await rename(beside(folder.out, "old"), folder.out);
      await rm(next, { recursive: true, force: true });
    }
    const { shown, path } = at.folder;
    throw new PublishError(
      "out-unwritable",
      `The folder ${shown}, named at ${path}, could not be written; what was there before is untouched: make room, or allow this program to write there.`,
      { file: shown, path },
    );
  }
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Does `work` with the owner's reports on disk beforehand, and puts them in their place afterwards: a publication without its report must
 * not exist. When anything fails the old reports stay.
 */
export async function withReports(reports: readonly (readonly [file: string, text: string])[], work: () => Promise<void>): Promise<void> {
  const mark = `.next-${randomBytes(6).toString("hex")}`;
  try {
    for (const [file, text] of reports) {
      const folder = await stat(file).then(
        (found) => found.isDirectory(),
        () => false,
      );
      await (folder ? Promise.reject(new Error("a folder is in the way")) : writeWhole(`${file}${mark}`, Buffer.from(text))).catch(() => {
        throw new PublishError(
          "out-unwritable",
          `The report ${file} could not be written: allow this program to write beside the config.`,
          { file },
        );
      });
    }
    await work();
    for (const [file] of reports) await rename(`${file}${mark}`, file);
  } finally {
    for (const [file] of reports) await rm(`${file}${mark}`, { force: true });
  }
}
