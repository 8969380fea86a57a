import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A step that could not be done. Its message is one sentence for the person at the terminal. */
export class Trouble extends Error {}

const children = new Set();
/** Ctrl-C ends what was started, too. */
const passOnSignals = () => {
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => {
      for (const child of children) child.kill(signal);
      process.exit(130);
    });
};

/**
 * Runs a program from the repository's root and waits for it.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ show?: boolean, cwd?: string, env?: Record<string, string | undefined>, minutes?: number }} options `show` passes the output on at once
 * @returns {Promise<{ code: number, output: string }>} code is never 0 when the program was ended by a signal or could not start
 */
export function run(program, parameters, { show = false, cwd = root, env = {}, minutes = 30 } = {}) {
  return new Promise((resolve) => {
    if (children.size === 0 && process.listenerCount("SIGINT") === 0) passOnSignals();
    const child = spawn(program, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      shell: process.platform === "win32" && program === "npm",
    });
    children.add(child);
    let output = "";
    const collect = (text) => (output += text);
    child.stdout?.setEncoding("utf8").on("data", collect);
    child.stderr?.setEncoding("utf8").on("data", collect);
    const late = setTimeout(() => {
      collect(`\nstopped after ${minutes} minutes\n`);
      child.kill("SIGKILL");
    }, minutes * 60_000);
    const end = (code, extra = "") => {
      clearTimeout(late);
      children.delete(child);
      resolve({ code, output: output + extra });
    };
    child.on("error", (error) => end(1, `${program}: ${error.message}\n`));
    child.on("close", (code, signal) => end(code ?? 1, signal ? `\nended by ${signal}\n` : ""));
  });
}

/** A command that a package brought: `tool("typescript/bin/tsc")`. Runs with this Node, so no shell or PATH is involved. */
export const tool = (path, parameters = [], options = {}) =>
  run(process.execPath, [join(root, "node_modules", path), ...parameters], options);

const last = (text, lines) => text.trimEnd().split("\n").slice(-lines).join("\n");

/** As {@link run}, but a failure ends everything with a sentence and the end of what the program said. */
export async function must(sentence, running) {
  const { code, output } = await running;
  if (code !== 0) throw new Trouble(`${sentence}\n\n${last(output, 40)}`);
  return output;
}

/** Runs a command of ours: a trouble is told in its own words, anything else is a fault and shows where. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Trouble ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
