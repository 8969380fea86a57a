import { createReadStream, statSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { looksPersonal } from "@vitrine/contract";
import { pathText } from "../config/read.js";
import type { SourceConfig } from "../config/schema.js";
import { PublishError } from "../error.js";
import { textOfWindows } from "./windows.js";

/** One file of a source, looked at before the engine reads it. */
export interface Look {
  /** Absolute path. */
  path: string;
  /** As people call it: relative to the config. */
  shown: string;
  format: "csv" | "parquet" | "jsonl";
  gzip: boolean;
  delimiter: string;
  encoding: "utf-8" | "latin-1";
  /** Column names of a CSV file. The engine tells those of the others. */
  header: string[];
}

/** Which files a source names. `*` and `?` stand for characters of a file's name. */
export async function filesOf(source: SourceConfig, name: string, folder: string): Promise<{ path: string; shown: string }[]> {
  const found: { path: string; shown: string }[] = [];
  const named = source.file === undefined ? (source.files ?? []) : [source.file];
  for (const [position, shown] of named.entries()) {
    const path = resolve(folder, shown);
    if (source.file !== undefined || !/[*?]/.test(basename(shown))) {
      found.push({ path, shown });
      continue;
    }
    const pattern = new RegExp(
      `^${basename(shown)
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".")}$`,
    );
    const names = (await readdir(dirname(path)).catch(() => [])).filter((file) => pattern.test(file)).sort();
    const at = pathText(["sources", name, "files", position]);
    if (names.length === 0)
      throw new PublishError("file-missing", `No file matches ${JSON.stringify(shown)} at ${at}: correct it, or put the files there.`, {
        file: shown,
        path: at,
      });
    for (const file of names) found.push({ path: join(dirname(path), file), shown: join(dirname(shown), file) });
  }
  return found;
}

/** Looks at a file's kind, first bytes and header. @throws PublishError when it cannot be read as the config says */
export async function look(file: { path: string; shown: string }, source: SourceConfig, at: string): Promise<Look> {
  const { path, shown } = file;
  const fail = (code: PublishError["code"], message: string) => new PublishError(code, message, { file: shown, path: at });
  let size: number;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw fail("file-is-folder", `${shown}, named at ${at}, is a folder: name a file, or its files with "*".`);
    size = stat.size;
  } catch (reason) {
    if (reason instanceof PublishError) throw reason;
    throw fail("file-missing", `There is no file ${shown}, named at ${at}: correct the name, or put the file there.`);
  }
  if (size === 0) throw fail("file-empty", `The file ${shown}, named at ${at}, is empty: give one with a header line and rows.`);
  const first = await firstBytes(path, 4).catch(() => undefined);
  if (!first) throw fail("file-unreadable", `The file ${shown}, named at ${at}, cannot be read: allow this program to read it.`);
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const format = formatOf(shown, source);
  if (!format)
    throw fail(
      "file-format",
      `The ending of ${shown}, named at ${at}, does not say its format: add "format": "csv", "parquet" or "jsonl".`,
    );
  if (/\.gz$/i.test(shown) && !gzip)
    throw fail("file-format", `The file ${shown} is called .gz but is not compressed: rename it, or give the right file.`);
  const magic = first.toString("latin1");
  if (format === "parquet" ? magic !== "PAR1" : magic === "PAR1")
    throw fail(
      "file-format",
      `The file ${shown} ${format === "parquet" ? "is not" : "is"} Parquet: correct "format" or its ending at ${at}.`,
    );
  if (magic.startsWith("PK") || magic === "\u00d0\u00cf\u0011\u00e0")
    throw fail("file-format", `The file ${shown} is a spreadsheet or zip archive: save the sheet as CSV (UTF-8).`);
  if (format === "jsonl" && magic.startsWith("\u00ef\u00bb\u00bf"))
    throw fail("file-encoding", `The file ${shown} begins with a byte order mark: save it as UTF-8 without one.`);
  if (format === "jsonl" && !gzip && (magic.includes("\0") || /^(\u00ff\u00fe|\u00fe\u00ff)/.test(magic)))
    throw fail("file-encoding", `The file ${shown} is UTF-16: save it as UTF-8.`);
  const plain = { path, shown, format, gzip, delimiter: delimiterOf(shown, source), encoding: source.encoding ?? ("utf-8" as const) };
  return { ...plain, header: format === "csv" ? await headerOf(plain, at) : [] };
}

const delimiterOf = (shown: string, source: SourceConfig) => source.delimiter ?? (/\.tsv(\.gz)?$/i.test(shown) ? "\t" : ",");

