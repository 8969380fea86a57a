import { rmSync } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, version, type DuckDBConnection } from "@duckdb/node-api";
import { PublishError } from "../error.js";
import { duckdb, type Sql } from "./dialects.js";
import { closeEngine, isOddPath, own, tellProgress } from "./sql.js";

export type Cell = string | number | boolean | bigint | null;

/** Where rows are counted. Rows stay inside; only what a query selects comes out. */
export interface Counter {
  readonly version: string;
  /** The words its queries are made of. */
  readonly sql: Sql;
  /** Whether rows have an order, `n`. Those of a warehouse have none. */
  readonly ordered: boolean;
  /** All rows of a small result. Whole numbers come as `number`. */
  all<R extends Cell[]>(sql: string): Promise<R[]>;
  /** Rows of a large result, a chunk at a time, in order. */
  each<R extends Cell[]>(sql: string, take: (row: R) => void): Promise<void>;
  /** What further queries say after `FROM` to ask the result of this one. It is kept under the name, or asked anew where nothing may be written. */
  keep(name: string, query: string): Promise<string>;
  close(): Promise<void>;
}

/** The embedded engine: it reads files too. */
export interface Engine extends Counter {
  run(sql: string): Promise<void>;
  /** The path by which the engine reaches a file it was opened with. */
  pathOf(file: string): string;
  /** A path of its own, for a file that stands as long as the engine is open. */
  newFile(): string;
}

/** How much memory the engine may take before it works on disk. */
export interface EngineLimits {
  memory: string;
  threads?: number;
  /** Told twice a second how far a long query is, from 0 to 1. */
  progress?: (share: number) => void;
}

/** Opens an engine that may read `files` and nothing else: no network, no extension, no other file. */
export async function openEngine(files: readonly string[], limits: EngineLimits): Promise<Engine> {
  const scratch = await mkdtemp(join(tmpdir(), "vitrine-")).catch(() => {
    throw new PublishError(
      "out-unwritable",
      `The folder for temporary files, ${tmpdir()}, cannot be written: make room there, or name another one in the environment variable TMPDIR.`,
      { file: tmpdir() },
    );
  });
  const aliases = new Map<string, string>();
  for (const file of files) if (isOddPath(file) && !aliases.has(file)) aliases.set(file, join(scratch, `file-${aliases.size}`));
  for (const [file, alias] of aliases) await symlink(file, alias);
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: limits.memory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(limits.threads ? { threads: String(limits.threads) } : {}),
  });
  const connection = await instance.connect();
  const pathOf = (file: string) => aliases.get(file) ?? file;
  if (limits.progress) for (const sql of tellProgress) await connection.run(sql);
  const watch = limits.progress && watching(connection, limits.progress);
  // Rows that did not fit into memory lie there: they must not outlive a run that is stopped.
  const clear = () => rmSync(scratch, { recursive: true, force: true });
  process.once("exit", clear);
  let copies = 0;
  const newFile = () => join(scratch, `copy-${copies++}`);
  const engine = wrap(connection, { pathOf, newFile }, watch, async () => {
    connection.closeSync();
    instance.closeSync();
    await rm(scratch, { recursive: true, force: true });
    process.off("exit", clear);
  });
  for (const sql of closeEngine(files, scratch)) await engine.run(sql);
  return engine;
}

/** A failure inside the engine. Its own message may quote cells and is dropped. */
export class EngineFailure extends PublishError {
  /** The line ends of a CSV file are of two kinds: it must be read leniently. */
  readonly mixedLines: boolean;
  /** @param file what was read, where that is known */
  constructor(
    readonly reason: unknown,
    file?: string,
  ) {
    const text = reason instanceof Error ? reason.message : "";
    const memory = /out of memory/i.test(text);
    super(
      "engine-failed",
      memory
        ? "The engine ran out of memory while counting: give it more with the option `memory`, or publish fewer rows at a time."
        : file === undefined
          ? "The engine could not read or count these rows: check that the files named in `sources` are whole and of the format the config says."
          : `The engine could not read the file ${file}: it is damaged, cut short or not of the format the config says; fetch it again.`,
      file === undefined ? {} : { file },
    );
    this.mixedLines = /invalid state/.test(text);
  }
}

/** Tells how far the query at hand is, until the function it returns is called. */
const watching = (connection: DuckDBConnection, tell: (share: number) => void) => () => {
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage > 0) tell(percentage / 100);
  }, 500);
  return () => clearInterval(timer);
};

function wrap(
  connection: DuckDBConnection,
  paths: Pick<Engine, "pathOf" | "newFile">,
  watch: (() => () => void) | undefined,
  close: () => Promise<void>,
): Engine {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    const stop = watch?.();
    try {
      return await work();
    } catch (reason) {
      throw new EngineFailure(reason);
    } finally {
      stop?.();
    }
  };
  const plain = (value: unknown): Cell => (typeof value === "bigint" ? Number(value) : (value as Cell));
  const run = (sql: string) => guarded(async () => void (await connection.run(sql)));
  return {
    version: `${duckdb.name} ${version()}`,
    sql: duckdb,
    ordered: true,
    run,
    all: <R extends Cell[]>(sql: string) =>
      guarded(async () => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(plain) as R)),
    each: <R extends Cell[]>(sql: string, take: (row: R) => void) =>
      guarded(async () => {
        const result = await connection.stream(sql);
        for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
          for (const row of chunk.getRows()) take(row.map(plain) as R);
      }),
    async keep(name, query) {
      await run(`CREATE TABLE ${own(name)} AS ${query}`);
      return name;
    },
    ...paths,
    close,
  };
}
