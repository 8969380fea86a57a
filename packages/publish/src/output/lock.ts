import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { PublishError } from "../error.js";

/** Who publishes from a config just now. */
interface Holder {
  vitrine: "lock/1";
  pid: number;
  host: string;
  /** When the process began, as its system counts it: another process may get the same number later. */
  began?: string;
  token: string;
}

/** A lock that is held. */
export interface Lock {
  /** @throws PublishError when it was taken away, so that another run may have written meanwhile */
  check(): Promise<void>;
  release(): Promise<void>;
}

/** When a process began, where the system tells: the twenty-second word of its line, counted after its name, which may hold blanks. */
async function beganOf(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return line?.slice(line.lastIndexOf(")") + 2).split(" ")[19];
}

const textOf = (file: string) =>
  readFile(file, "utf8").catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw reason;
  });

function parsed(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder;
    return holder.vitrine === "lock/1" ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process that left a lock is gone. Of another machine nobody here can tell, and of a file that is none either. */
async function isStale(text: string): Promise<boolean> {
  const holder = parsed(text);
  if (!holder || holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code === "ESRCH";
  }
  const began = await beganOf(holder.pid);
  return began !== undefined && holder.began !== undefined && began !== holder.began;
}

const isThere = (reason: unknown) => (reason as NodeJS.ErrnoException).code === "EEXIST";

/** Puts a text in a place where nothing is, as a whole. @returns whether it stands there now */
async function place(file: string, text: string): Promise<boolean> {
  const whole = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(whole, text, { flag: "wx" });
    // Some drives have no links: a run killed between making and writing a file leaves a lock that its owner must remove.
    await link(whole, file).catch((reason: unknown) => (isThere(reason) ? Promise.reject(reason) : writeFile(file, text, { flag: "wx" })));
    return true;
  } catch (reason) {
    if (isThere(reason)) return false;
    throw reason;
  } finally {
    await rm(whole, { force: true });
  }
}

/**
 * Lets one run at a time publish from a config: two at once would each settle with a ledger that lacks the other's release.
 * The lock of a process that is gone is taken over.
 * @throws PublishError when another run holds it
 */
export async function takeLock(file: string, config: string): Promise<Lock> {
  const began = await beganOf(process.pid);
  const own: Holder = {
    vitrine: "lock/1",
    pid: process.pid,
    host: hostname(),
    ...(began !== undefined && { began }),
    token: randomBytes(12).toString("hex"),
  };
  const text = `${JSON.stringify(own)}\n`;
  const refused = () =>
    new PublishError(
      "being-published",
      `Another run publishes from ${config} just now: wait until it has ended, or remove ${file} when you know that none does.`,
      { file },
    );
  const unwritable = () =>
    new PublishError("out-unwritable", `The file ${file} could not be written: allow this program to write beside the config.`, { file });
  try {
    if (!(await place(file, text))) {
      const left = await textOf(file);
      if (left !== undefined && !(await isStale(left))) throw refused();
      // Two that find the same stale lock: one may take it away, and looks once more when it alone may.
      const breaking = `${file}.stale`;
      const breaker = await textOf(breaking);
      if (breaker !== undefined && (await isStale(breaker))) await rm(breaking, { force: true });
      if (!(await place(breaking, text))) throw refused();
      try {
        const now = await textOf(file);
        if (now !== undefined && !(await isStale(now))) throw refused();
        await rm(file, { force: true });
        if (!(await place(file, text))) throw refused();
      } finally {
        await rm(breaking, { force: true });
      }
    }
  } catch (reason) {
    throw reason instanceof PublishError ? reason : unwritable();
  }
  // Of another machine a lock that is left cannot be taken over: one who is stopped takes it along.
  const leave = () => {
    try {
      if (readFileSync(file, "utf8") === text) rmSync(file);
    } catch {
      // It is gone already.
    }
  };
  process.once("exit", leave);
  return {
    async check() {
      if ((await textOf(file)) !== text) throw refused();
    },
    async release() {
      process.off("exit", leave);
      if ((await textOf(file).catch(() => undefined)) === text) await rm(file, { force: true });
    },
  };
}
