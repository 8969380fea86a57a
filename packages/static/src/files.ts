import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Refused } from "./refused.js";

/** A document's file is at most this large; `guard` of the contract has the finer limits. */
const most = 64 * 1024 * 1024;

const sentences: Record<string, string> = {
  ENOENT: "There is no such file or folder; check the path.",
  EACCES: "This may not be read or written; check who owns it.",
  EPERM: "This may not be read or written; check who owns it.",
  EISDIR: "This is a folder; name a file.",
  ENOTDIR: "A part of this path is a file; name a folder.",
  ENOSPC: "The disk is full; make room and try again.",
  EROFS: "This place cannot be written to; choose another.",
  ELOOP: "This is a link that leads to itself; name the real file.",
  ENAMETOOLONG: "This name is too long; choose a shorter one.",
  EMFILE: "Too many files are open; close some programs and try again.",
};

/** What the system says of a file, as one sentence. `undefined` when the fault is not the file's. */
export function fileFault(error: unknown, file: string): Refused | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  const sentence = typeof code === "string" ? sentences[code] : undefined;
  return sentence === undefined ? undefined : new Refused("file", sentence, file);
}

/** Does something with a file, and tells a fault of the file as one sentence. */
export function withFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileFault(error, file) ?? error;
  }
}

/** The same for work that takes turns with other work. */
export async function withFileAsync<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFault(error, file) ?? error;
  }
}

/** The bytes of a file that may be a document. Otherwise {@link Refused}. */
function readBytes(file: string): Buffer {
  return withFile(file, () => {
    const found = statSync(file);
    if (found.isDirectory()) throw new Refused("file", sentences["EISDIR"]!, file);
    if (!found.isFile()) throw new Refused("file", "This is not a plain file; name a file on disk.", file);
    if (found.size > most) throw new Refused("too-large", "This file is larger than any document may be (64 MB); split it.", file);
    return readFileSync(file);
  });
}

/** A file that may be a document, as bytes and as text: UTF-8, not too large, not binary. Otherwise {@link Refused}. */
export function readText(file: string): { bytes: Buffer; text: string } {
  const bytes = readBytes(file);
  try {
    if (bytes.includes(0)) throw new TypeError();
    return { bytes, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    throw new Refused("not-text", "This file is not UTF-8 text; give a JSON document.", file);
  }
}

/** The `.json` files of a folder that may be documents, by name; the file itself when it is one. */
export function jsonFiles(path: string): string[] {
  return withFile(path, () => {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, { withFileTypes: true }).filter((entry) => !entry.isDirectory() && entry.name.endsWith(".json"));
    const files = names.map(({ name }) => name).filter((name) => !name.startsWith("."));
    if (files.length === 0)
      throw new Refused("no-documents", "This folder holds no .json file; name the folder of published documents.", path);
    return files.sort().map((name) => join(path, name));
  });
}

/** Writes a whole file or nothing. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const partial = join(dirname(file), `.${basename(file)}.${process.pid}.partial`);
  withFile(file, () => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(partial, content);
      renameSync(partial, file);
    } finally {
      rmSync(partial, { force: true });
    }
  });
}
