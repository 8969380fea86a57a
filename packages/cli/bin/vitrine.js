#!/usr/bin/env node
import { main, terminal } from "../dist/main.js";

// A reader such as `head` may close the pipe early; that is no fault of ours.
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2), terminal(process));
