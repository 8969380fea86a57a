import { readFileSync } from "node:fs";
import { audit } from "./audit.js";
import { check } from "./check.js";
import { helpOf, helpOfAll, readLine, type Command } from "./command.js";
import { init, publish } from "./publish.js";
import { UsageError, type Exit, type Io } from "./io.js";
import { newsletter } from "./newsletter.js";
import { page } from "./page.js";
import { render } from "./render.js";
import { serve } from "./serve.js";
import { site } from "./site.js";

export { terminal, type Exit, type Io } from "./io.js";

const commands: readonly Command[] = [init, publish, check, audit, render, newsletter, site, page, serve];

const version = (): string =>
  (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;

/** Faults of how a command was called, whoever finds them. */
const usageCodes = new Set(["width", "scale", "unknown-language", "base", "no-such-recipe"]);

interface Told extends Error {
  code: string;
  file?: string;
  more?: readonly string[];
  issues?: readonly { code: string; path: string; advice: string }[];
}
/** A fault that has a sentence of its own, written without any value of the data. */
const isTold = (error: unknown): error is Told =>
  error instanceof Error && ["Refused", "PublishError"].includes(error.name) && "code" in error;

/** One sentence for each fault; never a stack, never a value from the data. */
async function tell(error: unknown, name: string, io: Io): Promise<Exit> {
  if (error instanceof UsageError) {
    io.err(`vitrine ${name}: ${error.message} See vitrine ${name} --help.`);
    return 2;
  }
  if (isTold(error)) {
    const inside = error.issues?.map(({ path, advice, code }) => `${error.file}: ${path}: ${advice} (${code})`) ?? [];
    const place = error.file !== undefined && !error.message.includes(error.file) ? `${error.file}: ` : "";
    for (const line of [`vitrine ${name}: ${place}${error.message}`, ...(error.more ?? []), ...inside]) io.err(line);
    return usageCodes.has(error.code) ? 2 : 1;
  }
  const { fileFault } = await import("@vitrine/static");
  const file = (error as { path?: unknown } | null)?.path;
  const fault = fileFault(error, typeof file === "string" ? file : "A file");
  io.err(
    fault
      ? `vitrine ${name}: ${fault.file}: ${fault.message}`
      : `vitrine ${name}: This failed inside the program (${error instanceof Error ? error.name : "unknown"}); please report it with the command you gave.`,
  );
  return 1;
}

/**
 * Runs one command line.
 * @param words what stands behind `vitrine` @returns 0 done, 1 refused, 2 wrongly called
 */
export async function main(words: readonly string[], io: Io): Promise<Exit> {
  const [name = "", ...rest] = words[0] === "help" ? [...words.slice(1), "--help"] : words;
  if (name === "--help" || name === "-h") {
    io.out(helpOfAll(commands));
    return 0;
  }
  if (name === "--version") {
    io.out(version());
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    io.err(name === "" ? helpOfAll(commands) : "vitrine: There is no such command. See vitrine --help.");
    return 2;
  }
  try {
    const given = readLine(command, rest);
    if (given) return await command.run(given, io);
    io.out(helpOf(command));
    return 0;
  } catch (error) {
    io.progress();
    return await tell(error, name, io);
  }
}
