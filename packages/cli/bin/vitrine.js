#!/usr/bin/env node
import { main, terminal } from "../dist/main.js";

// A reader such as `head` may close the pipe early; that is no fault of ours.
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
// Leaving by the door, not by the window, takes along what a command keeps on disk meanwhile. One that waits for a signal hears it itself.
for (const [signal, number] of [
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
])
  process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(128 + number));
process.exitCode = await main(process.argv.slice(2), terminal(process));
