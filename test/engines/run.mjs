// npm run test:engines [files]: every element's tests in Chromium, Firefox and WebKit, one after the other; says which engine is not here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const runner = join(root, "node_modules/@web/test-runner/dist/bin.js");
const onPath = (name) => (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, name)));
/** What an engine needs here, and how Debian has it. Chromium comes with npm where it is not installed. */
const engines = {
  chromium: { needs: [], packages: "" },
  firefox: { needs: [process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr"], packages: "firefox-esr" },
  webkit: {
    needs: ["WebKitWebDriver", ...(process.env.DISPLAY ? [] : ["Xvfb"])],
    packages: "webkit2gtk-driver xvfb",
  },
};

const wanted = process.env.ENGINES?.split(",") ?? Object.keys(engines);
const files = process.argv.slice(2);
const told = [];
for (const name of wanted) {
  const { needs, packages } = engines[name];
  const missing = needs.filter((need) => !existsSync(need) && !onPath(need));
  if (missing.length > 0) {
    told.push(`${name}: not tried, ${missing.join(" and ")} is not here: apt-get install ${packages}`);
    continue;
  }
  const { status, stdout } = spawnSync(
    process.execPath,
    [runner, "--config", "test/engines/wtr.config.mjs", ...(files.length > 0 ? ["--files", ...files] : [])],
    { cwd: root, env: { ...process.env, ENGINES: name }, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", maxBuffer: 1e8 },
  );
  process.stdout.write(stdout);
  const [, passed, failed, skipped] = /^@counts passed=(\d+) failed=(\d+) skipped=(\d+)$/m.exec(stdout) ?? [];
  const ran = passed !== undefined && Number(passed) > 0;
  told.push(ran ? `${name}: ${passed} passed, ${failed} failed, ${skipped} not tried` : `${name}: nothing was run`);
  if (status !== 0 || !ran || Number(failed) > 0) process.exitCode = 1;
}
console.log(`\n${told.join("\n")}`);
