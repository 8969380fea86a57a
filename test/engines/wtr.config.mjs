import usual from "../wtr.config.mjs";

/** Where a driver lacks a command, the tests that need it are skipped. */
const commands = {
  name: "vitrine-engine-commands",
  resolveImport({ source, context }) {
    const own = context.path.startsWith("/test/engines/");
    return source === "@web/test-runner-commands" && !own ? "/test/engines/commands.mjs" : undefined;
  },
  /** Only the page in front hears keys and is told of its focus. */
  async executeCommand({ command, session }) {
    if (command !== "to-front") return undefined;
    const { browser } = session;
    await browser.getPage?.(session.id)?.bringToFront?.();
    // A driver without a command for the width of its page opens a narrow window.
    await browser.driver?.setWindowSize?.(1280, 900);
    return { done: true };
  },
};
/** Tells the tests that were skipped. */
const skipped = {
  onTestRunFinished({ sessions }) {
    const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
    for (const { browser, testFile, testResults } of sessions)
      for (const test of testsOf(testResults).filter((one) => one.skipped))
        process.stdout.write(`  not tried in ${browser.name}: ${testFile.replace(/^.*\/test\//, "")}, ${test.name}\n`);
  },
};

/** Every element's tests in the engines that `ENGINES` names. */
export default {
  ...usual,
  files: ["test/widgets/*.browser.ts"],
  plugins: [commands, ...usual.plugins],
  reporters: [...usual.reporters.slice(0, -1), skipped, usual.reporters.at(-1)],
  testsFinishTimeout: 300_000,
  testFramework: { config: { ui: "bdd", timeout: "30000" } },
};
