import { parentPort } from "node:worker_threads";
import { Refused } from "../refused.js";
import type { Answer } from "./pool.js";
import { tasks, type Tasks } from "./tasks.js";

function answerTo(name: keyof Tasks, given: unknown): Answer {
  try {
    return { made: tasks[name](given as never) };
  } catch (error) {
    if (!(error instanceof Refused)) return { failed: error instanceof Error ? error.message : "a worker failed" };
    const { code, message, file, issues } = error;
    return { refused: { code, message, issues, ...(file !== undefined && { file }) } };
  }
}

parentPort!.on("message", ({ name, given }: { name: keyof Tasks; given: unknown }) => parentPort!.postMessage(answerTo(name, given)));
