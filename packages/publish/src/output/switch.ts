import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { PublishError } from "../error.js";
import { contentsOf, type Folder } from "./folder.js";
import { kindOf, linkTo, newVersion, put, settle, sweep } from "./place.js";

/** What a publication puts in its place: its folders, and the files for the owner beside the config. */
export interface Publication {
  /** A file beside the config that says what is being put in its place, so that a run cut off in the middle is brought to its end. */
  journal: string;
  folders: readonly Folder[];
  /** Text files for the owner: reports, ledger. */
  files: readonly (readonly [file: string, text: string])[];
}

interface Journal {
  vitrine: "switch/1";
  /** Paths seen from the journal's folder. */
  moves: { from: string; to: string }[];
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

const folderFault = ({ shown, path }: Folder) =>
  new PublishError(
    "out-unwritable",
    `The folder ${shown}, named at ${path}, could not be written; what was there before is untouched: make room, or allow this program to write there.`,
    { file: shown, path },
  );

async function stageFolder(folder: Folder): Promise<string> {
  const version = newVersion(folder.out);
  try {
    await mkdir(dirname(version), { recursive: true });
    await mkdir(version, folder.partner === undefined ? {} : { mode: 0o700 });
    for (const [file, bytes] of contentsOf(folder)) await writeWhole(join(version, file), bytes);
    await settle(version);
    return await linkTo(version);
  } catch {
    throw folderFault(folder);
  }
}

async function stageFile(file: string, text: string): Promise<string> {
  const version = newVersion(file);
  try {
    if ((await kindOf(file)) === "folder") throw new Error("a folder is in the way");
    await writeWhole(version, Buffer.from(text));
    return version;
  } catch {
    throw new PublishError("out-unwritable", `The file ${file} could not be written: allow this program to write beside the config.`, {
      file,
    });
  }
}

/**
 * Puts a whole publication in its place. Each folder is at any moment the old one or the new one, whole; when something fails the old ones
 * stay; when the process is killed, the next run of {@link recover} brings the rest to its end.
 */
export async function writePublication({ journal, folders, files }: Publication): Promise<void> {
  const targets = [...folders.map(({ out }) => out), ...files.map(([file]) => file), journal];
  const undo: (() => Promise<void>)[] = [];
  let at: Folder | undefined;
  try {
    const moves: { from: string; to: string }[] = [];
    for (const folder of folders) moves.push({ from: await stageFolder(folder), to: folder.out });
    for (const [file, text] of files) moves.push({ from: await stageFile(file, text), to: file });
    const here = (path: string) => relative(dirname(journal), path);
    const said: Journal = { vitrine: "switch/1", moves: moves.map(({ from, to }) => ({ from: here(from), to: here(to) })) };
    await rename(await stageFile(journal, `${JSON.stringify(said)}\n`), journal);
    await settle(dirname(journal));
    for (const [position, { from, to }] of moves.entries()) {
      at = folders[position];
      undo.push(await put(from, to));
      await settle(dirname(to));
    }
  } catch (reason) {
    for (const back of undo.reverse()) await back();
    await rm(journal, { force: true });
    for (const target of targets) await sweep(target);
    throw at && !(reason instanceof PublishError) ? folderFault(at) : reason;
  }
  await rm(journal);
  for (const target of targets) await sweep(target);
}

/** Brings a publication to its end that was cut off after it had begun to take its place, and removes what others left half-written. */
export async function recover(journal: string, targets: readonly string[]): Promise<void> {
  const moves = await movesOf(journal);
  for (const { from, to } of moves) if ((await kindOf(from)) !== "nothing") await put(from, to);
  await rm(journal, { force: true });
  for (const target of [...targets, ...moves.map(({ to }) => to), journal]) await sweep(target);
}

async function movesOf(journal: string): Promise<Journal["moves"]> {
  const text = await readFile(journal, "utf8").catch(() => undefined);
  if (text === undefined) return [];
  try {
    const { vitrine, moves } = JSON.parse(text) as Journal;
    if (vitrine !== "switch/1") throw new TypeError();
    return moves.map(({ from, to }) => ({ from: resolve(dirname(journal), from), to: resolve(dirname(journal), to) }));
  } catch {
    throw new PublishError("out-unwritable", `The file ${journal} is not one that a publication left: remove it.`, { file: journal });
  }
}
