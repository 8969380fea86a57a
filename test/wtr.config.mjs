import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultReporter } from "@web/test-runner";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { bundled } from "./bundled.mjs";
import { launchers } from "./launchers.mjs";
import { respond, strict } from "./middleware.mjs";
import { served } from "./static/served.mjs";

const rootDir = fileURLToPath(new URL("..", import.meta.url));

/** What a page loads in place of Lit, for everything but the testing library: stories and served pages are drawn by Lit itself. */
const smallLit = {
  name: "vitrine-small-lit",
  resolveImport({ source, context }) {
    const file = source === "lit" ? "small-lit" : /^lit\/directives\/(live|repeat)\.js$/.test(source) ? "small-directives" : undefined;
    return file && /^\/(packages|test)\//.test(context.path) ? `/packages/widgets/dist/element/${file}.js` : undefined;
  },
};

/** Commands that Chromium gives through its DevTools protocol. Tests call them with `executeServerCommand(name, payload)`. */
const devtools = {
  name: "vitrine-devtools",
  async executeCommand({ command, payload = {}, session }) {
    if (!["forced-colors", "screenshot", "emulate-media"].includes(command)) return undefined;
    const page = session.browser.getPage(session.id);
    if (command === "screenshot") {
      const path = resolve(rootDir, process.env.SCREENSHOTS ?? ".vitrine/screenshots", `${payload.name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path, clip: payload.clip, fullPage: !payload.clip });
      return { path };
    }
    const client = (session.devtools ??= await page.createCDPSession());
    const features =
      command === "forced-colors"
        ? [{ name: "forced-colors", value: payload.active === false ? "none" : "active" }]
        : Object.entries(payload.features ?? {}).map(([name, value]) => ({ name, value }));
    await client.send("Emulation.setEmulatedMedia", { media: payload.media ?? "", features });
    return { done: true };
  },
};

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
/** Ends the run with one line that `.scripts/test.mjs` reads. A file that broke before its first test counts as a failure. */
const counts = {
  onTestRunFinished({ sessions }) {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      skipped += tests.filter((test) => test.skipped).length;
      passed += tests.filter((test) => test.passed && !test.skipped).length;
      const broken = tests.filter((test) => !test.passed && !test.skipped).length;
      failed += broken === 0 && (!session.passed || tests.length === 0) ? 1 : broken;
    }
    process.stdout.write(`\n@counts passed=${passed} failed=${failed} skipped=${skipped}\n`);
  },
};

/** Run it with `npx wtr --config test/wtr.config.mjs`, or for some files add `--files "test/widgets/x.browser.ts"`. Needs `npx tsc -b` first. */
export default {
  rootDir,
  files: ["test/**/*.browser.ts"],
  browsers: await launchers(),
  // A page in the background gets no frames and no sizes.
  concurrency: 1,
  nodeResolve: { exportConditions: ["browser", "production"] },
  plugins: [
    bundled,
    smallLit,
    esbuildPlugin({ ts: true, json: false, target: "es2022", tsconfig: resolve(rootDir, "test/tsconfig.json") }),
    devtools,
    served,
  ],
  middleware: [respond(rootDir), strict],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), counts],
  // A machine may be busy with other things: none of these is what a test measures.
  browserStartTimeout: 180_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 900_000,
  testFramework: { config: { ui: "bdd", timeout: "150000" } },
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Vitrine tests</title>
    <script>globalThis.process = { env: { NODE_ENV: "production" } };</script>
  </head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
};
