import { relative } from "node:path";
import { sharing, writtenFile } from "./compile-tests.mjs";
import { root } from "./run.mjs";

const indent = (text) => text.replace(/^/gm, "    ");
const cause = ({ cause: reason = {}, message }) =>
  reason.stack && reason.code !== "ERR_ASSERTION" ? reason.stack : `${reason.message ?? message}\n${atLine(reason.stack)}`;
const atLine = (stack = "") =>
  stack
    .split("\n")
    .filter((line) => /^\s+at .*test[\\/]/.test(line))
    .slice(0, 2)
    .join("\n");

/**
 * A reporter for `node --test`: says what failed, what was skipped and what a test wanted to say (`t.diagnostic`), then one line of counts.
 * A file without a test is a failure: it would have looked like a passing one.
 */
export default async function* reporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const seen = new Set();
  for await (const { type, data } of events) {
    const where = data?.file ? writtenFile(data.file) : "";
    if (
      type === "test:diagnostic" &&
      data.nesting === 0 &&
      !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(data.message)
    )
      yield `${indent(data.message)}\n`;
    if (type === "test:stderr") yield indent(data.message);
    if (type === "test:pass" || type === "test:fail") seen.add(where);
    if ((type !== "test:pass" && type !== "test:fail") || data.details.type === "suite") continue;
    const whole = data.nesting === 0 && data.file !== undefined && (data.name === data.file || data.name === relative(root, data.file));
    // A test to do says loudly what is still open; node counts it neither as passed nor as failed.
    if (type === "test:fail" && data.todo !== undefined) {
      counts.skipped++;
      yield `  – still open: ${data.name}: ${data.details.error?.cause?.message ?? ""}\n`;
    } else if (type === "test:fail") {
      if (data.details.error?.failureType === "subtestsFailed") continue;
      counts.failed++;
      yield `  ✗ ${where}: ${data.name}\n${indent(cause(data.details.error ?? {}))}\n`;
    } else if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped++;
      const why = typeof data.skip === "string" ? data.skip.replace(/^skipped: /, "") : "";
      yield `  – skipped: ${data.name}${why && `: ${why}`}\n`;
    } else if (whole) {
      counts.failed++;
      yield `  ✗ ${where} holds no test\n`;
    } else {
      counts.passed++;
      if (data.details.duration_ms > 10_000) yield `  slow: ${where}: ${data.name} (${Math.round(data.details.duration_ms / 1000)} s)\n`;
    }
  }
  for (const file of sharing())
    if (!seen.has(file)) {
      counts.failed++;
      yield `  ✗ ${file} holds no test\n`;
    }
  yield `@counts passed=${counts.passed} failed=${counts.failed} skipped=${counts.skipped}\n`;
}
