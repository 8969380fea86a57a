import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { elements, types } from "./build.mjs";
import { root, run, tool, Trouble } from "./run.mjs";
import { setUp } from "./setup.mjs";

const testFiles = (ending, folder = "test") =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? testFiles(ending, path) : path.endsWith(ending) ? [path] : [];
  });

const nodeTests = async (files) => {
  // The compiler is among what a fresh clone has yet to install when this file is read.
  const { compileTests } = await import("./compile-tests.mjs");
  return run(process.execPath, [
    "--enable-source-maps",
    "--test",
    "--test-concurrency=2",
    "--test-timeout=1200000",
    "--test-reporter=./.scripts/reporter.mjs",
    ...(await compileTests(files)),
  ]);
};
/** What holds a time is tried when nothing else runs. */
const isTimed = (path) => path === "test/real/edtech.test.ts";

const browserTests = (files) => tool("@web/test-runner/dist/bin.js", ["--config", "test/wtr.config.mjs", "--files", ...files]);
const quiet = { env: { STORYBOOK_DISABLE_TELEMETRY: "1", CI: "1" } };
const storybook = () =>
  tool("storybook/dist/bin/dispatcher.js", ["build", "--quiet", "--output-dir", "storybook-static", "--disable-telemetry"], quiet);

const done = async (work) => {
  await work;
  return { code: 0, output: "" };
};

/**
 * Everything that is tested, in the order it starts. Two steps run at once, one for each core of a small machine.
 * A step with `counts` ends its output with a line of them; any other is one test. `after` names steps that must have passed.
 */
const steps = [
  { name: "types", alone: true, work: types },
  { name: "build", work: () => done(elements()) },
  { name: "storybook", work: storybook },
  { name: "node tests", after: ["build"], counts: true, work: nodeTests, files: testFiles(".test.ts").filter((path) => !isTimed(path)) },
  { name: "stories", after: ["storybook"], counts: true, work: () => tool("../.scripts/stories.mjs") },
  { name: "browser tests", after: ["build"], counts: true, work: browserTests, files: testFiles(".browser.ts") },
  { name: "lint", work: () => tool("oxlint/bin/oxlint", ["--type-aware", "--deny-warnings", "--format=unix"]) },
  { name: "format", work: () => tool("oxfmt/bin/oxfmt", ["--check"]) },
  { name: "timed tests", alone: true, after: ["build"], counts: true, work: nodeTests, files: testFiles(".test.ts").filter(isTimed) },
];

/** What `npm test -- words` chooses: steps by name, or test files by path. Without words, everything. */
function chosen(words) {
  if (words.length === 0) return steps;
  const matches = (text) => words.some((word) => text.includes(word));
  const named = steps.filter(({ name }) => matches(name));
  const found =
    named.length > 0 ? named : steps.flatMap((step) => (step.files?.some(matches) ? [{ ...step, files: step.files.filter(matches) }] : []));
  if (found.length === 0) throw new Trouble(`No step and no test file has "${words.join('" or "')}" in its name.`);
  const needed = new Set(["types", ...found.flatMap(({ after = [] }) => after)]);
  return [...steps.filter(({ name }) => needed.has(name) && !found.some((step) => step.name === name)), ...found];
}

/** What a step came to. Whatever looks unlike a whole, counted run is a failure. */
function judge({ counts }, { code, output }) {
  if (!counts) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, output };
  const line = [...output.matchAll(/^@counts passed=(\d+) failed=(\d+) skipped=(\d+)$/gm)].at(-1);
  const [passed, failed, skipped] = line ? line.slice(1).map(Number) : [0, 0, 0];
  const said = output.replace(/^@counts .*$/gm, "").trimEnd();
  if (passed + failed === 0) return { passed, failed: 1, skipped, output: `${said}\n  no test was run` };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, output: said };
}

const say = (text) => process.stdout.write(`${text}\n`);
const since = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

async function perform(step, results) {
  const start = Date.now();
  say(`  ${step.name} …`);
  const missing = step.after?.find((name) => results.get(name)?.failed);
  const result = missing
    ? { passed: 0, failed: 1, skipped: 0, output: `  not run, because ${missing} failed` }
    : judge(
        step,
        await step.work(step.files).catch((error) => ({ code: 1, output: error instanceof Trouble ? error.message : error.stack })),
      );
  const { passed, failed, skipped, output } = result;
  say(
    `${failed ? "✗" : "✓"} ${step.name}: ${passed} passed${failed ? `, ${failed} failed` : ""}${skipped ? `, ${skipped} skipped` : ""} (${since(start)})`,
  );
  if (output?.trim()) say(output.replace(/\n+$/, ""));
  results.set(step.name, result);
}

/** Runs the steps in order, two at a time, and some alone; a step waits for those it needs. */
async function runAll(list) {
  const results = new Map();
  const waiting = [...list];
  const running = new Set();
  while (waiting.length + running.size > 0) {
    const ready = waiting.findIndex(({ after = [] }) =>
      after.every((name) => results.has(name) || !list.some((step) => step.name === name)),
    );
    const free = running.size === 0 || (running.size < 2 && ![...running, waiting[ready]].some((step) => step?.alone));
    if (ready >= 0 && free) {
      const [step] = waiting.splice(ready, 1);
      const turn = { alone: step.alone };
      turn.ended = perform(step, results).then(() => running.delete(turn));
      running.add(turn);
    } else await Promise.race([...running].map(({ ended }) => ended));
  }
  return [...results.values()];
}

const start = Date.now();
let results;
try {
  await setUp();
  const { findChrome } = await import("./browser.mjs");
  await findChrome();
  if (!existsSync(join(root, "../shared/data"))) say("Real data is not here: the tests that need it are skipped and counted as such.");
  results = await runAll(chosen(process.argv.slice(2)));
} catch (error) {
  say(error instanceof Trouble ? error.message : error.stack);
  results = [{ passed: 0, failed: 1, skipped: 0 }];
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
const [passed, failed, skipped] = ["passed", "failed", "skipped"].map(total);
process.exitCode = failed > 0 ? 1 : 0;
say(`\n${since(start)} in all`);
say(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