function formatOf(shown: string, source: SourceConfig): Look["format"] | undefined {
  if (source.format) return source.format;
  const ending = /\.([a-z]+)$/i.exec(shown.replace(/\.gz$/i, ""))?.[1]?.toLowerCase() ?? "";
  if (["csv", "tsv", "txt"].includes(ending)) return "csv";
  if (ending === "parquet") return "parquet";
  return ["jsonl", "ndjson"].includes(ending) ? "jsonl" : undefined;
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Reads a compressed file to its end. @throws PublishError when it is damaged or cut short, which the engine does not notice */
export async function readThrough({ path, shown }: Pick<Look, "path" | "shown">): Promise<void> {
  try {
    for await (const chunk of createReadStream(path).pipe(createGunzip())) void chunk;
  } catch {
    throw new PublishError("file-unreadable", `The file ${shown} cannot be unpacked: it is damaged or cut short; fetch it again.`, {
      file: shown,
    });
  }
}

/** A header longer than this is not one. */
const longest = 1_000_000;

async function headerOf(file: Omit<Look, "header">, at: string): Promise<string[]> {
  const place = { file: file.shown, row: 1, path: at };
  let start = Buffer.alloc(0);
  let cells: string[] | undefined;
  const stream = createReadStream(file.path, { highWaterMark: 65536 });
  const bytes = file.gzip ? stream.pipe(createGunzip()) : stream;
  try {
    for await (const chunk of bytes) {
      start = Buffer.concat([start, chunk as Buffer]);
      if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff) || start[0] === 0 || start[1] === 0)
        throw new PublishError("file-encoding", `The file ${file.shown} is UTF-16: save it as CSV (UTF-8).`, place);
      if (file.gzip && start[0] === 0x1f && start[1] === 0x8b)
        throw new PublishError("file-format", `The file ${file.shown} is compressed twice: unpack it once.`, place);
      cells = firstRecord(decode(start, file), file.delimiter, false);
      if (cells || start.length > longest) break;
    }
  } catch (reason) {
    if (reason instanceof PublishError) throw reason;
    throw new PublishError(
      "file-unreadable",
      `The file ${file.shown} cannot be unpacked: it is damaged or cut short; fetch it again.`,
      place,
    );
  } finally {
    stream.destroy();
  }
  cells ??= start.length > longest ? undefined : firstRecord(decode(start, file), file.delimiter, true);
  if (!cells)
    throw new PublishError("file-format", `The first line of ${file.shown} does not end: give a CSV file with a header line.`, place);
  if (cells.every((cell) => cell === ""))
    throw new PublishError("file-empty", `The first line of ${file.shown} is empty: give a CSV file with a header line.`, place);
  if (/^sep=.?$/i.test(cells[0]!))
    throw new PublishError(
      "file-format",
      `The first line of ${file.shown} tells a spreadsheet program what separates cells: remove that line, so that the names of columns come first.`,
      place,
    );
  if (cells.some((cell) => cell.includes("\uFFFD")))
    throw new PublishError(
      "file-encoding",
      `The header of ${file.shown} is not UTF-8: save it as UTF-8, or add "encoding": "latin-1" at ${at}.`,
      place,
    );
  if (cells.length === 1) {
    const other = [";", "\t", "|", ","].find((mark) => mark !== file.delimiter && cells[0]!.includes(mark));
    if (other)
      throw new PublishError(
        "file-delimiter",
        `The header of ${file.shown} is one cell; the file seems to be separated by ${marks[other]}: add "delimiter": ${JSON.stringify(other)} at ${at}.`,
        place,
      );
  }
  return cells;
}

const marks: Record<string, string> = { ";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas" };

const decode = (bytes: Buffer, file: Pick<Look, "encoding">) =>
  (file.encoding === "latin-1" ? textOfWindows(bytes) : new TextDecoder("utf-8").decode(bytes, { stream: true })).replace(/^\uFEFF/, "");

/** Cells of the first record of CSV text, trimmed; nothing when it does not end. */
function firstRecord(text: string, delimiter: string, whole: boolean): string[] | undefined {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === delimiter) {
      cells.push(tidy(cell));
      cell = "";
    } else if (sign === "\n" || sign === "\r") return [...cells, tidy(cell)];
    else cell += sign;
  }
  return whole && !quoted ? [...cells, tidy(cell)] : undefined;
}

// eslint-disable-next-line no-control-regex
const tidy = (cell: string) => cell.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, " ").trim();

/** Column names for a sentence: shortened, and none that might be a cell of a file without a header. */
export function columnsText(names: readonly string[]): string {
  const most = 40;
  const shown = names.slice(0, most).map((name) => (looksPersonal(name) ? "(not shown)" : JSON.stringify(name.slice(0, 60))));
  return names.length > most ? `${shown.join(", ")} and ${names.length - most} more` : shown.join(", ");
}
